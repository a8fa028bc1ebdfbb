/* The page /search/: what is asked stands in the address, the answer below. Nothing is fetched before somebody asks. */
import { fetched, make } from "../twins.js"
import { addressOf, asked } from "./address.js"
import { lots, paragraphs, survey } from "./finding.js"
import { labelOf, narrowed } from "./filters.js"
import { destination } from "./going.js"
import { read } from "./query.js"
import { found, narrowing, nothing, remarked } from "./telling.js"
import { group, hit, link } from "./view.js"

const PAUSE = 300 // milliseconds without a key
const AT_ONCE = 10 // hits
const INTRO = "Type words, a phrase in quotes, or a symbol, into the field above. Each hit is a paragraph."

const form = document.querySelector("#search-box")
const field = form.querySelector("input")
const status = document.querySelector("#search-status")
const panel = document.querySelector("#search-filters")
const list = document.querySelector("#search-found")
const more = document.querySelector("#search-more")

let latest = 0 // the search that is under way; an answer to an earlier one is dropped
let waiting = { hits: [], lots: [] }

const say = (...pieces) => status.replaceChildren(...pieces)
const clear = (...pieces) => {
  list.replaceChildren()
  more.hidden = panel.hidden = true
  say(...pieces)
}

const sizeOf = (hits) => ({ count: hits.length, texts: new Set(hits.map(({ path }) => path)).size })

/** Show ten more hits, from pages that are read for them where need be; give how many there were. */
const showMore = async (mine) => {
  while (waiting.hits.length < AT_ONCE && waiting.lots.length) {
    const here = waiting
    const { most, hits } = await paragraphs(here.lots[0], here.survey, here.most)
    if (mine !== latest) return 0
    here.lots.shift()
    here.most ??= most
    here.hits.push(...hits)
    here.size ??= here.lots.length ? { count: null, texts: here.survey.pages.size } : sizeOf(hits)
  }
  const shown = waiting.hits.splice(0, AT_ONCE).map(hit)
  list.append(...shown)
  more.hidden = !waiting.hits.length && !waiting.lots.length
  return shown.length
}

const fill = (state, groups, known) => {
  const drawn = groups.filter(({ values }) => values.size)
    .map((one) => group(one, state.choices[one.key], (value) => labelOf(one.key, value, known)))
  panel.querySelector("form").replaceChildren(...drawn)
}

const answer = async (state, mine) => {
  const all = await survey(read(state.typed))
  if (mine !== latest) return
  if (!all.pages.size) return clear(...nothing(state, all.remarks))
  const chosen = Object.keys(state.choices).length > 0
  panel.hidden = false
  if (chosen) panel.open = true
  const known = panel.open ? await fetched("search/filters.json") : null
  const narrow = known && narrowed(all, known, state.choices)
  const kept = narrow?.survey ?? all
  waiting = { hits: [], lots: lots(kept), survey: kept, most: narrow?.most }
  list.replaceChildren()
  const shown = await showMore(mine)
  if (mine !== latest) return
  if (narrow) fill(state, narrow.groups, known)
  const size = narrow ?? waiting.size
  say(...(chosen && !shown ? narrowing(state, known) : found(size)), ...remarked(all, waiting.most))
}

/** Search for what the address asks. `go`: a reference that was typed alone leads to its text at once. */
const search = async (go) => {
  const mine = (latest += 1)
  const state = asked()
  if (field !== document.activeElement) field.value = state.typed
  document.title = document.title.replace(/^(?:“.*” – )?/s, state.typed ? `“${state.typed}” – ` : "")
  if (!state.typed) return clear(INTRO)
  say("Looking …")
  list.ariaBusy = "true"
  try {
    const there = await destination(state.typed)
    if (mine !== latest) return
    if (there?.exact && go) {
      latest += 1 // nothing more is to come on this page
      return location.replace(there.href)
    }
    await answer(state, mine)
    if (mine !== latest || !there) return
    const words = there.exact ? "Go to this place in " : "There is no such place; the nearest is in "
    status.prepend(make("strong", {}, words, link(there.name, there.href), ". "))
  } catch {
    if (mine === latest) clear("The index could not be loaded. Try again in a moment.")
  } finally {
    if (mine === latest) list.ariaBusy = "false"
  }
}

const move = (state, keep) => history[keep ? "pushState" : "replaceState"](null, "", addressOf(state))

form.addEventListener("submit", (event) => {
  event.preventDefault()
  move({ ...asked(), typed: field.value.trim() }, true)
  search(true)
})

let pause
field.addEventListener("input", () => {
  clearTimeout(pause)
  pause = setTimeout(() => {
    move({ ...asked(), typed: field.value.trim() }, false)
    search(false)
  }, PAUSE)
})

panel.addEventListener("toggle", () => {
  if (panel.open && !panel.querySelector("select")) search(false)
})

panel.addEventListener("change", ({ target }) => {
  const { typed, choices } = asked()
  const { [target.name]: _, ...others } = choices
  move({ typed, choices: target.value === "*" ? others : { ...others, [target.name]: target.value } }, true)
  search(false).then(() => panel.querySelector(`#${target.id}`)?.focus())
})

more.addEventListener("click", async () => {
  const before = list.children.length
  await showMore(latest)
  list.children[before]?.querySelector("a").focus()
})

window.addEventListener("popstate", () => {
  field.value = asked().typed
  search(false)
})

search(true)
