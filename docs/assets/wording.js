/* Words as they are compared, as generator/language/wording.py has them: in one case, without accents, apostrophes or
   punctuation; and the runs of words that two texts share. Nothing here touches the page. */

const WORD = /[\p{L}\p{N}\u0300-\u036f]+(?:['’][\p{L}\p{N}\u0300-\u036f]+)*/gu
const DROPPED = /[\u0300-\u036f'’]/g

/** A word as it is compared: "Children’s" is "childrens", "Côte" is "cote". */
export const fold = (word) => word.normalize("NFKD").replace(DROPPED, "").toLowerCase()

/** The words of a text in their order: as they are compared, and where they stand. */
export const words = (text) =>
  [...text.matchAll(WORD)].map((found) => ({ low: fold(found[0]), at: found.index, end: found.index + found[0].length }))

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** The CRC-32 of a text as UTF-8. */
export const crc32 = (text) => {
  let rest = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) rest = (rest >>> 8) ^ TABLE[(rest ^ byte) & 255]
  return (rest ^ 0xffffffff) >>> 0
}

/** Take words as they are compared and what the index says of its runs; give those runs: where each begins, its CRC-32. */
export const shingles = (low, { shingle, passed_over: passedOver }) => {
  const little = new Set(passedOver)
  const found = []
  for (let place = 0; place + shingle <= low.length; place += 1) {
    if (!little.has(low[place])) found.push({ place, run: crc32(low.slice(place, place + shingle).join(" ")) })
  }
  return found
}

const MOST_PLACES = 8 // of one run of words in a paragraph: a text that repeats itself is not compared with itself

/** Take the words of two texts; give the runs of at least `least` words that both have, each as long as it goes, in the
    order of the first text and apart from one another: where a run begins in each, and its length. */
export const shared = (first, second, least) => {
  const starts = new Map()
  for (let place = 0; place + least <= second.length; place += 1) {
    const run = second.slice(place, place + least).join(" ")
    const known = starts.get(run)
    if (!known) starts.set(run, [place])
    else if (known.length < MOST_PLACES) known.push(place)
  }
  const runs = []
  for (let place = 0; place + least <= first.length;) {
    let best = { length: 0 }
    for (const other of starts.get(first.slice(place, place + least).join(" ")) ?? []) {
      let length = least
      while (place + length < first.length && first[place + length] === second[other + length]) length += 1
      if (length > best.length) best = { first: place, second: other, length }
    }
    if (best.length) runs.push(best)
    place += best.length || 1
  }
  return runs
}
