/* The state of the search in its address, `/search/?q=…&theme=…`: the way back and a shared link lead to the same. */
import { GROUPS } from "./filters.js"

/** What the address asks for: the words, and a choice for each group that has one. */
export const asked = () => {
  const told = new URLSearchParams(location.search)
  const chosen = GROUPS.map(({ key }) => [key, told.get(key)]).filter(([, value]) => value !== null)
  return { typed: (told.get("q") ?? "").trim(), choices: Object.fromEntries(chosen) }
}

/** The address of a search. */
export const addressOf = ({ typed, choices }) => {
  const told = new URLSearchParams({ q: typed })
  for (const { key } of GROUPS) if (choices[key] !== undefined) told.set(key, choices[key])
  const found = new URL(location)
  found.search = told
  found.hash = ""
  return found.href
}
