/* The page /cite/: what is typed, or stands in the address (`?q=…`), leads to the document or paragraph that it names. */
import { anchorsOf, held, nearest, read } from "./references.js"

const root = new URL("../", import.meta.url)
const form = document.querySelector("#resolver")
const field = form.querySelector("input")
const answer = document.querySelector("#resolved")

const fetched = async (path) => {
  const response = await fetch(new URL(path, root))
  if (!response.ok) throw new Error(path)
  return response.json()
}
const link = (words, address) => Object.assign(document.createElement("a"), { textContent: words, href: address })
const say = (...pieces) => answer.replaceChildren(...pieces)

/** Where an entry of the catalogue is, and the place in it that is meant. */
const address = async (entry, reference) => {
  const target = new URL(entry.url, root)
  if (!reference.anchors.length) return { target, found: true }
  const anchor = nearest(reference.anchors, anchorsOf(await fetched(entry.twin)))
  if (anchor) target.hash = anchor
  return { target, found: anchor === reference.anchors[0] }
}

const resolve = async (typed, go) => {
  const reference = read(typed)
  if (!typed.trim()) return say("Type a resolution, for example 59/166 para 18.")
  if (!reference) {
    return say("This names no resolution that we can read. Try a symbol (A/RES/59/166) or a number (GA res 59/166, para 18).")
  }
  const catalogue = await fetched("resolutions.json")
  const entries = held(reference, catalogue)
  if (entries.length > 1) {
    return say("Which one is meant? ", ...entries.flatMap((entry) => [link(entry.symbol, new URL(entry.url, root)), " "]))
  }
  if (!entries.length) return sayElsewhere(reference.symbols, catalogue)
  const { target, found } = await address(entries[0], reference)
  if (found) return go(target)
  say(link(`${entries[0].symbol} has no such place; the nearest is here`, target))
}

/** A document that the edition does not hold is at its official place. */
const sayElsewhere = (symbols, catalogue) => {
  const known = catalogue.resolutions[0]
  const official = known?.official_url.slice(0, -known.symbol.length)
  const ways = official ? symbols.flatMap((symbol) => [link(symbol, official + symbol), " "]) : symbols
  say("This edition does not hold it. The official document: ", ...ways)
}

const attempt = (typed, go) =>
  resolve(typed, go).catch(() => say("The list of resolutions could not be loaded. Try again in a moment."))

form.addEventListener("submit", (event) => {
  event.preventDefault()
  attempt(field.value, (target) => location.assign(target))
})
form.hidden = false

const asked = new URLSearchParams(location.search).get("q")
if (asked !== null) {
  field.value = asked
  attempt(asked, (target) => location.replace(target)) // so that the way back does not lead here, and on again
}
