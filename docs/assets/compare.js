/* The page /compare/: two texts side by side, paragraph by paragraph, word by word. What is compared stands in the address
   (`?a=…&b=…`); the texts come from the twins of this site. */
import { changes, printed } from "./changes.js"
import { pairs } from "./pairs.js"
import { held, read } from "./references.js"
import { address, dated, fetched, make, pieces } from "./twins.js"

const form = document.querySelector("#compare")
const fields = { a: form.querySelector("#compare-a"), b: form.querySelector("#compare-b") }
const status = document.querySelector("#compare-status")
const results = document.querySelector("#compared")

const catalogue = () => fetched("resolutions.json")

/** The entry that somebody means by a symbol or a number; null where there is none, or more than one. */
const entry = async (typed) => {
  const reference = read(typed)
  const entries = reference ? held(reference, await catalogue()) : []
  return entries.length === 1 ? entries[0] : null
}

/** The pieces of two texts, and for each of the second the one of the first that it continues, with what changed. */
const compared = async (first, second) => {
  const [one, other, small] = await Promise.all([first.twin, second.twin, "language/words.json"].map(fetched))
  const [old, present] = [pieces(one), pieces(other)]
  const found = pairs(old.map(({ text }) => text), present.map(({ text }) => text),
    new Set([...small.passed_over, ...small.formulas]))
  const partner = new Map(found.map((pair) => [pair.second, old[pair.first]]))
  const continued = new Set(found.map((pair) => pair.first))
  return {
    one, other,
    rows: present.map((piece, place) => {
      const from = partner.get(place)
      return { piece, from, changes: from && changes(printed(from.text), printed(piece.text)) }
    }),
    dropped: old.filter((_, place) => !continued.has(place)),
  }
}

// What is shown. The style sheet tells those who only listen what was put in and what was taken out.

const changed = (stretches, side, tag) => stretches.filter((one) => one[side].length).flatMap((one) => {
  const words = one[side].join(" ")
  return [one.kind === "same" ? words : make(tag, { textContent: words }), " "]
})

const link = (twin, piece, label = piece.place) =>
  make("a", { href: address(twin.url, piece.anchor), textContent: label })

const side = (className, label, ...words) => make("div", { className },
  ...(label ? [make("p", { className: "of", textContent: label })] : []), make("p", { className: "diff" }, ...words))

/** A paragraph under the name of its place, with what became of it. */
const section = (twin, piece, said, ...sides) =>
  make("section", {}, make("h3", {}, link(twin, piece), make("span", { className: "of" }, ...said)), ...sides)

const isUnchanged = (stretches) => stretches.every(({ kind }) => kind === "same")

const row = ({ piece, from, changes: stretches }, one, other) => {
  if (!from) return section(other, piece, [" new"], side("second", "", piece.text))
  if (isUnchanged(stretches)) {
    return section(other, piece, [" the same words as ", link(one, from), ` of ${one.symbol}`], side("second", "", piece.text))
  }
  return section(other, piece, [" continues ", link(one, from), ` of ${one.symbol}`],
    side("first", one.symbol, ...changed(stretches, "before", "del")),
    side("second", other.symbol, ...changed(stretches, "after", "ins")))
}

const show = ({ one, other, rows, dropped }) => {
  const continued = rows.filter(({ from }) => from)
  if (!continued.length) {
    results.replaceChildren()
    return say(`${one.symbol} and ${other.symbol} share no paragraph, or nothing but formulas that many resolutions have.`)
  }
  const unchanged = continued.filter((one_) => isUnchanged(one_.changes)).length
  status.replaceChildren(`Of ${rows.length} paragraphs and items of ${other.symbol}, ${continued.length} continue one of `
    + `${one.symbol}, ${unchanged} of them in the same words; ${rows.length - continued.length} are new. `
    + `${dropped.length} of ${one.symbol} are not continued.`)
  const gone = dropped.map((piece) => section(one, piece, [" dropped"], side("first", "", piece.text)))
  results.replaceChildren(
    make("h2", {}, make("a", { href: address(other.url), textContent: other.symbol }), ` (${dated(other)}) against `,
      make("a", { href: address(one.url), textContent: one.symbol }), ` (${dated(one)})`),
    ...rows.map((one_) => row(one_, one, other)),
    ...(gone.length ? [make("h2", { textContent: `In ${one.symbol} only` }), ...gone] : []),
  )
}

const say = (...words) => { results.replaceChildren(); status.replaceChildren(...words) }

const attempt = async () => {
  const typed = [fields.a.value, fields.b.value]
  if (!typed.every((one) => one.trim())) return say("Choose two texts, for example 59/166 and 65/190.")
  say("Comparing …")
  try {
    const entries = await Promise.all(typed.map(entry))
    const unknown = typed.find((_, place) => !entries[place])
    if (unknown) return say(`“${unknown.slice(0, 80)}” is no text of this edition. Choose one from the list, or type its symbol.`)
    if (entries[0] === entries[1]) return say("These are one text. Choose two.")
    show(await compared(...entries))
  } catch {
    say("The texts could not be loaded. Try again in a moment.")
  }
}

/** Fill the fields from the address, and compare where it names two texts. */
const fromAddress = () => {
  const asked = new URLSearchParams(location.search)
  for (const [name, field] of Object.entries(fields)) field.value = asked.get(name) ?? ""
  if (asked.has("a") && asked.has("b")) return attempt()
  say()
}

const offer = async () => {
  const options = (await catalogue()).resolutions.map(({ symbol, title }) =>
    make("option", { value: symbol, label: title ? `${symbol} ${title}` : symbol }))
  form.querySelector("datalist").replaceChildren(...options)
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  const asked = new URLSearchParams({ a: fields.a.value, b: fields.b.value })
  history.pushState(null, "", `?${asked}`)
  attempt()
})
addEventListener("popstate", fromAddress)
form.hidden = false
offer().catch(() => {}) // the fields take symbols without the list too
fromAddress()
