// Resolves the chosen theme before the first paint. src/platform/theme.ts does the same once the application
// runs; this copy stands alone because it may wait for nothing.
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
