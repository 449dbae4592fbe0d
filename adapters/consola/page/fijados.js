import { element } from "./dom.js"

/** @import { PageMessage } from "../page-data.ts" */

/**
 * What is kept at hand at the head of a channel: the newest first, each a way to its message.
 *
 * @param {HTMLElement} nav
 * @param {(id: number) => void} goTo
 */
export function createPinned(nav, goTo) {
  let shown = ""
  return {
    /** @param {readonly PageMessage[]} messages */
    draw(messages) {
      const pinned = messages.filter(({ fijado }) => fijado).reverse()
      const now = JSON.stringify(pinned.map(({ id, tarjeta }) => [id, tarjeta.title]))
      // Made anew only when they are others: a button that has the focus keeps it.
      if (now === shown) return
      shown = now
      nav.hidden = pinned.length === 0
      nav.replaceChildren(element("span", {}, "Fijado:"), ...pinned.map(entry))
    },
  }

  /** @param {PageMessage} message */
  function entry({ id, tarjeta }) {
    const button = element("button", { type: "button" }, tarjeta.title)
    button.addEventListener("click", () => goTo(id))
    return button
  }
}
