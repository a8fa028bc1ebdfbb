/* The page /language/: pasted text is looked up in this browser, in files of this site; it goes nowhere. */
import { asked, bucket, byNearness, compared, firstUse, key, mayHold, phrases, placesOf, ranked, worthReading } from "./agreed.js"
import { address, allWords, dated, fetched, make, paragraphs } from "./twins.js"
import { shingles, words } from "./wording.js"

const LONGEST = 20_000 // characters
const MOST_SHOWN = 8
const MOST_READ = 6 // texts, for the phrases too
const LONG_GAP = 24, KEPT = 10 // words between shared ones: what is longer is cut to some on both sides

const form = document.querySelector("#language")
const field = form.querySelector("textarea")
const status = document.querySelector("#language-status")
const results = document.querySelector("#language-found")

const index = async () => ({ ...await fetched("language/index.json"), ...await fetched("language/words.json") })

const places = async (run, shape) => placesOf((await fetched(bucket(run, shape)))[key(run)])
const placesOfAll = (runs, shape) => Promise.all(runs.map((run) => places(run, shape)))

/** The paragraphs of a text, each with its words as they are printed and as they are compared. */
const opened = async (rank, shape) => {
  const twin = await fetched(`${shape.texts[rank]}.json`)
  return paragraphs(twin).map(({ paragraph, place }) => {
    const printed = allWords(paragraph)
    const all = words(printed)
    return { text: rank, twin, paragraph, place, printed, all, low: all.map((word) => word.low) }
  })
}

/** Everything that is shown: paragraphs in order of nearness, and phrases with their first and last use. */
const lookUp = async (typed) => {
  const shape = await index()
  const pasted = words(typed)
  const low = pasted.map((word) => word.low)
  const runs = asked(low, shape)
  const candidates = ranked(await placesOfAll(runs, shape))
  const read = new Map()
  for (const rank of worthReading(candidates)) read.set(rank, await opened(rank, shape))
  const inReadTexts = () => byNearness(candidates.filter(({ text }) => read.has(text)).map(({ text, paragraph }) => {
    const one = read.get(text)[paragraph]
    return { ...one, ...compared(low, one.low, shape) }
  }))
  const lives = []
  for (const phrase of phrases(low, inReadTexts().flatMap((one) => one.runs), shape)) {
    const life = await lifeOf(low.slice(phrase.start, phrase.start + phrase.length), shape, read)
    const [from, to] = [pasted[phrase.start], pasted[phrase.start + phrase.length - 1]]
    if (life) lives.push({ words: typed.slice(from.at, to.end), ...life })
  }
  return { found: inReadTexts(), lives, spread: runs.length < shingles(low, shape).length } // phrases may have led to more texts
}

/** The first and the last use of a phrase, seen in the texts themselves; null where it has but one or they are too many. */
const lifeOf = async (low, shape, read) => {
  const runs = shingles(low, shape).map(({ run }) => run)
  const held = mayHold(await placesOfAll(runs, shape), shape)
  const first = await seen(held, low, shape, read)
  const last = await seen([...held].reverse(), low, shape, read)
  return first && last && first.text !== last.text ? { first, last } : null
}

const seen = async (held, low, shape, read) => {
  const wanted = ` ${low.join(" ")} `
  for (const { text, paragraph } of held) {
    if (!read.has(text) && read.size >= MOST_READ) return null
    if (!read.has(text)) read.set(text, await opened(text, shape))
    const one = read.get(text)[paragraph]
    if (` ${one.low.join(" ")} `.includes(wanted)) return one
  }
  return null
}

// What is shown.

const name = ({ twin, place }) => `${twin.symbol}, ${place}`
const link = (one, label = name(one)) =>
  make("a", { href: address(one.twin.url, one.paragraph.anchor), textContent: label })
const when = ({ twin }) => `${dated(twin)}${twin.status === "draft" ? ", draft" : ""}`

/** The words of a paragraph, the shared ones marked, long stretches between them cut. */
const quote = ({ printed, all, runs }) => {
  const quoted = make("p", { className: "entry" })
  let place = 0 // a word
  const between = (end) => {
    const [from, to] = [place ? all[place - 1].end : 0, end < all.length ? all[end].at : printed.length]
    if (end - place <= LONG_GAP) return quoted.append(printed.slice(from, to))
    if (place) quoted.append(printed.slice(from, all[place + KEPT - 1].end))
    quoted.append(" … ")
    if (end < all.length) quoted.append(printed.slice(all[end - KEPT].at, to))
  }
  for (const { second, length } of [...runs].sort((one, other) => one.second - other.second)) {
    if (second < place) continue // the pasted text repeats itself
    between(second)
    quoted.append(make("mark", { textContent: printed.slice(all[second].at, all[second + length - 1].end) }))
    place = second + length
  }
  between(all.length)
  return quoted
}

const percent = (share) => (share > 0.995 ? "all" : `${Math.max(1, Math.round(share * 100))} %`)

const entry = (one, roles) => [
  make("h3", { className: "text" }, link(one)),
  make("p", { className: "of" }, [...roles, when(one), `${percent(one.share)} of your words`].join(" · ")),
  quote(one),
]

const show = ({ found, lives, spread }) => {
  const nearest = found[0]
  const first = firstUse(found)
  const rest = found.slice(1, MOST_SHOWN).filter((one) => one !== first)
  const shown = first === nearest ? found.slice(0, MOST_SHOWN) : [nearest, first, ...rest]
  const roles = (one) => [...(one === nearest ? ["Nearest"] : []), ...(one === first ? ["First used"] : [])]
  results.replaceChildren(
    make("h2", { textContent: "Paragraphs that share its wording" }),
    ...shown.flatMap((one) => entry(one, roles(one))),
  )
  if (lives.length) {
    const line = (life) => make("li", {}, `“${life.words}”: first in `, link(life.first), ` (${when(life.first)}), last in `,
      link(life.last), ` (${when(life.last)})`)
    results.append(make("h2", { textContent: "Phrases it shares" }), make("ul", {}, ...lives.map(line)))
  }
  status.replaceChildren(
    "First used in ", link(first), ` (${when(first)}). Nearest: `, link(nearest), ` (${percent(nearest.share)} of your words).`,
    spread ? " The text is long, so it was looked up at places spread over it; paste one paragraph for a closer look." : "",
  )
}

const say = (words_) => { results.replaceChildren(); status.replaceChildren(words_) }

const attempt = async (typed) => {
  if (typed.length > LONGEST) return say("This is too long. Paste at most 20,000 characters, about seven pages.")
  const few = words(typed).length < 4
  if (few) return say("Paste at least four words of a sentence or paragraph.")
  say("Looking …")
  try {
    const answer = await lookUp(typed)
    if (answer.found.length) show(answer)
    else say("No text here shares four words in a row that say something with this. Try a longer stretch, or a sentence of a resolution.")
  } catch {
    say("The index could not be loaded. Try again in a moment.")
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  attempt(field.value)
})
form.hidden = false
