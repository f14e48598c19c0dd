// What Sphinx's search counts, as by default, but that a heading which is what was looked for comes before all pages.
var Scorer = {
  score: ([docname, title, anchor, description, score, filename, kind]) => (kind === SearchResultKind.title ? 100 + score : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
