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
  // While a modal dialog is open the rest of the page is inert, and says nothing.
  const host = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body
  const existing = host.querySelector<HTMLElement>(`:scope > [data-live="${urgency}"]`)
  if (existing) return existing

  const region = document.createElement('div')
  region.dataset.live = urgency
  region.className = 'live-region'
  region.setAttribute('role', urgency === 'polite' ? 'status' : 'alert')
  region.setAttribute('aria-live', urgency)
  host.append(region)
  return region
}
