import { find } from "./dom.js"

/** @typedef {{ accion: string | undefined, tag: string, text: string | null }} Focused */

const FOCUSABLE = "button, a, [tabindex]"

/**
 * What in a message has the focus, said so that it can be found again once the message was written anew.
 *
 * @param {HTMLElement} message
 * @returns {Focused | null}
 */
export function focusedIn(message) {
  const { activeElement: element } = document
  if (!(element instanceof HTMLElement) || element === message || !message.contains(element)) return null
  return { accion: element.dataset.accion, tag: element.tagName, text: element.textContent }
}

/**
 * The same button or link, or else the card: the focus never falls to the beginning of the page.
 *
 * @param {HTMLElement} message
 * @param {Focused} focused
 */
export function refocus(message, { accion, tag, text }) {
  /** @type {HTMLElement[]} */
  const candidates = [...message.querySelectorAll(FOCUSABLE)].filter((each) => each instanceof HTMLElement)
  const same =
    (accion && candidates.find((each) => each.dataset.accion === accion)) ||
    candidates.find((each) => each.tagName === tag && each.textContent === text) ||
    find(message, ".tarjeta")
  same?.focus({ preventScroll: true })
}
