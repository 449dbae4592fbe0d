import { post, readState } from "./api.js"
import { createPrivate } from "./privadas.js"
import { createSuggestions } from "./sugerencias.js"
import { cardElement, element } from "./tarjeta.js"

const byId = (id) => document.getElementById(id)
const input = byId("texto")
const log = byId("mensajes")
const DIRECT = "directo"
const UNLINKED = { user: "sin-vincular", name: "Persona sin vincular", role: "solo datos públicos" }

const posted = new Map()
const unread = new Map()
const typed = []
const own = createPrivate()
let state
let user
let place = DIRECT
let suggestions
let recalled = 0

const origin = () => ({ como: user, canal: place === DIRECT ? null : place })
const lastPosted = () => posted.get(place)?.at(-1)?.id ?? 0

function showError(error) {
  byId("error").textContent = error ? error.message : ""
}

/* Identities and channels */

function fillIdentities() {
  const option = ({ user: value, name, role }) => element("option", { value }, `${role} — ${name}`)
  byId("identidad").replaceChildren(...[...state.personas, UNLINKED].map(option))
  const wanted = sessionStorage.getItem("plenaria.identidad")
  const known = (id) => [...state.personas, UNLINKED].some((person) => person.user === id)
  user = [wanted, "secretaria-tecnica", state.personas[0]?.user].find(known) ?? UNLINKED.user
  byId("identidad").value = user
}

function fillChannels() {
  const entry = (channel, name) => {
    const count = unread.get(channel) ?? 0
    const button = element(
      "button",
      { type: "button", "aria-current": String(channel === place) },
      element("span", {}, name),
    )
    if (count > 0) {
      button.append(
        element(
          "span",
          { className: "nuevos" },
          String(count),
          element("span", { className: "oculto" }, count === 1 ? " mensaje nuevo" : " mensajes nuevos"),
        ),
      )
    }
    button.addEventListener("click", () => go(channel))
    return element("li", {}, button)
  }
  byId("lista-directos").replaceChildren(entry(DIRECT, "Plenaria"))
  byId("lista-canales").replaceChildren(
    ...state.canales.map(({ channel, name }) => entry(channel, `# ${name}`)),
  )
}

function go(channel) {
  place = channel
  unread.delete(channel)
  byId("canales").classList.remove("abierto")
  byId("ver-canales").setAttribute("aria-expanded", "false")
  draw()
  input.focus()
}

/* Messages */

/** Shows the newest exchange from its beginning: a long answer is read from its first line. */
function draw() {
  fillChannels()
  const channel = state.canales.find((candidate) => candidate.channel === place)
  byId("titulo").textContent = channel ? `# ${channel.name}` : "Mensajes directos con Plenaria"
  byId("descripcion").textContent = channel ? channel.description : "Solo usted ve esta conversación."
  const posts = (posted.get(place) ?? []).map((message) => ({
    at: message.id,
    order: 0,
    node: postNode(message),
  }))
  const mine = own
    .list(user, place)
    .map((item, i) => ({ at: item.after, order: i + 1, node: privateNode(item) }))
  const nodes = [...posts, ...mine].sort((a, b) => a.at - b.at || a.order - b.order).map(({ node }) => node)
  log.replaceChildren(...(nodes.length > 0 ? nodes : [emptyNode(channel)]))
  const newest = nodes.findLast((node) => node.classList.contains("pregunta")) ?? nodes.at(-1)
  const after = nodes.slice(nodes.indexOf(newest) + 1)
  const target = after.some((node) => !node.classList.contains("es-privada")) ? nodes.at(-1) : newest
  log.scrollTop = target ? target.offsetTop - log.offsetTop - 12 : 0
}

function emptyNode(channel) {
  return element(
    "div",
    { className: "vacio" },
    element(
      "p",
      {},
      channel
        ? "En este canal aún no hay mensajes."
        : "Pregunte lo que necesite: la respuesta es solo para usted.",
    ),
    element("p", {}, "Pruebe con /sesion proxima, /compromiso mios o /plenaria ayuda."),
  )
}

function postNode({ tarjeta, hora }) {
  return element(
    "div",
    { className: "mensaje" },
    element("p", { className: "pie" }, element("b", {}, "Plenaria"), element("span", {}, hora)),
    cardElement(tarjeta, (id, button) => press(id, button, null)),
  )
}

function privateNode(item) {
  if (item.pregunta !== undefined) return element("div", { className: "mensaje pregunta" }, item.pregunta)
  return element(
    "div",
    { className: "mensaje es-privada" },
    element(
      "p",
      { className: "pie" },
      element("b", {}, "Plenaria"),
      element("span", {}, item.hora),
      element("span", { className: "privada" }, "Solo usted ve esta respuesta"),
    ),
    cardElement(item.tarjeta, (id, button) => press(id, button, item.id)),
  )
}

/** Keeps an answer for the identity and place that asked, even if another was chosen meanwhile. */
function keep(asker, where, after, answer, replaced) {
  const items = answer.tarjetas.map((tarjeta) => ({
    id: crypto.randomUUID(),
    after,
    tarjeta,
    hora: answer.hora,
  }))
  if (answer.reemplaza && replaced) own.replace(asker, where, replaced, items)
  else for (const item of items) own.add(asker, where, item)
}

async function press(action, button, replaced) {
  const [asker, where, after] = [user, place, lastPosted()]
  button.disabled = true
  showError(null)
  try {
    const answer = await post("api/accion", { ...origin(), evento: crypto.randomUUID(), accion: action })
    keep(asker, where, after, answer, replaced)
    draw()
  } catch (error) {
    showError(error)
  } finally {
    button.disabled = false
  }
}

async function send(event) {
  event.preventDefault()
  const text = input.value.trim()
  showError(null)
  suggestions.hide()
  if (text === "") return
  if (!text.startsWith("/")) {
    showError(new Error("Las órdenes comienzan con «/». Por ejemplo: /sesion proxima"))
    return
  }
  const [asker, where, after] = [user, place, lastPosted()]
  byId("enviar").disabled = true
  try {
    const answer = await post("api/orden", { ...origin(), evento: crypto.randomUUID(), texto: text })
    typed.push(text)
    recalled = typed.length
    input.value = ""
    own.add(asker, where, { id: crypto.randomUUID(), after, pregunta: text })
    keep(asker, where, after, answer, null)
    draw()
  } catch (error) {
    showError(error)
  } finally {
    byId("enviar").disabled = false
    input.focus()
  }
}

function recall(step) {
  if (typed.length === 0) return
  recalled = Math.min(Math.max(0, recalled + step), typed.length)
  input.value = typed[recalled] ?? ""
}

/* The demonstration's clock and live news */

function showClock({ texto, movido }) {
  byId("reloj").textContent = movido ? `${texto} · reloj adelantado` : texto
}

async function advance(button) {
  const buttons = document.querySelectorAll("[data-avance]")
  for (const each of buttons) each.disabled = true
  showError(null)
  try {
    showClock(await post("api/reloj", { avance: button.dataset.avance }))
  } catch (error) {
    showError(error)
  } finally {
    for (const each of buttons) each.disabled = false
  }
}

function listen() {
  const news = new EventSource("api/novedades")
  // What was there before this page opened is not news.
  let old = true
  news.addEventListener("mensaje", (event) => {
    const message = JSON.parse(event.data)
    const list = posted.get(message.canal) ?? []
    if (list.some(({ id }) => id === message.id)) return
    posted.set(message.canal, [...list, message])
    if (message.canal === place) draw()
    else if (!old) {
      unread.set(message.canal, (unread.get(message.canal) ?? 0) + 1)
      fillChannels()
    }
  })
  news.addEventListener("al_dia", () => {
    old = false
  })
  news.addEventListener("reloj", (event) => showClock(JSON.parse(event.data)))
}

async function start() {
  state = await readState()
  fillIdentities()
  showClock(state.reloj)
  suggestions = createSuggestions({ input, list: byId("sugerencias"), orders: state.ordenes, who: origin })
  byId("identidad").addEventListener("change", (event) => {
    user = event.target.value
    sessionStorage.setItem("plenaria.identidad", user)
    draw()
  })
  byId("redactor").addEventListener("submit", send)
  input.addEventListener("input", () => suggestions.suggest())
  input.addEventListener("blur", () => suggestions.hide())
  input.addEventListener("keydown", (event) => {
    if (suggestions.key(event)) return
    if (event.key === "ArrowUp") recall(-1)
    else if (event.key === "ArrowDown") recall(1)
  })
  byId("ver-canales").addEventListener("click", (event) => {
    const open = byId("canales").classList.toggle("abierto")
    event.currentTarget.setAttribute("aria-expanded", String(open))
  })
  for (const button of document.querySelectorAll("[data-avance]"))
    button.addEventListener("click", () => advance(button))
  draw()
  listen()
}

start().catch(showError)
