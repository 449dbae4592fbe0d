import { recall, remember } from "./almacen.js"
import { messageOf, post, readState } from "./api.js"
import { createChannels } from "./canales.js"
import { byId, element } from "./dom.js"
import { createPinned } from "./fijados.js"
import { createForms } from "./formulario.js"
import { createLog, emptyItem } from "./mensajes.js"
import { listen } from "./novedades.js"
import { createPrivate } from "./privadas.js"
import { createPosted } from "./publicados.js"
import { createComposer } from "./redactor.js"
import { createClock } from "./reloj.js"

/** @import { Card } from "../../../src/cards/card.ts" */
/** @import { PageAnswer, PageForm, PageState } from "../page-data.ts" */
/** @import { From } from "./formulario.js" */
/** @import { PrivateItem } from "./privadas.js" */

/** @typedef {From & { readonly after: number }} Asking After which of the channel's messages it was asked. */

const DIRECT = "directo"
const UNLINKED = { user: "sin-vincular", name: "", role: "Persona sin vincular (solo datos públicos)" }

const clockText = byId("reloj", HTMLElement)
const posted = createPosted()
const own = createPrivate()
const log = createLog({ log: byId("mensajes", HTMLElement), more: byId("mas", HTMLElement), press })
const pinned = createPinned(byId("fijados", HTMLElement), (id) => log.goTo(id))
const forms = createForms({
  send: ({ asker, where, ...sent }) => post("api/formulario", { ...originOf(asker, where), ...sent }),
  left: notSent,
})
let place = DIRECT

// From here on, once the page has its data: see `start`.
/** @type {PageState} */
let state
/** @type {string} */
let user
/** @type {ReturnType<typeof createComposer>} */
let composer
/** @type {ReturnType<typeof createChannels>} */
let channels

/** @type {(asker: string, where: string) => { como: string, canal: string | null }} */
const originOf = (asker, where) => ({ como: asker, canal: where === DIRECT ? null : where })
const origin = () => originOf(user, place)
/** What Plenaria sends to one person alone is with what she asks directly. @param {string} where */
const readIn = (where) => (where === DIRECT ? `@${user}` : where)
const channelHere = () => state.canales.find(({ channel }) => channel === place)

/** @param {unknown} error */
function showError(error) {
  byId("error", HTMLElement).textContent = error ? messageOf(error) : ""
}

/** `answered`: the reader asked for what changed. */
function draw({ answered = false } = {}) {
  const channel = channelHere()
  posted.markRead(readIn(place))
  channels.mark(place, posted.unread)
  byId("titulo", HTMLElement).textContent = channel ? `# ${channel.name}` : "Mensajes directos con Plenaria"
  byId("descripcion", HTMLElement).textContent = channel
    ? channel.description
    : "Solo usted ve esta conversación."
  pinned.draw(posted.list(readIn(place)))
  const posts = posted
    .list(readIn(place))
    .map((message) => ({ at: message.id, order: 0, item: log.post(message) }))
  const mine = own
    .list(user, place)
    .map((item, i) => ({ at: item.after, order: i + 1, item: log.answer(item) }))
  const items = [...posts, ...mine].sort((a, b) => a.at - b.at || a.order - b.order).map(({ item }) => item)
  log.draw(items.length > 0 ? items : [emptyItem(Boolean(channel), ask)], `${user}|${place}`, answered)
}

/** @param {string} channel */
function go(channel) {
  place = channel
  draw()
  void showWhatWaits()
  // On a phone the keyboard would cover what one came to read.
  if (!matchMedia("(pointer: coarse)").matches) composer.focus()
}

/**
 * Keeps an answer for the identity and place that asked, even if another was chosen meanwhile.
 *
 * @param {Asking} asking
 * @param {PageAnswer} answer
 * @param {string | null} replaced
 */
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

/**
 * A form's answer, if it gives one; a message to come back to it, if it was left.
 *
 * @param {PageForm} form
 * @param {Asking} from
 * @param {string | null} replaced
 */
async function fillIn(form, from, replaced) {
  const answer = await forms.open(form, { asker: from.asker, where: from.where })
  if (!answer) return draw({ answered: true })
  own.replace(from.asker, from.where, unsentId(form), [])
  const [first] = keep({ ...from, after: posted.last(readIn(from.where)) }, answer, replaced)
  draw({ answered: true })
  if (first) log.focusOn(first.id)
}

/** @param {PageForm} form */
const unsentId = ({ id }) => `formulario-${id}`

/**
 * @param {PageForm} form
 * @param {From} from
 */
function notSent(form, { asker, where }) {
  /** @type {Card} */
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
    after: posted.last(readIn(where)),
    tarjeta,
    hora: clockText.textContent ?? "",
  })
}

/** @type {() => Asking} */
const asking = () => ({ asker: user, where: place, after: posted.last(readIn(place)) })

/** @type {import("./mensajes.js").Press} */
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

/** @param {string} text */
async function ask(text) {
  const from = asking()
  let opened
  showError(null)
  composer.setBusy(true)
  try {
    const answer = await post("api/orden", { ...origin(), evento: crypto.randomUUID(), texto: text })
    composer.done(text)
    own.add(from.asker, from.where, { id: crypto.randomUUID(), after: from.after, pregunta: text })
    keep(from, answer, null)
    draw({ answered: true })
    if (answer.formulario) opened = fillIn(answer.formulario, from, null)
  } catch (error) {
    showError(error)
  } finally {
    composer.setBusy(false)
    if (!opened) composer.focus()
  }
}

/**
 * Who has asked nothing yet is shown what waits for them, in the place of a greeting. Where that cannot be had, the
 * greeting stays: nobody asked for it.
 */
async function showWhatWaits() {
  const from = asking()
  const { asker } = from
  const untouched = () => own.list(asker, DIRECT).length === 0
  if (from.where !== DIRECT || asker === UNLINKED.user || !untouched()) return
  const body = { ...originOf(asker, DIRECT), evento: crypto.randomUUID(), texto: "/plenaria inicio" }
  const answer = await post("api/orden", body).catch(() => null)
  if (answer === null || !untouched()) return
  keep(from, answer, null)
  if (user === asker && place === DIRECT) draw()
}

function fillIdentities() {
  const select = byId("identidad", HTMLSelectElement)
  byId("sin-cuentas", HTMLElement).hidden = state.personas.length > 0
  const people = [...state.personas, UNLINKED]
  select.replaceChildren(
    ...people.map(({ user: value, name, role }) =>
      element("option", { value }, name ? `${role} — ${name}` : role),
    ),
  )
  const wanted = [recall("identidad", ""), "secretaria-tecnica", state.personas[0]?.user]
  user = wanted.find((id) => people.some((person) => person.user === id)) ?? UNLINKED.user
  select.value = user
  select.addEventListener("change", () => {
    user = select.value
    remember("identidad", user)
    showError(null)
    draw()
    void showWhatWaits()
  })
}

async function start() {
  state = await readState()
  // What let the browser in is in a cookie now, and need not be seen, kept or shared with the address.
  if (location.search !== "") history.replaceState(null, "", location.pathname)
  fillIdentities()
  composer = createComposer({
    form: byId("redactor", HTMLFormElement),
    input: byId("texto", HTMLInputElement),
    submit: byId("enviar", HTMLButtonElement),
    list: byId("sugerencias", HTMLElement),
    orders: state.ordenes,
    who: origin,
    ask,
    onError: showError,
  })
  channels = createChannels({
    nav: byId("canales", HTMLElement),
    toggle: byId("ver-canales", HTMLButtonElement),
    veil: byId("velo", HTMLElement),
    direct: { channel: DIRECT, name: "Plenaria" },
    channels: state.canales,
    choose: go,
  })
  const clock = createClock({
    time: clockText,
    label: byId("reloj-rotulo", HTMLElement),
    said: byId("reloj-dicho", HTMLElement),
    buttons: [...document.querySelectorAll("button")].filter(({ dataset }) => dataset.avance !== undefined),
    onError: showError,
  })
  clock.show(state.reloj)
  draw()
  void showWhatWaits()
  listen({
    after: posted.position,
    onMessage(message) {
      if (!posted.add(message)) return
      if (message.canal === readIn(place)) draw()
      else channels.mark(place, posted.unread)
    },
    onUpToDate() {
      posted.upToDate()
      channels.mark(place, posted.unread)
    },
    onClock: clock.show,
    onState(connected) {
      byId("conexion", HTMLElement).hidden = connected
    },
  })
}

start().catch(showError)
