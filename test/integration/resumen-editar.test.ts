import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const NUEVO = "Las y los integrantes conocieron el Programa Anual de Trabajo 2024 de la Comisión."

let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

/** The number of a paragraph in the list, by what it says. */
async function numero(dice: string): Promise<number> {
  const { text } = await chat.ask(ST, "/sesion resumen-editar SO-21")
  const line = text.split("\n").find((each) => each.includes(dice)) ?? ""
  return Number(/\d+/u.exec(line)?.[0])
}

/** The form of a paragraph, as it was opened. */
async function abrir(dice: string) {
  const answer = await chat.open(ST, `/sesion resumen-editar SO-21 ${await numero(dice)}`)
  if (answer.kind !== "form") throw new Error(`expected a form, got ${textOf(answer)}`)
  return answer.form
}

async function editar(dice: string, texto: string) {
  const { id } = await abrir(dice)
  return textOf(await chat.submit(ST, id, { texto }))
}

const borrador = () => chat.ask(ST, "/sesion publicar SO-21")
async function publicar() {
  const { card } = await borrador()
  return chat.press(ST, card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "none")
}
const sesion = async () => (await chat.sesiones()).find(({ clave }) => clave === "SO-21")
const versiones = async () => chat.data.read.resumenes.list((await sesion())?.id ?? "")
const enviados = async () =>
  (await chat.deliveries())
    .filter(({ pinsId }) => pinsId === null)
    .map(({ to, card }) => ({ canal: to.channel, text: renderPlainText(card) }))

const primerPunto = (titulo: string) => (documento: DocumentoImportacion) => ({
  ...documento,
  sesiones: documento.sesiones.map((una) =>
    una.clave === "SO-21"
      ? { ...una, puntos: una.puntos.map((punto, i) => (i === 0 ? { ...punto, titulo } : punto)) }
      : una,
  ),
})

describe("editing the draft of a summary", () => {
  it("lists the paragraphs, each with its number, and the commitments of each institution", async () => {
    const { text, card } = await chat.ask(ST, "/sesion resumen-editar SO-21")
    expect(text).toMatch(/Se trató: Programa Anual de Trabajo/u)
    expect(text).toMatch(/SRE: \d+ \(CI\/SO-21\//u)
    expect(card.actions.every(({ id }) => id.length <= 100)).toBe(true)
  })

  it("opens the paragraph's text in a form, and shows what it said and what it says", async () => {
    const form = await abrir("Programa Anual de Trabajo")
    expect(form.fields[0]?.value).toBe("Programa Anual de Trabajo de la Comisión 2024")
    const text = textOf(await chat.submit(ST, form.id, { texto: NUEVO }))
    expect(text).toContain("Antes:\n\nPrograma Anual de Trabajo de la Comisión 2024")
    expect(text).toContain(`Ahora:\n\n${NUEVO}`)
  })

  it("keeps it with who and when, and alters no fact", async () => {
    const id = (await sesion())?.id ?? ""
    const before = await chat.data.read.sesiones.puntos(id)
    await editar("Programa Anual de Trabajo", NUEVO)
    expect(await chat.data.read.sesiones.puntos(id)).toEqual(before)
    const [version] = await versiones()
    const persona = await chat.data.read.personas.byClave(ST)
    expect(version).toMatchObject({ version: 1, estado: "borrador", motivo: null })
    expect(version?.contenido.ediciones).toEqual([
      {
        parrafo: `punto:${before[0]?.id}`,
        registrado: "Programa Anual de Trabajo de la Comisión 2024",
        texto: NUEVO,
        personaId: persona?.id,
        instante: NOW,
      },
    ])
    const log = (await chat.eventos(`sesion:${id}`)).filter(({ tipo }) => tipo === "resumen.editado")
    expect(log).toHaveLength(1)
    expect(log[0]).toMatchObject({
      plataforma: "consola",
      antes: { texto: "Programa Anual de Trabajo de la Comisión 2024" },
      despues: { texto: NUEVO, version: 1 },
    })
  })

  it("is shown in the draft, and to nobody else before it is published", async () => {
    await editar("Programa Anual de Trabajo", NUEVO)
    const { text } = await borrador()
    expect(text).toContain("1 párrafo editado")
    expect(text).toContain("Consta: «Programa Anual de Trabajo de la Comisión 2024»")
    expect(text).toContain(NUEVO)
    expect((await chat.ask("enlace-sre", "/sesion resumen SO-21")).text).not.toContain(NUEVO)
    expect(await enviados()).toEqual([])
  })

  it("reaches every channel when it is published, and whoever asks for the summary afterwards", async () => {
    await editar("Programa Anual de Trabajo", NUEVO)
    expect((await publicar()).text).toContain("15 canales")
    const sent = await enviados()
    expect(sent).toHaveLength(15)
    expect(sent.filter(({ text }) => !text.includes(NUEVO))).toEqual([])
    expect((await chat.ask("sin-vincular", "/sesion resumen SO-21")).text).toContain(NUEVO)
    expect(await versiones()).toMatchObject([{ version: 1, estado: "publicado", publicadoEn: NOW }])
  })

  it("words a commitment only for the institution that owes it", async () => {
    const row = "Entregar los insumos de la Secretaría para el informe anual de la Comisión."
    const { text } = await chat.ask(ST, "/sesion resumen-editar SO-21")
    const n = /(\d+) \(CI\/SO-21\/07\/2024\/SRE\)/u.exec(text)?.[1]
    await chat.ask(ST, `/sesion resumen-editar SO-21 ${n} ${row}`)
    await publicar()
    expect((await enviados()).filter((each) => each.text.includes(row)).map(({ canal }) => canal)).toEqual([
      "sre",
    ])
  })

  it("keeps what a reader may not see from that reader, edited or not", async () => {
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((una) => ({
        ...una,
        puntos: una.puntos.map((punto, i) =>
          una.clave === "SO-21" && i === 0 ? { ...punto, difusion: "integrantes" as const } : punto,
        ),
      })),
    }))
    await editar("Programa Anual de Trabajo", NUEVO)
    await publicar()
    const publico = (await enviados()).find(({ canal }) => canal === "publico")
    expect(publico?.text).toContain("Arturo Medina Padilla")
    expect(publico?.text).not.toContain(NUEVO)
    expect((await chat.ask("sin-vincular", "/sesion resumen SO-21")).text).not.toContain(NUEVO)
  })

  it("goes back to what is on record when it is worded so again", async () => {
    await editar("Programa Anual de Trabajo", NUEVO)
    const text = await editar(NUEVO.slice(0, 40), "Programa Anual de Trabajo de la Comisión 2024")
    expect(text).toContain("otra vez como consta en el registro")
    expect((await versiones())[0]?.contenido.ediciones).toEqual([])
    expect((await borrador()).text).not.toContain("párrafo editado")
  })

  it("refuses data of persons and of cases, and keeps what was typed", async () => {
    const { id } = await abrir("Programa Anual de Trabajo")
    const texto = "Se revisó la carpeta de investigación FED/SEIDO/UEITMPO-CDMX/0000123/2024"
    const answer = await chat.submit(ST, id, { texto })
    expect(answer).toMatchObject({ kind: "form" })
    expect(textOf(answer)).toContain("carpeta de investigación")
    expect(await versiones()).toEqual([])
  })

  it("does not let two who edit overwrite each other", async () => {
    const [one, other] = [await abrir("Programa Anual de Trabajo"), await abrir("Programa Anual de Trabajo")]
    await chat.submit(ST, one.id, { texto: NUEVO })
    const second = textOf(await chat.submit(ST, other.id, { texto: "Otra redacción del mismo punto." }))
    expect(second).toContain("No se guardó: el borrador de SO-21 cambió")
    expect(second).toContain("Las y los integrantes conocieron")
    expect((await versiones())[0]?.contenido.ediciones.map(({ texto }) => texto)).toEqual([NUEVO])
  })

  it("saves one of two edits that arrive at the same moment", async () => {
    const forms = [await abrir("Programa Anual de Trabajo"), await abrir("Propuestas de reforma")]
    const answers = await Promise.all(
      forms.map(({ id }, i) => chat.submit(ST, id, { texto: `Redacción número ${i}` })),
    )
    const texts = answers.map(textOf)
    expect(texts.filter((text) => text.startsWith("Párrafo editado"))).toHaveLength(1)
    expect(texts.filter((text) => text.includes("No se guardó"))).toHaveLength(1)
    expect((await versiones())[0]?.contenido.ediciones).toHaveLength(1)
  })

  it("refuses to publish a draft older than the one it has become", async () => {
    const { card } = await borrador()
    const old = card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "none"
    await editar("Programa Anual de Trabajo", NUEVO)
    const { text } = await chat.press(ST, old)
    expect(text).toContain("No se publicó nada")
    expect(text).toContain(NUEVO)
    expect(await enviados()).toEqual([])
    expect((await publicar()).text).toContain("15 canales")
  })

  it("publishes or edits, when both happen at once: what was sent is what was published", async () => {
    const { card } = await borrador()
    const button = card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "none"
    const form = await abrir("Programa Anual de Trabajo")
    await Promise.all([chat.press(ST, button), chat.submit(ST, form.id, { texto: NUEVO })])
    const sent = await enviados()
    const [version] = await versiones()
    const edited = version?.contenido.ediciones.length ?? 0
    if (version?.estado === "publicado") {
      expect(sent).toHaveLength(15)
      expect(sent.some(({ text }) => text.includes(NUEVO))).toBe(edited > 0)
    } else expect(sent).toEqual([])
  })

  it("says when the facts changed after the edit, and publishes the facts instead", async () => {
    await editar("Programa Anual de Trabajo", NUEVO)
    await chat.amend(primerPunto("Programa Anual de Trabajo 2024-2025"))
    const { text } = await borrador()
    expect(text).toContain("Ediciones que ya no se aplican")
    expect(text).toContain("Hoy consta: «Programa Anual de Trabajo 2024-2025»")
    await publicar()
    const sent = await enviados()
    expect(sent.every((each) => each.text.includes("Programa Anual de Trabajo 2024-2025"))).toBe(true)
    expect(sent.some((each) => each.text.includes(NUEVO))).toBe(false)
  })

  it("does not save on a paragraph whose facts changed while its form was open", async () => {
    const form = await abrir("Programa Anual de Trabajo")
    await chat.amend(primerPunto("Programa Anual de Trabajo 2024-2025"))
    expect(textOf(await chat.submit(ST, form.id, { texto: NUEVO }))).toContain("No se guardó")
    expect(await versiones()).toEqual([])
  })

  it("no longer edits what was published: that is an erratum", async () => {
    const form = await abrir("Programa Anual de Trabajo")
    await publicar()
    for (const text of [
      textOf(await chat.submit(ST, form.id, { texto: NUEVO })),
      textOf(await chat.open(ST, "/sesion resumen-editar SO-21 3")),
    ])
      expect(text).toContain("Un resumen publicado no se edita")
  })

  it.each(["SO-21 999", "SO-21 0", "SO-21 -1", "SO-99 1", "SO-22 1", "SO-21#7@zz", "#3"])(
    "answers without harm to: %s",
    async (typed) => {
      const answer = await chat.open(ST, `/sesion resumen-editar ${typed}`)
      expect(["reply", "form"]).toContain(answer.kind)
      expect(await versiones()).toEqual([])
    },
  )

  it("is only for the Secretaría Técnica", async () => {
    const form = await abrir("Programa Anual de Trabajo")
    for (const user of ["presidencia", "enlace-sre", "sin-vincular", "administracion-tecnica"])
      expect(textOf(await chat.submit(user, form.id, { texto: NUEVO }))).toContain("No tiene permiso")
    expect(await versiones()).toEqual([])
  })
})
