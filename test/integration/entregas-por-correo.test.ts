import { afterAll, beforeAll, expect, it } from "vitest"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion

/** SRE has no channel, and SO-22 is convened. */
beforeAll(async () => {
  chat = await startConversacion()
  await chat.amend((doc) => ({
    ...doc,
    canales: doc.canales.map((canal) => (canal.institucion === "SRE" ? { ...canal, activo: false } : canal)),
  }))
})
afterAll(() => chat.close())

it("gives the Secretaría Técnica all of the convocatoria of who has no channel, ready for an e-mail", async () => {
  const { card, text } = await chat.ask(ST, "plenaria entregas")
  expect(text).toContain("SRE: convocatoria a SO-22; falta su acuse")
  const boton = card.actions.find(({ id }) => id.startsWith("plenaria.entrega-texto:"))
  const { card: correo } = await chat.press(ST, boton?.id ?? "")
  const { content = "" } = correo.file ?? {}
  expect(content).toContain("Convocatoria: Vigésima Segunda Sesión Ordinaria")
  expect(content.indexOf("Fecha")).toBeLessThan(content.indexOf("Orden del día"))
  expect(content).toContain("responda este correo con «Acuse de recibo de la convocatoria a SO-22»")
  expect(content, "nothing that only works in chat").not.toMatch(/\/sesion|con los botones/)
  const contenido = correo.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []))
  expect(contenido, "the message has it too, where files are not taken").toContain(content)
})

it("records its acuse with the medium and the oficio, and asks for it no more", async () => {
  const { card } = await chat.ask(ST, "plenaria entrega-texto SRE")
  const registrar = card.actions.find(({ id }) => id.startsWith("sesion.registrar-acuse"))
  const opened = await chat.opens(ST, registrar?.id ?? "")
  if (opened.kind !== "form") throw new Error("no form")
  expect(opened.form.fields.find(({ name }) => name === "institucion")?.value).toBe("SRE")
  await chat.submit(ST, opened.form.id, {
    institucion: "SRE",
    medio: "correo",
    constancia: "SRE/DGDH/045/2024",
  })
  const { text, card: lista } = await chat.ask(ST, "plenaria entregas")
  expect(text).toContain("SRE: convocatoria a SO-22; ya consta su acuse")
  expect(lista.actions.some(({ id }) => id.startsWith("plenaria.entrega-texto:SRE"))).toBe(false)
})

it("is nobody else's to read", async () => {
  expect((await chat.ask("presidencia", "plenaria entregas")).text).not.toContain("SRE: convocatoria")
  expect((await chat.ask("enlace-sre", "plenaria entrega-texto SRE")).text).toContain("Secretaría Técnica")
})
