"""The style of the page, and the few lines that keep it up to date."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --back: #f6f7f9; --card: #fff; --edge: #dde1e7; --text: #1b2430; --faint: #647084; --accent: #2f5fd0;
  --good: #1a8a4f; --busy: #b26a00; --bad: #c8322b; --idle: #8a94a4; --tint: #eef2fb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #12161d; --card: #1a2029; --edge: #2d3643; --text: #e4e9f0; --faint: #97a3b5; --accent: #8db0ff;
    --good: #4cc38a; --busy: #e8a33d; --bad: #ff7b72; --idle: #768294; --tint: #1f2937;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 14px/1.5 system-ui, sans-serif; }
header, main { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 14px; }
h1 { font-size: 22px; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 17px; margin: 30px 0 10px; }
h2 small { font-weight: 400; color: var(--faint); font-size: 13px; margin-left: 8px; }
h3 { font-size: 14px; margin: 0 0 8px; font-weight: 600; }
h3 small { font-weight: 400; color: var(--faint); margin-left: 6px; }
code, pre, .mono { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.facts { color: var(--faint); margin: 0; }
.card {
  background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 14px 16px; margin: 0 0 14px;
  overflow-x: auto;
}
.empty { color: var(--faint); margin: 0; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 500; font-size: 12px; color: var(--faint); padding: 0 14px 6px 0; }
td { padding: 5px 14px 5px 0; border-top: 1px solid var(--edge); vertical-align: baseline; unicode-bidi: isolate; }
th:last-child, td:last-child { padding-right: 0; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.about { max-width: 250px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
td.time { color: var(--faint); white-space: nowrap; font-variant-numeric: tabular-nums; }
td.wide { width: 100%; overflow-wrap: anywhere; }
td.log { white-space: pre-wrap; }
tr.system td.log { color: var(--faint); }
.status { white-space: nowrap; }
.status::before {
  content: ""; display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 7px;
  background: currentColor;
}
.good { color: var(--good); } .busy { color: var(--busy); } .bad { color: var(--bad); } .idle { color: var(--idle); }
.error { color: var(--bad); margin: 2px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.tag { background: var(--tint); color: var(--accent); border-radius: 5px; padding: 1px 7px; font-size: 12px; }
body.lost .tag { background: none; color: var(--bad); }
svg { display: block; max-width: none; }
.node rect { fill: var(--card); stroke: var(--edge); stroke-width: 1.5; }
.node.start rect { fill: var(--tint); stroke: var(--accent); }
.node.connector rect { stroke-dasharray: 5 4; }
.node text { fill: var(--text); font-size: 13px; }
.node text.name { font-weight: 600; }
.node text.reference { fill: var(--faint); font-size: 11.5px; }
.node circle { fill: currentColor; }
.line path { fill: none; stroke: var(--idle); stroke-width: 1.5; }
.line polygon { fill: var(--idle); }
"""

SCRIPT = """
const tag = document.querySelector("header .tag");
const look = async () => {
  if (!document.hidden) {
    try {
      const answer = await fetch("/live", {cache: "no-store"});
      if (!answer.ok) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const old of document.querySelectorAll("[data-live]")) {
        const now = fresh.getElementById(old.id);
        if (now && now.outerHTML !== old.outerHTML) old.replaceWith(document.adoptNode(now));
      }
      tag.textContent = "live";
      document.body.classList.remove("lost");
    } catch {
      tag.textContent = "not reachable";
      document.body.classList.add("lost");
    }
  }
  setTimeout(look, 2000);
};
setTimeout(look, 2000);
"""
