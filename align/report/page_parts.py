"""The style and the script of the HTML report."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --ground: #fff; --text: #1c1c1c; --quiet: #5c5c5c; --line: #d9d9d9; --card: #f7f7f5;
  --error: #b3261e; --warning: #8a5a00; --info: #1d5fa8; --mark: #ffe08a; --good: #1b6e3c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161616; --text: #e8e8e8; --quiet: #a6a6a6; --line: #3a3a3a; --card: #1f1f1f;
    --error: #ff8a80; --warning: #ffc266; --info: #8ab8f0; --mark: #6b5200; --good: #7fd6a0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0; font-size: 1.4rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: .9rem; font-weight: normal; }
.quiet, h3 a { color: var(--quiet); }
.problems { color: var(--error); }
form {
  position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
  padding: .6rem 0; border-bottom: 1px solid var(--line); background: var(--ground);
}
form[hidden], article[hidden], section[hidden] { display: none; }
article {
  margin: .75rem 0; padding: .75rem 1rem; border-left: .3rem solid var(--tone); background: var(--card);
}
.error { --tone: var(--error); }
.warning { --tone: var(--warning); }
.info { --tone: var(--info); }
.severity { color: var(--tone); font-weight: bold; }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: .5rem 1.5rem; }
blockquote { margin: .25rem 0; overflow-wrap: anywhere; }
blockquote small { display: block; color: var(--quiet); }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
mark:empty { border-left: .15em solid var(--tone); padding: 0; }
p { margin: .25rem 0; }
.help { color: var(--good); }
details { margin: .5rem 0; }
pre { white-space: pre-wrap; }
@media print { form { display: none; } article { break-inside: avoid; } }
"""

SCRIPT = """
"use strict";
const form = document.forms[0];
const findings = [...document.querySelectorAll("article")];
function filter() {
  const severities = new Set(new FormData(form).getAll("severity"));
  const code = form.elements.code.value;
  for (const one of findings) {
    one.hidden = !severities.has(one.dataset.severity) || (code !== "" && one.dataset.code !== code);
  }
  for (const file of document.querySelectorAll("section")) {
    file.hidden = !file.querySelector("article:not([hidden])");
  }
  form.elements.shown.value = findings.filter(one => !one.hidden).length + " of " + findings.length;
}
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
filter();
"""
