/* Where words stand: Pagefind is asked for each word by itself, so that it is known which word stands where. Nothing of
   it is fetched before the first word. A large site has several indexes; all are asked. */
import { address, fetched } from "../twins.js"
import { forms } from "./query.js"
import { nearest } from "./spelling.js"

let opened
const pages = new Map() // by the id of a page, a result that leads to its words; once dropped, Pagefind forgets it
const asked = new Map() // by word

const open = async () => {
  const [first, ...others] = await fetched("search/indexes.json")
  if (!first) return null // a site without a text
  const index = await import(address(`${first}/pagefind.js`))
  for (const name of others) await index.mergeIndex(address(`${name}/`))
  return index
}

const search = async (words) => {
  opened ??= open()
  opened.catch(() => { opened = undefined }) // a network that comes back is asked again
  return (await (await opened)?.search(words))?.results ?? []
}

const isKnown = async (word) => (await search(`"${word}"`)).length > 0

/** Page → the places of any of these words in it, in order. */
const placesOf = async (words) => {
  const found = new Map()
  for (const word of words) {
    for (const result of await search(word)) {
      pages.set(result.id, result)
      found.set(result.id, [...(found.get(result.id) ?? []), ...result.words])
    }
  }
  for (const [page, places] of found) found.set(page, [...new Set(places)].sort((one, other) => one - other))
  return found
}

/** What a word is looked for as: its forms; where no text has it, the words that begin so or are spelled nearly so. */
const readAs = async (word) => {
  if (/\d/.test(word)) return { words: [word] }
  const known = []
  for (const form of forms(word)) if (await isKnown(form)) known.push(form)
  if (known.length) return { words: known }
  const corpus = (await fetched("search/words.json")).split(" ")
  if (word.length > 2 && corpus.some((other) => other.startsWith(word))) return { words: [word] }
  return { words: nearest(word, corpus), instead: true }
}

/** Look one word up: the words it is read as, whether these stand instead of it, and page → places. */
export const lookUp = (word) => {
  if (!asked.has(word)) {
    asked.set(word, readAs(word).then(async (read) => ({ ...read, found: await placesOf(read.words) })))
    asked.get(word).catch(() => asked.delete(word))
  }
  return asked.get(word)
}

const read = new Map()

/** A page that has been found: its words, and where its places begin among them. */
export const page = (id) => {
  if (!read.has(id)) {
    read.set(id, pages.get(id).data().then((data) => ({
      id, meta: data.meta, path: data.raw_url.replace(/^\//, ""), starts: data.anchors, words: split(data.raw_content),
    })))
    read.get(id).catch(() => read.delete(id))
  }
  return read.get(id)
}

const split = (content) => content.split(/[\s\u200B]+/).map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
