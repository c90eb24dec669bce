const CHUNK = 1 << 18

/** A list of whole numbers that grows, without knowing its length beforehand and without copying what it has. */
export class GrowingInts {
  readonly #full: Int32Array[] = []
  #chunk = new Int32Array(1024)
  #used = 0
  #before = 0

  push(value: number): void {
    if (this.#used === this.#chunk.length) this.#next()
    this.#chunk[this.#used++] = value
  }

  /** The first `count` of some values. */
  append(values: Int32Array, count: number): void {
    for (let from = 0; from < count; ) {
      if (this.#used === this.#chunk.length) this.#next()
      const part = Math.min(count - from, this.#chunk.length - this.#used)
      this.#chunk.set(values.subarray(from, from + part), this.#used)
      this.#used += part
      from += part
    }
  }

  get length(): number {
    return this.#before + this.#used
  }

  /** Everything in one array. The list is empty afterwards, so that nothing is held twice for longer than needed. */
  done(): Int32Array<ArrayBuffer> {
    const all = new Int32Array(this.length)
    let at = 0
    for (const chunk of this.#full.splice(0)) {
      all.set(chunk, at)
      at += chunk.length
    }
    all.set(this.#chunk.subarray(0, this.#used), at)
    this.#chunk = new Int32Array(0)
    this.#used = 0
    this.#before = 0
    return all
  }

  #next(): void {
    this.#full.push(this.#chunk)
    this.#before += this.#chunk.length
    this.#chunk = new Int32Array(Math.min(CHUNK, Math.max(1024, 2 * this.#chunk.length)))
    this.#used = 0
  }
}
