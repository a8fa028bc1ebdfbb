/* From a query to paragraphs: where its units stand, which pages to read first, and what is found on them. */
import { lookUp, page } from "./places.js"
import { byPlace, holds, likeness, needed, promise, score, together, unitsIn, weights } from "./ranking.js"
import { fold } from "../wording.js"

const AT_ONCE = 4 // pages of many that are read before anything is shown
const FEW = 12 // pages that are all read, so that every mark is seen with its word
const OF_OTHER_FORMS = 0.5 // a phrase whose words stand there in other forms, or with others between
const SURE = 0.9, UNLIKE = 0.55 // likeness: where a word is found itself, "organizations" is not taken for "organ"

/** Look the units of a query up. Gives the units that are anywhere, the pages with their marks, and what was read as
    something else or is nowhere. */
export const survey = async (units) => {
  const looked = await Promise.all(units.map((unit) => Promise.all(unit.words.map(lookUp))))
  const remarks = looked.flatMap((words, rank) => words.flatMap(({ words: read, instead }, place) =>
    (instead ? [{ typed: units[rank].words[place], read }] : [])))
  const found = units.flatMap((unit, rank) => standing(unit, looked[rank], remarks))
  const pages = marked(found)
  const kept = pages.size <= FEW ? await refined(pages, found, remarks) : pages
  return { units: found, weighed: weights(counts(kept, found)), remarks, pages: kept }
}

const counts = (pages, units) => {
  const counted = units.map(() => 0)
  for (const marks of pages.values()) for (const { unit } of marks) counted[unit] += 1
  return counted
}

/** Drop the marks whose words only begin like one that is found itself, or hold another number; say which phrases are
    nowhere word for word. */
const refined = async (pages, units, remarks) => {
  const read = await Promise.all([...pages.keys()].map(page))
  const liked = read.map(({ id, words }) => [id, likened(words, pages.get(id), units)])
  const sure = new Set(liked.flatMap(([, marks]) => marks.filter((mark) => mark.likeness >= SURE).map(({ unit }) => unit)))
  units.forEach(({ phrase, text }, unit) => { if (phrase && !sure.has(unit)) remarks.push({ phrase: text }) })
  const kept = liked.map(([id, marks]) => [id, marks.filter((mark) => mark.likeness >= UNLIKE || !sure.has(mark.unit))])
  return new Map(kept.filter(([, marks]) => marks.length))
}

/** Marks with how well the printed words answer; those that do not at all are dropped. */
const likened = (words, marks, units) =>
  marks.map((mark) => ({ ...mark, likeness: like(words, mark, units[mark.unit]) })).filter((mark) => mark.likeness)

/** A unit with page → stretches. A phrase that stands nowhere falls into its words; what is nowhere is left out. */
const standing = (unit, looked, remarks) => {
  const alone = unit.words.map((word, rank) => ({
    text: word, words: looked[rank].words, number: /\d/.test(word),
    marks: new Map([...looked[rank].found].map(([id, places]) => [id, places.map((at) => ({ at, end: at }))])),
  }))
  if (unit.phrase) {
    const marks = new Map()
    for (const id of looked[0].found.keys()) {
      const places = looked.map(({ found }) => found.get(id))
      const stretches = places.every(Boolean) ? together(places, unit.steps) : []
      if (stretches.length) marks.set(id, stretches)
    }
    if (marks.size) return [{ ...unit, marks }]
    remarks.push({ phrase: unit.text })
  }
  return alone.filter(({ marks }) => marks.size)
}

const marked = (units) => {
  const pages = new Map()
  units.forEach(({ marks }, unit) => marks.forEach((stretches, id) => {
    pages.set(id, [...(pages.get(id) ?? []), ...stretches.map((stretch) => ({ ...stretch, unit }))])
  }))
  for (const marks of pages.values()) marks.sort((one, other) => one.at - other.at || one.unit - other.unit)
  return pages
}

/** The pages that promise most first, in lots that are read one after the other; few pages are one lot. */
export const lots = ({ pages, weighed }) => {
  const order = [...pages].map(([id, marks]) => [id, promise(marks, weighed)])
    .sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]))
  const ids = order.map(([id]) => id)
  const size = ids.length > FEW ? AT_ONCE : FEW
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, rank) => ids.slice(rank * size, (rank + 1) * size))
}

/** Read some pages; give their paragraphs that have enough units, the best first. `most` is how many the best paragraph
    of all has, where that is known already. */
export const paragraphs = async (ids, { pages, units, weighed }, known) => {
  const read = await Promise.all(ids.map(page))
  const found = read.flatMap((one) => ofPage(one, pages.get(one.id), units, weighed))
  const most = known ?? Math.max(0, ...found.map(({ has }) => has))
  const hits = found.filter(({ has }) => has >= needed(most, units.length))
  return { most, hits: hits.sort(better) }
}

const better = (one, other) => other.score - one.score || one.path.localeCompare(other.path) || one.location - other.location

const ofPage = (one, marks, units, weighed) => {
  const starts = one.starts.map(({ location }) => location)
  const places = byPlace(likened(one.words, marks, units), starts)
  const above = new Map([...places].map(([rank, its]) => [one.starts[rank].id, unitsIn(its)]))
  return [...places].filter(([rank]) => one.starts[rank].text).map(([rank, its]) => {
    const { id: anchor, text: name, kind, location } = one.starts[rank]
    const words = one.words.slice(location, starts[rank + 1])
    if (kind === "t") words.push(words.pop().replace(/\.$/, "")) // Pagefind ends a heading with a full stop
    return {
      anchor, name, kind, location, words, meta: one.meta, path: one.path, has: unitsIn(its).size,
      marks: its.map(({ at, end }) => ({ at: at - location, end: end - location })),
      score: score(its, weighed, words.length, unitsAbove(anchor, above)),
    }
  })
}

const unitsAbove = (anchor, above) => {
  const parts = anchor.split("-")
  return new Set(parts.slice(1).flatMap((_, rank) => [...(above.get(parts.slice(0, rank + 1).join("-")) ?? [])]))
}

const like = (words, { at, end }, unit) => {
  if (unit.number) return holds(words[at], unit.text) ? 1 : 0
  if (!unit.phrase) return likeness(words[at], unit.words)
  const printed = words.slice(Math.max(0, at - unit.before), end + 1 + unit.after).join(" ")
  return ` ${low(printed)} `.includes(` ${low(unit.text)} `) ? 1 : OF_OTHER_FORMS
}

const low = (text) => text.split(/[^\p{L}\p{N}'’]+/u).map(fold).join(" ").trim()
