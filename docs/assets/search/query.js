/* What somebody types into the search, read as units to look for: words, and phrases in quotes. Pure. */

const LONGEST = 300 // characters: more is no search
const MOST = 12 // units: each is looked up by itself
const QUOTED = /["“”«»„](?<phrase>[^"“”«»„]+)["“”«»„]/g
const LITTLE = new Set(
  ("a about an and any are as at be been by can did do does for from has have how in into is it its may of on or should that "
    + "the their them there these they this to was were what when where which who with").split(" "),
)

/** The words of some text as they are looked for; "sex-disaggregated" is two, "59/166" and "HIV/AIDS" are one each.
    `joined` says that a word hangs on the one before it by a hyphen. */
const wordsOf = (text) => text.toLowerCase().split(/\s+/).flatMap((piece) => {
  const bare = piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
  const parts = /\d/.test(bare) ? [bare] : bare.split(/[-‐-―]+/)
  return parts.filter(Boolean).map((word, rank) => ({ word, joined: rank > 0 }))
})

const telling = (words) => words.filter(({ word }) => !LITTLE.has(word))
const orAll = (some, all) => (some.length ? some : all)

/** A phrase: its telling words, each with how many words after the one before it stands, and how many words stand before
    the first and after the last of them. */
const phraseOf = (text) => {
  const all = wordsOf(text)
  if (all.length < 2) return all.map(unitOf)
  let place = 0
  const placed = all.map(({ word, joined }) => ({ word, place: joined ? place : (place += 1) }))
  const kept = orAll(telling(placed), placed)
  return [{
    text: all.map(({ word }) => word).join(" "), phrase: true,
    words: kept.map(({ word }) => word),
    steps: kept.map((one, rank) => (rank ? one.place - kept[rank - 1].place : 0)),
    before: kept[0].place - 1, after: place - kept.at(-1).place,
  }]
}

const unitOf = ({ word }) => ({ text: word, words: [word] })

/** Take what was typed; give its units in their order, each with its words. A phrase of one word is a word. Little
    words outside a phrase count only where there is nothing else. */
export const read = (typed) => {
  const text = typed.slice(0, LONGEST).normalize("NFKC")
  const units = []
  let end = 0
  for (const quoted of text.matchAll(QUOTED)) {
    units.push(...telling(wordsOf(text.slice(end, quoted.index))).map(unitOf), ...phraseOf(quoted.groups.phrase))
    end = quoted.index + quoted[0].length
  }
  units.push(...telling(wordsOf(text.slice(end))).map(unitOf))
  const known = new Set()
  return orAll(units, wordsOf(text).map(unitOf))
    .filter(({ text: unit }) => !known.has(unit) && known.add(unit)).slice(0, MOST)
}

const IRREGULAR = { woman: "women", man: "men", child: "children", person: "people", foot: "feet", datum: "data" }
const PLURALS = Object.entries(IRREGULAR)

/** A word and, where its plural is irregular, the other of the two: what stemming does not know. */
export const forms = (word) => [
  word,
  ...PLURALS.filter(([one]) => one === word).map(([, many]) => many),
  ...PLURALS.filter(([, many]) => many === word).map(([one]) => one),
]
