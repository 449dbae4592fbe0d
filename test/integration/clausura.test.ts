import { afterEach, beforeEach, describe, expect, it } from "vitest"
import {
  PUNTOS,
  type SesionInstalada,
  ST,
  SU_HORA,
  startSesionInstalada,
} from "../support/sesion-instalada.ts"

let chat: SesionInstalada
beforeEach(async () => {
  chat = await startSesionInstalada()
})
afterEach(() => chat.close())

const desahogarTodo = async () => {
  for (const n of [1, 2, 3]) await chat.ask(ST, `/sesion desahogar ${n}`)
}
const clausurar = () => chat.ask(ST, "/sesion clausurar")
const registrarAcuerdo = async () => {
  const escrito = { texto: "Se remitirán los avances.", tipo: "informativo" }
  const borrador = await chat.submit(ST, `acuerdo.registrar:${chat.clave}`, escrito)
  if (borrador.kind !== "reply") throw new Error(`expected a card, got ${JSON.stringify(borrador)}`)
  await chat.press(ST, borrador.card.actions.find(({ label }) => label === "Confirmar")?.id ?? "")
}
const asistencias = async () => chat.data.read.sesiones.asistencias((await chat.sesion()).id)

describe("closing a session", () => {
  it("puts its end and its attendance on record, and leads to the summary", async () => {
    await desahogarTodo()
    const { card, text } = await clausurar()
    expect(card.title).toBe("Sesión clausurada: Vigésima Tercera Sesión Ordinaria")
    expect(text).toContain("Orden del día: 3 desahogados, 0 diferidos, 0 retirados")
    expect(text).toContain("Nada se ha enviado")
    expect(card.actions.map(({ label }) => label)).toContain("Revisar el resumen")
    expect(await chat.sesion()).toMatchObject({
      estado: "clausurada",
      clausuradaEn: SU_HORA,
      puntoEnCursoId: null,
    })
    expect(await chat.tiposDeEvento()).toContain("sesion.clausurada")
  })

  it("asks for the hour when it is closed on another day, and supposes none", async () => {
    await desahogarTodo()
    chat.movesTo("2024-08-01T16:00:00.000Z")
    expect((await clausurar()).text).toContain("¿A qué hora terminó la sesión SO-23?")
    expect(await chat.sesion()).toMatchObject({ estado: "instalada", horaFin: null })
  })

  it("records who came by the roll-call, and of the others says nothing", async () => {
    await chat.ask(ST, "/sesion pase llegada SRE")
    await desahogarTodo()
    await clausurar()
    const registradas = await asistencias()
    expect(registradas).toHaveLength(8)
    expect(registradas.filter(({ calidad }) => calidad === "preside")).toHaveLength(1)
    expect(registradas.filter(({ calidad }) => calidad === "ausente")).toEqual([])
    const { text } = await chat.ask(ST, "/sesion resumen SO-23")
    expect(text).toContain("Presidió")
    expect(text).toContain("Secretaría de Gobernación (SEGOB)")
    expect(text).toMatch(/No se menciona en el registro de asistencia: .*STPS/)
    expect(text).not.toContain("por unanimidad")
  })

  it("is not done while items are left, and names them", async () => {
    await chat.ask(ST, "/sesion desahogar 1")
    const { card, text } = await clausurar()
    expect(card.title).toBe("Faltan puntos por desahogar: SO-23")
    expect(text).toContain(PUNTOS[1])
    expect(text).not.toContain(PUNTOS[0])
    expect(await chat.sesion()).toMatchObject({ estado: "instalada" })
  })

  it("defers what was left when the button says so, with the reason on record", async () => {
    await chat.ask(ST, "/sesion desahogar 1")
    const { card } = await clausurar()
    const defer = card.actions.find(({ label }) => label === "Clausurar y diferir 2")
    expect((await chat.press(ST, defer?.id ?? "")).text).toContain("1 desahogado, 2 diferidos, 0 retirados")
    const puntos = await chat.data.read.sesiones.puntos((await chat.sesion()).id)
    expect(puntos.map(({ estado, motivo }) => [estado, motivo])).toEqual([
      ["desahogado", null],
      ["diferido", "No se desahogó antes de la clausura."],
      ["diferido", "No se desahogó antes de la clausura."],
    ])
  })

  it("asks first when agreements were not read back, and closes without it only when told so", async () => {
    await registrarAcuerdo()
    await desahogarTodo()
    const { card, text } = await clausurar()
    expect(text).toContain("La sesión no se ha clausurado: tiene 1 acuerdo sin leer ni ratificar.")
    expect(await chat.sesion()).toMatchObject({ estado: "instalada" })
    const anyway = card.actions.find(({ label }) => label === "Clausurar sin ratificar")
    const cerrada = await chat.press(ST, anyway?.id ?? "")
    expect(cerrada.text).toContain("Los acuerdos no se leyeron ni ratificaron antes de la clausura.")
  })

  it("is not done while a vote is open: nobody could end it afterwards", async () => {
    await desahogarTodo()
    await chat.submit(ST, "acuerdo.votacion-abrir", { texto: "¿Se aprueba?", modo: "nominal", punto: "1" })
    const { card } = await clausurar()
    expect(card.title).toBe("Hay una votación abierta: SO-23")
    expect(card.actions.map(({ label }) => label)).toContain("Ver la votación")
    expect(await chat.sesion()).toMatchObject({ estado: "instalada" })
  })

  it("is done by one of two who press at once, and the other is told", async () => {
    await desahogarTodo()
    const marca = await chat.marca()
    const both = await Promise.all([1, 2].map(() => chat.press(ST, `sesion.clausurar:${marca}`)))
    expect(both.filter(({ text }) => text.includes("Se clausuró a las 10:00 horas."))).toHaveLength(1)
    expect(
      both.filter(({ text }) => text.includes("No se clausuró: otra persona acaba de actuar")),
    ).toHaveLength(1)
    expect((await chat.tiposDeEvento()).filter((tipo) => tipo === "sesion.clausurada")).toHaveLength(1)
    expect(await asistencias()).toHaveLength(8)
  })

  it("refuses an old button after the session moved on", async () => {
    await desahogarTodo()
    const old = await chat.marca()
    await chat.ask(ST, "/sesion receso")
    expect((await chat.press(ST, `sesion.clausurar:${old}`)).text).toContain("No se clausuró")
    expect(await chat.sesion()).toMatchObject({ estado: "receso" })
  })

  it("is only for the Secretaría Técnica, and only of a session that is being held", async () => {
    expect((await chat.press("enlace-sre", "sesion.clausurar:SO-23")).card.title).toBe(
      "No tiene permiso para este comando",
    )
    await desahogarTodo()
    await clausurar()
    for (const typed of ["/sesion clausurar SO-23", "/sesion clausurar"])
      expect((await chat.ask(ST, typed)).text, typed).toMatch(
        /No es posible clausurar la sesión SO-23: ya se clausuró[\s\S]*Se clausuró el .*31 de julio de 2024.*; lo registró /u,
      )
  })
})
