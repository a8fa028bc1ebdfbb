/* The theme shows a note in a pop-up while its mark is hovered or has the focus. This adds what it lacks: a tap shows
   the note and a second tap leads to it; Escape closes it, and the focus is at the mark; the pop-up has a name. */
"use strict"

const MARK = ".footnote-ref"
const POP_UP = ".md-tooltip2[role=dialog]"

const markAt = (event) => (event.target instanceof Element ? event.target.closest(MARK) : null)
const popUpOf = (mark) => document.getElementById(mark.getAttribute("aria-controls") ?? "")
const isShown = (mark) => popUpOf(mark)?.hidden === false

const closed = new WeakMap() // pop-ups that Escape has hidden, by their marks
let tappedAnew = null

document.addEventListener("pointerdown", (event) => {
  const mark = markAt(event)
  tappedAnew = event.pointerType === "touch" && mark && !isShown(mark) ? mark : null
  if (!mark && document.activeElement?.matches(MARK) && !event.target.closest(POP_UP)) {
    document.activeElement.blur() // not every browser takes the focus away where nothing can have it
  }
})

document.addEventListener("click", (event) => {
  const mark = markAt(event)
  if (mark && mark === tappedAnew) {
    event.preventDefault()
    mark.focus({ preventScroll: true }) // not every browser gives a tapped link the focus
  }
}, true)

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  for (const mark of document.querySelectorAll(`${MARK}[aria-controls]`)) {
    const popUp = popUpOf(mark)
    if (!popUp) continue
    const { activeElement } = document
    if (activeElement === document.body || popUp.contains(activeElement)) mark.focus({ preventScroll: true })
    popUp.hidden = true // the theme takes it away a moment after the mark is left
    closed.set(mark, popUp)
  }
})

for (const coming of ["mouseover", "focusin"]) {
  document.addEventListener(coming, (event) => {
    const popUp = closed.get(markAt(event))
    if (popUp) popUp.hidden = false
  })
}

new MutationObserver((changes) => {
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    if (added instanceof Element && added.matches(POP_UP)) added.setAttribute("aria-label", "Note")
  }
}).observe(document.body, { childList: true })
