/* Cite a place or the whole text: copy its link, its citation in a form the reader chooses, or its words with the
   citation and the notes. What a citation says comes from the page's data (#citing): templates, in which numbers stand
   for slots, and the words for each place. Without script the fold-out "Cite this text" is what there is. */
"use strict"

{
  const REMEMBERED = "operative.form-of-citation"
  const TEXT = ".enacting, .pp, .op, .ap, .section, .annex, .closing, table"
  const NOT_PRINTED = ".ours, .cite-button, .footnote-backref, .by"
  const [PLACE, ADDRESS] = [0, 1]

  const data = JSON.parse(document.getElementById("citing")?.textContent ?? "null")
  const article = document.querySelector("article")

  const make = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  // Citations. An anchor is "" for the whole text.

  const addressOf = (anchor) => {
    const canonical = document.querySelector("link[rel=canonical]")?.href ?? ""
    const isPublished = canonical && new URL(canonical).hostname !== "localhost"
    const page = (isPublished ? canonical : location.href.split(/[?#]/)[0]).replace("%28", "(").replace("%29", ")")
    return anchor ? `${page}#${anchor}` : page
  }

  const placeIn = (form, anchor) => form.places[anchor] ?? data.places[anchor]

  const cited = (form, anchor) => {
    const slots = { [PLACE]: placeIn(form, anchor), [ADDRESS]: addressOf(anchor) }
    const template = anchor ? form.part : form.whole
    return template.map((piece) => (typeof piece === "string" ? piece : slots[piece])).join("")
  }

  // The words of a place: its own blocks, and those that follow and stand below it.

  const rank = (block) => {
    if (block.matches("h2, h3")) return Number(block.tagName[1]) - 10
    if (block.matches(".closing")) return -10
    if (block.matches(".enacting")) return 0
    return block.matches("table") ? 10 : Number(/\bl(\d+)\b/.exec(block.className)?.[1] ?? 1)
  }

  const blocksOf = (anchor) => {
    const every = [...article.querySelectorAll(TEXT)].filter((block) => !block.closest("details"))
    if (!anchor) return [document.getElementById("title"), ...every]
    const first = document.getElementById(anchor)
    if (first.matches("li")) return [...first.querySelectorAll("p")]
    const taken = [first]
    for (const block of every.slice(every.indexOf(first) + 1)) {
      const belongs = block.dataset.of ? taken.some(({ id }) => id === block.dataset.of) : rank(block) > rank(first)
      if (!belongs) break
      taken.push(block)
    }
    return taken
  }

  const notesOf = (blocks) => {
    const marks = blocks.flatMap((block) => [...block.querySelectorAll(".footnote-ref")])
    return [...new Set(marks.map((mark) => mark.hash))].map((hash) => document.getElementById(hash.slice(1)))
  }

  const printed = (block) => {
    const copy = block.cloneNode(true)
    copy.querySelectorAll(NOT_PRINTED).forEach((added) => added.remove())
    copy.querySelectorAll("a.n, a.footnote-ref").forEach((link) => link.replaceWith(link.textContent))
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      const to = element.href // as an attribute it may be relative
      for (const { name } of [...element.attributes]) element.removeAttribute(name)
      if (to) element.setAttribute("href", to)
    }
    return copy
  }

  const indent = (block) => "\u2003".repeat(Math.max(0, block.matches("p") ? rank(block) - 1 : 0))

  const asHtml = (block) => {
    const copy = printed(block)
    return copy.matches("table") ? copy.outerHTML : `<p>${indent(block)}${copy.innerHTML.trim()}</p>`
  }

  const asPlain = (block) => {
    const copy = printed(block)
    copy.querySelectorAll("sup").forEach((mark) => mark.replaceWith(`[${mark.textContent}]`))
    if (!copy.matches("table")) return indent(block) + copy.textContent.replace(/\s+/g, " ").trim()
    return [...copy.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join("\t")).join("\n")
  }

  const withoutNumber = (note) => {
    const words = note.cloneNode(true)
    words.querySelectorAll("a.n").forEach((number) => number.remove())
    return words
  }

  const wordsOf = (anchor, form) => {
    const blocks = blocksOf(anchor)
    const labelled = (note) => [note.querySelector("a.n").textContent, withoutNumber(note).children[0]]
    const notes = notesOf(blocks).map(labelled)
    const citation = cited(form, anchor)
    const link = make("p", {}, make("a", { href: addressOf(anchor), textContent: citation })).outerHTML
    const htmlNotes = notes.map(([label, words]) => asHtml(words).replace("<p>", `<p><sup>${label}</sup> `))
    const plainNotes = notes.map(([label, words]) => `[${label}] ${asPlain(words)}`)
    return {
      html: [...blocks.map(asHtml), link, ...htmlNotes].join("\n"),
      plain: [blocks.map(asPlain).join("\n"), citation, plainNotes.join("\n")].filter(Boolean).join("\n\n"),
    }
  }

  // The menu: one for the page, opened at the button of a place.

  const remembered = () => {
    try {
      return localStorage.getItem(REMEMBERED)
    } catch {
      return null // storage may be forbidden
    }
  }

  const remember = (id) => {
    try {
      localStorage.setItem(REMEMBERED, id)
    } catch {
      // as above
    }
  }

  const start = () => {
    const preview = make("p", { className: "cite-preview" })
    const options = data.forms.map(({ id, name }) => make("option", { value: id, textContent: name }))
    const chosen = make("select", {}, ...options)
    const ours = "The number is our count: none is printed here."
    const remark = make("p", { className: "cite-remark", textContent: ours })
    const status = make("p", { className: "cite-status", role: "status" })
    const known = { className: "cite-menu", id: "cite-menu", role: "dialog", ariaLabel: "Cite" }
    const menu = make("div", { ...known, popover: "auto" })
    let opener = null

    const anchor = () => opener.dataset.anchor
    const form = () => data.forms.find(({ id }) => id === chosen.value) ?? data.forms[0]
    const runningForm = () => (form().running ? form() : data.forms[0])

    const bySelection = ({ plain, html }) => {
      const put = (event) => {
        event.clipboardData.setData("text/plain", plain)
        if (html) event.clipboardData.setData("text/html", html)
        event.preventDefault()
      }
      getSelection().selectAllChildren(preview)
      document.addEventListener("copy", put)
      const done = document.execCommand("copy")
      document.removeEventListener("copy", put)
      return done
    }

    const copy = async ({ plain, html }) => {
      try {
        const kinds = { "text/plain": plain, ...(html && { "text/html": html }) }
        const blobs = Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })])
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
        return true
      } catch {
        return bySelection({ plain, html }) // a page that came without encryption has no clipboard
      }
    }

    const action = (label, said, words) => {
      const button = make("button", { type: "button", textContent: label })
      button.addEventListener("click", async () => {
        status.textContent = ""
        const done = await copy(words())
        status.textContent = done ? said : "This browser does not let the page copy. Select the citation above."
      })
      return button
    }

    const show = () => {
      preview.textContent = cited(form(), anchor())
      remark.hidden = !data.counted.includes(anchor())
      status.textContent = ""
    }

    const openAt = (anchor, label, properties = {}) => {
      const button = make("button", { type: "button", className: "cite-button", ariaLabel: label, ...properties })
      button.dataset.anchor = anchor
      button.popoverTargetElement = menu
      button.setAttribute("aria-haspopup", "dialog")
      button.setAttribute("aria-expanded", "false")
      return button
    }

    document.addEventListener("click", (event) => {
      const button = event.target.closest?.(".cite-button")
      if (!button || button === opener) return
      if (menu.matches(":popover-open")) menu.hidePopover() // it was open at another place: now it opens here
      opener?.setAttribute("aria-expanded", "false")
      opener = button
      show()
    }, true)
    menu.addEventListener("toggle", ({ newState }) => {
      opener.setAttribute("aria-expanded", String(newState === "open"))
    })
    chosen.addEventListener("change", () => {
      remember(chosen.value)
      show()
    })

    chosen.value = data.forms.some(({ id }) => id === remembered()) ? remembered() : data.forms[0].id
    const copyLink = action("Copy link", "Link copied", () => ({ plain: addressOf(anchor()) }))
    copyLink.autofocus = true
    menu.append(
      make("div", { className: "cite-actions" },
        copyLink,
        action("Copy citation", "Citation copied", () => ({ plain: cited(form(), anchor()) })),
        action("Copy words", "Words copied, with citation and notes", () => wordsOf(anchor(), runningForm()))),
      make("label", {}, "Form ", chosen),
      preview, remark, status,
    )
    document.body.append(menu)

    for (const number of article.querySelectorAll("a.n[href^='#']")) {
      const anchor = number.hash.slice(1)
      if (anchor in data.places) number.after(openAt(anchor, `Cite ${data.places[anchor]}`))
    }
    const whole = openAt("", "", { className: "cite-button cite-whole", textContent: "Cite or copy this text" })
    article.querySelector(".official").after(whole)
  }

  const fromHere = document.querySelector(".printed .here")
  if (fromHere) fromHere.textContent = addressOf("")

  if (data && "popover" in HTMLElement.prototype) start()
}
