import { element, find } from "./dom.js"
import { focusedIn, refocus } from "./foco.js"
import { cardElement } from "./tarjeta.js"

/** @import { Card } from "../../../src/cards/card.ts" */
/** @import { PageMessage } from "../page-data.ts" */
/** @import { PrivateItem } from "./privadas.js" */

/**
 * A message of the conversation: built anew when its version is another.
 *
 * @typedef {{ key: string, version: number, build: () => HTMLElement }} LogItem
 */
/** @typedef {{ node: HTMLElement, version: number }} Shown */
/**
 * `privateId`: of the private answer whose button it is; `null` in a channel's message.
 *
 * @typedef {(id: string, button: HTMLButtonElement, privateId: string | null) => void} Press
 */

const NEAR_THE_END = 120

/**
 * The conversation. Only what changed is touched: a card that is being read, or whose button has the focus, stays where
 * it is when another arrives, and a screen reader is told the new one alone.
 *
 * @param {{ log: HTMLElement, more: HTMLElement, press: Press }} parts
 */
export function createLog({ log, more, press }) {
  /**
   * By key: the node, and the version of what it shows.
   *
   * @type {Map<string, Shown>}
   */
  let shown = new Map()
  let scene = ""

  more.addEventListener("click", () => {
    show([...shown.values()].at(-1)?.node)
    log.focus({ preventScroll: true })
  })
  log.addEventListener("scroll", () => {
    if (atTheEnd()) more.hidden = true
  })

  const atTheEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END

  /**
   * A long answer is read from its first line.
   *
   * @param {HTMLElement | undefined} node
   */
  function show(node) {
    log.scrollTop = node ? node.offsetTop - 12 : 0
    more.hidden = true
  }

  /**
   * The question that was answered last, or the last message when nothing was asked after it.
   *
   * @param {readonly HTMLElement[]} nodes
   */
  function newestExchange(nodes) {
    const asked = nodes.findLastIndex((node) => node.classList.contains("pregunta"))
    const postedLater = nodes.slice(asked + 1).some((node) => !node.classList.contains("es-privada"))
    return asked < 0 || postedLater ? nodes.at(-1) : nodes[asked]
  }

  /**
   * What is being read: the message with the focus, the first that begins in sight, or the one that fills it.
   *
   * @param {readonly string[]} keys
   */
  function beingRead(keys) {
    const { top, bottom } = log.getBoundingClientRect()
    const inSight = keys
      .flatMap((key) => shown.get(key)?.node ?? [])
      .map((node) => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top && box.top < bottom)
    const found =
      inSight.find(({ node }) => node.contains(document.activeElement)) ??
      inSight.find(({ box }) => box.top >= top) ??
      inSight[0]
    return found && { node: found.node, top: found.box.top }
  }

  /**
   * Whatever changed above it or in it, what was being read is where it was: at once, where else one scrolls softly.
   *
   * @param {{ node: HTMLElement, top: number } | undefined} anchor
   */
  function keepInPlace(anchor) {
    if (!anchor) return
    const moved = anchor.node.getBoundingClientRect().top - anchor.top
    if (moved !== 0) log.scrollTo({ top: log.scrollTop + moved, behavior: "instant" })
  }

  /**
   * The node of a message, with its content renewed when the message changed; the focus stays on the same thing in it.
   *
   * @param {Shown | undefined} known
   * @param {LogItem} item
   * @returns {Shown}
   */
  function renewed(known, { version, build }) {
    if (known === undefined) return { version, node: build() }
    if (known.version === version) return known
    const focused = focusedIn(known.node)
    known.node.replaceChildren(...build().childNodes)
    if (focused) refocus(known.node, focused)
    return { version, node: known.node }
  }

  function announceNothing() {
    log.setAttribute("aria-live", "off")
    setTimeout(() => log.setAttribute("aria-live", "polite"), 200)
  }

  return {
    /**
     * `items` in order. Another `scene` (who is looking, and where) is shown from its
     * newest exchange, and so is an `answered` question; a message that arrives, or one that is changed in its place,
     * does not move what is being read.
     *
     * @param {readonly LogItem[]} items
     * @param {string} newScene
     * @param {boolean} answered
     */
    draw(items, newScene, answered) {
      const turned = newScene !== scene
      const follow = turned || answered || atTheEnd()
      if (turned) announceNothing()
      scene = newScene
      const arrived = items.some(({ key }) => !shown.has(key))
      const anchor = beingRead(items.map(({ key }) => key))
      const next = new Map(items.map((item) => [item.key, renewed(shown.get(item.key), item)]))
      for (const [key, { node }] of shown) if (!next.has(key)) node.remove()
      const nodes = [...next.values()].map(({ node }) => node)
      nodes.forEach((node, i) => {
        if (log.children[i] !== node) log.insertBefore(node, log.children[i] ?? null)
      })
      shown = next
      keepInPlace(anchor)
      if (!arrived && !turned) return
      if (follow) show(newestExchange(nodes))
      else more.hidden = false
    },
    /**
     * A message of the channel, from its beginning; it takes the focus, as if it had been followed to.
     *
     * @param {number} id
     */
    goTo(id) {
      const node = shown.get(`canal-${id}`)?.node
      if (!node) return
      show(node)
      find(node, ".tarjeta")?.focus({ preventScroll: true })
    },
    /**
     * Where a button was replaced by an answer, that answer takes the focus.
     *
     * @param {string} key
     */
    focusOn(key) {
      const known = shown.get(key)
      if (known) find(known.node, ".tarjeta")?.focus({ preventScroll: true })
    },
    /** @type {(message: PageMessage) => LogItem} */
    post: ({ id, revision, tarjeta, hora, actualizado, fijado }) => ({
      key: `canal-${id}`,
      version: revision,
      build: () => messageNode(tarjeta, hora, null, { actualizado, fijado }),
    }),
    /** @type {(item: PrivateItem) => LogItem} */
    answer: (item) => ({
      key: item.id,
      version: 0,
      build: () =>
        "pregunta" in item
          ? element("div", { className: "mensaje pregunta" }, hidden("Usted preguntó: "), item.pregunta)
          : messageNode(item.tarjeta, item.hora, item.id),
    }),
  }

  /**
   * @param {Card} card
   * @param {string} when
   * @param {string | null} privateId
   * @param {{ readonly actualizado?: boolean, readonly fijado?: boolean }} marks
   */
  function messageNode(card, when, privateId, { actualizado = false, fijado = false } = {}) {
    return element(
      "div",
      { className: privateId === null ? "mensaje" : "mensaje es-privada" },
      element(
        "p",
        { className: "pie" },
        element("b", {}, "Plenaria"),
        element("span", {}, when),
        ...(actualizado ? [element("span", { className: "actualizado" }, "(actualizado)")] : []),
        ...(fijado ? [element("span", { className: "fijado" }, "Fijado en el canal")] : []),
        ...(privateId === null
          ? []
          : [element("span", { className: "privada" }, "Solo usted ve esta respuesta")]),
      ),
      cardElement(card, (id, button) => press(id, button, privateId)),
    )
  }
}

/** @param {string} text */
const hidden = (text) => element("span", { className: "oculto" }, text)

const TO_BEGIN = ["/sesion proxima", "/compromiso mios", "/sesion resumen 21", "/plenaria ayuda"]

/**
 * What an empty conversation shows.
 *
 * @param {boolean} isChannel
 * @param {(order: string) => void} ask Sends the order that was chosen.
 * @returns {LogItem}
 */
export function emptyItem(isChannel, ask) {
  const buttons = TO_BEGIN.map((order) => {
    const button = element("button", { type: "button" }, order)
    button.addEventListener("click", () => ask(order))
    return button
  })
  const [title, text] = isChannel
    ? ["En este canal aún no hay mensajes", "Aquí llegarán los recordatorios y los resúmenes."]
    : ["Pregunte lo que necesite", "La respuesta es solo para usted. Puede comenzar con:"]
  return {
    key: isChannel ? "vacio-canal" : "vacio",
    version: 0,
    build: () =>
      element(
        "div",
        { className: "vacio" },
        element("h3", {}, title),
        element("p", {}, text),
        ...(isChannel ? [] : [element("div", { className: "para-empezar" }, ...buttons)]),
      ),
  }
}
