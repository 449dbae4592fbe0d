import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { REGLAS_SESION_USUALES } from "../../src/domain/reglas/reglas-sesion.ts"
import { aLaVez } from "../support/a-la-vez.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { cambiarReglas } from "../support/reglas.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const CLAVE = "CI/SE-1/03/DEMO/SRE"
const NOTE = "Se enviaron los comentarios por oficio"
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
})
afterEach(() => chat.close())

const send = async (user: string, act: string, values: Readonly<Record<string, string>>) =>
  textOf(await chat.submit(user, `compromiso.${act}:${CLAVE}`, values))
const shown = async (user = ST) => (await chat.ask(user, `/compromiso ver ${CLAVE}`)).text
const told = (channel: string) => chat.told(channel)
const vigente = () => chat.compromiso(CLAVE)
const cuantas = (reprogramaciones: number) =>
  cambiarReglas(chat, { acuerdos: { ...REGLAS_SESION_USUALES.acuerdos, reprogramaciones } })
const logged = async () => {
  const [delivery] = (await chat.deliveries()).flatMap(({ asuntos }) => asuntos)
  return delivery ? (await chat.eventos(delivery)).map(({ tipo }) => tipo) : []
}

describe("an institution reports", () => {
  it("progress, in a form that keeps the link to its evidence, and tells nobody else", async () => {
    const form = await chat.open("enlace-sre", `/compromiso avance ${CLAVE}`)
    expect(form.kind === "form" && form.form.id).toBe(`compromiso.avance:${CLAVE}`)
    const text = await send("enlace-sre", "avance", { texto: NOTE, enlace: "https://www.gob.mx/sre/informe" })
    expect(text).toContain("Avance registrado")
    expect(text).toContain("Estado: en proceso")
    expect(await shown("enlace-sre")).toContain(NOTE)
    expect(await chat.deliveries()).toEqual([])
  })

  it("the same that an import had put on record begins it, and that is in the register", async () => {
    const dicho = { texto: NOTE, url: null, porcentaje: null, persona: null }
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) => ({
        ...sesion,
        acuerdos: sesion.acuerdos.map((uno) => ({
          ...uno,
          compromisos: uno.compromisos.map((otro) =>
            otro.clave === CLAVE
              ? {
                  ...otro,
                  estado: "pendiente",
                  avances: [...otro.avances, { ...dicho, registradoEn: "2024-06-10T18:00:00.000Z" }],
                }
              : otro,
          ),
        })),
      })),
    }))
    expect(await send("enlace-sre", "avance", { texto: NOTE })).toContain("Avance registrado")
    const hallado = await vigente()
    expect(hallado?.estado).toBe("en_proceso")
    const eventos = await chat.eventos(`compromiso:${hallado?.id}`)
    expect(eventos.map(({ tipo }) => tipo)).toContain("compromiso.avance")
    const otra = await send("enlace-sre", "avance", { texto: NOTE })
    expect(otra).not.toContain("Avance registrado")
    expect(await chat.eventos(`compromiso:${hallado?.id}`)).toEqual(eventos)
  })

  it("an address written inside the report is its evidence", async () => {
    const text = await send("enlace-sre", "avance", { texto: `${NOTE} Ver https://www.gob.mx/sre/anexo.` })
    expect(text).toContain("Evidencia: https://www.gob.mx/sre/anexo")
  })

  it("typed in one line, kept exactly as typed: quotes, spaces and what looks like an option", async () => {
    const typed = 'Se envió el "Anexo  A" al área:  fecha: por definir; enlace pendiente'
    expect((await chat.ask("enlace-sre", `/compromiso avance ${CLAVE} ${typed}`)).text).toContain(
      "Avance registrado",
    )
    const { data } = chat
    const row = (await data.fresh.compromisos.list({})).find(({ compromiso }) => compromiso.clave === CLAVE)
    const [avance] = await data.fresh.compromisos.avances(row?.compromiso.id ?? "")
    expect(avance?.texto).toBe(typed)
  })

  it("that it is fulfilled: the Secretaría Técnica is told, with the buttons to decide", async () => {
    expect(await send("enlace-sre", "cumplido", { texto: NOTE })).toContain(
      "Se avisa a la Secretaría Técnica en su canal.",
    )
    const [message] = await told("secretaria-tecnica")
    expect(message).toContain("Compromiso reportado como cumplido")
    expect(message).toContain(NOTE)
    expect(message).toContain("Validar: está atendido")
    expect(await shown()).toContain("Estado: en validación")
    expect((await vigente())?.cumplidoEl).toBe("2024-06-11")
  })

  it("no data of a person or a case: what was typed stays, and why is said", async () => {
    const answer = await chat.submit("enlace-sre", `compromiso.avance:${CLAVE}`, {
      texto: "La víctima tiene CURP GAPA850101MDFRRN08",
    })
    if (answer.kind !== "form") throw new Error("expected the form again")
    expect(answer.form.problems[0]?.message).toContain("El texto parece contener una CURP")
    expect(answer.form.fields[0]?.value).toContain("GAPA850101MDFRRN08")
    expect(await shown()).not.toContain("GAPA850101")
  })

  it("only of its own: another institution is refused, with the form and without", async () => {
    const refused = "Solo la institución responsable o la Secretaría Técnica"
    expect(textOf(await chat.open("enlace-salud", `/compromiso avance ${CLAVE}`))).toContain(
      "Solo la institución responsable, las corresponsables o la Secretaría Técnica",
    )
    expect(await send("enlace-salud", "cumplido", { texto: NOTE })).toContain(refused)
    expect(await send("titular-sre", "avance", { texto: NOTE })).toContain("Avance registrado")
  })
})

describe("the Secretaría Técnica decides", () => {
  beforeEach(() => send("enlace-sre", "cumplido", { texto: NOTE }))

  it("that it is attended, once, and the institution is told", async () => {
    const both = await Promise.all([1, 2].map(() => chat.press(ST, `compromiso.validar:${CLAVE}`)))
    expect(both.filter(({ card }) => card.title.startsWith("Compromiso atendido"))).toHaveLength(1)
    expect(both.filter(({ text }) => text.includes("esto ya no procede"))).toHaveLength(1)
    expect((await told("sre")).filter((text) => text.startsWith("Compromiso atendido"))).toHaveLength(1)
    expect(await shown()).toContain("Estado: atendido")
    expect((await vigente())?.cumplidoEl).not.toBeNull()
    expect((await logged()).slice(-2)).toEqual(["compromiso.cumplido", "compromiso.validar"])
  })

  it("that it is the last of its acuerdo: that is pending no longer", async () => {
    const acuerdo = CLAVE.slice(0, CLAVE.lastIndexOf("/"))
    const pendientes = async (user: string) => (await chat.ask(user, "/acuerdo lista")).text
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) => ({
        ...sesion,
        acuerdos: sesion.acuerdos.map((uno) => ({
          ...uno,
          compromisos: uno.compromisos.map((otro) =>
            uno.clave === acuerdo && otro.clave !== CLAVE ? { ...otro, estado: "cancelado" } : otro,
          ),
        })),
      })),
    }))
    expect(await pendientes(ST), "in validation it is not concluded").toContain(acuerdo)
    await chat.press(ST, `compromiso.validar:${CLAVE}`)
    for (const user of [ST, "enlace-sre"]) expect(await pendientes(user)).not.toContain(acuerdo)
    expect((await chat.ask(ST, "/acuerdo lista todos")).text).toContain(acuerdo)
  })

  it("or sends it back with what is missing, and it is owed again", async () => {
    const text = await send(ST, "devolver", { observaciones: "Falta el oficio de entrega" })
    expect(text).toContain("Compromiso devuelto con observaciones")
    expect(text).toContain("Se avisa a la institución en su canal.")
    expect((await told("sre"))[0]).toContain("Falta el oficio de entrega")
    expect(await shown()).toContain("Estado: en proceso")
    expect((await vigente())?.cumplidoEl).toBeNull()
  })

  it("and says that nobody was told where the institution has no channel", async () => {
    await chat.amend((documento) => ({
      ...documento,
      canales: documento.canales.map((canal) =>
        canal.institucion === "SRE" ? { ...canal, activo: false } : canal,
      ),
    }))
    const text = (await chat.press(ST, `compromiso.validar:${CLAVE}`)).text
    expect(text).toContain("La institución no tiene canal registrado: comuníqueselo por otro medio.")
    expect(await told("sre")).toEqual([])
  })

  it("alone: nobody else can validate", async () => {
    const { card } = await chat.press("enlace-sre", `compromiso.validar:${CLAVE}`)
    expect(card.title).toBe("No tiene permiso para este comando")
    expect(await shown()).toContain("Estado: en validación")
  })
})

describe("a new date", () => {
  it("keeps the original one, is told with its reason, and is given once", async () => {
    const text = await send(ST, "reprogramar", { fecha: "2024-09-30", motivo: "Acuerdo del pleno" })
    expect(text).toContain("Compromiso reprogramado")
    expect((await told("sre"))[0]).toContain("Acuerdo del pleno")
    expect(await shown()).toContain("Fecha original")
    expect(await send(ST, "reprogramar", { fecha: "2024-10-30", motivo: "Otra vez" })).toContain(
      "ya se reprogramó",
    )
  })

  it("is given as often as the body's profile allows, each time after the one that holds", async () => {
    await cuantas(2)
    const dar = (fecha: string) => send(ST, "reprogramar", { fecha, motivo: "Acuerdo del pleno" })
    expect(await dar("2024-09-30")).toContain("Compromiso reprogramado")
    expect(await dar("2024-09-30")).toContain(
      "debe ser posterior a la que rige: lunes 30 de septiembre de 2024",
    )
    expect(await dar("2024-10-31")).toContain("Compromiso reprogramado")
    expect(await dar("2024-11-29")).toContain("ya se reprogramó 2 veces")
    expect(await vigente()).toMatchObject({ fechaReprogramada: "2024-10-31", reprogramaciones: 2 })
  })

  it("is not given where the profile allows none, and the form is not even shown", async () => {
    await cuantas(0)
    expect(textOf(await chat.open(ST, `/compromiso reprogramar ${CLAVE}`))).toContain(
      "no permite reprogramar compromisos",
    )
  })

  it("by two at once is given by one, and the other is told which holds", async () => {
    await cuantas(5)
    const { id } = (await vigente()) ?? {}
    const dar = (fecha: string) => () => send(ST, "reprogramar", { fecha, motivo: "Acuerdo del pleno" })
    const answers = await aLaVez(
      chat.databaseUrl,
      `SELECT 1 FROM compromiso WHERE id = '${id}' FOR UPDATE`,
      ["2024-09-30", "2024-10-31"].map(dar),
    )
    expect(answers.filter((text) => text.includes("Compromiso reprogramado"))).toHaveLength(1)
    expect(answers.filter((text) => text.includes("Otra persona acaba de cambiar la fecha"))).toHaveLength(1)
    expect(await vigente()).toMatchObject({ reprogramaciones: 1 })
    expect(await told("sre")).toHaveLength(1)
  })

  it("comes after the one that holds", async () => {
    expect(await send(ST, "reprogramar", { fecha: "2024-06-12", motivo: "Adelanto" })).toContain(
      "debe ser posterior a la que rige",
    )
  })
})

describe("a reminder is put off", () => {
  it("to a business day before the due date, which stays", async () => {
    const answer = await chat.open("enlace-sre", `/compromiso posponer ${CLAVE}`)
    if (answer.kind !== "form") throw new Error(`expected a form, got ${textOf(answer)}`)
    const fecha = answer.form.fields[0]?.value ?? ""
    expect(fecha).toBe("2024-06-12")
    expect(await send("enlace-sre", "posponer", { fecha })).toContain(
      "Se le recordará el miércoles 12 de junio de 2024",
    )
  })

  it.each(["2024-06-11", "2024-06-15", "2025-06-12"])("not to %s", async (fecha) => {
    expect(await send("enlace-sre", "posponer", { fecha })).toContain("Elija un día hábil de su institución")
  })

  it("and the planner says so on that day, and is silent until then", async () => {
    await send("enlace-sre", "posponer", { fecha: "2024-06-13" })
    const { text } = await chat.ask(ST, "/plenaria ensayo SRE")
    expect(text).toMatch(
      /Recordatorio a SRE del 13 de junio de 2024.*SE-1\/03\/DEMO\/SRE T-\d+ pospuesto por la institución/,
    )
    expect(text).not.toMatch(/Recordatorio a SRE del 12 de junio de 2024.*SE-1\/03\/DEMO\/SRE/)
  })

  it("by nobody else", async () => {
    expect(await send("enlace-salud", "posponer", { fecha: "2024-06-12" })).toContain(
      "Solo la institución responsable",
    )
  })
})
