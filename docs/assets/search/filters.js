/* Narrowing what was found: which places of which pages pass, and how many would. Pure: `search/filters.json` is handed
   in as `known`. A choice is one value of a group; a place may have several, such as its themes. */
import { byPlace, needed, unitsIn } from "./ranking.js"

/** What a letter for the kind of a place stands for. */
export const PARTS = { p: "preamble", o: "operative", a: "annex", n: "note", t: "title" }

/** The groups in the order they are shown in: what they are called in the address and on the page. */
export const GROUPS = [
  { key: "theme", label: "Theme" },
  { key: "asked", label: "Addressee" },
  { key: "part", label: "Part" },
  { key: "year", label: "Year" },
  { key: "organ", label: "Organ" },
  { key: "status", label: "Status" },
]
const WORDS = {
  preamble: "Preambular paragraphs", operative: "Operative paragraphs", annex: "Annexes", note: "Notes", title: "Titles",
  adopted: "Adopted", draft: "Drafts", "": "Not known",
}

const starts = new WeakMap()
const startsOf = (page) => {
  if (!starts.has(page)) {
    let at = 0
    starts.set(page, page.steps.map((step) => (at += step)))
  }
  return starts.get(page)
}

const valuesOf = (page, rank, known) => ({
  theme: page.themes[rank].map((one) => known.themes[one][0]),
  asked: page.addressees[rank].map((one) => known.addressees[one][0]),
  part: [PARTS[page.kinds[rank]]],
  year: [page.year],
  organ: [page.organ],
  status: [page.status],
})

const passes = (values, choices, but) =>
  GROUPS.every(({ key }) => key === but || choices[key] === undefined || values[key].includes(choices[key]))

/** What a value is called where it is shown. */
export const labelOf = (key, value, known) => {
  const listed = { theme: known.themes, asked: known.addressees }[key]
  return listed ? listed.find(([id]) => id === value)?.[1] ?? value : WORDS[value] ?? value
}

/** Every place with marks: its marks and the values of its groups. */
const places = (survey, known) => [...survey.pages].flatMap(([id, marks]) => {
  const page = known.pages[id]
  return [...byPlace(marks, startsOf(page))].filter(([rank]) => page.kinds[rank] !== "-")
    .map(([rank, its]) => ({ id, marks: its, has: unitsIn(its).size, values: valuesOf(page, rank, known) }))
})

/** Take what a query stands at; give how many units the best place has, what passes the choices, how many paragraphs
    and texts that is, and for each group how many paragraphs each value would leave. */
export const narrowed = (survey, known, choices) => {
  const all = places(survey, known)
  const most = Math.max(0, ...all.map(({ has }) => has))
  const hits = all.filter(({ has }) => has >= needed(most, survey.units.length))
  const kept = hits.filter(({ values }) => passes(values, choices))
  const pages = new Map()
  for (const { id, marks } of kept) pages.set(id, [...(pages.get(id) ?? []), ...marks])
  const groups = GROUPS.map((group) => ({ ...group, values: counted(hits, choices, group.key) }))
  return { survey: { ...survey, pages }, most, count: kept.length, texts: pages.size, groups }
}

const counted = (hits, choices, key) => {
  const counts = new Map(choices[key] === undefined ? [] : [[choices[key], 0]])
  for (const { values } of hits) {
    if (passes(values, choices, key)) for (const value of values[key]) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
