import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { cardOf } from "../support/respuesta.ts"

/** What was held, or agreed, before anybody kept it here: put on record in chat, and told apart from what was lived. */

const ST = "secretaria-tecnica"
const MOTIVO = "Se omitió en la cédula de la sesión"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const registrar = (values: Readonly<Record<string, string>>, user = ST) =>
  chat.submit(user, "sesion.registrar-celebrada", {
    tipo: "ordinaria",
    numero: "5",
    fecha: "1 de marzo de 2019",
    fuente: "acta firmada del 1 de marzo de 2019",
    sede: "Bucareli 99",
    ...values,
  })
const acuerdo = async (sesion: string, texto: string) => {
  const borrador = cardOf(
    await chat.submit(ST, `acuerdo.registrar:${sesion}`, {
      texto,
      tipo: "informativo",
      difusion: "integrantes",
    }),
  )
  const [boton] = borrador.actions
  expect(boton).toMatchObject({ label: "Registrar con motivo…" })
  return boton?.id ?? ""
}
const documento = async () => {
  let found: Parameters<Parameters<Conversacion["amend"]>[0]>[0] | undefined
  await chat.amend((todo) => {
    found = todo
    return todo
  })
  return found
}

describe("a session that was held before", () => {
  it("is registered closed, with its source, by the Secretaría Técnica alone, and makes nothing up", async () => {
    expect(JSON.stringify(await registrar({}, "enlace-sre"))).toContain("No tiene permiso")
    const card = cardOf(await registrar({}))
    expect(renderPlainText(card)).toContain("se registró con posterioridad, según acta firmada")
    const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-5")
    expect(sesion).toMatchObject({
      estado: "clausurada",
      fecha: "2019-03-01",
      sede: "Bucareli 99",
      convocadaEl: null,
      instaladaEn: null,
      clausuradaEn: null,
    })
    expect(await chat.data.fresh.sesiones.hechos(sesion?.id ?? "")).toMatchObject([
      {
        texto:
          "Sesión registrada con posterioridad, el 11 de junio de 2024, según acta firmada del 1 de marzo de 2019.",
      },
    ])
    const [evento] = await chat.eventos(`sesion:${sesion?.id}`)
    expect(evento?.tipo).toBe("sesion.celebrada_registrada")
    expect((await chat.deliveries()).filter(({ why }) => why.includes("SO-5 "))).toEqual([])
  })

  it.each([
    [{ fecha: "1 de marzo de 2030", numero: "6" }, "Ese día aún no pasa"],
    [{ numero: "5" }, "Ya existe la sesión"],
    [{ numero: "6", fuente: "" }, "fuente"],
  ])("is refused with %j, and what was typed is kept", async (values, message) => {
    const answer = await registrar(values)
    if (answer.kind !== "form") throw new Error(`expected the form, got ${JSON.stringify(answer)}`)
    expect(JSON.stringify(answer.form.problems)).toContain(message)
    expect(answer.form.fields.find(({ name }) => name === "sede")?.value).toBe("Bucareli 99")
  })
})

describe("an agreement of a session that closed", () => {
  it("is registered only with a reason, and says of itself that it came afterwards", async () => {
    const boton = await acuerdo("SO-5", "Se toma conocimiento del calendario anual de sesiones.")
    const sinMotivo = await chat.press(ST, boton.replace("registrar-motivo", "registrar-confirmar"))
    expect(sinMotivo.text).toContain("solo con su motivo")
    const hecho = cardOf(await chat.submit(ST, sinMotivo.card.actions[0]?.id ?? "", { motivo: MOTIVO }))
    expect(renderPlainText(hecho)).toContain("registrado con posterioridad a la clausura")
    const clave = hecho.title.replace("Acuerdo registrado: ", "")
    const { text } = await chat.ask("enlace-sre", `/acuerdo ver ${clave}`)
    expect(text).toContain(`Registrado con posterioridad: el 11 de junio de 2024: ${MOTIVO}`)
    const sesion = (await chat.sesiones()).find((una) => una.clave === "SO-5")
    const [nuevo] = await chat.data.fresh.acuerdos.bySesion(sesion?.id ?? "")
    const [evento] = await chat.eventos(`acuerdo:${nuevo?.id}`)
    expect(evento).toMatchObject({ tipo: "acuerdo.registrado", despues: { posterior: { motivo: MOTIVO } } })
    const exportado = (await documento())?.sesiones.find((una) => una.clave === "SO-5")
    expect(exportado?.acuerdos[0]?.posterior).toEqual({ el: "2024-06-11", motivo: MOTIVO })
  })

  it("does not silently change a summary that was published: an erratum is offered", async () => {
    const publicar = await chat.ask(ST, "/sesion publicar SO-21")
    await chat.press(ST, publicar.card.actions[0]?.id ?? "")
    const boton = await acuerdo("SO-21", "Se toma conocimiento del informe de actividades de la Subcomisión.")
    const hecho = cardOf(await chat.submit(ST, boton, { motivo: MOTIVO }))
    expect(renderPlainText(hecho)).toMatch(/fe de erratas/iu)
    const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-21")
    const tipos = (await chat.eventos(`sesion:${sesion?.id}`)).map(({ tipo }) => tipo)
    expect(tipos).toContain("resumen.errata_preparada")
  })
})
