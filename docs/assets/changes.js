/* What changed between two texts, by whole words. Pure: words in, stretches out, so that the old words are those of the
   stretches that stayed or were deleted, and the new words those that stayed or were inserted. */
import { words } from "./wording.js"

const LARGEST = 4_000_000 // pairs of words: more are not compared one by one, but shown as replaced
const ISLAND = 2 // words: so few between two changes are read as a part of them

/** A text as the words that are printed, punctuation with them. */
export const printed = (text) => text.split(/\s+/).filter(Boolean)

/** Words differ by more than capitals, accents and punctuation. */
const compared = (word) => words(word).map(({ low }) => low).join(" ") || word

/** Take two lists of printed words; give stretches `{ kind, before, after }`: "same" has both, "changed" has words of
    which `before` was deleted and `after` inserted. No two stretches of one kind stand side by side. */
export const changes = (before, after) => {
  const steps = islandsJoined(stretches(before.map(compared), after.map(compared)))
  let [from, to] = [0, 0]
  return steps.map(({ same, deleted, inserted }) => {
    const stretch = {
      kind: same ? "same" : "changed",
      before: before.slice(from, from + (same || deleted)),
      after: after.slice(to, to + (same || inserted)),
    }
    from += same || deleted
    to += same || inserted
    return stretch
  })
}

/** Stretches as lengths: `same`, or `deleted` and `inserted`. */
const stretches = (before, after) => {
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const middle = between(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  return merged([{ same: head, deleted: 0, inserted: 0 }, ...middle, { same: tail, deleted: 0, inserted: 0 }])
}

/** The steps of a longest common subsequence. */
const between = (before, after) => {
  const [rows, columns] = [before.length, after.length]
  if (!rows || !columns || rows * columns > LARGEST) return [{ same: 0, deleted: rows, inserted: columns }]
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width) // of what the rests have in common
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = before[row] === after[column]
        ? lengths[(row + 1) * width + column + 1] + 1
        : Math.max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
    }
  }
  const steps = []
  let [row, column] = [0, 0]
  while (row < rows && column < columns) {
    if (before[row] === after[column]) {
      steps.push({ same: 1, deleted: 0, inserted: 0 })
      row += 1
      column += 1
    } else if (lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]) {
      steps.push({ same: 0, deleted: 1, inserted: 0 })
      row += 1
    } else {
      steps.push({ same: 0, deleted: 0, inserted: 1 })
      column += 1
    }
  }
  return [...steps, { same: 0, deleted: rows - row, inserted: columns - column }]
}

/** Neighbours of one kind as one; empty ones left out. */
const merged = (steps) => {
  const found = []
  for (const step of steps) {
    const last = found.at(-1)
    if (!step.same && !step.deleted && !step.inserted) continue
    if (last && Boolean(last.same) === Boolean(step.same)) {
      found[found.length - 1] = {
        same: last.same + step.same, deleted: last.deleted + step.deleted, inserted: last.inserted + step.inserted,
      }
    } else found.push(step)
  }
  return found
}

/** A word or two that stayed between two changes are read with them, where more was changed than stayed. */
const islandsJoined = (steps) => merged(steps.map((step, place) => {
  const around = [steps[place - 1], steps[place + 1]]
  const isIsland = step.same && step.same <= ISLAND && around.every(Boolean)
    && around.reduce((sum, { deleted, inserted }) => sum + deleted + inserted, 0) > 2 * step.same
  return isIsland ? { same: 0, deleted: step.same, inserted: step.same } : step
}))
