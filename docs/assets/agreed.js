/* Where the wording of a text stands in the corpus: what to ask of the index, and what its answers and the twins say.
   Pure: what is fetched is handed in. A place is a paragraph: the rank of its text in time, and its rank there. */
import { shared, shingles } from "./wording.js"

const MOST_ASKED = 24 // runs of a pasted text: each may be in a bucket of its own, of some kilobytes
const NEAREST = 4 // texts that are read because they share the most,
const EARLIEST = 2 // and because they are the first that share about as much
const ENOUGH = 1 / 2 // of what the nearest shares: what shares less is not the same language
const WORTH_SHOWING = 1 / 4 // of what the nearest shares
const SHORTEST_PHRASE = 4, LONGEST_PHRASE = 12
const MOST_PHRASES = 10

/** The runs to look up: all of a short text, evenly spread ones of a long text. */
export const asked = (low, shape) => {
  const runs = shingles(low, shape)
  const step = Math.max(1, runs.length / MOST_ASKED)
  return Array.from({ length: Math.min(runs.length, MOST_ASKED) }, (_, rank) => runs[Math.floor(rank * step)].run)
}

/** The name of a run in the index, and the bucket it is in. */
export const key = (run) => run.toString(16).padStart(8, "0")
export const bucket = (run, { buckets }) => `language/${(run % buckets).toString(16)}.json`

/** What the index says of a run, as places. */
export const placesOf = (flat = []) =>
  Array.from({ length: flat.length / 2 }, (_, rank) => ({ text: flat[2 * rank], paragraph: flat[2 * rank + 1] }))

/** Take the places of each run; give the paragraphs that have any, best first. A run that many share says less. */
export const ranked = (lists) => {
  const scores = new Map()
  for (const places of lists) {
    for (const { text, paragraph } of places) {
      const name = `${text} ${paragraph}`
      const known = scores.get(name) ?? { text, paragraph, score: 0 }
      scores.set(name, { ...known, score: known.score + 1 / Math.sqrt(places.length) })
    }
  }
  return [...scores.values()].sort((one, other) =>
    other.score - one.score || one.text - other.text || one.paragraph - other.paragraph)
}

/** Take ranked paragraphs; give the ranks of the texts that are worth reading. */
export const worthReading = (candidates) => {
  const best = candidates[0]?.score ?? 0
  const early = candidates.filter(({ score }) => score >= best * ENOUGH).sort((one, other) => one.text - other.text)
  const first = (list, number) => [...new Set(list.map(({ text }) => text))].slice(0, number)
  return [...new Set([...first(candidates, NEAREST), ...first(early, EARLIEST)])]
}

/** Take the words of the pasted text and of a paragraph; give the runs that both have and say something, and the part of
    the pasted words that they make up. */
export const compared = (low, paragraphLow, shape) => {
  const little = new Set(shape.passed_over)
  const says = ({ first, length }) => low.slice(first, first + length).filter((word) => !little.has(word)).length > 1
  const runs = shared(low, paragraphLow, shape.shingle).filter(says)
  return { runs, share: runs.reduce((sum, { length }) => sum + length, 0) / low.length }
}

/** Take paragraphs with their `text` and `share`; give those that are worth showing in order of nearness. */
export const byNearness = (found) => {
  const sorted = found.filter(({ share }) => share > 0).sort((one, other) => other.share - one.share || one.text - other.text)
  return sorted.filter(({ share }) => share >= sorted[0].share * WORTH_SHOWING)
}

/** Take what was found in order of nearness (with `text` and `share`); give the first in time that shares enough. */
export const firstUse = (found) =>
  found.filter(({ share }) => share >= found[0].share * ENOUGH).reduce((one, other) => (other.text < one.text ? other : one))

/** Take the pasted words and all runs that were found; give the phrases of 4 to 12 words among them, the longest first,
    without the little words around them: where each begins, and its length. */
export const phrases = (low, runs, shape) => {
  const [little, formulas] = [new Set(shape.passed_over), new Set(shape.formulas)]
  const says = (words_) => words_.filter((word) => !little.has(word) && !formulas.has(word)).length > 1
  const found = new Map()
  for (const run of runs) {
    let [start, end] = [run.first, run.first + run.length]
    while (start < end && little.has(low[start])) start += 1
    while (end > start && little.has(low[end - 1])) end -= 1
    const [length, phrase] = [end - start, low.slice(start, end)]
    if (length >= SHORTEST_PHRASE && length <= LONGEST_PHRASE && says(phrase)) found.set(phrase.join(" "), { start, length })
  }
  return [...found.values()].sort((one, other) => other.length - one.length || one.start - other.start).slice(0, MOST_PHRASES)
}

/** Take the places of the runs of a phrase; give those that may hold it. The shortest list has them all, unless it is cut. */
export const mayHold = (lists, { most_places: most }) => {
  const whole = lists.filter((places) => places.length < most)
  if (!whole.length) return lists[0] ?? []
  const [rarest, ...others] = whole.sort((one, other) => one.length - other.length)
  const has = (places, place) => places.some(({ text, paragraph }) => text === place.text && paragraph === place.paragraph)
  return rarest.filter((place) => others.every((places) => has(places, place)))
}
