/* Words that are spelled nearly as one that no text has. Pure. */

const SHORT = 4, LONG = 8 // letters: how many slips a word may have grows with its length
const MOST = 3

const slipsOf = (word) => (word.length < SHORT ? 0 : word.length < LONG ? 1 : 2)

/** How many letters have to be put in, taken out, changed or swapped with the next; more than `most` is not counted. */
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)]
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row]
    for (let place = 1; place <= other.length; place += 1) {
      const same = one[row - 1] === other[place - 1]
      here[place] = Math.min(last[place] + 1, here[place - 1] + 1, last[place - 1] + (same ? 0 : 1))
      const swapped = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1]
      if (swapped) here[place] = Math.min(here[place], before[place - 2] + 1)
    }
    if (Math.min(...here) > most) return most + 1
    ;[before, last] = [last, here]
  }
  return last[other.length]
}

/** Take a word and the words of the corpus, the most frequent first; give the nearest of them, at most three. */
export const nearest = (word, corpus) => {
  let most = slipsOf(word)
  let found = []
  for (const other of most ? corpus : []) {
    const slips = distance(word, other, most)
    if (slips < most) [most, found] = [slips, []]
    if (slips === most) found.push(other)
  }
  return found.slice(0, MOST)
}
