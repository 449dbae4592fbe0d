import { recall, remember } from "./almacen.js"
import { messageOf, Unanswered } from "./api.js"
import { fieldElement, idOf, isControl } from "./campo.js"
import { element, within } from "./dom.js"
import { cardElement } from "./tarjeta.js"

/** @import { Card } from "../../../src/cards/card.ts" */
/** @import { PageAnswer, PageField, PageForm } from "../page-data.ts" */

/** @typedef {{ readonly asker: string, readonly where: string }} From Who asks, and where. */
/** @typedef {Readonly<Record<string, string>>} Values */
/**
 * @typedef {object} FormsParts
 * @property {(sent: From & { evento: string, formulario: string, valores: Values }) => Promise<PageAnswer>} send
 * @property {(form: PageForm, from: From) => void} left It was closed with something in it that was not sent.
 */

const MAX_KEPT = 20
/**
 * The answer was lost with the connection; the question was not.
 *
 * @type {Card}
 */
const SENT_BEFORE = {
  title: "El formulario ya se había enviado",
  tone: "aviso",
  blocks: [
    {
      kind: "text",
      text: "Se envió antes de perder la conexión y no se repitió. Consulte cómo quedó lo registrado.",
    },
  ],
  actions: [],
}

/**
 * Forms in a dialog. What was typed and not sent is kept in this tab, for whoever typed it and where; it is there again
 * when the form is opened again.
 *
 * @param {FormsParts} parts
 */
export function createForms({ send, left }) {
  /** @type {[string, Values][]} */
  const none = []
  const kept = new Map(recall("formularios", none))

  /**
   * @param {string} key
   * @param {Values | null} values
   */
  function keep(key, values) {
    kept.delete(key)
    if (values) kept.set(key, values)
    remember("formularios", [...kept].slice(-MAX_KEPT))
  }

  /**
   * Resolves with the answer once it was sent, `null` when it was left.
   *
   * @param {PageForm} shown
   * @param {From} from
   * @returns {Promise<PageAnswer | null>}
   */
  function open(shown, from) {
    const key = `${from.asker}|${from.where}|${shown.id}`
    const dialog = element("dialog", { className: "formulario", "aria-labelledby": "formulario-titulo" })
    let form = shown
    /** @type {string} */
    let evento = crypto.randomUUID()
    /** @type {PageAnswer | null} */
    let answer = null

    const typed = () => Object.fromEntries(form.fields.map(({ name }) => [name, control(name).value]))
    const changed = () => form.fields.some(({ name, value }) => control(name).value !== value)
    const notice = () => within(dialog, ".formulario-aviso", HTMLElement)

    /** @param {string} name */
    function control(name) {
      const found = within(dialog, `#${CSS.escape(idOf(name))}`, HTMLElement)
      if (isControl(found)) return found
      throw new Error(`«${name}» no es un campo.`)
    }

    /**
     * @param {PageForm} next
     * @param {boolean} recovered
     */
    function draw(next, recovered) {
      form = next
      dialog.replaceChildren(content(form, { recovered, submit, close: () => dialog.close(), anew }))
    }
    function anew() {
      keep(key, null)
      draw(shown, false)
      focusOn(form.fields[0])
    }
    /** @param {PageField | undefined} field */
    function focusOn(field) {
      if (field) control(field.name).focus()
    }

    /** @param {SubmitEvent} event */
    async function submit(event) {
      event.preventDefault()
      const button = within(dialog, "button[type=submit]", HTMLButtonElement)
      if (button.getAttribute("aria-disabled") === "true") return
      const unfinished = form.fields.filter(({ name }) => control(name).validity.badInput)
      if (unfinished.length > 0) {
        unfinished.forEach(({ name, label }, i) => {
          markWrong(name, `«${label}» no está completo. Complételo o bórrelo.`, i === 0)
        })
        return
      }
      button.setAttribute("aria-disabled", "true")
      say(null)
      const values = typed()
      keep(key, values)
      try {
        const given = await send({ ...from, evento, formulario: form.id, valores: values })
        evento = crypto.randomUUID()
        if (given.formulario) return again(given.formulario)
        const [card] = given.tarjetas
        if (card?.tone === "error") return say(cardElement({ ...card, actions: [] }, () => undefined))
        answer = card ? given : { ...given, tarjetas: [SENT_BEFORE] }
        dialog.close()
      } catch (error) {
        // The answer may be lost and not the question: asked again as the same event, it is done once.
        if (!(error instanceof Unanswered)) evento = crypto.randomUUID()
        say(`${messageOf(error)} Lo que escribió sigue aquí.`)
      } finally {
        button.removeAttribute("aria-disabled")
      }
    }

    /** @param {PageForm} next */
    function again(next) {
      draw(next, false)
      const wrong = form.fields.find(({ name }) => next.problems.some(({ field }) => field === name))
      if (wrong) focusOn(wrong)
      else notice().focus()
    }

    /** @param {Node | string | null} what */
    function say(what) {
      const place = notice()
      place.replaceChildren(...(what ? [what] : []))
      place.hidden = !what
      if (what) place.scrollIntoView({ block: "nearest" })
    }

    /**
     * @param {string} name
     * @param {string} message
     * @param {boolean} first
     */
    function markWrong(name, message, first) {
      const field = control(name)
      field.setAttribute("aria-invalid", "true")
      const note = within(dialog, `#${CSS.escape(`${idOf(name)}-problema`)}`, HTMLElement)
      note.textContent = message
      note.hidden = false
      if (first) field.focus()
    }

    const before = kept.get(key)
    const filled = before && withValues(shown, before)
    draw(filled ?? shown, Boolean(filled))
    document.body.append(dialog)
    dialog.showModal()
    const [problem] = shown.problems
    focusOn(problem ? form.fields.find(({ name }) => name === problem.field) : form.fields[0])

    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        if (answer) keep(key, null)
        else if (changed() || kept.has(key)) {
          keep(key, typed())
          left(form, from)
        }
        dialog.remove()
        resolve(answer)
      })
    })
  }

  return { open }
}

/**
 * The form with what had been typed; a picker that cannot show it gives way to text.
 *
 * @param {PageForm} form
 * @param {Values} values
 * @returns {PageForm}
 */
function withValues(form, values) {
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, value: values[field.name] ?? field.value })),
  }
}

/**
 * @typedef {object} ContentParts
 * @property {boolean} recovered
 * @property {(event: SubmitEvent) => void} submit
 * @property {() => void} close
 * @property {() => void} anew
 */

/**
 * @param {PageForm} form
 * @param {ContentParts} parts
 */
function content(form, { recovered, submit, close, anew }) {
  const general = form.problems.filter(({ field }) => !form.fields.some(({ name }) => name === field))
  const again = element("button", { type: "button" }, "Empezar de nuevo")
  again.addEventListener("click", anew)
  const cancel = element("button", { type: "button" }, "Cerrar sin enviar")
  cancel.addEventListener("click", close)
  const node = element(
    "form",
    { noValidate: true, autocomplete: "off" },
    element("h2", { id: "formulario-titulo" }, form.title),
    ...(form.demo ? [element("p", { className: "etiqueta-demo" }, "DATOS DE DEMOSTRACIÓN")] : []),
    ...(form.intro ? [element("p", { className: "formulario-intro" }, form.intro)] : []),
    ...(recovered
      ? [element("p", { className: "recuperado" }, "Se recuperó lo que había escrito y no envió. ", again)]
      : []),
    ...form.fields.map((field) => fieldElement(field, form.problems)),
    element(
      "div",
      { className: "formulario-aviso", role: "alert", tabIndex: -1, hidden: general.length === 0 },
      ...general.map(({ message }) => element("p", {}, message)),
    ),
    element(
      "div",
      { className: "acciones" },
      element("button", { type: "submit", className: "primary" }, form.submit),
      cancel,
    ),
  )
  node.addEventListener("submit", submit)
  return node
}
