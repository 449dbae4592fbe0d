import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { type Command, defineCommand } from "../../src/commands/definition/definition.ts"
import { MAX_SUBMITTED } from "../../src/commands/parser/request.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { formOf } from "../support/respuesta.ts"

const done: unknown[] = []
const alta = defineCommand({
  name: "sesion",
  subcommand: "alta",
  synonyms: [],
  summary: "Una orden de prueba",
  audience: "secretaria_tecnica",
  options: z.object({
    tipo: z.enum(["ordinaria", "extraordinaria"]).meta({
      summary: "ordinaria o extraordinaria",
      labels: { ordinaria: "Ordinaria", extraordinaria: "Extraordinaria" },
    }),
    titulo: z.string().min(3).max(40).meta({ summary: "como se imprime", label: "Título", input: "parrafo" }),
    nota: z.string().max(2_000).optional().meta({ summary: "lo que convenga añadir" }),
  }),
  form: {
    title: "Alta de prueba",
    submit: "Dar de alta",
    fields: ["tipo", "titulo", "nota"],
    prepare: async () => ({ values: { titulo: "Propuesta" }, intro: "Se dará de alta una sesión." }),
  },
  async run(_context, options) {
    if (options.titulo === "repetida") return { problems: [{ field: "titulo", message: "Ya existe." }] }
    done.push(options)
    return { card: { title: "Hecho", tone: "logro", blocks: [], actions: [] } }
  },
})

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion(NOW, [alta as Command])
})
afterAll(() => chat.close())

const ST = "secretaria-tecnica"
const typed = (user: string, text: string) =>
  chat.router.command({
    eventId: randomUUID(),
    actor: { adapter: "consola", workspace: "demo", user },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    name: "sesion",
    rawOptions: { kind: "text", text },
    receivedAt: NOW,
  })
const titleOf = (answer: InboundAnswer) => (answer.kind === "reply" ? answer.card.title : answer.kind)

describe("a form", () => {
  it("is shown when a command is used without what it needs, from the command's own options", async () => {
    const form = formOf(await typed(ST, "alta"))
    expect(form).toMatchObject({
      id: "sesion.alta",
      title: "Alta de prueba",
      submit: "Dar de alta",
      problems: [],
    })
    expect(form.intro).toBe("Se dará de alta una sesión.")
    expect(form.fields.map(({ name, input, required, value }) => [name, input, required, value])).toEqual([
      ["tipo", "opcion", true, ""],
      ["titulo", "parrafo", true, "Propuesta"],
      ["nota", "texto", false, ""],
    ])
    expect(form.fields[1]).toMatchObject({ label: "Título", maxLength: 40 })
    expect(form.fields[0]?.choices).toContainEqual({ value: "ordinaria", label: "Ordinaria" })
  })

  it("keeps what was already typed with the command", async () => {
    expect(formOf(await typed(ST, "alta ordinaria")).fields[0]?.value).toBe("ordinaria")
  })

  it("is not needed by one who types everything", async () => {
    expect(titleOf(await typed(ST, 'alta ordinaria titulo:"Vigésima"'))).toBe("Hecho")
  })

  it("runs the command with what was filled in", async () => {
    const answer = await chat.submit(ST, "sesion.alta", { tipo: "ordinaria", titulo: "Vigésima", nota: "" })
    expect(titleOf(answer)).toBe("Hecho")
    expect(done.at(-1)).toEqual({ tipo: "ordinaria", titulo: "Vigésima" })
  })

  it("comes back with what was typed and what was wrong with each field", async () => {
    const values = { tipo: "ordinaria", titulo: "x", nota: "no se pierde" }
    const form = formOf(await chat.submit(ST, "sesion.alta", values))
    expect(Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))).toEqual(values)
    expect(form.problems).toEqual([
      { field: "titulo", message: "«titulo» recibió «x»: necesita al menos 3 caracteres." },
    ])
  })

  it("comes back as well when the command itself finds a problem", async () => {
    const form = formOf(await chat.submit(ST, "sesion.alta", { tipo: "ordinaria", titulo: "repetida" }))
    expect(form.problems).toEqual([{ field: "titulo", message: "Ya existe." }])
    expect(titleOf(await typed(ST, "alta ordinaria repetida"))).toBe("Revise lo que escribió")
  })

  it("is refused to whom may not use the command, before and after filling it in", async () => {
    expect(titleOf(await typed("enlace-sre", "alta"))).toBe("No tiene permiso para este comando")
    const before = done.length
    const answer = await chat.submit("enlace-sre", "sesion.alta", { tipo: "ordinaria", titulo: "Vigésima" })
    expect(titleOf(answer)).toBe("No tiene permiso para este comando")
    expect(done).toHaveLength(before)
  })

  it("takes no field that is not the command's, no form that is not ours, and no endless text", async () => {
    await chat.submit(ST, "sesion.alta", { tipo: "ordinaria", titulo: "Vigésima", como: "presidencia" })
    expect(done.at(-1)).not.toHaveProperty("como")
    expect(titleOf(await chat.submit(ST, "otra.cosa", {}))).toBe("Este botón ya no funciona")
    const long = await chat.submit(ST, "sesion.alta", { nota: "x".repeat(MAX_SUBMITTED + 1) })
    expect(titleOf(long)).toBe("El texto es demasiado largo")
  })

  it("is answered once, however often the platform sends it", async () => {
    const before = done.length
    const input = {
      eventId: randomUUID(),
      actor: { adapter: "consola", workspace: "demo", user: ST },
      place: { adapter: "consola", workspace: "demo", channel: "directo" },
      formId: "sesion.alta",
      values: { tipo: "ordinaria", titulo: "Vigésima" },
      receivedAt: NOW,
    } as const
    const answers = await Promise.all([chat.router.submit(input), chat.router.submit(input)])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["duplicate", "reply"])
    expect(done).toHaveLength(before + 1)
  })

  it("becomes words where no form can be shown", async () => {
    const { text } = await chat.ask(ST, "/sesion alta")
    expect(text).toContain("Título (titulo): Propuesta")
    expect(text).toContain("Se escribe así: /sesion alta tipo:… titulo:…")
  })
})
