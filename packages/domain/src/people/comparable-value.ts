/** A job title or grade made comparable: "Head  of IT" and "head of it" are the same to whoever reads them. */
export function comparableValue(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
