/* "Take it with you": keeps the files of the site on this device, and renews them when the site has changed. The page
   /offline/ has the buttons; on every other page only a kept copy is renewed, and a line says so. */
"use strict"

const root = new URL("../", document.currentScript.src)
const KEPT = "operative"
const LIST = new URL("offline.json", root).href
const LARGEST = 80e6 // bytes: a larger site is not taken whole

const listed = async () => {
  const response = await fetch(LIST, { cache: "no-store" })
  if (!response.ok) throw new Error(LIST)
  return response
}
const keptList = async () => (await caches.match(LIST, { cacheName: KEPT }))?.json()
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
const address = (path) => new URL(path, root).href.replaceAll("%28", "(").replaceAll("%29", ")")

/** Fetch what is new or has changed, drop what is gone, and only then call the list the one that is kept. */
const take = async (tell) => {
  const response = await listed()
  const list = await response.clone().json()
  const kept = await caches.open(KEPT)
  const before = new Map(((await keptList())?.files ?? []).map(([path, hash]) => [path, hash]))
  const wanted = list.files.filter(([path, hash]) => before.get(path) !== hash)
  let done = 0
  for (const [path] of wanted) {
    const file = await fetch(address(path), { cache: "no-store" })
    if (!file.ok) throw new Error(path)
    await kept.put(address(path), file)
    done += 1
    if (done % 10 === 0) tell?.(`${done} of ${wanted.length} files`)
  }
  const there = new Set(list.files.map(([path]) => path))
  for (const path of before.keys()) if (!there.has(path)) await kept.delete(address(path))
  await kept.put(LIST, response)
  return { list, renewed: wanted.length }
}

const renew = async () => {
  const kept = await keptList()
  if (!kept) return
  const list = await (await listed()).json()
  if (list.version === kept.version) return
  await take()
  const line = Object.assign(document.createElement("p"), {
    className: "renewed", textContent: "The copy of this site on your device has been renewed.",
  })
  line.setAttribute("role", "status")
  document.querySelector("article")?.append(line)
}

const panel = async (form) => {
  const [button, away] = form.querySelectorAll("button")
  const said = document.querySelector("#taken")
  const show = async () => {
    const kept = await keptList()
    const list = await listed().then((response) => response.json()).catch(() => kept)
    away.hidden = !kept
    button.hidden = Boolean(kept && list?.version === kept.version)
    button.disabled = !list || list.bytes > LARGEST
    said.textContent = kept
      ? `This site is on your device: ${kept.files.length} files, ${megabytes(kept.bytes)}. It works without a network.`
      : list
        ? `${list.files.length} files, ${megabytes(list.bytes)}.${button.disabled ? " That is too much to take whole." : ""}`
        : "There is no network now, and nothing has been taken."
  }
  button.addEventListener("click", async () => {
    button.disabled = true
    try {
      await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname })
      await navigator.storage?.persist?.()
      await take((progress) => { said.textContent = progress })
      await show()
    } catch {
      said.textContent = "Not everything could be fetched. Try again: what is here already is not fetched twice."
      button.disabled = false
    }
  })
  away.addEventListener("click", async () => {
    await caches.delete(KEPT)
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
    await show()
  })
  form.hidden = false
  await show()
}

if ("serviceWorker" in navigator && "caches" in window) {
  const form = document.querySelector("#take-along")
  if (form) panel(form)
  else if (navigator.onLine) renew().catch(() => {})
}
