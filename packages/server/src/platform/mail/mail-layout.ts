/**
 * The frame of every mail: one column, no picture, nothing loaded from anywhere, readable in light and dark.
 * Mail programs need their styles inside the mail.
 */
export function mailLayout(mail: {
  language: string
  title: string
  bodyHtml: string
  footerHtml: string
}): string {
  return `<!doctype html>
<html lang="${mail.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${mail.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${mail.bodyHtml.trim()}
</main>
<footer>
${mail.footerHtml.trim()}
</footer>
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; background: #F5F2EE; color: #16242A;
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main, footer { max-width: 34em; margin: 0 auto; }
main { padding: 28px; border: 1px solid #E6E1DC; border-radius: 14px; background: #FFFFFF; }
main > :first-child { margin-top: 0; }
main > :last-child { margin-bottom: 0; }
a { color: #105A70; }
.action { margin: 24px 0; }
.button { display: inline-block; padding: 11px 18px; border-radius: 10px; background: #1A272B; color: #FFFFFF;
  font-weight: 600; text-decoration: none; }
footer { padding: 16px 28px 0; color: #5A6667; font-size: 13px; }
@media (prefers-color-scheme: dark) {
  body { background: #0B1316; color: #F1F0EC; }
  main { border-color: #243237; background: #121D21; }
  a { color: #97CCDD; }
  .button { background: #F1F0EC; color: #111C20; }
  footer { color: #9DA8A9; }
}
`.trim()
