import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { formOf, problemsOf, textOf, valuesOf } from "../support/respuesta.ts"
import { Sql } from "../support/sql.ts"

/** Today is Tuesday 11 June 2024, ten o'clock in Mexico City. */
const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
/** Due on 3 July. */
const COMPROMISO = "CI/SE-1/03/DEMO/SRE"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

function buttonOf({ actions }: Card, label: string | RegExp): string {
  const found = actions.find((action) =>
    typeof label === "string" ? action.label === label : label.test(action.label),
  )
  if (found === undefined) throw new Error(`no button ${label}: ${actions.map((action) => action.label)}`)
  return found.id
}
const action = (actionId: string, user = ST, eventId = `${actionId} ${user}`) =>
  chat.router.action({
    eventId,
    actor: { adapter: "consola", workspace: "demo", user },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    receivedAt: NOW,
    actionId,
  })
/** What changes a session that was called shows its draft first. */
async function confirmar(typed: string) {
  const { card } = await chat.ask(ST, typed)
  return chat.press(ST, buttonOf(card, / y avisar$/))
}
const sesion = async (clave: string) => (await chat.sesiones()).find((una) => una.clave === clave)

describe("a date is read in every command that asks for one", () => {
  it.each([
    ["el viernes", "viernes 14 de junio de 2024"],
    ["mañana", "miércoles 12 de junio de 2024"],
    ["fecha:20 de junio", "jueves 20 de junio de 2024"],
    ['fecha:"lunes, 24 de junio de 2024"', "lunes 24 de junio de 2024"],
    ["en 5 días hábiles", "martes 18 de junio de 2024"],
    ["último viernes del mes", "viernes 28 de junio de 2024"],
  ])("to put off a reminder: %s", async (typed, day) => {
    const { text } = await chat.ask(ENLACE, `/compromiso posponer ${COMPROMISO} ${typed}`)
    expect(text).toContain(`Se le recordará el ${day}`)
  })

  it("to give a commitment a new date, whose reason follows", async () => {
    const { text } = await chat.ask(
      ST,
      `/compromiso reprogramar ${COMPROMISO} 30 de septiembre Lo acordó el "pleno"`,
    )
    expect(text).toContain("Nueva fecha: lunes 30 de septiembre de 2024")
    expect(text).toContain('Motivo: Lo acordó el "pleno"')
  })

  it("to create a session, with its hour in the same breath or apart", async () => {
    await chat.ask(ST, "/sesion crear ordinaria martes 20 de agosto a las 5 de la tarde")
    expect(await sesion("SO-23")).toMatchObject({ fecha: "2024-08-20", hora: "17:00" })
    await chat.ask(ST, "/sesion crear ordinaria fecha:quince de agosto hora:diez y media sede:Salón")
    expect(await sesion("SO-24")).toMatchObject({ fecha: "2024-08-15", hora: "10:30", sede: "Salón" })
    await chat.submit(ST, "sesion.crear", { tipo: "ordinaria", fecha: "22-VIII-2024", hora: "mediodía" })
    expect(await sesion("SO-25")).toMatchObject({ fecha: "2024-08-22", hora: "12:00" })
  })

  it("to edit it, rectify it and defer it", async () => {
    await chat.ask(ST, "/sesion crear ordinaria 20/08/2024 10:00")
    await chat.ask(ST, "/sesion editar SO-23 fecha:21 de agosto hora:11 hrs.")
    expect(await sesion("SO-23")).toMatchObject({ fecha: "2024-08-21", hora: "11:00" })
    await confirmar("/sesion rectificar SO-22 fecha:28 de junio hora:12 del día motivo:Se cambió la sede")
    expect(await sesion("SO-22")).toMatchObject({ fecha: "2024-06-28", hora: "12:00" })
    const { text } = await confirmar("/sesion diferir SO-22 fecha:lunes 8 de julio a las 9 por falta de sede")
    expect(text).toContain("lunes 8 de julio de 2024, 09:00 horas")
    expect(await sesion("SO-22")).toMatchObject({ estado: "diferida", fecha: "2024-07-08", hora: "09:00" })
  })

  it("to register a post for a period that has begun", async () => {
    const { text } = await chat.ask(
      ST,
      "/plenaria cargo-registrar cargo:Coordinación de la Subcomisión institucion:SRE desde:1 de enero de 2024 hasta:31 de diciembre de 2024",
    )
    expect(text).toContain("Se registró: Coordinación de la Subcomisión, SRE")
  })

  it("and no text is taken for one: a reason may begin with a number or a day", async () => {
    const { text } = await confirmar("/sesion diferir SO-22 10 instituciones no pueden asistir")
    expect(text).toContain("Sesión diferida")
    const [evento] = (await chat.eventos(`sesion:${(await sesion("SO-22"))?.id}`)).slice(-1)
    expect(evento?.despues).toMatchObject({ motivo: "10 instituciones no pueden asistir", fecha: null })
  })
})

describe("a date that may be two is asked about", () => {
  it("with a button for each, which does the same and keeps all else", async () => {
    const { card, text } = await chat.ask(ENLACE, `/compromiso posponer ${COMPROMISO} el próximo viernes`)
    expect(card.title).toBe("¿A qué día se refiere?")
    expect(text).toContain("«próximo viernes» puede ser:")
    const id = buttonOf(card, "viernes 21 de junio de 2024")
    expect(id).toBe(`compromiso.posponer:${COMPROMISO} fecha:2024-06-21`)
    expect((await chat.press(ENLACE, id)).text).toContain("Se le recordará el viernes 21 de junio de 2024")
  })

  it("also where what was written has no room in a button, once, and for nobody else", async () => {
    const motivo =
      "La sede alterna no está lista: se avisará a cada institución su dirección con la debida anticipación"
    const { card } = await chat.ask(ST, `/sesion diferir SO-22 fecha:en 15 días hora:10:00 motivo:${motivo}`)
    const id = buttonOf(card, "miércoles 26 de junio de 2024")
    expect((await chat.press(ENLACE, id)).text).toContain("ya no espera respuesta")
    const borrador = await chat.press(ST, id)
    expect(borrador).toMatchObject({ replaces: true })
    const done = await chat.press(ST, buttonOf(borrador.card, "Diferir y avisar"))
    expect(done).toMatchObject({ replaces: true })
    expect(done.text).toContain("Sesión diferida")
    expect(await sesion("SO-22")).toMatchObject({ fecha: "2024-06-26", hora: "10:00" })
    expect((await chat.press(ST, id)).text).toContain("ya no espera respuesta")
    const [evento] = (await chat.eventos(`sesion:${(await sesion("SO-22"))?.id}`)).slice(-1)
    expect(evento?.despues).toMatchObject({ motivo })
  })

  it("and so is an hour, of the morning or of the afternoon", async () => {
    const { card } = await chat.ask(ST, "/sesion crear ordinaria viernes 16 de agosto a las 5 sede:Reforma")
    expect(card.title).toBe("¿A qué hora se refiere?")
    await chat.press(ST, buttonOf(card, "viernes 16 de agosto de 2024, 17:00 horas"))
    expect(await sesion("SO-23")).toMatchObject({ fecha: "2024-08-16", hora: "17:00", sede: "Reforma" })
  })

  it("one after the other when both may be two", async () => {
    const first = await chat.ask(ST, "/sesion crear ordinaria fecha:el próximo viernes hora:6")
    const second = await chat.press(ST, buttonOf(first.card, /21 de junio/))
    expect(second.card.title).toBe("¿A qué hora se refiere?")
    await chat.press(ST, buttonOf(second.card, "18:00 horas"))
    expect(await sesion("SO-23")).toMatchObject({ fecha: "2024-06-21", hora: "18:00" })
  })

  it("in a form under its field, with both ways to write it and what was typed", async () => {
    const typed = { tipo: "ordinaria", fecha: "fin de agosto", hora: "7", sede: "Salón" }
    const answer = await chat.submit(ST, "sesion.crear", typed)
    expect(valuesOf(answer)).toMatchObject(typed)
    expect(problemsOf(answer)).toEqual([
      "«Fecha» recibió «fin de agosto»: puede ser el viernes 30 de agosto de 2024 o el sábado 31 de agosto de 2024. Escriba 30/08/2024 o 31/08/2024.",
      "«Hora» recibió «7»: puede ser las 07:00 horas o las 19:00 horas. Escriba 07:00 o 19:00.",
    ])
  })

  it("goes back to its form with Corregir, as it was written", async () => {
    const { card } = await chat.ask(ST, "/sesion diferir SO-22 fecha:en 8 días motivo:Sin sede")
    const form = formOf(await action(buttonOf(card, "Corregir")))
    expect(form.id).toMatch(/^sesion\.diferir:SO-22@\d+$/)
    expect(form.fields.map(({ value }) => value)).toEqual(["Sin sede", "en 8 días", ""])
  })
})

describe("a question about a date neither keeps nor repeats protected data", () => {
  const CURP = "GOMA800101HDFRRN09"

  it("typed beside it: all else is kept", async () => {
    const { card, text } = await chat.ask(ST, `/sesion diferir SO-22 fecha:31/06 motivo:Lo pidió ${CURP}`)
    expect(text).toContain("una CURP")
    expect(text).not.toContain(CURP)
    const back = await action(buttonOf(card, "Corregir"))
    expect(valuesOf(back)).toMatchObject({ fecha: "31/06", motivo: "" })
    const kept = await Sql.using(chat.databaseUrl, (sql) => sql.rows("SELECT * FROM borrador_formulario"))
    expect(JSON.stringify(kept)).toContain("31/06")
    expect(JSON.stringify(kept)).not.toContain(CURP)
  })
})

describe("a date that cannot be says why", () => {
  it.each([
    ["31/06", "ese día no existe: junio tiene 30 días"],
    ["viernes 12 de junio", "el 12 de junio de 2024 es miércoles, no viernes"],
    ["06/18", "el día se escribe antes que el mes. ¿Es el martes 18 de junio de 2024?"],
    ["3 de junio", "el lunes 3 de junio de 2024 ya pasó"],
    ["julio", "falta el día"],
    ["15/06/2042", "está a más de diez años"],
    ["cuanto antes", "no se entiende como fecha"],
    ["fecha:lo antes posible", "no se entiende como fecha"],
    ["10:00", "es una hora, y aquí se pide un día"],
  ])("typed: %s", async (typed, why) => {
    const { card, text } = await chat.ask(ENLACE, `/compromiso posponer ${COMPROMISO} ${typed}`)
    expect(card.tone).toBe("error")
    expect(text).toContain(why)
    const back = await action(buttonOf(card, "Corregir"), ENLACE)
    expect(valuesOf(back).fecha).toBe(typed.replace("fecha:", ""))
  })

  it("and offers what was perhaps meant", async () => {
    const { card } = await chat.ask(ENLACE, `/compromiso posponer ${COMPROMISO} viernes 12 de junio`)
    const { text } = await chat.press(ENLACE, buttonOf(card, "viernes 14 de junio de 2024"))
    expect(text).toContain("Se le recordará el viernes 14 de junio de 2024")
  })

  it("beside all else that is wrong, in the order of the fields", async () => {
    const answer = await chat.submit(ST, "sesion.crear", {
      tipo: "ordinaria",
      numero: "cero",
      fecha: "31/11/2024",
      hora: "13 am",
      enlace: "reunión",
    })
    expect(formOf(answer).problems.map(({ field }) => field)).toEqual(["fecha", "numero", "hora", "enlace"])
  })

  it("when day and hour were written together and apart, and are not the same", async () => {
    const answer = await chat.submit(ST, "sesion.crear", {
      tipo: "ordinaria",
      fecha: "20 de agosto a las 10:00",
      hora: "11:00",
    })
    expect(problemsOf(answer)).toEqual([
      expect.stringContaining("no coincide con lo que escribió en el otro campo"),
    ])
  })
})

describe("a session at an unlikely moment is asked about", () => {
  const CINCO = { tipo: "ordinaria", fecha: "20/08/2024", hora: "5 de la mañana", sede: "Salón" }

  it("when it is created, and registered only when it is confirmed", async () => {
    const answer = await chat.submit(ST, "sesion.crear", CINCO)
    if (answer.kind !== "reply") throw new Error("expected a question")
    expect(answer.card.title).toBe("¿Es correcto?")
    expect(textOf(answer)).toContain(
      "martes 20 de agosto de 2024, 05:00 horas (hora del centro): es una hora poco usual",
    )
    expect(await sesion("SO-23")).toBeUndefined()
    const { text, replaces } = await chat.press(ST, buttonOf(answer.card, "Sí, es correcto"))
    expect(text).toContain("Sesión registrada")
    expect(replaces).toBe(true)
    expect(await sesion("SO-23")).toMatchObject({ hora: "05:00", sede: "Salón" })
  })

  it("and goes back to its form with Corregir", async () => {
    const answer = await chat.submit(ST, "sesion.crear", CINCO)
    if (answer.kind !== "reply") throw new Error("expected a question")
    expect(valuesOf(await action(buttonOf(answer.card, "Corregir")))).toMatchObject(CINCO)
  })

  it("when it would have begun already", async () => {
    const { card, text } = await chat.ask(ST, "/sesion crear ordinaria hoy 09:30")
    expect(text).toContain("ese momento ya pasó")
    await chat.press(ST, buttonOf(card, "Sí, es correcto"))
    expect(await sesion("SO-23")).toMatchObject({ fecha: "2024-06-11", hora: "09:30" })
    expect((await chat.ask(ST, "/sesion crear ordinaria 1 de marzo de 2024")).text).toContain(
      "ese día ya pasó",
    )
    expect((await chat.ask(ST, "/sesion crear ordinaria hoy 10:30 numero:30")).text).toContain(
      "Sesión registrada",
    )
  })

  it("when it is edited to it, and not when something else changes", async () => {
    await chat.ask(ST, "/sesion crear ordinaria 20/08/2024 10:00")
    const { card } = await chat.ask(ST, "/sesion editar SO-23 hora:23:00")
    expect(card.title).toBe("¿Es correcto?")
    await chat.press(ST, buttonOf(card, "Sí, es correcto"))
    expect(await sesion("SO-23")).toMatchObject({ hora: "23:00" })
    expect((await chat.ask(ST, "/sesion editar SO-23 sede:Salón")).text).toContain("Sesión actualizada")
  })

  it("when it is rectified, deferred or emptied of its form", async () => {
    expect((await chat.ask(ST, "/sesion rectificar SO-22 hora:06:00 motivo:Ajuste")).text).toContain(
      "¿Es correcto? La sesión empezaría",
    )
    const { card, text } = await chat.ask(ST, "/sesion diferir SO-22 fecha:10/06/2024 motivo:Ajuste de fecha")
    expect(text).toContain("¿Es correcto?")
    expect(await sesion("SO-22")).toMatchObject({ estado: "convocada" })
    await chat.press(ST, buttonOf(card, "Diferir y avisar"))
    expect(await sesion("SO-22")).toMatchObject({ estado: "diferida", fecha: "2024-06-10" })
  })

  it("when it is convened: the draft asks, and what was confirmed is what was asked", async () => {
    await chat.ask(ST, "/sesion crear ordinaria 20/08/2024 10:00")
    await chat.ask(ST, "/sesion punto SO-23 Informe de avances")
    const usual = await chat.ask(ST, "/sesion convocar SO-23")
    const before = buttonOf(usual.card, /^Convocar a/)
    const { card } = await chat.ask(ST, "/sesion editar SO-23 hora:05:00")
    await chat.press(ST, buttonOf(card, "Sí, es correcto"))
    expect((await chat.press(ST, before)).text).toContain("Los datos cambiaron")
    const draft = await chat.ask(ST, "/sesion convocar SO-23")
    expect(draft.text).toContain(
      "¿Es correcto? La sesión empezaría el martes 20 de agosto de 2024, 05:00 horas",
    )
    expect((await chat.press(ST, buttonOf(draft.card, /^Sí, convocar a/))).text).toContain(
      "Convocatoria enviada",
    )
  })
})
