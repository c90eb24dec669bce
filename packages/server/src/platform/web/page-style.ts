/** The look of the server's own pages: the same ink and paper as the web app, in one small sheet. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --canvas: #F5F2EE; --surface: #FFFFFF; --text: #16242A; --text-2: #425053;
  --line: #E6E1DC; --link: #105A70; --focus: #6E41DB; --sunken: #F8F6F3; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #0B1316; --surface: #121D21; --text: #F1F0EC; --text-2: #C2CAC7; --line: #243237; --link: #97CCDD;
    --focus: #B79CFF; --sunken: #0E181B; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 2.5rem 1rem; background: var(--canvas); color: var(--text);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 2.5rem); border: 1px solid var(--line);
  border-radius: 14px; background: var(--surface); }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.25; letter-spacing: -.012em; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
h3 { margin: 1.75rem 0 .25rem; font-size: 1rem; overflow-wrap: anywhere; }
p, ul { max-width: 66ch; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: .875em; }
pre { overflow-x: auto; padding: 1rem; border-radius: 10px; background: var(--sunken); border: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { font-weight: 600; }
caption { padding: .5rem 0; text-align: left; }
summary { cursor: pointer; padding: .25rem 0; }
.quiet { color: var(--text-2); font-size: .875rem; }
.method { display: inline-block; min-width: 4.5em; color: var(--text-2); }
`.trim()
