import { element } from "./tarjeta.js"

/** The list of conversations. Its buttons are made once and then only marked, so that focus stays where it is. */
export function createChannels({ nav, toggle, veil, direct, channels, choose }) {
  const buttons = new Map()

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

  function open(wanted) {
    nav.classList.toggle("abierto", wanted)
    veil.hidden = !wanted
    toggle.setAttribute("aria-expanded", String(wanted))
    if (wanted) nav.querySelector("[aria-current=true]")?.focus()
  }

  nav.querySelector("#lista-directos").replaceChildren(entry(direct.channel, "", direct.name))
  nav
    .querySelector("#lista-canales")
    .replaceChildren(...channels.map(({ channel, name }) => entry(channel, "#", name)))
  toggle.addEventListener("click", () => open(!nav.classList.contains("abierto")))
  veil.addEventListener("click", () => open(false))
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !nav.classList.contains("abierto")) return
    open(false)
    toggle.focus()
  })

  return {
    /** `unread` says how many messages of a channel have not been seen. */
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
