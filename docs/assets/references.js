/* What somebody types to find a document or a paragraph ("GA res 59/166 para 18 (b)"), read as an address.
   `read` takes the words and gives symbols that may be meant, with the anchors that may be meant there, best first;
   `resolve` chooses among what the edition holds. Nothing here touches the page. */

const LONGEST = 300 // characters: more is no reference

const ORGANS = [
  ["A/HRC/RES/", /\b(?:u?n?hrc|human rights council|council on human rights)\b/i],
  ["E/CN.4/RES/", /\b(?:u?n?chr|commission on human rights)\b/i],
  ["E/RES/", /\b(?:ecosoc|economic and social council)\b/i],
  ["S/RES/", /\b(?:u?n?sc|security council)\b/i],
  ["A/RES/", /\b(?:u?n?ga|general assembly)\b/i],
]

const DECISION = /\bdec(?:ision)?s?\.? ?$/i // right before the number: "Dec" in a date is none

// A/RES/59/166 · A/C.3/73/L.7/Rev.1 · S/RES/2331 (2016) · A/RES/2200 A (XXI) · A/RES/S-27/2
const SYMBOL = /(?<![\w/])(?:A|S|E|T|ST)\/(?:[A-Za-z0-9.]+(?:-[0-9A-Z]+)?\/)*[A-Za-z0-9.-]*\d[A-Za-z]?(?:-[A-Z])?(?: [A-Z](?= ?\())?(?: ?\((?:(?:ES|S)-)?[IVXLC]+\)| ?\(\d{4}\))?(?:\/(?:Add|Rev|Corr)\.\d+)*/i
// 59/166 · 2004/45 · S-27/2 · ES-11/1 · 68/247 B · 1445 (2002) · 2200 A (XXI) · 1008 (ES-II)
const NUMBER = /(?<![\w/])(?:(?<session>(?:(?:ES|S)-)?\d+\/\d+(?: ?[A-Z](?![\w.]))?)|(?<plain>\d+(?: ?[A-Z](?= ?\())?) ?\((?<bracket>(?:(?:ES|S)-)?[IVXLC]+|\d{4})\))/i

const ANCHOR = /(?:^|[\s,#])(?<anchor>(?:[a-z]-|s\d+-)?(?:pp|opu|op)\d+(?:bis|ter|quater|quinquies|alt\d?)?(?:-[a-z0-9]+)*|annex(?:\d+(?:-[a-z0-9]+)*|(?:-[a-z0-9]+)+)|fn:[a-z0-9-]+)\b/i
const INSERTED = "(?: ?(?:bis|ter|quater|quinquies|alt(?:\\.? ?\\d)?))?" // 5 bis · 2 alt. 3
const ITEMS = String.raw`(?<items>(?: ?\([a-z0-9]{1,5}\))*)`
const PREAMBULAR = new RegExp(String.raw`\b(?:preambular|preamble|pp)\.? ?(?:para(?:graph)?s?\.? ?)?(?<number>\d+)${ITEMS}`, "i")
const NOTE = /\b(?:foot)?note (?<number>\d+|\*+)|\bfn\.? ?(?<short>\d+)/i
const ANNEX = /\bannex(?:es)?(?: (?<number>[IVX]+|\d+))?/i
const ARTICLE = /\bart(?:icle)?s?\.? ?(?<number>\d+)/i
const SECTION = /\bsect(?:ion)?s?\.? ?(?<number>[IVX]+|\d+)/i
const PARAGRAPH = new RegExp(String.raw`(?:\b(?:operative )?(?:para(?:graph)?s?|op)\.? ?|[¶§] ?)(?<number>\d+${INSERTED})${ITEMS}`, "i")
const BARE = new RegExp(String.raw`^[\s,:;]*(?<number>\d+${INSERTED})${ITEMS}\s*$`, "i")

const ROMAN = { I: 1, V: 5, X: 10 }
const decimal = (written) => {
  if (/^\d+$/.test(written)) return Number(written)
  const values = [...written.toUpperCase()].map((sign) => ROMAN[sign])
  return values.reduce((sum, value, place) => sum + (value < (values[place + 1] ?? 0) ? -value : value), 0)
}
const squeezed = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "")
const items = (written) => [...(written ?? "").matchAll(/\(([^)]+)\)/g)].map((item) => `-${squeezed(item[1])}`).join("")

/** How a symbol is spelled here: no spaces, organs' letters in capitals. */
const spelled = (symbol) => symbol.replace(/\s+/g, "").replace(/^[a-z]+\//i, (organ) => organ.toUpperCase())

/** The anchors that the words after a document's name may mean, the narrowest first. */
export const anchors = (words) => {
  const direct = ANCHOR.exec(words)
  if (direct) return [direct.groups.anchor.toLowerCase()]
  const preambular = PREAMBULAR.exec(words)
  if (preambular) return [`pp${preambular.groups.number}${items(preambular.groups.items)}`]
  const note = NOTE.exec(words)
  if (note) {
    const label = note.groups.number ?? note.groups.short
    return [label.startsWith("*") ? `fn:star${label.length > 1 ? label.length : ""}` : `fn:${label}`]
  }
  const paragraph = PARAGRAPH.exec(words) ?? BARE.exec(words)
  const own = paragraph && `${squeezed(paragraph.groups.number)}${items(paragraph.groups.items)}`
  const annex = ANNEX.exec(words)
  if (annex) {
    const number = annex.groups.number ? decimal(annex.groups.number) : 1
    const inside = ARTICLE.exec(words) ? `-art${ARTICLE.exec(words).groups.number}` : ""
    return [`annex${number}`, ...(number === 1 ? ["annex"] : [])].flatMap((name) => [
      ...(own ? [`${name}${inside}-p${own}`] : []), `${name}${inside}`, name,
    ])
  }
  const section = SECTION.exec(words)
  const within = section ? [`s${decimal(section.groups.number)}`] : []
  return [...within.flatMap((name) => (own ? [`${name}-op${own}`] : [])), ...(own ? [`op${own}`] : []), ...within]
}

/** Take what was typed; give what it may mean: symbols, best first, and anchors. Null where it names no document. */
export const read = (typed) => {
  const words = typed.slice(0, LONGEST).normalize("NFKC").replace(/[‐-―]/g, "-").replace(/\s+/g, " ").trim()
    .replace(/^https?:\/\/\S*?\/(?=(?:A|S|E|T|ST)\/)/, "") // an address, of this site or another
  const symbol = SYMBOL.exec(words)
  if (symbol) return { symbols: [spelled(symbol[0])], anchors: anchors(words.slice(symbol.index + symbol[0].length)) }
  const number = NUMBER.exec(words)
  if (!number) return null
  const rest = words.slice(number.index + number[0].length)
  const bare = spelled(number[0]).toUpperCase()
  const named = ORGANS.find(([, name]) => name.test(words.slice(0, number.index)))
  const series = named ? [named[0]] : possible(number.groups)
  const decided = DECISION.test(words.slice(0, number.index))
  return { symbols: series.map((prefix) => (decided ? prefix.replace("RES", "DEC") : prefix) + bare), anchors: anchors(rest) }
}

/** The series that a number without an organ can belong to: a year is the Council's or the Commission's. */
const possible = ({ session, bracket }) => {
  if (bracket) return /^\d{4}$/.test(bracket) ? ["S/RES/"] : ["A/RES/", "E/RES/"]
  if (/^(?:19|20)\d\d\//.test(session)) return ["E/CN.4/RES/", "E/RES/"]
  const first = Number(/\d+/.exec(session)[0])
  return /^(?:ES|S)-/i.test(session) || first > 30 ? ["A/RES/", "A/HRC/RES/"] : ["A/HRC/RES/"]
}

/** Take what `read` gave and the catalogue of the edition (`resolutions.json`); give the entries that are meant. */
export const held = (reference, catalogue) => {
  const bySymbol = new Map(catalogue.resolutions.map((entry) => [entry.symbol.toUpperCase(), entry]))
  return reference.symbols.map((symbol) => bySymbol.get(symbol.toUpperCase())).filter(Boolean)
}

/** Take the anchors that may be meant and those that a text has; give the first that is there, or the nearest above. */
export const nearest = (wanted, there) => {
  for (const anchor of wanted) {
    for (let name = anchor; name; name = name.replace(/-?[^-]*$/, "")) {
      if (there.has(name)) return name
    }
  }
  return null
}

/** Every anchor of a text, from its twin. */
export const anchorsOf = (twin) => {
  const found = new Set(twin.headings.map((heading) => heading.anchor))
  const add = (paragraphs) => paragraphs.forEach((one) => { found.add(one.anchor); add(one.children) })
  add([...twin.preamble, ...twin.operative])
  for (const annex of twin.annexes) {
    found.add(annex.anchor)
    annex.headings.forEach((heading) => found.add(heading.anchor))
    add(annex.paragraphs)
  }
  twin.footnotes.forEach((note) => found.add(note.anchor))
  return found
}
