/**
 * Says something to screen readers without moving focus: a recalculation, a saved field, an import that finished.
 *
 * @param urgency - `assertive` interrupts; only for errors after an action.
 */
export function announce(message: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  const region = liveRegion(urgency)
  // An unchanged text is not read again, so the region is emptied first.
  region.textContent = ''
  setTimeout(() => {
    region.textContent = message
  }, 50)
}

function liveRegion(urgency: 'polite' | 'assertive'): HTMLElement {
  const id = `live-${urgency}`
  const existing = document.getElementById(id)
  if (existing) return existing

  const region = document.createElement('div')
  region.id = id
  region.className = 'live-region'
  region.setAttribute('role', urgency === 'polite' ? 'status' : 'alert')
  region.setAttribute('aria-live', urgency)
  document.body.append(region)
  return region
}
