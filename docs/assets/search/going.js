/* A symbol or reference that is typed alone ("59/166 para 18") leads to that text and paragraph. */
import { address, fetched } from "../twins.js"
import { anchorsOf, held, nearest, read } from "../references.js"

// What may stand beside a number or symbol in a reference; anything else is a word to look for.
const BESIDE = new RegExp([
  String.raw`u?n?(?:ga|sc|hrc|chr)|ecosoc|un|united|nations|general|assembly|security|council|economic|social|human|rights`,
  String.raw`commission|committee|draft|resolutions?|res|preambular|preamble|operative|para(?:graph)?s?|(?:foot)?note`,
  String.raw`annex(?:es)?|art(?:icle)?s?|sect(?:ion)?s?|and|of|on|the|in|no|bis|ter|[ivx]+|(?:pp|opu|op|fn|p|s)[\d:-]\S*|pp|op|fn`,
  String.raw`[a-z]|\([a-z]{1,5}\)|\S*\d\S*`,
].join("|"), "i")

const alone = (typed) => typed.split(/[\s,;#]+/).every((piece) => new RegExp(`^(?:${BESIDE.source})[.:]?$`, "i").test(piece) || piece === "")

/** Where a typed reference leads: its address and its name, and whether the place is there; null where it names none
    of our texts, or is no mere reference. */
export const destination = async (typed) => {
  const reference = alone(typed) ? read(typed) : null
  if (!reference) return null
  const [entry, ...others] = held(reference, await fetched("resolutions.json"))
  if (!entry || others.length) return null
  if (!reference.anchors.length) return { href: address(entry.url), name: entry.symbol, exact: true }
  const anchor = nearest(reference.anchors, anchorsOf(await fetched(entry.twin)))
  return { href: address(entry.url, anchor ?? ""), name: entry.symbol, exact: anchor === reference.anchors[0] }
}
