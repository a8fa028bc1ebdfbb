/* Which pieces of one text continue which of another: the quick comparison of /compare/. A piece is a paragraph's or an
   item's own words. What it says counts by its rarity within the two texts (TF-IDF); two pieces are as alike as the cosine
   of their weights, and are a pair where each is the best for the other. Pure. */
import { words } from "./wording.js"

const ALIKE = 0.27
const BY_ORDER = 0.03 // for standing at the same place, where two are alike
const SAYS_SOMETHING = 4 // words that a pair shares and that are no formula
const RELATED = 3 // pairs that say something, or half of a short text: with fewer there is no pair at all

/** The words of a piece and its pairs of neighbouring words, each once. */
const features = (text) => {
  const low = words(text).map((word) => word.low)
  return new Set([...low, ...low.slice(1).map((word, place) => `${low[place]} ${word}`)])
}

/** Features with their weights, as a vector of length 1. */
const weighted = (pieces) => {
  const all = pieces.map(features)
  const held = new Map()
  all.forEach((one) => one.forEach((feature) => held.set(feature, (held.get(feature) ?? 0) + 1)))
  return all.map((one) => {
    const weights = new Map([...one].map((feature) => [feature, Math.log(1 + all.length / held.get(feature)) - Math.log(2)]))
    const length = Math.hypot(...weights.values()) || 1
    return new Map([...weights].map(([feature, weight]) => [feature, weight / length]))
  })
}

/** Take the words of the pieces of two texts, and the words that say little (those of formulas among them); give the pairs
    in the order of the second text: `{ first, second, score }`. What every resolution shares makes no pair. */
export const pairs = (firstTexts, secondTexts, little) => {
  const vectors = weighted([...firstTexts, ...secondTexts])
  const [first, second] = [vectors.slice(0, firstTexts.length), vectors.slice(firstTexts.length)]
  const found = bestBothWays(first, second)
  const telling = found.filter((pair) => saysSomething(first[pair.first], second[pair.second], little))
  const shorter = Math.min(first.length, second.length)
  return telling.length >= Math.min(RELATED, Math.ceil(shorter / 2)) ? found : []
}

const bestBothWays = (first, second) => {
  const at = (place, list) => place / Math.max(1, list.length - 1)
  const rows = second.map((vector, place) => first.map((other, otherPlace) => {
    const score = cosine(vector, other)
    return score && score + BY_ORDER * (1 - Math.abs(at(place, second) - at(otherPlace, first)))
  }))
  const best = (scores) => scores.reduce((found, score, place) => (score > scores[found] ? place : found), 0)
  const bestForFirst = first.map((_, place) => best(rows.map((row) => row[place])))
  return rows.flatMap((row, place) => {
    const other = best(row)
    const isPair = row[other] >= ALIKE && bestForFirst[other] === place
    return isPair ? [{ first: other, second: place, score: row[other] }] : []
  })
}

const saysSomething = (one, other, little) => {
  const words_ = [...one.keys()].filter((feature) => other.has(feature) && !/[ \d]/.test(feature) && !little.has(feature))
  return words_.length >= SAYS_SOMETHING
}

const cosine = (one, other) => {
  let sum = 0
  for (const [feature, weight] of one) sum += weight * (other.get(feature) ?? 0)
  return sum
}
