/* What is shown of a search. Words of texts, and words that were typed, are put in as words, never as markup. */
import { address, make } from "../twins.js"

const AROUND = 12 // words kept beside a mark, and at the beginning
const GAP = 8 // words: fewer are not worth a cut

/** The stretches of a paragraph that are shown: its beginning and what is around its marks. */
const shown = (length, marks) => {
  const wanted = [{ from: 0, to: AROUND }, ...marks.map(({ at, end }) => ({ from: at - AROUND, to: end + 1 + AROUND }))]
  const kept = []
  for (const { from, to } of wanted) {
    const last = kept.at(-1)
    if (last && from <= last.to + GAP) last.to = Math.max(last.to, to)
    else kept.push({ from, to })
  }
  const last = kept.at(-1)
  if (last.to + GAP >= length) last.to = length
  return kept
}

/** Marks that follow each other directly, as one. */
const joined = (marks) => marks.reduce((kept, { at, end }) => {
  const last = kept.at(-1)
  if (last && at <= last.end + 1) last.end = Math.max(last.end, end)
  else kept.push({ at, end })
  return kept
}, [])

const WORD = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su

/** A marked stretch; the punctuation around it is not marked. */
const marked = (stretch) => {
  const [, before, word, after] = WORD.exec(stretch)
  return [before, make("mark", { textContent: word }), after]
}

const quote = ({ words, marks: all }) => {
  const marks = joined(all)
  const quoted = make("p", { className: "entry" })
  const stretches = shown(words.length, marks)
  for (const { from, to } of stretches) {
    if (from > 0) quoted.append("… ")
    for (let at = Math.max(0, from); at < Math.min(to, words.length);) {
      const mark = marks.find(({ end }) => end >= at)
      const inside = mark?.at <= at
      const end = Math.min(words.length, inside ? mark.end + 1 : Math.min(to, mark?.at ?? to))
      const stretch = words.slice(at, end).join(" ")
      quoted.append(...(inside ? marked(stretch) : [stretch]), " ")
      at = end
    }
  }
  if (stretches.at(-1).to < words.length) quoted.append("…")
  return quoted
}

const KINDS = { p: "Preamble", o: "Operative part", a: "Annex", n: "Note", t: "Title" }

/** One hit: where it is, what text that is, and its words. */
export const hit = (found) => {
  const { meta, name, kind, anchor, path } = found
  const title = kind === "t"
  const of = [KINDS[kind], meta.status === "draft" ? "draft" : "", meta.date, title ? "" : meta.title].filter(Boolean)
  return make("li", {},
    make("h2", { className: "text" },
      make("a", { href: address(path, title ? "" : anchor), textContent: title ? meta.symbol : `${meta.symbol}, ${name}` })),
    make("p", { className: "of", textContent: of.join(" · ") }),
    quote(found))
}

/** A link that changes the search, as words of a sentence. */
export const link = (words, href) => make("a", { href, textContent: words })

/** A group of filters: its values with how many paragraphs each leaves. */
export const group = ({ key, label, values }, chosen, labelled) => {
  const options = [...values].map(([value, count]) => ({ value, label: labelled(value), count }))
  const byYear = key === "year"
  options.sort((one, other) => (byYear ? other.value.localeCompare(one.value) : other.count - one.count || one.label.localeCompare(other.label)))
  const select = make("select", { id: `by-${key}`, name: key },
    make("option", { value: "*", textContent: "Any" }),
    ...options.map((one) => make("option", { value: one.value, textContent: `${one.label} (${one.count})` })))
  select.value = chosen ?? "*"
  return make("div", {}, make("label", { htmlFor: `by-${key}`, textContent: label }), select)
}

/** "1 paragraph", "12 paragraphs". */
export const counted = (count, thing) => `${count} ${thing}${count === 1 ? "" : "s"}`
