import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { conModelo, revisionDe } from "../../src/app/entrega/reglas-de-mensajes.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Charla, type Conversacion, NOW, startConversacionTras } from "../support/conversacion.ts"
import { cambiarPerfil, cambiarReglas } from "../support/reglas.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
/** Institutions with a seat and a channel on the day of these tests. */
const CHANNELS = 13
let chat: Conversacion
afterEach(() => chat.close())

const actionsOf = (answer: InboundAnswer) =>
  answer.kind === "reply" ? answer.card.actions.map(({ id }) => id) : []
const sesion = async () => (await chat.sesiones()).find(({ clave }) => clave === "SO-23")
const sinConvocar = () => startConversacionTras("SO-23 programmed for August at Salón Juárez", programada)
const yaConvocada = () =>
  startConversacionTras("SO-23 convened for August at Salón Juárez", async (antes) => {
    await programada(antes)
    const { card } = await antes.ask(ST, "/sesion convocar SO-23")
    await antes.press(ST, card.actions.find(({ label }) => /^Convocar a/.test(label))?.id ?? "none")
  })

async function programada(antes: Charla): Promise<void> {
  await antes.submit(ST, "sesion.crear", {
    tipo: "ordinaria",
    numero: "23",
    fecha: "2024-08-15",
    hora: "10:00",
    sede: "Salón Juárez",
  })
  await antes.writer.addPunto({
    sesionId: (await antes.sesiones()).find(({ clave }) => clave === "SO-23")?.id ?? "",
    titulo: "Seguimiento de acuerdos",
    numero: null,
    estado: "incluido",
    resultado: null,
    institucionProponenteId: null,
    difusion: "integrantes",
    origen: "demo",
    motivo: null,
    fusionadoEnId: null,
    antecedenteId: null,
  })
}
const button = async (typed: string, label: RegExp) => {
  const { card } = await chat.ask(ST, typed)
  const found = card.actions.find((action) => label.test(action.label))
  if (!found) throw new Error(`no button ${label} in ${JSON.stringify(card)}`)
  return found.id
}
const convene = async () => chat.press(ST, await button("/sesion convocar SO-23", /^Convocar a/))

describe("calling a session", () => {
  beforeEach(async () => {
    chat = await sinConvocar()
  })

  it("shows the last days by both readings, who would get it and by which platform, and sends nothing", async () => {
    const { text } = await chat.ask(ST, "/sesion convocar SO-23")
    expect(text).toContain("Nada se ha enviado")
    expect(text).toContain(
      "Último día para convocar, según la regla configurada: miércoles 7 de agosto de 2024",
    )
    expect(text).toContain("Si cuenta el día del envío: jueves 8 de agosto de 2024")
    expect(text).toContain("SRE (consola web)")
    expect(text).toContain("Sin canal registrado: ")
    expect(await chat.deliveries()).toEqual([])
  })

  it("sends each institution one message with the date, hour, zone, place and agenda inside", async () => {
    const { text } = await convene()
    expect(text).toContain("Convocatoria enviada")
    const sent = await chat.deliveries()
    expect(sent).toHaveLength(CHANNELS)
    const toSre = sent.find(({ to }) => to.channel === "sre")
    const message = renderPlainText(toSre?.card ?? { title: "", tone: "aviso", blocks: [], actions: [] })
    expect(message).toContain("Convocatoria: Vigésima Tercera Sesión Ordinaria")
    expect(message).toContain("Estimada/o enlace de la SRE")
    expect(message).toContain("jueves 15 de agosto de 2024, 10:00 horas (hora del centro)")
    expect(message).toContain("Lugar: Salón Juárez")
    expect(message).toContain("1. Seguimiento de acuerdos")
    expect(message).toContain("Acuso recibo")
    expect(message).not.toContain("Modalidad")
    expect(await sesion()).toMatchObject({ estado: "convocada", convocadaEl: "2024-06-11" })
  })

  it("is sent once, however often and by however many it is confirmed", async () => {
    const id = await button("/sesion convocar SO-23", /^Convocar a/)
    const answers = await Promise.all([chat.press(ST, id), chat.press(ST, id), chat.press(ST, id)])
    expect(answers.filter(({ text }) => text.includes("Convocatoria enviada"))).toHaveLength(1)
    expect(await chat.deliveries()).toHaveLength(CHANNELS)
  })

  it("is not sent when the session changed after the draft that was seen", async () => {
    const id = await button("/sesion convocar SO-23", /^Convocar a/)
    await chat.ask(ST, "/sesion editar SO-23 hora:12:00")
    const { text } = await chat.press(ST, id)
    expect(text).toContain("Los datos cambiaron desde el borrador")
    expect(text).toContain("12:00 horas")
    expect(await chat.deliveries()).toEqual([])
  })

  it("late, needs a reason, which the institutions read and the log keeps", async () => {
    await chat.ask(ST, "/sesion editar SO-23 fecha:2024-06-14")
    const id = await button("/sesion convocar SO-23", /^Enviar fuera de plazo/)
    const { text } = await chat.ask(ST, "/sesion convocar SO-23")
    expect(text).toContain("fue el jueves 6 de junio de 2024")
    expect((await chat.press(ST, id)).text).toContain("Motivo")
    expect(textOf(await chat.submit(ST, id, { motivo: "prisa" }))).toMatch(/^form: /)
    expect(await chat.deliveries()).toEqual([])
    const motivo = "Por instrucción de la Presidencia, ante un asunto urgente."
    expect(textOf(await chat.submit(ST, id, { motivo }))).toContain("Convocatoria enviada")
    const [sent] = await chat.deliveries()
    expect(JSON.stringify(sent?.card)).toContain(motivo)
    expect(JSON.stringify(sent?.card)).toContain("Motivo del envío fuera de plazo")
    const events = await chat.eventos(`sesion:${(await sesion())?.id}`)
    expect(JSON.stringify(events.at(-1)?.despues)).toContain(motivo)
  })

  it("by a rule in hours may be sent until that many hours before, and only later asks for a reason", async () => {
    const horas = { n: 12, unidad: "horas" } as const
    await cambiarPerfil(chat, (perfil) => ({
      ...perfil,
      convocatoria: { ordinaria: horas, extraordinaria: horas },
    }))
    // Twenty-one hours ahead, at 13:00 of the day before.
    chat.movesTo("2024-08-14T19:00:00.000Z")
    expect((await chat.ask(ST, "/sesion proxima")).text).toContain(
      "último momento para enviarla: miércoles 14 de agosto de 2024 a las 22:00 horas",
    )
    const early = await chat.ask(ST, "/sesion convocar SO-23")
    expect(early.text).toContain(
      "se convoca a más tardar el miércoles 14 de agosto de 2024 a las 22:00 horas",
    )
    expect(early.text).not.toContain("motivo")
    chat.movesTo("2024-08-15T04:01:00.000Z")
    expect((await chat.ask(ST, "/sesion convocar SO-23")).text).toContain(
      "El último momento para convocar, según la regla configurada, fue el miércoles 14 de agosto de 2024 a las 22:00 horas",
    )
    chat.movesTo("2024-08-14T19:00:00.000Z")
    expect((await convene()).card.title).toContain("Convocatoria enviada")
  })

  it("cannot pass for late notice without its reason", async () => {
    await chat.ask(ST, "/sesion editar SO-23 fecha:2024-06-14")
    const late = await button("/sesion convocar SO-23", /^Enviar fuera de plazo/)
    const { text } = await chat.press(ST, late.replace("convocar-tarde", "convocar-confirmar"))
    expect(text).toContain("Nada se ha enviado")
    expect(await chat.deliveries()).toEqual([])
  })

  it("says what is missing", async () => {
    await chat.submit(ST, "sesion.crear", { tipo: "ordinaria", numero: "24", fecha: "2024-09-12" })
    const { text } = await chat.ask(ST, "/sesion convocar SO-24")
    expect(text).toContain("Falta: al menos un punto en el orden del día")
  })

  it("is only for the Secretaría Técnica", async () => {
    const id = await button("/sesion convocar SO-23", /^Convocar a/)
    expect((await chat.press("enlace-sre", id)).card.title).toBe("No tiene permiso para este comando")
    expect(await chat.deliveries()).toEqual([])
  })
})

describe("what institutions answer", () => {
  beforeEach(async () => {
    chat = await yaConvocada()
  })

  it("an acuse is kept with who, for whom, when and from where; a second one changes nothing", async () => {
    const first = await chat.press("enlace-sre", "sesion.acuse:SO-23")
    expect(first.text).toContain("Acuse registrado: SO-23")
    expect(first.text).toContain("martes 11 de junio de 2024, 10:00 horas (hora del centro)")
    expect(first.text).toContain("Desde: consola web")
    const again = await chat.press("titular-sre", "sesion.acuse:SO-23")
    expect(again.text).toContain("Ya se había acusado recibo")
    const { text } = await chat.ask(ST, "/sesion acuses SO-23")
    expect(text).toContain("1 de 18 instituciones han acusado recibo")
    expect(text).toMatch(/Faltan:\n\n.*SALUD/)
  })

  it("acuses are exported for the file of the session: a table anywhere, and a spreadsheet that takes no formula", async () => {
    await chat.amend((documento) => ({
      ...documento,
      personas: documento.personas.map((persona) =>
        persona.clave === "enlace-sep" ? { ...persona, nombre: "=1+1" } : persona,
      ),
    }))
    await chat.press("enlace-sep", "sesion.acuse:SO-23")
    await chat.press("enlace-sre", "sesion.acuse:SO-23")
    const { card, text } = await chat.ask(ST, "/sesion acuses-exportar SO-23")
    expect(text).toMatch(
      /SRE\nAcusó: sí\nQuién: Persona de demostración, enlace de la SRE\nFecha y hora: 2024-06-11 10:00\nDesde: consola web/,
    )
    expect(text).toMatch(/SALUD\nAcusó: no/)
    expect(card.file?.name).toBe("acuses-SO-23-v1.csv")
    const lines = card.file?.content.split("\r\n") ?? []
    expect(lines[0]).toBe("\ufeffInstitución,Acusó,Quién,Fecha y hora,Desde")
    expect(lines).toContain('SRE,sí,"Persona de demostración, enlace de la SRE",2024-06-11 10:00,consola web')
    expect(lines).toContain("SALUD,no,,,")
    expect(lines.find((line) => line.startsWith("SEP,"))).toContain(",'=1+1,")
    expect((await chat.ask("enlace-sre", "/sesion acuses-exportar SO-23")).card.title).toBe(
      "No tiene permiso para este comando",
    )
  })

  it("those who have not acknowledged are reminded, once a day", async () => {
    await chat.press("enlace-sre", "sesion.acuse:SO-23")
    const remind = await button("/sesion acuses SO-23", /^Recordar a/)
    expect((await chat.press(ST, remind)).text).toContain("Se recuerda a:")
    expect((await chat.press(ST, remind)).text).toContain("No hay a quién recordar")
    const reminders = (await chat.deliveries()).filter(({ card }) => card.title.startsWith("Falta su acuse"))
    expect(reminders).toHaveLength(CHANNELS - 1)
    expect(reminders.map(({ to }) => to.channel)).not.toContain("sre")
  })

  it("who will come may be changed, and the last answer holds", async () => {
    expect((await chat.press("enlace-sre", "sesion.asistencia:SO-23 titular")).text).toContain(
      "SRE: asistirá su titular. Vigésima Tercera Sesión Ordinaria",
    )
    const changed = await chat.press("enlace-sre", "sesion.asistencia:SO-23 no_asistira")
    expect(changed.text).toContain("SRE: no asistirá")
    expect(changed.text).toContain("Antes: asistirá su titular")
    expect((await chat.ask(ST, "/sesion quorum SO-23")).text).toContain("Avisaron que no asistirán: SRE")
  })

  it("a suplente is named in a form with post and oficio, and a missing oficio is said", async () => {
    const answer = await chat.open("enlace-sre", "/sesion suplente SO-23")
    if (answer.kind !== "form") throw new Error("expected a form")
    expect(answer.form.id).toBe("sesion.suplente:SO-23")
    const named = { nombre: "Ana Pérez", cargo: "Directora General", oficio: "", modo: "distancia" }
    const without = textOf(await chat.submit("enlace-sre", answer.form.id, named))
    expect(without).toContain("SRE: asistirá en suplencia Ana Pérez, Directora General, a distancia")
    expect(without).toContain("Falta el oficio")
    const complete = textOf(
      await chat.submit("enlace-sre", answer.form.id, { ...named, oficio: "DG/123/2024" }),
    )
    expect(complete).toContain("(oficio DG/123/2024)")
    expect(complete).not.toContain("Falta el oficio")
  })

  it("name no suplente where the body's rules admit none: nobody is offered it, and it is refused", async () => {
    await cambiarReglas(chat, { suplencia: { permitida: false, requiereOficio: false } })
    const refused = "pide que cada integrante asista personalmente"
    expect(textOf(await chat.open("enlace-sre", "/sesion suplente SO-23"))).toContain(refused)
    const named = { nombre: "Ana Pérez", cargo: "Directora General", oficio: "DG/1/2024", modo: "presencial" }
    expect(textOf(await chat.submit("enlace-sre", "sesion.suplente:SO-23", named))).toContain(refused)
    const answer = await chat.press("enlace-sre", "sesion.acuse:SO-23")
    expect(answer.card.actions.map(({ label }) => label)).toEqual(["Asistirá titular", "No asistiremos"])
    expect((await chat.ask(ST, "/sesion quorum SO-23")).text).toContain("Han confirmado 0 de 14")
  })

  it("give the forecast: how many of how many, who is missing, and whether who presides comes", async () => {
    for (const who of ["sre", "salud", "fgr", "inm", "ceav", "sep", "sectur", "bienestar"]) {
      await chat.press(`enlace-${who}`, "sesion.asistencia:SO-23 titular")
    }
    const before = await chat.ask(ST, "/sesion quorum SO-23")
    expect(before.text).toContain("Han confirmado 8 de 14; el quórum es de 8")
    expect(before.text).toContain("Falta la institución que preside")
    await chat.press("enlace-segob", "sesion.asistencia:SO-23 titular")
    const after = await chat.ask(ST, "/sesion quorum SO-23")
    expect(after.text).toContain("Han confirmado 9 de 14; el quórum es de 8. Con ellas habría quórum.")
    expect(after.text).toContain("Falta confirmar:")
  })

  it("are taken by the Secretaría Técnica for an institution that it names, and recorded as its own act", async () => {
    // On somebody's word: its proof is asked for, and nothing is on record until it is there.
    const asked = await chat.open(ST, "/sesion asistencia SO-23 titular institucion:SRE")
    if (asked.kind !== "form") throw new Error("expected a form")
    expect(await chat.data.fresh.convocatorias.confirmaciones((await sesion())?.id ?? "")).toEqual([])
    const before = new Set((await chat.deliveries()).map(({ id }) => id))
    const values = {
      institucion: "SRE",
      respuesta: "titular",
      medio: "llamada",
      constancia: "Lo dijo su titular",
    }
    const confirmada = await chat.submit(ST, asked.form.id, values)
    expect(textOf(confirmada)).toContain("SRE: asistirá su titular")
    const events = await chat.eventos(`sesion:${(await sesion())?.id}`)
    expect(events.at(-1)).toMatchObject({
      tipo: "asistencia.confirmada",
      despues: { medio: "llamada", constancia: "Lo dijo su titular" },
    })
    const acuse = { institucion: "SRE", medio: "oficio", constancia: "SRE/045/2024" }
    const registrado = await chat.submit(ST, "sesion.registrar-acuse:sesion:SO-23", acuse)
    expect(textOf(registrado)).toContain("Acuse registrado")
    // Its buttons would answer for the institution of whoever presses them.
    expect(actionsOf(confirmada)).toEqual(["sesion.quorum:SO-23"])
    expect(actionsOf(registrado)).toEqual(["sesion.acuses:SO-23"])
    const told = (await chat.deliveries()).filter(({ id }) => !before.has(id))
    expect(told.map(({ to }) => to.channel)).toEqual(["sre", "sre"])
    const said = told.map(({ card }) => renderPlainText(card)).join("\n")
    expect(said).toContain("registró que su institución acusó recibo de la convocatoria")
    expect(said).toContain("Medio: oficio: SRE/045/2024")
    expect(said).toContain("cámbielo con los botones de la convocatoria")
  })

  it("are refused to whom speaks for no institution that was called", async () => {
    const admin = await chat.press("administracion-tecnica", "sesion.acuse:SO-23")
    expect(admin.card.tone).toBe("error")
    const other = await chat.ask("enlace-sre", "/sesion asistencia SO-23 titular institucion:SALUD")
    expect(other.text).toContain("no representa a ninguna institución convocada")
  })
})

describe("a change after the call", () => {
  beforeEach(async () => {
    chat = await yaConvocada()
  })

  const open = async (typed: string) => {
    const answer = await chat.open(ST, typed)
    if (answer.kind !== "form") throw new Error(`expected a form, got ${textOf(answer)}`)
    return answer.form
  }
  const filled = async (typed: string, changes: Readonly<Record<string, string>>) => {
    const form = await open(typed)
    const shown = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
    return textOf(await chat.submit(ST, form.id, { ...shown, ...changes }))
  }
  const sentTo = async (channel: string) =>
    (await chat.deliveries()).filter(({ to }) => to.channel === channel)
  const latest = async (channel: string) => {
    const [newest] = [...(await sentTo(channel))].sort(
      (a, b) => b.createdAt.localeCompare(a.createdAt) || (b.id < a.id ? -1 : 1),
    )
    return newest ? renderPlainText(newest.card) : ""
  }

  it("is told to everybody who had been called, with what holds now and why", async () => {
    const text = await filled("/sesion rectificar SO-23", {
      hora: "12:00",
      motivo: "Cambio de agenda de la Presidencia",
    })
    expect(text).toContain("12:00 horas (hora del centro) (antes: jueves 15 de agosto de 2024, 10:00 horas")
    expect(text).toContain("Se avisa a 13 canales")
    expect(await sentTo("sre")).toHaveLength(2)
    const message = await latest("sre")
    expect(message).toContain("Rectificación de la convocatoria")
    expect(message).toContain("Cambio de agenda de la Presidencia")
    expect(message).toContain("12:00 horas")
  })

  it("asks for a new acuse: the one of the first version is not one of the second", async () => {
    await chat.press("enlace-sre", "sesion.acuse:SO-23")
    await filled("/sesion rectificar SO-23", { sede: "Otra sala", motivo: "Cambio de sede" })
    expect((await chat.ask(ST, "/sesion acuses SO-23")).text).toContain("0 de 18")
    expect((await chat.press("enlace-sre", "sesion.acuse:SO-23")).text).toContain("Acuse registrado")
  })

  it("leaves the first version nothing to answer: what is acknowledged is the last one", async () => {
    const [primera] = (await chat.deliveries()).filter(({ to }) => to.channel === "sre")
    const mensaje = primera && conModelo(primera)
    if (!mensaje) throw new Error("no message")
    const pide = async () => {
      const card = await revisionDe(mensaje).cuerpo?.(chat.data.read, mensaje, NOW)
      return (
        JSON.stringify(card).includes("sesion.acuse:") || JSON.stringify(card).includes("Acuse de recibo")
      )
    }
    expect(await pide()).toBe(true)
    await filled("/sesion rectificar SO-23", { sede: "Otra sala", motivo: "Cambio de sede" })
    expect(await pide()).toBe(false)
  })

  it("that changes nothing sends nothing", async () => {
    expect(await filled("/sesion rectificar SO-23", { motivo: "Por si acaso" })).toContain("Sin cambios")
    expect(await sentTo("sre")).toHaveLength(1)
  })

  it("needs its reason", async () => {
    expect(await filled("/sesion cancelar SO-23", { motivo: "" })).toMatch(/^form: /)
    expect(await sesion()).toMatchObject({ estado: "convocada" })
  })

  it("defers without a date, and the session can be called again once it has one", async () => {
    expect(await filled("/sesion diferir SO-23", { motivo: "Falta de condiciones" })).toContain(
      "Sesión diferida",
    )
    expect(await sesion()).toMatchObject({ estado: "diferida", fecha: null, hora: null })
    expect(await latest("sre")).toContain("Fecha: por definir")
    await chat.ask(ST, "/sesion editar SO-23 fecha:2024-09-12 hora:10:00")
    expect((await convene()).text).toContain("Convocatoria enviada")
    expect(await sentTo("sre")).toHaveLength(3)
  })

  it("cancels, and nobody can confirm any more", async () => {
    await filled("/sesion cancelar SO-23", { motivo: "Sin materia" })
    expect(await latest("sre")).toContain("Sesión cancelada")
    expect((await chat.press("enlace-sre", "sesion.asistencia:SO-23 titular")).text).toContain(
      "La sesión está cancelada",
    )
    expect((await chat.press("enlace-sre", "sesion.acuse:SO-23")).text).toContain("Acuse registrado")
  })

  it.each([
    [
      "/sesion cancelar SO-23 Sin materia",
      "Borrador de cancelación",
      "Cancelar y avisar",
      "Sesión cancelada",
    ],
    ["/sesion diferir SO-23 Sin sede", "Borrador de diferimiento", "Diferir y avisar", "Sesión diferida"],
    [
      "/sesion rectificar SO-23 hora:12:00 motivo:Cambio de agenda",
      "Borrador de rectificación",
      "Rectificar y avisar",
      "12:00 horas (hora del centro) (antes:",
    ],
  ])(
    "typed whole, «%s» shows first what would leave, and leaves when that is confirmed",
    async (typed, draft, label, done) => {
      const { text, card } = await chat.ask(ST, typed)
      expect(text).toContain(draft)
      expect(text).toContain("Nada se ha enviado. Revise y confirme.")
      expect(text).toContain("SRE (consola web)")
      expect(await sesion()).toMatchObject({ estado: "convocada", hora: "10:00" })
      expect(await sentTo("sre")).toHaveLength(1)
      const confirm = card.actions.find((action) => action.label === label)
      expect((await chat.press(ST, confirm?.id ?? "")).text).toContain(done)
      expect(await sentTo("sre")).toHaveLength(2)
    },
  )

  it("of a session that nobody was called to tells nobody", async () => {
    await chat.close()
    chat = await sinConvocar()
    expect(await filled("/sesion cancelar SO-23", { motivo: "Sin materia" })).toContain(
      "Nadie había sido convocado",
    )
    expect(await chat.deliveries()).toEqual([])
  })

  it("is made once by two people who decided on the same session; the second is told", async () => {
    const form = await open("/sesion cancelar SO-23")
    const both = await Promise.all(
      ["Sin materia", "Sin quórum previsto"].map((motivo) => chat.submit(ST, form.id, { motivo })),
    )
    const texts = both.map(textOf)
    expect(texts.filter((text) => text.includes("Se avisa a"))).toHaveLength(1)
    expect(await sentTo("sre")).toHaveLength(2)
  })
})
