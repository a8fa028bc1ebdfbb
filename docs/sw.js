/* Answers for the site where there is no network, from what the reader has taken along (/offline/). Nothing is kept
   that nobody asked for; with a network, the network is asked first. */
"use strict"

const KEPT = "operative"
const PATIENCE = 4000 // milliseconds for a network that does not answer, where there is a copy

/** One address for one file: without its query, brackets spelled in one way. */
const spelled = (url) => {
  const address = new URL(url)
  address.search = ""
  address.hash = ""
  address.pathname = address.pathname.replace(/index\.html$/, "").replaceAll("%28", "(").replaceAll("%29", ")")
  return address.href
}

const copyOf = async (request) => {
  const address = spelled(request.url)
  const kept = (wanted) => caches.match(wanted, { cacheName: KEPT })
  return (await kept(address)) ?? (request.mode === "navigate" ? kept(`${address}/`) : undefined)
}

const later = (milliseconds, value) => new Promise((resolve) => setTimeout(resolve, milliseconds, value))

const answer = async (request) => {
  const copy = await copyOf(request)
  const asked = fetch(request)
  if (!copy) return asked
  return (await Promise.race([asked.catch(() => copy), later(PATIENCE, copy)]))
}

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))
self.addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(request))
  }
})
