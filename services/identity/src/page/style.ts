/** The look of the pages: one accent, much white, light and dark, both at least AA. */
export const STYLE = `
:root {
  --accent: #0b5f63; --accent-strong: #084a4d; --on-accent: #fff; --text: #1c2426; --muted: #55656a;
  --line: #8a9a9d; --ground: #f4f7f7; --paper: #fff; --bad: #b3261e; --bad-ground: #fdf1f0; --good: #1b6b3a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: #5cc4c6; --accent-strong: #83d6d8; --on-accent: #062a2c; --text: #e6eeef; --muted: #a5b5b8;
    --line: #6d7d80; --ground: #101617; --paper: #182021; --bad: #ffb4ab; --bad-ground: #3a1c1a; --good: #7fd6a0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; background: var(--ground); color: var(--text);
  font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
header { display: flex; justify-content: space-between; gap: 16px; padding: 16px; max-width: 960px; margin: 0 auto; }
html:lang(en) body { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
header a:last-child { flex: none; }
a { color: var(--accent); text-underline-offset: 3px; }
.product { font-weight: 600; text-decoration: none; }
main {
  max-width: 448px; margin: 0 auto; padding: 24px 16px 32px; background: var(--paper);
  border-top: 3px solid var(--accent);
}
h1 { font-size: 24px; line-height: 1.35; margin: 0 0 16px; }
h2 { font-size: 18px; margin: 32px 0 8px; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
form { margin: 0; }
label { display: block; font-weight: 600; margin: 0 0 4px; }
.hint { display: block; color: var(--muted); font-size: 14px; margin: 0 0 8px; }
.field { margin: 0 0 20px; }
input:not([type="hidden"]):not([type="checkbox"]) {
  width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: 6px;
}
input[aria-invalid] { border: 2px solid var(--bad); }
.fault { color: var(--bad); font-weight: 600; margin: 0 0 8px; }
button {
  min-height: 44px; padding: 8px 20px; font: inherit; font-weight: 600; cursor: pointer; border-radius: 6px;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent);
}
button:hover { background: var(--accent-strong); border-color: var(--accent-strong); }
button.plain { background: transparent; color: var(--accent); }
button.plain:hover { background: var(--ground); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin: 8px 0 0; }
main form > .actions button:first-child { flex: 1 1 100%; }
.notice { border-left: 4px solid var(--accent); padding: 8px 12px; margin: 0 0 20px; background: var(--ground); }
.notice.bad { border-color: var(--bad); background: var(--bad-ground); }
.notice p:last-child { margin: 0; }
.links { margin: 24px 0 0; padding: 16px 0 0; border-top: 1px solid var(--ground); display: flex; flex-wrap: wrap; gap: 8px 24px; }
form.quiet { margin: 16px 0 0; }
.muted { color: var(--muted); }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain > li.row { display: flex; flex-wrap: wrap; gap: 8px 16px; justify-content: space-between; align-items: center; }
ul.plain > li { padding: 12px 0; border-bottom: 1px solid var(--ground); }
ul.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px; padding: 0; list-style: none; }
code, .codes li { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: 15px; overflow-wrap: anywhere; }
.qr { display: block; width: 200px; height: 200px; background: #fff; padding: 8px; }
@media (min-width: 600px) {
  main { margin-top: 32px; padding: 32px 40px 40px; border-radius: 6px; box-shadow: 0 1px 4px rgb(0 0 0 / 0.12); }
  main form > .actions button:first-child { flex: 0 0 auto; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: background-color 120ms; } }
`;
