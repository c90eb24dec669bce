const STORAGE_KEY = 'viceversa.set-up-key'

/**
 * The set-up key that the console's address carried behind `#`, for as long as this tab is open. It is taken out of the
 * address bar at the first look.
 */
export function setUpKeyFromAddress(): string {
  const carried = new URLSearchParams(window.location.hash.slice(1)).get('key')
  if (carried) history.replaceState(history.state, '', window.location.pathname)
  try {
    if (carried) sessionStorage.setItem(STORAGE_KEY, carried)
    return carried ?? sessionStorage.getItem(STORAGE_KEY) ?? ''
  } catch {
    return carried ?? ''
  }
}
