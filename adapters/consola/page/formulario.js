import { recall, remember } from "./almacen.js"
import { cardElement, element } from "./tarjeta.js"

const MAX_KEPT = 20
/** The answer was lost with the connection; the question was not. */
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
const idOf = (name) => `campo-${name}`

/**
 * Forms in a dialog. What was typed and not sent is kept in this tab, for whoever typed it and where; it is there again
 * when the form is opened again.
 */
export function createForms({ send, left }) {
  const kept = new Map(recall("formularios", []))

  function keep(key, values) {
    kept.delete(key)
    if (values) kept.set(key, values)
    remember("formularios", [...kept].slice(-MAX_KEPT))
  }

  /** `from`: who asks and where. Resolves with the answer once it was sent, `null` when it was left. */
  function open(shown, from) {
    const key = `${from.asker}|${from.where}|${shown.id}`
    const dialog = element("dialog", { className: "formulario", "aria-labelledby": "formulario-titulo" })
    let form = shown
    let evento = crypto.randomUUID()
    let answer = null

    const typed = () => Object.fromEntries(form.fields.map(({ name }) => [name, control(name).value]))
    const changed = () => form.fields.some(({ name, value }) => control(name).value !== value)
    const control = (name) => dialog.querySelector(`#${CSS.escape(idOf(name))}`)

    function draw(next, recovered) {
      form = next
      dialog.replaceChildren(content(form, { recovered, submit, close: () => dialog.close(), anew }))
    }
    function anew() {
      keep(key, null)
      draw(shown, false)
      focusOn(form.fields[0])
    }
    function focusOn(field) {
      if (field) control(field.name)?.focus()
    }

    async function submit(event) {
      event.preventDefault()
      const button = dialog.querySelector("button[type=submit]")
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
        if (!error.unanswered) evento = crypto.randomUUID()
        say(`${error.message} Lo que escribió sigue aquí.`)
      } finally {
        button.removeAttribute("aria-disabled")
      }
    }

    function again(next) {
      draw(next, false)
      const wrong = form.fields.find(({ name }) => next.problems.some(({ field }) => field === name))
      if (wrong) focusOn(wrong)
      else dialog.querySelector(".formulario-aviso")?.focus()
    }

    function say(what) {
      const place = dialog.querySelector(".formulario-aviso")
      place.replaceChildren(...(what ? [what] : []))
      place.hidden = !what
      if (what) place.scrollIntoView({ block: "nearest" })
    }

    function markWrong(name, message, first) {
      const field = control(name)
      field.setAttribute("aria-invalid", "true")
      const note = dialog.querySelector(`#${CSS.escape(`${idOf(name)}-problema`)}`)
      note.textContent = message
      note.hidden = false
      if (first) field.focus()
    }

    const before = kept.get(key)
    const filled = before && withValues(shown, before)
    draw(filled ?? shown, Boolean(filled))
    document.body.append(dialog)
    dialog.showModal()
    const problem = shown.problems.length > 0
    focusOn(problem ? form.fields.find(({ name }) => name === shown.problems[0].field) : form.fields[0])

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

/** The form with what had been typed; a picker that cannot show it gives way to text. */
function withValues(form, values) {
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, value: values[field.name] ?? field.value })),
  }
}

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

function fieldElement(field, problems) {
  const { name, label, hint, required } = field
  const id = idOf(name)
  const messages = problems.filter((problem) => problem.field === name).map(({ message }) => message)
  const input = controlElement(field)
  input.id = id
  input.setAttribute("aria-describedby", `${id}-problema ${id}-ayuda`)
  if (required) input.setAttribute("aria-required", "true")
  if (messages.length > 0) input.setAttribute("aria-invalid", "true")
  return element(
    "div",
    { className: "campo" },
    element(
      "label",
      { htmlFor: id },
      label,
      element("span", { className: "condicion" }, required ? " (obligatorio)" : " (opcional)"),
    ),
    element(
      "p",
      { id: `${id}-problema`, className: "problema", hidden: messages.length === 0 },
      messages.join(" "),
    ),
    input,
    element("p", { id: `${id}-ayuda`, className: "ayuda-campo", hidden: !hint }, hint ?? ""),
  )
}

const PICKER = { fecha: "date", hora: "time" }

function controlElement({ control, value, choices, required }) {
  if (control === "lista" && (value === "" || choices.some((choice) => choice.value === value))) {
    const options = choices.map((choice) => element("option", { value: choice.value }, choice.label))
    const none =
      required && value !== "" ? [] : [element("option", { value: "" }, required ? "Elija…" : "Sin elegir")]
    const select = element("select", {}, ...none, ...options)
    select.value = value
    return select
  }
  // An input of one line would drop what comes after the first.
  if (control === "parrafo" || value.includes("\n")) {
    const area = element("textarea", { rows: 4 })
    area.value = value
    return area
  }
  const input = element("input", { type: PICKER[control] ?? "text" })
  input.value = value
  if (input.value !== value) {
    input.type = "text"
    input.value = value
  }
  return input
}
