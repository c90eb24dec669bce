// What cannot wait for the application, which is on its way: it blocks the first paint and waits for nothing itself.

// The chosen theme. src/platform/theme.ts does the same once the application runs.
;(() => {
  let choice = 'auto'
  try {
    choice = localStorage.getItem('viceversa.theme') || 'auto'
  } catch {
    // Storage may be forbidden; the device then decides.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()

// Which frame stands there until the application draws its own, and the questions it will ask first whatever comes:
// asked now, their answers travel beside the scripts. src/platform/early-answers.ts takes them up.
;(() => {
  const page = document.documentElement.dataset
  if (!('frame' in page)) return
  const isDoor = /^\/(welcome|set-up|sign-in|invitation)(\/|$)/.test(location.pathname)
  page.frame = isDoor ? 'door' : 'inside'
  const addresses = isDoor ? ['/api/organisation'] : ['/api/me']
  const [, programme] = /^\/programmes\/([0-9a-f-]{36})$/.exec(location.pathname) ?? []
  if (programme) addresses.push(`/api/programmes/${programme}/control-room`)
  window.earlyAnswers = new Map(addresses.map((address) => [address, fetch(address).catch(() => null)]))
})()
