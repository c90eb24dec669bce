const STORAGE_KEY = 'viceversa.next'

/** Keeps the wanted address while the person is at their mailbox, whose link may open another tab. */
export function rememberNext(address: string | undefined): void {
  try {
    if (address) localStorage.setItem(STORAGE_KEY, address)
    else localStorage.removeItem(STORAGE_KEY)
  } catch {
    // Without storage one lands on the start page.
  }
}

/** The address wanted before signing in, asked for once; the start page when there was none. */
export function rememberedNext(): string {
  try {
    const address = localStorage.getItem(STORAGE_KEY) ?? '/'
    localStorage.removeItem(STORAGE_KEY)
    return /^\/(?![/\\])/.test(address) ? address : '/'
  } catch {
    return '/'
  }
}
