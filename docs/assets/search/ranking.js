/* Which pages are worth reading, and which of their paragraphs come first. Pure: places and words are handed in.
   A mark is a stretch of a page that a unit of the query stands at: `{unit, at, end}`, both ends included. */
import { fold } from "../wording.js"

const WINDOW = 60 // words: about a paragraph, for pages that have not been read
const NEAR = 10 // words between two units that still count as together
const OF_PAIRS = 0.8
const LONG = 80 // words: a short paragraph says it more to the point, a little
const OF_LENGTH = 0.15
const OF_FORMS = 0.9
const ABOVE = 0.35 // what a word above an item counts for the item

/** The rarer a unit, the more it says. `counts` has how often each stands anywhere. */
export const weights = (counts) => counts.map((count) => 1 / Math.log2(2 + count))

/** Where the words of a phrase follow each other, `places` being those of each of its words. */
export const together = (places, steps) =>
  places[0].flatMap((at) => {
    let end = at
    for (let rank = 1; rank < places.length; rank += 1) {
      const next = places[rank].find((place) => place >= end && place <= end + Math.max(1, steps[rank]))
      if (next === undefined) return []
      end = next
    }
    return [{ at, end }]
  })

/** How much a page promises: the most that stands together in it anywhere. */
export const promise = (marks, weighed) => {
  let best = 0
  for (let first = 0; first < marks.length; first += 1) {
    const there = new Set()
    let sum = 0
    for (let last = first; last < marks.length && marks[last].at - marks[first].at <= WINDOW; last += 1) {
      if (there.has(marks[last].unit)) continue
      there.add(marks[last].unit)
      sum += weighed[marks[last].unit]
      best = Math.max(best, sum - (marks[last].at - marks[first].at) / 1000)
    }
  }
  return best
}

/** Take the marks of a page and where its places begin, both in order; give the marks of each place that has any. */
export const byPlace = (marks, starts) => {
  const found = new Map()
  let place = -1
  for (const mark of marks) {
    while (place + 1 < starts.length && starts[place + 1] <= mark.at) place += 1
    if (place >= 0) found.set(place, [...(found.get(place) ?? []), mark])
  }
  return found
}

export const unitsIn = (marks) => new Set(marks.map(({ unit }) => unit))

/** How many of the units a paragraph must have to be shown: as many as the best has; of three or more, one may lack. */
export const needed = (most, units) => Math.max(1, units > 2 ? most - 1 : most)

const ENDING = /(?:ations?|ative|ings?|ers?|ies|ions?|ive|ed|es|s|e|y)$/

/** A word without its ending, roughly: enough to tell "organs" from "organizations", both of which begin with "organ". */
const stem = (word) => {
  const bare = word.replace(ENDING, "")
  return bare.length > 2 ? bare : word
}

/** How well a printed word answers the words looked for: 1 where it is one of them, nearly so where it is another form
    of one, less where it only begins alike. */
export const likeness = (printed, words) => {
  const parts = printed.split(/[^\p{L}\p{N}'’]+/u).filter(Boolean).map(fold)
  return Math.max(0, ...words.map(fold).flatMap((word) => parts.map((part) => alike(part, word))))
}

const alike = (one, other) => {
  if (one === other) return 1
  if (stem(one) === stem(other)) return OF_FORMS
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  return (1.4 * same) / (one.length + other.length)
}

/** Whether a printed word holds a number or symbol as it was typed: "55/25," holds 55/25, "55/250" does not. */
export const holds = (printed, typed) => {
  const at = printed.toLowerCase().indexOf(typed)
  const letter = /[\p{L}\p{N}]/u
  return at >= 0 && !letter.test(printed[at - 1] ?? "") && !letter.test(printed[at + typed.length] ?? "")
}

/** How well a paragraph answers: each unit by its rarity and its best likeness, and how near they stand in their order.
    `above` are the units in the words above an item. */
export const score = (marks, weighed, length, above) => {
  const best = new Map()
  for (const { unit, likeness: own } of marks) best.set(unit, Math.max(best.get(unit) ?? 0, own))
  let sum = 0
  for (const [unit, own] of best) sum += weighed[unit] * own
  for (const unit of above) if (!best.has(unit)) sum += ABOVE * weighed[unit]
  for (let unit = 0; unit + 1 < weighed.length; unit += 1) {
    sum += OF_PAIRS * Math.min(weighed[unit], weighed[unit + 1]) * nearness(marks, unit)
  }
  return sum * (1 - OF_LENGTH + OF_LENGTH / (1 + length / LONG))
}

/** How near a unit and the next stand at best, by their likeness too; in the other order it counts half. */
const nearness = (marks, unit) => {
  let best = 0
  for (const one of marks) {
    if (one.unit !== unit) continue
    for (const other of marks) {
      if (other.unit !== unit + 1) continue
      const apart = other.at >= one.at ? Math.max(1, other.at - one.end) : 2 * (one.at - other.end)
      if (apart <= NEAR) best = Math.max(best, (one.likeness * other.likeness) / Math.max(1, apart))
    }
  }
  return best
}
