import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { REGLAS_SESION_USUALES, type ReglasSesion } from "../../src/domain/reglas/reglas-sesion.ts"
import { aLaVez } from "../support/a-la-vez.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { cambiarReglas } from "../support/reglas.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const SRE = "enlace-sre"
const CLAVE = "CI/SE-1/03/DEMO/SRE"
const MOTIVO = "El área consultada aún no contesta"
const FECHA = "2024-07-15"
const PEDIDA = { fecha: FECHA, motivo: MOTIVO }

let chat: Conversacion
/** Of a chat, what these tests ask again and again. */
const send = async (user: string, act: string, values: Readonly<Record<string, string>>) =>
  textOf(await chat.submit(user, `compromiso.${act}:${CLAVE}`, values))
const pide = () => send(SRE, "prorroga", PEDIDA)
const press = async (user: string, act: string, arg = CLAVE) =>
  (await chat.press(user, `compromiso.${act}:${arg}`)).text
const ver = async (user = ST) => (await chat.ask(user, `/compromiso ver ${CLAVE}`)).text
const botones = async (user: string) =>
  (await chat.ask(user, `/compromiso ver ${CLAVE}`)).card.actions.map(({ label }) => label)
const told = (channel: string) => chat.told(channel)
const fila = () => chat.compromiso(CLAVE)
const reglas = (cambios: Partial<ReglasSesion["acuerdos"]>) =>
  cambiarReglas(chat, { acuerdos: { ...REGLAS_SESION_USUALES.acuerdos, ...cambios } })

describe("another date", () => {
  beforeEach(async () => {
    chat = await startConversacion()
    return () => chat.close()
  })

  it("is asked for by the institution, and reaches the Secretaría Técnica with the buttons to decide", async () => {
    const form = await chat.open(SRE, `/compromiso prorroga ${CLAVE}`)
    if (form.kind !== "form") throw new Error(textOf(form))
    expect(form.form.intro).toContain("así sigue mientras no se decida. Decide la Secretaría Técnica.")
    const text = await pide()
    expect(text).toContain("Se pide que venza el lunes 15 de julio de 2024.")
    expect(text).toContain("Se avisa a la Secretaría Técnica en su canal.")
    const [message = ""] = await told("secretaria-tecnica")
    for (const dicho of ["Prórroga pedida", MOTIVO, "Conceder hasta el 15-jul-2024", "Negar…"])
      expect(message).toContain(dicho)
    expect((await fila()).fechaReprogramada, "the institution moves no date").toBeNull()
    const asunto = `compromiso:${(await fila()).id}`
    const [{ modelo } = { modelo: null }] = await chat.deliveries()
    expect(modelo?.hechos[asunto], "or else it would tell itself as something new").toMatchObject({
      prorroga: FECHA,
    })
  })

  it("that waits is told in lists, in its detail, at the beginning and in reminders, to those who read the whole", async () => {
    await pide()
    const dicho = "pedida hasta el 15 de julio de 2024, por decidir"
    for (const orden of ["/compromiso mios", "/plenaria inicio pagina:2", `/compromiso ver ${CLAVE}`])
      expect((await chat.ask(SRE, orden)).text, orden).toContain(dicho)
    expect((await chat.ask(ST, "/compromiso lista prorroga")).text).toContain(CLAVE)
    expect((await chat.ask(ST, "/plenaria inicio")).text).toContain(`Prórroga por decidir, ${CLAVE}`)
    for (const orden of [
      "/compromiso lista todos",
      `/compromiso ver ${CLAVE}`,
      "/compromiso lista prorroga",
    ]) {
      const ajeno = (await chat.ask("enlace-salud", orden)).text
      expect(ajeno.includes(dicho) || ajeno.includes(MOTIVO), orden).toBe(false)
    }
    expect((await chat.ask("enlace-salud", "/compromiso lista prorroga")).text).toContain(
      "No hay prórrogas por decidir.",
    )
  })

  it("is granted with its button, and the institution reads it; the original date is kept, with its history", async () => {
    await pide()
    expect(await botones(ST)).toContain("Conceder hasta el 15-jul-2024")
    const text = await press(ST, "conceder-prorroga", `${CLAVE} fecha:${FECHA}`)
    expect(text).toContain("Prórroga concedida")
    expect(text).toContain("Se avisa a la institución en su canal.")
    const [message = ""] = await told("sre")
    expect(message).toContain("Ahora vence el lunes 15 de julio de 2024, la fecha que se pidió.")
    expect(await fila()).toMatchObject({
      fechaReprogramada: FECHA,
      reprogramaciones: 1,
      prorrogaPedida: null,
    })
    const detalle = await ver(SRE)
    for (const dicho of ["Fecha original", "Fecha reprogramada", "1 prórroga", "concedida el", MOTIVO])
      expect(detalle).toContain(dicho)
    expect(await pide()).toContain("ya se reprogramó")
    const eventos = await chat.eventos(`compromiso:${(await fila()).id}`)
    expect(eventos.slice(-2).map(({ tipo }) => tipo)).toEqual([
      "compromiso.prorroga",
      "compromiso.conceder_prorroga",
    ])
  })

  it("or with another one, in a form that holds what was asked for", async () => {
    await pide()
    const form = await chat.opens(ST, `compromiso.conceder-prorroga:${CLAVE}`)
    if (form.kind !== "form") throw new Error(textOf(form))
    expect(form.form.fields.find(({ name }) => name === "fecha")?.value).toBe(FECHA)
    await send(ST, "conceder-prorroga", { fecha: "2024-07-10", motivo: "Basta con dos semanas" })
    const [message] = await told("sre")
    expect(message).toContain(
      "Ahora vence el miércoles 10 de julio de 2024; se había pedido el lunes 15 de julio",
    )
    expect(message).toContain("Basta con dos semanas")
  })

  it("is refused with a reason, which the institution reads; it may ask again", async () => {
    await pide()
    const form = await chat.opens(ST, `compromiso.negar-prorroga:${CLAVE}`)
    expect(form.kind, "the reason is asked for").toBe("form")
    await send(ST, "negar-prorroga", { motivo: "El plazo lo fija el acuerdo" })
    const [message] = await told("sre")
    expect(message).toContain("Prórroga negada")
    expect(message).toContain("Por qué se negó: El plazo lo fija el acuerdo")
    expect(await ver(SRE)).toContain("negada el")
    expect(await pide()).toContain("Prórroga pedida")
  })

  it("is taken back by who asked, or with what ends the commitment; nobody decides on it any more", async () => {
    await pide()
    expect(await press(SRE, "retirar-prorroga")).toContain("Prórroga retirada")
    expect(await press(ST, "conceder-prorroga", `${CLAVE} fecha:${FECHA}`)).toContain(
      "No tiene una prórroga por decidir",
    )
    await pide()
    await send(SRE, "cumplido", { texto: "Se entregó el informe" })
    expect((await fila()).prorrogaPedida).toBeNull()
    const [ultima] = await chat.data.fresh.prorrogas.list([(await fila()).id])
    expect(ultima?.estado).toBe("retirada")
  })

  it("is not moved meanwhile by the other act: it asks for an answer first", async () => {
    await pide()
    expect(textOf(await chat.open(ST, `/compromiso reprogramar ${CLAVE}`))).toContain(
      "La institución pidió prórroga hasta el lunes 15 de julio de 2024",
    )
    expect(await pide()).toContain("Ya se pidió prórroga")
  })

  it("has only what the rules allow: how far, and no data of anybody in its reason", async () => {
    await reglas({ prorrogaDias: 10 })
    expect(await pide()).toContain("permite a más tardar el")
    expect(await send(SRE, "prorroga", { ...PEDIDA, fecha: "2024-06-12" })).toContain(
      "posterior a la que rige",
    )
    expect(
      await send(SRE, "prorroga", { ...PEDIDA, motivo: "La víctima tiene CURP GAPA850101MDFRRN08" }),
    ).toContain("CURP")
    expect((await fila()).prorrogaPedida).toBeNull()
  })

  it("is nobody else's to ask for, nor the institution's to grant", async () => {
    expect(await send("enlace-salud", "prorroga", PEDIDA)).toContain("Solo la institución responsable")
    await pide()
    for (const user of [SRE, "enlace-salud"])
      expect(await press(user, "conceder-prorroga", `${CLAVE} fecha:${FECHA}`)).toContain("No tiene permiso")
    expect((await fila()).fechaReprogramada).toBeNull()
  })

  it("asked for by oficio is put on record with its proof, and the institution is told", async () => {
    const opened = await chat.submit(ST, `compromiso.prorroga:${CLAVE}`, PEDIDA)
    expect(opened.kind === "form" && opened.form.id).toContain("compromiso.registrar-prorroga")
    await send(ST, "registrar-prorroga", { ...PEDIDA, medio: "oficio", constancia: "SRE/045/2024" })
    expect((await told("sre")).join()).toContain("pidió prórroga hasta el 15 de julio de 2024")
    expect((await fila()).prorrogaPedida).toBe(FECHA)
  })

  it("that two decide at once is decided by one, and the other is told", async () => {
    await pide()
    const { id } = await fila()
    const answers = await aLaVez(chat.databaseUrl, `SELECT 1 FROM compromiso WHERE id = '${id}' FOR UPDATE`, [
      () => press(ST, "conceder-prorroga", `${CLAVE} fecha:${FECHA}`),
      () => send(ST, "negar-prorroga", { motivo: "El plazo lo fija el acuerdo" }),
    ])
    expect(answers.filter((text) => /Prórroga (?:concedida|negada)/.test(text))).toHaveLength(1)
    expect(answers.filter((text) => text.includes("Otra persona acaba de"))).toHaveLength(1)
    expect(await told("sre")).toHaveLength(1)
  })

  it("that two ask for at once is asked for once", async () => {
    const { id } = await fila()
    const answers = await aLaVez(chat.databaseUrl, `SELECT 1 FROM compromiso WHERE id = '${id}' FOR UPDATE`, [
      () => pide(),
      () => pide(),
    ])
    expect(answers.filter((text) => text.includes("Otra persona acaba de pedir prórroga"))).toHaveLength(1)
    expect(await chat.data.fresh.prorrogas.list([id])).toHaveLength(1)
  })
})

describe("another date that the plenary decides", () => {
  beforeAll(async () => {
    chat = await startConversacion()
    await reglas({ prorrogaDecide: "pleno" })
    await pide()
  })
  afterAll(() => chat.close())

  it("waits for the next session: no button decides before, and who presses one is told why", async () => {
    const [message = ""] = await told("secretaria-tecnica")
    expect(message).toContain("La decide el pleno: queda para la próxima sesión")
    expect(message).not.toContain("Conceder")
    expect(await botones(ST)).not.toContain("Negar…")
    expect(await press(ST, "conceder-prorroga", `${CLAVE} fecha:${FECHA}`)).toContain(
      "no ha sesionado desde que se pidió",
    )
    expect((await chat.ask(ST, "/plenaria inicio")).text).toContain("la decide el pleno en su próxima sesión")
    const seguimiento = (await chat.ask(ST, "/compromiso novedades")).text
    expect(seguimiento).toMatch(/Desde la última sesión ordinaria, el .*: 1 pide prórroga/)
    expect(seguimiento).toContain("Pide otra fecha porque: ")
    expect(seguimiento).toContain(CLAVE)
    expect((await chat.ask("enlace-salud", "/compromiso novedades")).text).not.toContain("prórroga")
  })

  it("is put on record once a session was held", async () => {
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) =>
        sesion.clave === "SO-22" ? { ...sesion, fecha: "2024-06-11", estado: "clausurada" as const } : sesion,
      ),
    }))
    expect(await press(ST, "conceder-prorroga", `${CLAVE} fecha:${FECHA}`)).toContain("Prórroga concedida")
  })
})

describe("a progress report", () => {
  beforeAll(async () => {
    chat = await startConversacion()
  })
  afterAll(() => chat.close())

  it("says how far it has come and whose site its evidence is on; said twice, it is told", async () => {
    const informe = {
      texto: "Se enviaron los comentarios",
      porcentaje: "40",
      enlace: "https://www.gob.mx/sre/informe",
    }
    expect(await send(SRE, "avance", informe)).toContain("(en www.gob.mx)")
    expect(await send(SRE, "avance", { ...informe, texto: "se enviaron los  comentarios" })).toContain(
      "Ya constaba",
    )
    expect(await ver(SRE)).toContain("40 %. Se enviaron los comentarios")
    expect(await ver(SRE)).toContain("1 avance")
    expect(await send(SRE, "avance", { ...informe, porcentaje: "60" })).toContain("Avance registrado")
    expect(await send(SRE, "avance", { ...informe, porcentaje: "140" })).toMatch(/^form: \S/)
  })
})
