/* The key / leads to the search box in the header, from anywhere but a field in which it is a letter. */
"use strict"

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target.closest("input, textarea, select, [contenteditable]")) return
  event.preventDefault()
  document.querySelector("#search-field")?.select()
  document.querySelector("#search-field")?.focus()
})
