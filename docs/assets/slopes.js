/* The arrow keys in the drawing of a series: up and down lead through the paragraphs of a text, left and right along the
   lines to what a paragraph was before and became, or to the nearest mark where no line leads on. Without this script
   every mark is reached with the Tab key. */

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

const number = (element, name) => Number(element.getAttribute(name))

function place(mark) {
  const circle = mark.querySelector("circle")
  return { x: number(circle, "cx"), y: number(circle, "cy") }
}

/* Where the lines lead that begin or end at a place: their other ends on one side of it. */
function along(drawing, from, side) {
  const [here, there] = side > 0 ? ["1", "2"] : ["2", "1"]
  return [...drawing.querySelectorAll("line")]
    .filter((line) => number(line, `y${here}`) === from.y && Math.abs(number(line, `x${here}`) - from.x) <= 5)
    .map((line) => ({ x: number(line, `x${there}`), y: number(line, `y${there}`) }))
}

function next(mark, [right, down]) {
  const drawing = mark.ownerSVGElement
  const from = place(mark)
  const marks = [...drawing.querySelectorAll("a")].map((one) => ({ one, ...place(one) }))
  const ahead = marks.filter(({ x, y }) => (down ? x === from.x && (y - from.y) * down > 0 : (x - from.x) * right > 0))
  const [end] = right ? along(drawing, from, right) : []
  const wanted = end ?? from
  const away = ({ x, y }) => Math.abs(x - wanted.x) * 1000 + Math.abs(y - wanted.y)
  return ahead.sort((one, other) => away(one) - away(other))[0]?.one
}

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key]
  const mark = event.target instanceof Element ? event.target.closest(".slopes a") : null
  if (!step || !mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  next(mark, step)?.focus()
})
