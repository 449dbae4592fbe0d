import { recall, remember } from "./almacen.js"
import { post, readState } from "./api.js"
import { createChannels } from "./canales.js"
import { createPinned } from "./fijados.js"
import { createForms } from "./formulario.js"
import { createLog, emptyItem } from "./mensajes.js"
import { listen } from "./novedades.js"
import { createPrivate } from "./privadas.js"
import { createPosted } from "./publicados.js"
import { createClock } from "./reloj.js"
import { createSuggestions } from "./sugerencias.js"
import { element } from "./tarjeta.js"

const byId = (id) => document.getElementById(id)
const input = byId("texto")
const submit = byId("enviar")
const DIRECT = "directo"
const UNLINKED = { user: "sin-vincular", name: "", role: "Persona sin vincular (solo datos públicos)" }

const posted = createPosted()
const own = createPrivate()
const log = createLog({ log: byId("mensajes"), more: byId("mas"), press })
const pinned = createPinned(byId("fijados"), (id) => log.goTo(id))
const forms = createForms({
  send: ({ asker, where, ...sent }) => post("api/formulario", { ...originOf(asker, where), ...sent }),
  left: notSent,
})
const typed = []
let recalled = 0
let state
let user
let place = DIRECT
let suggestions
let channels

const originOf = (asker, where) => ({ como: asker, canal: where === DIRECT ? null : where })
const origin = () => originOf(user, place)
const channelHere = () => state.canales.find(({ channel }) => channel === place)

function showError(error) {
  byId("error").textContent = error ? error.message : ""
}

/** `answered`: the reader asked for what changed. */
function draw({ answered = false } = {}) {
  const channel = channelHere()
  posted.markRead(place)
  channels.mark(place, posted.unread)
  byId("titulo").textContent = channel ? `# ${channel.name}` : "Mensajes directos con Plenaria"
  byId("descripcion").textContent = channel ? channel.description : "Solo usted ve esta conversación."
  pinned.draw(posted.list(place))
  const posts = posted.list(place).map((message) => ({ at: message.id, order: 0, item: log.post(message) }))
  const mine = own
    .list(user, place)
    .map((item, i) => ({ at: item.after, order: i + 1, item: log.answer(item) }))
  const items = [...posts, ...mine].sort((a, b) => a.at - b.at || a.order - b.order).map(({ item }) => item)
  log.draw(items.length > 0 ? items : [emptyItem(Boolean(channel), ask)], `${user}|${place}`, answered)
}

function go(channel) {
  place = channel
  draw()
  // On a phone the keyboard would cover what one came to read.
  if (!matchMedia("(pointer: coarse)").matches) input.focus()
}

/** Keeps an answer for the identity and place that asked, even if another was chosen meanwhile. */
function keep({ asker, where, after }, answer, replaced) {
  const items = answer.tarjetas.map((tarjeta) => ({
    id: crypto.randomUUID(),
    after,
    tarjeta,
    hora: answer.hora,
  }))
  if (answer.reemplaza && replaced) own.replace(asker, where, replaced, items)
  else own.add(asker, where, ...items)
  return items
}

/** A form's answer, if it gives one; a message to come back to it, if it was left. */
async function fillIn(form, from, replaced) {
  const answer = await forms.open(form, { asker: from.asker, where: from.where })
  if (!answer) return draw({ answered: true })
  own.replace(from.asker, from.where, unsentId(form), [])
  const [first] = keep({ ...from, after: posted.last(from.where) }, answer, replaced)
  draw({ answered: true })
  if (first) log.focusOn(first.id)
}

const unsentId = ({ id }) => `formulario-${id}`

function notSent(form, { asker, where }) {
  const tarjeta = {
    title: `${form.title}: sin enviar`,
    tone: "aviso",
    blocks: [{ kind: "text", text: "No se registró nada. Lo que escribió se conserva en esta pestaña." }],
    actions: [{ id: form.id, label: "Seguir llenando", style: "primary" }],
    ...(form.demo ? { demo: true } : {}),
  }
  own.replace(asker, where, unsentId(form), [])
  own.add(asker, where, {
    id: unsentId(form),
    after: posted.last(where),
    tarjeta,
    hora: byId("reloj").textContent,
  })
}

const asking = () => ({ asker: user, where: place, after: posted.last(place) })

async function press(action, button, privateId) {
  if (button.getAttribute("aria-disabled") === "true") return
  const from = asking()
  button.setAttribute("aria-disabled", "true")
  showError(null)
  try {
    const answer = await post("api/accion", { ...origin(), evento: crypto.randomUUID(), accion: action })
    if (answer.formulario) return await fillIn(answer.formulario, from, null)
    const [first] = keep(from, answer, privateId)
    draw({ answered: true })
    if (first && !button.isConnected) log.focusOn(first.id)
  } catch (error) {
    showError(error)
  } finally {
    button.removeAttribute("aria-disabled")
  }
}

async function ask(text) {
  const from = asking()
  let opened
  showError(null)
  submit.disabled = true
  try {
    const answer = await post("api/orden", { ...origin(), evento: crypto.randomUUID(), texto: text })
    if (typed.at(-1) !== text) typed.push(text)
    recalled = typed.length
    if (input.value.trim() === text) input.value = ""
    own.add(from.asker, from.where, { id: crypto.randomUUID(), after: from.after, pregunta: text })
    keep(from, answer, null)
    draw({ answered: true })
    if (answer.formulario) opened = fillIn(answer.formulario, from, null)
  } catch (error) {
    showError(error)
  } finally {
    submit.disabled = false
    if (!opened) input.focus()
  }
}

function send(event) {
  event.preventDefault()
  suggestions.hide()
  const text = input.value.trim()
  if (text === "") return
  if (text.startsWith("/")) ask(text)
  else showError(new Error("Las órdenes comienzan con «/». Por ejemplo: /sesion proxima"))
}

function recallTyped(step) {
  if (typed.length === 0) return
  recalled = Math.min(Math.max(0, recalled + step), typed.length)
  input.value = typed[recalled] ?? ""
}

function fillIdentities() {
  const people = [...state.personas, UNLINKED]
  const option = ({ user: value, name, role }) =>
    element("option", { value }, name ? `${role} — ${name}` : role)
  byId("identidad").replaceChildren(...people.map(option))
  const known = (id) => people.some((person) => person.user === id)
  user = [recall("identidad", ""), "secretaria-tecnica", state.personas[0]?.user].find(known) ?? UNLINKED.user
  byId("identidad").value = user
  byId("identidad").addEventListener("change", (event) => {
    user = event.target.value
    remember("identidad", user)
    showError(null)
    draw()
  })
}

function prepareComposer() {
  suggestions = createSuggestions({ input, list: byId("sugerencias"), orders: state.ordenes, who: origin })
  byId("redactor").addEventListener("submit", send)
  input.addEventListener("input", () => {
    showError(null)
    suggestions.suggest()
  })
  input.addEventListener("blur", () => suggestions.hide())
  input.addEventListener("keydown", (event) => {
    if (suggestions.key(event)) return
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return
    event.preventDefault()
    recallTyped(event.key === "ArrowUp" ? -1 : 1)
  })
}

async function start() {
  state = await readState()
  fillIdentities()
  prepareComposer()
  channels = createChannels({
    nav: byId("canales"),
    toggle: byId("ver-canales"),
    veil: byId("velo"),
    direct: { channel: DIRECT, name: "Plenaria" },
    channels: state.canales,
    choose: go,
  })
  const clock = createClock({
    time: byId("reloj"),
    label: byId("reloj-rotulo"),
    said: byId("reloj-dicho"),
    buttons: document.querySelectorAll("[data-avance]"),
    onError: showError,
  })
  clock.show(state.reloj)
  draw()
  listen({
    after: posted.position,
    onMessage(message) {
      if (!posted.add(message)) return
      if (message.canal === place) draw()
      else channels.mark(place, posted.unread)
    },
    onUpToDate() {
      posted.upToDate()
      channels.mark(place, posted.unread)
    },
    onClock: clock.show,
    onState(connected) {
      byId("conexion").hidden = connected
    },
  })
}

start().catch(showError)
