/* What the pages that compare texts need of the data of this site: the list of texts, the twins, and the paragraphs in
   them with their words and the names of their places. Nothing is asked of another host. */

const root = new URL("../", import.meta.url)
const kept = new Map()

/** The address of something of this site. */
export const address = (path, anchor = "") => Object.assign(new URL(path, root), anchor ? { hash: anchor } : {}).href

/** A JSON file of this site, fetched once. */
export const fetched = (path) => {
  if (!kept.has(path)) {
    kept.set(path, fetch(new URL(path, root)).then((response) => {
      if (!response.ok) throw new Error(path)
      return response.json()
    }))
    kept.get(path).catch(() => kept.delete(path))
  }
  return kept.get(path)
}

/** An element with some properties and children; words among them are words, never markup. */
export const make = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

const MONTHS = "January February March April May June July August September October November December".split(" ")

/** The date of a text in words; that of a draft is often not known. */
export const dated = (twin) => {
  const iso = twin.adopted ?? twin.distributed
  if (!iso) return "undated"
  const [year, month, day] = iso.split("-")
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`
}

/** All words of a paragraph and of its items on one line, as the generator has them. */
export const allWords = (paragraph) =>
  [paragraph.text,
    ...paragraph.children.flatMap((item) => [item.printed ? ` ${item.printed} ` : " ", allWords(item)]),
    ...(paragraph.tail ? [" ", paragraph.tail.text] : [])].join("")

/** The paragraphs of a text without their items, each with the name of its place, in the order of the page. */
export const paragraphs = (twin) => [
  ...placed([...twin.preamble, ...twin.operative], headingNames(twin.headings)),
  ...twin.annexes.flatMap((annex) => {
    const name = annex.label.replace(/\.$/, "").replace(/^\p{L}+/u, (word) => word.toLowerCase()) || "annex"
    return placed(annex.paragraphs, headingNames(annex.headings, new Map([[annex.anchor, name]])))
  }),
]

/** Paragraphs and items, each with its words alone; the words after the last item are named after their paragraph. */
export const pieces = (twin) => paragraphs(twin).flatMap(({ paragraph, place }) => piecesOf(paragraph, place, 0))

const piecesOf = (paragraph, place, depth) => [
  { anchor: paragraph.anchor, place, depth, text: paragraph.text },
  ...paragraph.children.flatMap((item, rank) =>
    piecesOf(item, item.label ? `${place} (${item.label})` : `${place}, item ${rank + 1}`, depth + 1)),
  ...(paragraph.tail ? [{ anchor: paragraph.anchor, place: `${place}, end`, depth, text: paragraph.tail.text }] : []),
]

// The names of places are those of generator/places.py.

const ANCHOR = /^(?<around>(?:[a-z0-9]+-)*?)(?<kind>pp|opu|op|pu|p)(?<number>\d+)[a-z]*(?:-(?<again>\d+)\w\w)?/
const UNNUMBERED = { op: "operative para.", opu: "unnumbered para.", p: "para.", pu: "unnumbered para." }

const headingNames = (headings, names = new Map()) => {
  for (const heading of headings) {
    const outer = names.get(heading.anchor.split("-").slice(0, -1).join("-"))
    names.set(heading.anchor, [outer, headingName(heading)].filter(Boolean).join(", "))
  }
  return names
}

const headingName = ({ anchor, label, text }) => {
  const own = anchor.split("-").at(-1)
  const printed = (label ?? "").replace(/[. ]+$/, "")
  const article = /^art(\w+)$/.exec(own)
  if (article) return `art. ${printed.replace(/article/i, "").trim() || article[1]}`
  if (/^[a-z]$/.test(own)) return `part ${printed || own.toUpperCase()}`
  return printed ? `sect. ${printed}` : `“${text.trim()}”`
}

const placed = (tops, names) => tops.map((paragraph) => {
  const found = ANCHOR.exec(paragraph.anchor)?.groups
  if (!found) return { paragraph, place: paragraph.anchor }
  const own = found.kind === "pp" ? `preambular para. ${found.number}`
    : paragraph.label ? `para. ${paragraph.label}` : `${UNNUMBERED[found.kind]} ${found.number}`
  const again = found.again ? ` (no. ${found.again} of that number)` : ""
  return { paragraph, place: [names.get(found.around.slice(0, -1)), own + again].filter(Boolean).join(", ") }
})
