import { element, find, within } from "./dom.js"

/**
 * @typedef {object} ChannelsParts
 * @property {HTMLElement} nav
 * @property {HTMLButtonElement} toggle
 * @property {HTMLElement} veil
 * @property {{ readonly channel: string, readonly name: string }} direct
 * @property {readonly { readonly channel: string, readonly name: string }[]} channels
 * @property {(channel: string) => void} choose
 */

/**
 * The list of conversations. Its buttons are made once and then only marked, so that focus stays where it is.
 *
 * @param {ChannelsParts} parts
 */
export function createChannels({ nav, toggle, veil, direct, channels, choose }) {
  /** @type {Map<string, { button: HTMLButtonElement, count: HTMLElement }>} */
  const buttons = new Map()

  /**
   * @param {string} channel
   * @param {string} sign
   * @param {string} name
   */
  function entry(channel, sign, name) {
    const count = element("span", { className: "nuevos", hidden: true })
    const label = element("span", { className: "nombre" })
    if (sign) label.append(element("span", { className: "gato", "aria-hidden": "true" }, `${sign} `))
    label.append(name)
    const button = element("button", { type: "button" }, label, count)
    button.addEventListener("click", () => {
      open(false)
      choose(channel)
    })
    buttons.set(channel, { button, count })
    return element("li", {}, button)
  }

  /** @param {boolean} wanted */
  function open(wanted) {
    nav.classList.toggle("abierto", wanted)
    veil.hidden = !wanted
    toggle.setAttribute("aria-expanded", String(wanted))
    if (wanted) find(nav, "[aria-current=true]")?.focus()
  }

  within(nav, "#lista-directos", HTMLElement).replaceChildren(entry(direct.channel, "", direct.name))
  within(nav, "#lista-canales", HTMLElement).replaceChildren(
    ...channels.map(({ channel, name }) => entry(channel, "#", name)),
  )
  toggle.addEventListener("click", () => open(!nav.classList.contains("abierto")))
  veil.addEventListener("click", () => open(false))
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !nav.classList.contains("abierto")) return
    open(false)
    toggle.focus()
  })

  return {
    /**
     * `unread` says how many messages of a channel have not been seen.
     *
     * @param {string} place
     * @param {(channel: string) => number} unread
     */
    mark(place, unread) {
      let total = 0
      for (const [channel, { button, count }] of buttons) {
        const number = channel === place ? 0 : unread(channel)
        total += number
        button.setAttribute("aria-current", String(channel === place))
        button.classList.toggle("con-nuevos", number > 0)
        count.hidden = number === 0
        count.replaceChildren(
          String(number),
          element("span", { className: "oculto" }, number === 1 ? " mensaje nuevo" : " mensajes nuevos"),
        )
      }
      toggle.classList.toggle("con-nuevos", total > 0)
    },
  }
}
