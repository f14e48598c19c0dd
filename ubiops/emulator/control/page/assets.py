"""The style of the page, and the few lines that keep it up to date."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --back: #f6f7f9; --card: #fff; --edge: #dde1e7; --text: #1b2430; --faint: #5d697c; --accent: #2f5fd0;
  --good: #177a46; --busy: #9a5b00; --bad: #c02d26; --idle: #8a94a4; --tint: #eef2fb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #12161d; --card: #1a2029; --edge: #2d3643; --text: #e4e9f0; --faint: #97a3b5; --accent: #8db0ff;
    --good: #4cc38a; --busy: #e8a33d; --bad: #ff7b72; --idle: #768294; --tint: #1f2937;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 0 40px; background: var(--back); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
header, main, .facts, .search { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 26px; display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 14px; }
main:focus { outline: none; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
h1 { font-size: 22px; margin: 0; letter-spacing: -.01em; }
h1 a, h2 a, h3 a { color: inherit; }
h2 { font-size: 17px; margin: 28px 0 10px; }
h2.title { font-size: 19px; margin: 18px 0 12px; overflow-wrap: anywhere; }
h2 small { font-weight: 400; color: var(--faint); font-size: 13px; margin-left: 8px; }
h3 { font-size: 14px; margin: 0 0 8px; font-weight: 600; }
h3 small { font-weight: 400; color: var(--faint); margin-left: 6px; }
.heading { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }
.heading > p { margin: 0; }
.links { display: flex; gap: 14px; }
pre, .mono { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
h2.mono { font-size: 16px; font-weight: 600; }
nav { display: flex; flex-wrap: wrap; gap: 2px; }
nav a { padding: 2px 9px; border-radius: 6px; }
nav a[aria-current] { background: var(--tint); color: var(--text); font-weight: 600; }
.crumbs { flex-basis: 100%; gap: 0; margin-top: 4px; color: var(--faint); overflow-wrap: anywhere; }
.crumbs a { padding: 0; }
.crumbs > * + *::before { content: "\\203a"; color: var(--faint); margin: 0 7px; display: inline-block; }
.facts { color: var(--faint); margin-top: 2px; font-variant-numeric: tabular-nums; }
.faint { color: var(--faint); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 6px; background: var(--card); padding: 4px 10px; }
.card {
  background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 14px 16px; margin: 0 0 14px;
  overflow-x: auto;
}
.empty { color: var(--faint); margin: 0; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 480px; overflow-y: auto; }
dl { display: flex; flex-wrap: wrap; gap: 10px 36px; margin: 0; }
dt { color: var(--faint); font-size: 12px; }
dd { margin: 0; overflow-wrap: anywhere; }
.search { margin-top: 14px; }
input {
  width: 100%; max-width: 420px; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge);
  border-radius: 8px; padding: 6px 10px;
}
#filters { display: flex; flex-wrap: wrap; gap: 6px 28px; margin-top: 14px; }
.choices { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px; }
.choices .label { color: var(--faint); font-size: 12px; margin-right: 6px; }
.choice { padding: 1px 9px; border-radius: 6px; overflow-wrap: anywhere; }
.choice[aria-current] { background: var(--tint); color: var(--text); font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; font-size: 12px; color: var(--faint); padding: 0 14px 6px 0; }
th { white-space: nowrap; }
td { padding: 5px 14px 5px 0; border-top: 1px solid var(--edge); vertical-align: baseline; unicode-bidi: isolate; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; }
td.number, td.date { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.about { max-width: 250px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
td.id, td.name, td.keep { white-space: nowrap; }
td.time { color: var(--faint); white-space: nowrap; font-variant-numeric: tabular-nums; }
td.wide { width: 100%; overflow-wrap: anywhere; }
td.log { white-space: pre-wrap; }
tr:has([aria-current]) { background: var(--tint); box-shadow: -8px 0 var(--tint), 8px 0 var(--tint); }
.status { white-space: nowrap; }
.status::before {
  content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 7px;
  background: currentColor;
}
.part { display: inline-block; margin-right: 14px; white-space: normal; }
.good { color: var(--good); } .busy { color: var(--busy); } .bad { color: var(--bad); } .idle { color: var(--faint); }
.error { color: var(--bad); margin: 2px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.caption { margin: 10px 0 0; font-size: 12px; overflow-wrap: anywhere; }
.tag { background: var(--tint); color: var(--accent); border-radius: 5px; padding: 1px 7px; font-size: 12px; }
body.lost .tag { background: none; color: var(--bad); }
.graph { overflow-x: auto; }
svg { display: block; max-width: none; }
.node rect { fill: var(--card); stroke: var(--edge); stroke-width: 1.5; }
.node.start rect { fill: var(--tint); stroke: var(--accent); }
.node.connector rect { stroke-dasharray: 5 4; }
.node.good > rect, .node.busy > rect, .node.bad > rect, .node.idle > rect { stroke: currentColor; stroke-width: 2.5; }
.node text { fill: var(--text); font-size: 13px; }
.node text.name { font-weight: 600; }
.node text.reference { fill: var(--faint); font-size: 11.5px; }
.node circle { fill: currentColor; }
.line path { fill: none; stroke: var(--idle); stroke-width: 1.5; }
.line polygon { fill: var(--idle); }
@media (max-width: 640px) {
  header, main, .facts, .search { padding-left: 14px; padding-right: 14px; }
  header { padding-top: 16px; }
  .facts { font-size: 12px; }
  .card { padding: 10px 12px; }
  header > nav { flex-basis: 100%; margin-left: -9px; }
  header > .crumbs { margin-left: 0; }
  nav a, .choice { padding-top: 5px; padding-bottom: 5px; }
  dl { gap: 8px 28px; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 1px 12px; padding: 8px 0; }
  tr + tr { border-top: 1px solid var(--edge); }
  tr:first-child { padding-top: 0; }
  tr:last-child { padding-bottom: 0; }
  td, td.about, td.id { border: 0; padding: 0; max-width: 100%; }
  td:empty { display: none; }
  td.wide { flex-basis: 100%; order: 1; }
  td.name, td.id { white-space: normal; overflow-wrap: anywhere; }
  td.number, td.faint { color: var(--faint); }
  td.labelled { order: 2; }
  td.labelled::before { content: attr(data-label) " "; }
}
"""

SCRIPT = """
const tag = document.querySelector("header .tag");
const field = document.getElementById("text");
let turn = 0, timer;
const put = (old, now) => {
  if (!now || now.outerHTML === old.outerHTML) return;
  const chosen = getSelection();
  if (!chosen.isCollapsed && chosen.containsNode(old, true)) return;
  const at = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const places = [...old.querySelectorAll(".card, .graph, pre")].map((each) => [each.scrollLeft, each.scrollTop]);
  now = document.adoptNode(now);
  old.replaceWith(now);
  now.querySelectorAll(".card, .graph, pre").forEach((each, index) => {
    if (places[index]) [each.scrollLeft, each.scrollTop] = places[index];
  });
  if (at) [...now.querySelectorAll("a")].find((each) => each.getAttribute("href") === at)?.focus({preventScroll: true});
};
const look = async () => {
  clearTimeout(timer);
  const mine = ++turn;
  if (!document.hidden) {
    try {
      const answer = await fetch("/live" + location.pathname + location.search, {cache: "no-store"});
      if (!answer.ok && answer.status !== 404) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
      if (mine !== turn) return;
      for (const old of document.querySelectorAll("[data-live]")) put(old, fresh.getElementById(old.id));
      tag.textContent = answer.ok ? "live" : "gone";
      document.body.classList.toggle("lost", !answer.ok);
    } catch {
      if (mine !== turn) return;
      tag.textContent = "not reachable";
      document.body.classList.add("lost");
    }
  }
  timer = setTimeout(look, 2000);
};
timer = setTimeout(look, 2000);
if (field) {
  field.parentElement.hidden = false;
  let typing;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      const address = new URL(location);
      address.searchParams.set("text", field.value);
      if (!field.value) address.searchParams.delete("text");
      history.replaceState(null, "", address);
      look();
    }, 200);
  });
}
"""
