/* What the search says of an answer: how much was found, what was read as something else, and what to try. Pure. */
import { addressOf } from "./address.js"
import { GROUPS, labelOf } from "./filters.js"
import { counted, link } from "./view.js"

const listed = (words) => words.map((word) => `“${word}”`).join(", ")

/** How much there is: how many paragraphs, in how many texts; `count` is null where not all texts have been read. */
export const found = ({ count, texts }) => [
  count === null ? `The best paragraphs of ${counted(texts, "text")}.` : `${counted(count, "paragraph")} in ${counted(texts, "text")}.`,
]

/** What stands in the way of a better answer: slips that were mended, phrases and words that are nowhere. */
export const remarked = ({ units, remarks }, most) => {
  const told = remarks.map(({ typed, read, phrase }) => {
    if (phrase) return ` No paragraph has “${phrase}” word for word; these have its words.`
    return read.length ? ` No text has “${typed}”; shown is ${listed(read)}.` : ` No text has “${typed}”.`
  })
  return most < units.length ? [...told, " No paragraph has all of these words."] : told
}

/** Where no word is anywhere. */
export const nothing = (state, remarks) => [
  `Nothing found. ${remarked({ units: [], remarks }, 0).join("").trim()} Try fewer or other words, or look `,
  link("by theme", "../themes/"), " or ", link("by addressee", "../addressees/"), ". A symbol, such as A/RES/59/166, leads to its text.",
]

/** Where the filters leave nothing: each can be taken away. */
export const narrowing = ({ typed, choices }, known) => {
  const ways = GROUPS.filter(({ key }) => choices[key] !== undefined).flatMap(({ key, label }) => {
    const { [key]: value, ...others } = choices
    return [" ", link(`without ${label.toLowerCase()} “${labelOf(key, value, known)}”`, addressOf({ typed, choices: others }))]
  })
  return ["Nothing found with these filters. Try", ...ways, "."]
}
