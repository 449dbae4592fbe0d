const FOCUSABLE = "button, a, [tabindex]"

/** What in a message has the focus, said so that it can be found again once the message was written anew. */
export function focusedIn(message) {
  const { activeElement: element } = document
  if (!element || element === message || !message.contains(element)) return null
  return { accion: element.dataset.accion, tag: element.tagName, text: element.textContent }
}

/** The same button or link, or else the card: the focus never falls to the beginning of the page. */
export function refocus(message, { accion, tag, text }) {
  const candidates = [...message.querySelectorAll(FOCUSABLE)]
  const same =
    (accion && candidates.find((each) => each.dataset.accion === accion)) ||
    candidates.find((each) => each.tagName === tag && each.textContent === text) ||
    message.querySelector(".tarjeta")
  same?.focus({ preventScroll: true })
}
