import { beforeEach, describe, expect, it } from "vitest"
import type { Form, FormField } from "../../src/cards/form.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import type { ContractHarness, VisibleAnswer } from "./adapter-contract.ts"
import { cardOf, type RecordingInbound, reply } from "./contract-inbound.ts"
import { HOSTILE } from "./contract-rendering.ts"

/** A form as it stands on the screen. */
export interface FormOnScreen {
  readonly visibleTo: "asker" | "everyone"
  /** Everything that can be read of it: title, what it says, labels, hints, what was wrong. */
  readonly text: string
  /** What its fields hold; where the platform shows it in steps, those of the step. */
  readonly values: Readonly<Record<string, string>>
}

export type AfterSending =
  | ({ readonly kind: "answer" } & VisibleAnswer)
  /** It is there again, or still. */
  | ({ readonly kind: "form" } & FormOnScreen)
  /** Nothing more is to be seen. */
  | { readonly kind: "nothing" }

/** A person with a form before them. */
export interface FormHarness {
  /** Types a command that is answered with a form; resolves when it can be filled in. */
  open(command: string): Promise<FormOnScreen>
  /** Fills in these fields, in as many steps as there are, leaves the others, and sends the form. */
  send(values: Readonly<Record<string, string>>): Promise<AfterSending>
  /** The platform delivers the last submission again, with the same ids. */
  repeatLast(): Promise<unknown>
  /** Sends answers to a form that the bot never showed. */
  forge(formId: string, values: Readonly<Record<string, string>>): Promise<AfterSending>
  /** The bot stops and starts again; what people have on their screens stays. */
  restart(): Promise<void>
}

export const campo = (name: string, rest: Partial<FormField> = {}): FormField => ({
  name,
  label: `Rótulo de ${name}`,
  hint: `Ayuda de ${name}`,
  input: "texto",
  required: false,
  value: "",
  choices: [],
  maxLength: 1_000,
  ...rest,
})

export const formulario = (fields: readonly FormField[], rest: Partial<Form> = {}): Form => ({
  id: "sesion.editar:SO-22@3",
  title: "Editar la sesión",
  intro: "Los cambios se guardan sin avisar a nadie.",
  fields,
  submit: "Guardar",
  problems: [],
  ...rest,
})

const MODALIDADES = [
  { label: "Presencial", value: "presencial" },
  { label: "A distancia", value: "remota" },
]
const CAMPOS = [
  campo("etiqueta", { value: "Vigésima «Segunda»", required: true }),
  campo("sede", { input: "parrafo" }),
  campo("modalidad", { input: "opcion", choices: MODALIDADES, value: "remota" }),
]
const TYPED = {
  etiqueta: 'Sesión "Ñandú" ’ ',
  sede: "  Reforma 99\n\nPiso 3, ála «B»",
  modalidad: "presencial",
}
const asForm = (form: Form): InboundAnswer => ({ kind: "form", form })
const OPEN = "/sesion editar SO-22"

/** Forms on any platform: shown to the asker alone, filled in, sent, and never lost on an error. */
export function describeForms(harness: () => ContractHarness, inbound: () => RecordingInbound): void {
  const forms = () => harness().forms
  /** The form for whoever asks, and this for whoever sends it. */
  const answering = (
    form: Form,
    afterwards: () => Promise<InboundAnswer> = async () => reply("Se guardó."),
  ) => {
    const { submissions } = inbound()
    inbound().answerWith(async () => (submissions.length > 0 ? afterwards() : asForm(form)))
  }

  describe("forms", () => {
    beforeEach(() => answering(formulario(CAMPOS)))

    it("shows one to the asker alone, with what it says and what its fields hold", async () => {
      const shown = await forms().open(OPEN)
      expect(shown.visibleTo).toBe("asker")
      for (const text of ["Editar la sesión", "sin avisar a nadie", "Rótulo de sede", "Ayuda de etiqueta"])
        expect(shown.text).toContain(text)
      expect(shown.values).toEqual({ etiqueta: "Vigésima «Segunda»", sede: "", modalidad: "remota" })
    })

    it("labels demonstration data", async () => {
      answering(formulario(CAMPOS, { demo: true }))
      expect((await forms().open(OPEN)).text).toContain("DATOS DE DEMOSTRACIÓN")
    })

    it("passes what was typed exactly as it was, with who sent it and from where", async () => {
      await forms().open(OPEN)
      const answer = await forms().send(TYPED)
      expect(answer).toMatchObject({ kind: "answer", visibleTo: "asker" })
      expect(answer.kind === "answer" && answer.text).toContain("Se guardó.")
      expect(inbound().submissions).toHaveLength(1)
      expect(inbound().submissions[0]).toMatchObject({
        actor: harness().asker,
        place: harness().destination,
        formId: "sesion.editar:SO-22@3",
        eventId: expect.stringMatching(/./),
        receivedAt: expect.stringMatching(/Z$/),
      })
      expect(inbound().submissions[0]?.values).toEqual(TYPED)
    })

    it("passes what was left as it was, and an emptied field as an empty text", async () => {
      await forms().open(OPEN)
      await forms().send({ modalidad: "" })
      expect(inbound().submissions[0]?.values).toEqual({
        etiqueta: "Vigésima «Segunda»",
        sede: "",
        modalidad: "",
      })
    })

    it("leaves text that means something to a platform inert, on the way in and out", async () => {
      const hostile = HOSTILE.join(" ")
      answering(formulario([campo("etiqueta", { value: hostile })], { intro: hostile }))
      const shown = await forms().open(OPEN)
      expect(shown.values).toEqual({ etiqueta: hostile })
      expect(shown.text).toContain(hostile)
      await forms().send({})
      expect(inbound().submissions[0]?.values).toEqual({ etiqueta: hostile })
    })

    it("keeps a date, an hour or a choice that its pickers cannot show", async () => {
      const values = { fecha: "mañana", hora: "a las diez", modalidad: "hibrida" }
      const fields = [
        campo("fecha", { input: "fecha", value: values.fecha }),
        campo("hora", { input: "hora", value: values.hora }),
        campo("modalidad", { input: "opcion", choices: MODALIDADES, value: values.modalidad }),
      ]
      answering(formulario(fields))
      expect((await forms().open(OPEN)).values).toEqual(values)
      await forms().send({})
      expect(inbound().submissions[0]?.values).toEqual(values)
    })

    it("takes dates and hours in the form that is asked for", async () => {
      const fields = [
        campo("fecha", { input: "fecha", value: "2026-02-28" }),
        campo("hora", { input: "hora" }),
      ]
      answering(formulario(fields))
      expect((await forms().open(OPEN)).values).toEqual({ fecha: "2026-02-28", hora: "" })
      await forms().send({ fecha: "2026-03-02", hora: "09:30" })
      expect(inbound().submissions[0]?.values).toEqual({ fecha: "2026-03-02", hora: "09:30" })
    })

    it("takes a form of more fields than a platform shows at once", async () => {
      const names = Array.from({ length: 12 }, (_, i) => `campo${i}`)
      answering(formulario(names.map((name, i) => campo(name, { value: i % 2 === 0 ? `previo ${i}` : "" }))))
      await forms().open(OPEN)
      const answer = await forms().send({ campo0: "primero", campo11: "último" })
      expect(answer.kind).toBe("answer")
      expect(inbound().submissions).toHaveLength(1)
      const expected = names.map((name, i) => [name, i % 2 === 0 ? `previo ${i}` : ""])
      expect(inbound().submissions[0]?.values).toEqual({
        ...Object.fromEntries(expected),
        campo0: "primero",
        campo11: "último",
      })
    })

    /** As the core does: the form again, with what was sent in it. */
    const again = (problems: Form["problems"]) => async () => {
      const sent = inbound().submissions.at(-1)?.values ?? {}
      const fields = CAMPOS.map((field) => ({ ...field, value: sent[field.name] ?? "" }))
      return inbound().submissions.length > 1 ? reply("Se guardó.") : asForm(formulario(fields, { problems }))
    }

    it("says what was wrong with a field, and keeps what was typed until it is right", async () => {
      answering(formulario(CAMPOS), again([{ field: "sede", message: "«sede» no es un lugar." }]))
      await forms().open(OPEN)
      const wrong = await forms().send(TYPED)
      expect(wrong).toMatchObject({ kind: "form", visibleTo: "asker", values: TYPED })
      expect(wrong.kind === "form" && wrong.text).toContain("«sede» no es un lugar.")
      const right = await forms().send({ sede: "Reforma 99" })
      expect(right).toMatchObject({ kind: "answer", visibleTo: "asker" })
      expect(inbound().submissions.map(({ values }) => values)).toEqual([
        TYPED,
        { ...TYPED, sede: "Reforma 99" },
      ])
      expect(new Set(inbound().submissions.map(({ eventId }) => eventId)).size).toBe(2)
    })

    it("says what was wrong with all of it, and keeps what was typed", async () => {
      answering(formulario(CAMPOS), again([{ field: null, message: "La sesión ya se convocó." }]))
      await forms().open(OPEN)
      const wrong = await forms().send(TYPED)
      expect(wrong).toMatchObject({ kind: "form", visibleTo: "asker", values: TYPED })
      expect(wrong.kind === "form" && wrong.text).toContain("La sesión ya se convocó.")
      expect((await forms().send({})).kind).toBe("answer")
    })

    it("sends unchanged answers again after a problem as another event", async () => {
      answering(formulario(CAMPOS), again([{ field: "sede", message: "«sede» está ocupada." }]))
      await forms().open(OPEN)
      await forms().send(TYPED)
      await forms().send({})
      expect(new Set(inbound().submissions.map(({ eventId }) => eventId)).size).toBe(2)
    })

    it("loses nothing of what was typed when it is refused", async () => {
      const refusal: InboundAnswer = {
        kind: "reply",
        card: cardOf("El servicio no está disponible.", { tone: "error" }),
        replaces: false,
      }
      const after = async () => (inbound().submissions.length > 1 ? reply("Se guardó.") : refusal)
      answering(formulario(CAMPOS), after)
      await forms().open(OPEN)
      const refused = await forms().send(TYPED)
      expect(refused).toMatchObject({ kind: "form", visibleTo: "asker", values: TYPED })
      expect(refused.kind === "form" && refused.text).toContain("El servicio no está disponible.")
      expect((await forms().send({})).kind).toBe("answer")
      expect(inbound().submissions[1]?.values).toEqual(TYPED)
    })

    it("can be sent after the bot was restarted", async () => {
      await forms().open(OPEN)
      await forms().restart()
      expect((await forms().send(TYPED)).kind).toBe("answer")
      expect(inbound().submissions[0]).toMatchObject({
        formId: "sesion.editar:SO-22@3",
        values: TYPED,
        place: harness().destination,
      })
    })

    it("passes the id of a form that is not the bot's unchanged, and shows what is answered to it", async () => {
      answering(formulario(CAMPOS), async () => reply("Ya no funciona."))
      const answer = await forms().forge("otra.cosa:1", { uno: "x" })
      expect(inbound().submissions).toHaveLength(1)
      expect(inbound().submissions[0]).toMatchObject({ formId: "otra.cosa:1", values: { uno: "x" } })
      expect(answer).toMatchObject({ kind: "answer", visibleTo: "asker" })
    })

    it("is sent once, however often the platform delivers it", async () => {
      const seen = new Set<string>()
      inbound().answerWith(async (input) => {
        if (!("formId" in input))
          return "name" in input && seen.size > 0 ? reply("Otra cosa.") : asForm(formulario(CAMPOS))
        if (seen.has(input.eventId)) return { kind: "duplicate" }
        seen.add(input.eventId)
        return reply("Se guardó.")
      })
      await forms().open(OPEN)
      await forms().send(TYPED)
      await forms().repeatLast()
      // Another event, after which the repeated one has been dealt with.
      expect((await harness().typeCommand("/sesion proxima")).text).toContain("Otra cosa.")
      expect(seen.size).toBe(1)
    })

    it("is shown to the asker alone also when it comes late", async () => {
      inbound().answerWith(async () => {
        if (inbound().submissions.length > 0) return reply("Se guardó.")
        await harness().acknowledged()
        return asForm(formulario(CAMPOS))
      })
      const shown = await forms().open(OPEN)
      expect(shown).toMatchObject({ visibleTo: "asker", values: { etiqueta: "Vigésima «Segunda»" } })
      expect((await forms().send(TYPED)).kind).toBe("answer")
      expect(inbound().submissions[0]?.values).toEqual(TYPED)
    })

    it("is answered in private also when the answer takes long, with problems or without", async () => {
      const slowly = (work: () => Promise<InboundAnswer>) => async () => {
        await harness().acknowledged()
        return work()
      }
      answering(formulario(CAMPOS), slowly(again([{ field: "sede", message: "«sede» no es un lugar." }])))
      await forms().open(OPEN)
      const wrong = await forms().send(TYPED)
      expect(wrong).toMatchObject({ kind: "form", visibleTo: "asker", values: TYPED })
      expect(wrong.kind === "form" && wrong.text).toContain("«sede» no es un lugar.")
      expect(await forms().send({})).toMatchObject({ kind: "answer", visibleTo: "asker" })
    })
  })
}
