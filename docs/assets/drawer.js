/* On a narrow screen the theme opens its navigation by a label, which no keyboard reaches. This puts a button in its
   place. By keyboard it leads to the first link of the navigation; Escape closes that and comes back. */
"use strict"

{
  const toggle = document.getElementById("__drawer")
  const label = document.querySelector(".md-header__button[for=__drawer]")
  const button = document.createElement("button")

  Object.assign(button, { type: "button", className: "md-header__button md-icon drawer", ariaLabel: "Navigation" })
  button.ariaExpanded = String(toggle.checked)
  button.append(...label.childNodes)
  label.replaceWith(button)

  toggle.addEventListener("change", () => (button.ariaExpanded = String(toggle.checked)))
  button.addEventListener("click", ({ detail }) => {
    toggle.click()
    const byKeyboard = detail === 0
    if (byKeyboard && toggle.checked) document.querySelector(".md-sidebar--primary .md-nav__list a").focus()
  })
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !toggle.checked) return
    toggle.click()
    button.focus()
  })
}
