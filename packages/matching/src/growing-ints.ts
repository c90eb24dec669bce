/** A list of whole numbers that grows, without knowing its length beforehand. */
export class GrowingInts {
  #values = new Int32Array(1024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(2 * this.#length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  get length(): number {
    return this.#length
  }

  done(): Int32Array<ArrayBuffer> {
    return this.#values.slice(0, this.#length)
  }
}
