import { beforeEach, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const SRE = "enlace-sre"
const SALUD = "enlace-salud"
const STPS = "enlace-stps"
/** Due in five business days: its rung falls on the day of the demonstration. */
const CLAVE = "CI/SE-1/02/DEMO/SRE"

let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
  return () => chat.close()
})

const send = async (user: string, act: string, values: Readonly<Record<string, string>>) =>
  textOf(await chat.submit(user, `compromiso.${act}:${CLAVE}`, values))
const registra = (instituciones: string, user = ST) => send(user, "corresponsables", { instituciones })
const ver = async (user: string) => (await chat.ask(user, `/compromiso ver ${CLAVE}`)).text
const told = (channel: string) => chat.told(channel)
const fila = () => chat.compromiso(CLAVE)

describe("institutions that contribute to a commitment", () => {
  it("are put on record by the Secretaría Técnica, and those whom it concerns are told", async () => {
    expect(textOf(await chat.open(ST, `/compromiso corresponsables ${CLAVE}`))).toContain("Responde SRE")
    const text = await registra("SALUD, STPS y SRE")
    expect(text).toContain("Corresponsables: SALUD y STPS")
    for (const [canal, dicho] of [
      ["salud", "Su institución es corresponsable"],
      ["stps", "Su institución es corresponsable"],
      ["sre", "solo ella lo reporta como cumplido"],
    ] as const)
      expect((await told(canal)).join(), canal).toContain(dicho)
    expect(await registra("SALUD, STPS")).toContain("Ya constaban así")
    expect(await registra("STPS")).toContain("Dejan de serlo: SALUD")
    expect((await told("salud")).join()).toContain("ya no es corresponsable")
    expect(await registra("ninguna")).toContain("Corresponsables: ninguna")
    expect((await fila()).corresponsables).toEqual([])
    expect(await registra("Instituto de Nadie")).toContain("«Instituto de Nadie»")
    expect(await registra("SALUD", SRE)).toContain("es solo para la Secretaría Técnica")
  })

  it("read the whole of it, have it among theirs and report progress; another does not", async () => {
    await registra("SALUD")
    expect((await chat.ask(SALUD, "/compromiso mios")).text).toContain(`${CLAVE} (SRE, con SALUD)`)
    expect((await chat.ask(SALUD, "/compromiso lista institucion:SALUD")).text).toContain(CLAVE)
    expect(await send(SALUD, "avance", { texto: "Se integró el anexo de salud" })).toContain(
      "Avance registrado",
    )
    const detalle = await ver(SALUD)
    for (const dicho of ["Corresponsables: SALUD", "(SALUD): Se integró el anexo de salud"])
      expect(detalle).toContain(dicho)
    expect(await ver(SRE)).toContain("(SALUD): Se integró el anexo de salud")
    expect(await ver(STPS)).not.toContain("Se integró el anexo")
    expect(await send(STPS, "avance", { texto: "Un informe de más" })).toContain("las corresponsables")
  })

  it("do not declare it fulfilled, nor ask for another date: that is of the one that answers for it", async () => {
    await registra("SALUD")
    expect(await send(SALUD, "cumplido", { texto: "Se concluyó el trabajo" })).toContain(
      "las corresponsables informan avances",
    )
    expect(await send(SALUD, "prorroga", { fecha: "2024-07-15", motivo: "Falta un dato" })).toContain(
      "No puede hacer esto",
    )
    expect((await fila()).estado).toBe("pendiente")
    expect(await send(SRE, "cumplido", { texto: "Se concluyó el trabajo" })).toContain(
      "reportado como cumplido",
    )
  })

  it("are reminded of it in their own channels, and what is overdue is told of the one that answers", async () => {
    await registra("SALUD")
    const organo = await chat.data.read.organos.byClave("ci-trata")
    if (organo === null) throw new Error("the demonstration has a commission")
    await encolarRecordatorios({ data: chat.data, now: "2024-06-11T16:00:00.000Z" }, organo)
    const recordatorio = (await told("salud")).find((text) => text.includes("Recordatorio"))
    expect(recordatorio).toContain(CLAVE)
    expect(recordatorio).toContain("su institución es corresponsable")
    expect((await told("sre")).join()).not.toContain("su institución es corresponsable")
    await encolarRecordatorios({ data: chat.data, now: "2024-06-25T16:00:00.000Z" }, organo)
    const escalado = (await chat.deliveries()).filter(({ why }) => why.includes("por escalamiento"))
    expect(escalado.map(({ why }) => why.split(CLAVE).length - 1)).toEqual([1])
  })

  it("are told that it has another date, and that it ended, but not what was only asked for or returned", async () => {
    await registra("SALUD")
    const dichos = async () => (await told("salud")).length
    const antes = await dichos()
    await send(SRE, "prorroga", { fecha: "2024-07-15", motivo: "El área aún no contesta" })
    expect(await dichos()).toBe(antes)
    await send(ST, "conceder-prorroga", { fecha: "2024-07-15", motivo: "Se justifica" })
    expect(await dichos()).toBe(antes + 1)
    expect((await told("salud")).join()).toContain("Nueva fecha: lunes 15 de julio de 2024")
    expect((await told("salud")).join()).not.toContain("Se justifica")
    await send(ST, "cancelar", { motivo: "Se atendió de otra manera" })
    expect(await dichos()).toBe(antes + 2)
    expect((await told("salud")).join()).toContain("Se atendió de otra manera")
    expect((await told("stps")).length).toBe(0)
  })

  it("are never the one that answers for it as a successor", async () => {
    await chat.submit(ST, "directorio.institucion-sucesora", {
      institucion: "SRE",
      sucesora: "SALUD",
      hasta: "2024-06-11",
    })
    chat.movesTo("2024-06-12T16:00:00.000Z")
    const text = await registra("SALUD y STPS")
    expect(text).toContain("Responsable: Secretaría de Salud (SALUD)")
    expect(text).toContain("Corresponsables: STPS")
  })

  it("are one less when it is entrusted to one of them", async () => {
    await registra("SALUD, STPS")
    await send(ST, "reasignar", { institucion: "SALUD", motivo: "Por el oficio SEGOB-12" })
    const { corresponsables, institucionId } = await fila()
    const siglas = await Promise.all(
      [institucionId, ...corresponsables].map(
        async (id) => (await chat.data.read.instituciones.byId(id ?? ""))?.siglas,
      ),
    )
    expect(siglas).toEqual(["SALUD", "STPS"])
  })

  it("travel in an export, and a file that does not name them leaves them as they are", async () => {
    await registra("SALUD, STPS")
    const antes = (await fila()).corresponsables
    let escritas: readonly (readonly string[] | undefined)[] = []
    await chat.amend((documento) => {
      const todos = documento.sesiones.flatMap((una) => una.acuerdos.flatMap((otro) => otro.compromisos))
      escritas = todos.filter(({ clave }) => clave === CLAVE).map(({ corresponsables }) => corresponsables)
      return documento
    })
    expect(escritas).toEqual([["SALUD", "STPS"]])
    const sin = (valor: readonly string[] | undefined) =>
      chat.amend((documento) => ({
        ...documento,
        sesiones: documento.sesiones.map((una) => ({
          ...una,
          acuerdos: una.acuerdos.map((otro) => ({
            ...otro,
            compromisos: otro.compromisos.map((c) =>
              c.clave === CLAVE ? { ...c, corresponsables: valor } : c,
            ),
          })),
        })),
      }))
    await sin(undefined)
    expect((await fila()).corresponsables).toEqual(antes)
    await sin([])
    expect((await fila()).corresponsables).toEqual([])
  })
})
