import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type Charla, type Conversacion, startConversacionTras } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const URL = "https://archivo.ejemplo.gob.mx/protocolo.pdf"
const HUELLA = "a".repeat(64)
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacionTras(
    "SO-23 programmed for August with a protocol and other business",
    programada,
  )
})
afterEach(() => chat.close())

async function programada(antes: Charla): Promise<void> {
  const sesion = { tipo: "ordinaria", numero: "23", fecha: "2024-08-15", hora: "10:00" }
  await antes.submit(ST, "sesion.crear", sesion)
  for (const titulo of ["Protocolo de atención", "Asuntos generales"])
    await antes.submit(ST, "sesion.punto-agregar:SO-23", { titulo, difusion: "integrantes" })
}

const agregar = (values: Readonly<Record<string, string>> = {}, user = ST) =>
  chat.submit(user, "sesion.documento-agregar:SO-23", {
    nombre: "Protocolo",
    direccion: URL,
    punto: "1",
    ...values,
  })
const problems = async (values: Readonly<Record<string, string>>, user = ST) => {
  const answer = await agregar(values, user)
  if (answer.kind !== "form") throw new Error(`expected the form again, got ${JSON.stringify(answer)}`)
  return answer.form.problems.map(({ field, message }) => `${field}: ${message}`).join(" | ")
}
const lista = async (user: string) => (await chat.ask(user, "/sesion documento lista SO-23")).text
const borrador = () => chat.ask(ST, "/sesion convocar SO-23")
const convocar = async () => {
  const { card } = await chat.ask(ST, "/sesion convocar SO-23")
  await chat.press(ST, card.actions[0]?.id ?? "")
}
const guardados = async () => {
  const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-23")
  return chat.data.fresh.documentos.list(sesion?.id ?? "")
}

describe("the documents of a session", () => {
  it("are kept by their address, with the item, the hash and who may read them", async () => {
    const answer = await agregar({ huella: HUELLA.toUpperCase() })
    expect(JSON.stringify(answer)).toContain("Se agregó «Protocolo».")
    expect(await guardados()).toMatchObject([
      {
        nombre: "Protocolo",
        url: URL,
        version: 1,
        huella: HUELLA,
        difusion: "integrantes",
        reemplazaId: null,
      },
    ])
    expect(await lista(ST)).toContain("Punto 1: Protocolo")
    expect(await lista(ST)).toContain("Sin documento: punto 2.")
    expect(await lista("enlace-sre")).not.toContain("Sin documento")
  })

  it("of the same name and item is a new version, and the old one stays on record", async () => {
    await agregar()
    await agregar()
    expect(await guardados()).toHaveLength(1)
    await agregar({ direccion: `${URL}?v=2` })
    const [first, second] = await guardados()
    expect(second).toMatchObject({ version: 2, reemplazaId: first?.id })
    expect(await lista(ST)).toContain("(versión 2; archivo.ejemplo.gob.mx)")
  })

  it("shows each only what is for them", async () => {
    await agregar({ nombre: "Interno", difusion: "interna" })
    await agregar({ nombre: "De integrantes" })
    expect(await lista(ST)).toContain("Interno")
    expect(await lista("enlace-sre"), "the agenda is in preparation").not.toContain("De integrantes")
    await convocar()
    expect(await lista("enlace-sre")).not.toContain("Interno")
    expect(await lista("enlace-sre")).toContain("De integrantes")
    expect(await lista("sin-vincular")).not.toContain("De integrantes")
    expect((await chat.ask("enlace-sre", "/sesion agenda SO-23")).text).toContain("De integrantes")
  })

  it("of an internal item are internal, and the item's title is not told either", async () => {
    await chat.submit(ST, "sesion.punto-agregar:SO-23", { titulo: "Caso en curso", difusion: "interna" })
    await agregar({ nombre: "Ficha del caso", punto: "3" })
    await convocar()
    expect(await lista(ST)).toContain("Ficha del caso")
    for (const user of ["enlace-sre", "sin-vincular"]) {
      expect(await lista(user)).not.toMatch(/Ficha|Caso/)
      expect((await chat.ask(user, "/sesion agenda SO-23")).text).not.toMatch(/Ficha|Caso/)
    }
    expect(JSON.stringify(await chat.deliveries())).not.toMatch(/Ficha del caso|Caso en curso/)
  })

  it("go in the convocatoria, and what is internal does not", async () => {
    await agregar({ nombre: "Interno", difusion: "interna" })
    await agregar()
    await chat.submit(ST, "sesion.punto-agregar:SO-23", { titulo: "Punto interno", difusion: "interna" })
    const { card } = await chat.ask(ST, "/sesion convocar SO-23")
    await chat.press(ST, card.actions[0]?.id ?? "")
    const [sent] = (await chat.deliveries()).filter(({ to }) => to.channel === "sre")
    const text = sent ? renderPlainText(sent.card) : ""
    expect(text).toContain("Protocolo")
    expect(JSON.stringify(sent?.card)).toContain(URL)
    expect(text).not.toContain("Interno")
    expect(text).not.toContain("Punto interno")
  })

  it("are delivered by an institution for the items that it proposed, and for no other", async () => {
    await chat.submit("enlace-sre", "sesion.proponer:SO-23", {
      titulo: "Registro de refugios",
      exposicion: "Para unificar",
      documento: "https://archivo.ejemplo.gob.mx/refugios.pdf",
    })
    expect(await guardados()).toMatchObject([{ nombre: "Documento de la propuesta", difusion: "interna" }])
    expect(await lista("enlace-sre")).toContain("Documento de la propuesta")
    expect(await lista("enlace-salud")).not.toContain("Documento de la propuesta")
    expect(await problems({ punto: "" }, "enlace-sre")).toContain("los puntos que propuso")
    await agregar({ nombre: "Anexo", punto: "1", difusion: "publica" }, "enlace-sre")
    expect(await guardados(), "the number is that of its own list").toMatchObject([
      {},
      { nombre: "Anexo", difusion: "interna" },
    ])
    expect(await problems({ punto: "2" }, "enlace-sre")).toContain("Escriba un número del 1 al 1.")
  })

  it("that an institution delivered are told to the Secretaría Técnica, and go out once she releases them", async () => {
    await chat.submit("enlace-sre", "sesion.proponer:SO-23", { titulo: "Registro de refugios" })
    await agregar({ nombre: "Anexo", punto: "1", difusion: "publica" }, "enlace-sre")
    const told = (await chat.deliveries()).find(({ card }) => card.title.startsWith("Documento entregado"))
    expect(told?.to.channel).toBe("secretaria-tecnica")
    expect(JSON.stringify(told?.card)).toContain("archivo.ejemplo.gob.mx")
    await chat.ask(ST, "/sesion punto incluir SO-23 3")
    expect((await borrador()).text, "not released").not.toContain("Anexo")
    const [difundir] = told?.card.actions ?? []
    const form = await chat.opens(ST, difundir?.id ?? "")
    expect(JSON.stringify(form)).toContain("lleva a archivo.ejemplo.gob.mx")
    await chat.submit(ST, difundir?.id ?? "", { difusion: "integrantes" })
    const { text, card } = await borrador()
    expect(text).toContain("Anexo (https://archivo.ejemplo.gob.mx/protocolo.pdf) (archivo.ejemplo.gob.mx)")
    await chat.press(ST, card.actions[0]?.id ?? "")
    expect(await lista("enlace-salud")).toContain("Anexo")
  })

  it("of an item that nobody took in do not go out, whatever was decided of them", async () => {
    await chat.submit("enlace-sre", "sesion.proponer:SO-23", { titulo: "Registro de refugios" })
    await agregar({ nombre: "Anexo", punto: "3", difusion: "publica" })
    expect((await borrador()).text).not.toContain("Anexo")
    await convocar()
    expect(await lista("enlace-salud")).not.toContain("Anexo")
    expect(JSON.stringify(await chat.deliveries())).not.toContain("Anexo")
  })

  it("added after the draft was read are confirmed in another one", async () => {
    const { card } = await borrador()
    await agregar()
    const { text } = await chat.press(ST, card.actions[0]?.id ?? "")
    expect(text).toContain("Los datos cambiaron desde el borrador")
  })

  it.each([
    [{ direccion: "http://archivo.ejemplo.gob.mx/a.pdf" }, "no es una dirección"],
    [{ direccion: "https://ana:clave@archivo.ejemplo.gob.mx/a.pdf" }, "no debe llevar usuario ni contraseña"],
    [{ huella: "1234" }, "no es una huella SHA-256"],
    [{ punto: "9" }, "Ese punto no existe"],
    [{ nombre: "https://www.gob.mx/segob" }, "parece una dirección"],
    [{ nombre: "Vea www.gob.mx" }, "parece una dirección"],
    [{ nombre: "gob.mx/protocolo" }, "parece una dirección"],
    [{ nombre: "CURP GOMC960212HDFNNR05" }, "parece contener una CURP"],
  ])("refuse %j, and keep what was typed", async (values, message) => {
    expect(await problems(values)).toContain(message)
    expect(await guardados()).toEqual([])
  })
})
