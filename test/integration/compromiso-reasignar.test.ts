import { beforeEach, describe, expect, it } from "vitest"
import { aLaVez } from "../support/a-la-vez.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const SRE = "enlace-sre"
const SALUD = "enlace-salud"
const CLAVE = "CI/SE-1/02/DEMO/SRE"
const MOTIVO = "Por el oficio SEGOB-12, que cambia quién lo atiende"

let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacion()
  return () => chat.close()
})

const send = async (user: string, act: string, values: Readonly<Record<string, string>>) =>
  textOf(await chat.submit(user, `compromiso.${act}:${CLAVE}`, values))
const reasigna = (institucion: string, user = ST) => send(user, "reasignar", { institucion, motivo: MOTIVO })
const ver = async (user: string) => (await chat.ask(user, `/compromiso ver ${CLAVE}`)).text
const told = (channel: string) => chat.told(channel)
const fila = (clave = CLAVE) => chat.compromiso(clave)
const siglas = async () => {
  const { institucionId } = await fila()
  return institucionId === null ? null : (await chat.data.read.instituciones.byId(institucionId))?.siglas
}

describe("a commitment is entrusted to another institution", () => {
  it("by the Secretaría Técnica, with its dates and what was reported of it, and both are told", async () => {
    await send(SRE, "avance", { texto: "Se integró el expediente" })
    const antes = await fila()
    const form = textOf(await chat.open(ST, `/compromiso reasignar ${CLAVE}`))
    expect(form).toContain("Hoy responde SRE.")
    expect(form).toContain("Se avisa a ambas instituciones")
    const text = await reasigna("SALUD")
    expect(text).toContain("Compromiso reasignado")
    expect(text).toContain("Respondía de él SRE; desde hoy, Secretaría de Salud (SALUD).")
    expect(await fila()).toEqual({ ...antes, institucionId: (await fila()).institucionId })
    expect(await siglas()).toBe("SALUD")
    const [nueva = ""] = await told("salud")
    for (const dicho of ["Desde hoy su institución responde", MOTIVO, "1 informe anterior"])
      expect(nueva).toContain(dicho)
    const [anterior = ""] = await told("sre")
    for (const dicho of ["ya no su institución", MOTIVO, "Lo que informó se conserva"])
      expect(anterior).toContain(dicho)
    const eventos = await chat.eventos(`compromiso:${antes.id}`)
    expect(eventos.at(-1)).toMatchObject({ tipo: "compromiso.reasignar", despues: { texto: MOTIVO } })
    const detalle = await ver(SALUD)
    for (const dicho of ["Se integró el expediente", `Se reasigna de SRE a SALUD: ${MOTIVO}`])
      expect(detalle, "its history goes with it").toContain(dicho)
  })

  it("and the former one puts nothing off for it, even at the same moment", async () => {
    const { id } = await fila()
    await aLaVez(chat.databaseUrl, `SELECT 1 FROM compromiso WHERE id = '${id}' FOR UPDATE`, [
      () => reasigna("SALUD"),
      () => send(SRE, "posponer", { fecha: "2024-06-14" }),
    ])
    expect(await siglas()).toBe("SALUD")
    expect(await chat.data.fresh.aplazamientos.vigentes("2024-06-11")).toEqual(new Map())
  })

  it("and from then on only that one reads the whole of it and reports on it", async () => {
    await reasigna("SALUD")
    expect(await send(SRE, "avance", { texto: "Un informe de más" })).toContain("No puede hacer esto")
    expect(await ver(SRE)).not.toContain(MOTIVO)
    expect(await send(SALUD, "cumplido", { texto: "Se concluyó el trabajo" })).toContain(
      "reportado como cumplido",
    )
  })

  it("what was asked for or put off before ends, and that is said", async () => {
    await send(SRE, "prorroga", { fecha: "2024-07-15", motivo: "El área aún no contesta" })
    await send(SRE, "posponer", { fecha: "2024-06-13" })
    expect((await chat.data.fresh.aplazamientos.vigentes("2024-06-11")).size).toBe(1)
    expect(textOf(await chat.open(ST, `/compromiso reasignar ${CLAVE}`))).toContain("quedará sin efecto")
    expect(await reasigna("SALUD")).toContain("hasta el lunes 15 de julio de 2024 queda sin efecto")
    expect((await told("sre")).join()).toContain("queda sin efecto")
    expect((await fila()).prorrogaPedida).toBeNull()
    expect(await ver(SALUD)).toContain("retirada")
    expect((await chat.data.fresh.aplazamientos.vigentes("2024-06-11")).size).toBe(0)
  })

  it("what was reported as done is reviewed first", async () => {
    await send(SRE, "cumplido", { texto: "Se concluyó el trabajo" })
    expect(await reasigna("SALUD")).toContain("valídelo o devuélvalo antes de reasignarlo")
    expect(await siglas()).toBe("SRE")
  })

  it("to one that is no member as well, but not to the same, to one that owes its own, or to nobody known", async () => {
    const bienestar = await reasigna("BIENESTAR")
    expect(bienestar).toContain("BIENESTAR ya tiene un compromiso del mismo acuerdo")
    expect(await reasigna("SRE")).toContain("SRE ya responde de este compromiso")
    expect(await reasigna("Instituto de Nadie")).toContain("No corresponde a ninguna institución")
    await chat.submit(ST, "directorio.institucion-agregar", {
      siglas: "CONAVIM",
      nombre: "Comisión Nacional para Prevenir la Violencia contra las Mujeres",
    })
    expect(await reasigna("CONAVIM")).toContain("CONAVIM no tiene canal registrado")
    expect(await siglas()).toBe("CONAVIM")
  })

  it("by nobody else", async () => {
    for (const user of [SRE, SALUD, "presidencia"])
      expect(await reasigna("SALUD", user), user).toContain("es solo para la Secretaría Técnica")
    expect(await siglas()).toBe("SRE")
  })

  it("once, when two do it at the same time", async () => {
    const dichos = await aLaVez(
      chat.databaseUrl,
      `SELECT 1 FROM compromiso WHERE id = '${(await fila()).id}' FOR UPDATE`,
      ["SALUD", "STPS"].map((una) => () => reasigna(una)),
    )
    expect(dichos.filter((text) => text.includes("Compromiso reasignado"))).toHaveLength(1)
    expect(dichos.filter((text) => text.includes("Otra persona acaba de reasignar"))).toHaveLength(1)
  })
})

it("what an institution that ends still owes passes to its successor: both are told, and it is on record", async () => {
  const dicho = textOf(
    await chat.submit(ST, "directorio.institucion-sucesora", {
      institucion: "SRE",
      sucesora: "SALUD",
      hasta: "2024-06-11",
    }),
  )
  expect(dicho).toContain("Pasan a la sucesora 6 compromisos: se avisa a ambas en sus canales.")
  for (const canal of ["sre", "salud"]) {
    const [message = ""] = await told(canal)
    expect(message).toContain("SALUD responde de lo que debía SRE")
    expect(message).toContain(CLAVE)
  }
  const eventos = await chat.eventos(`compromiso:${(await fila()).id}`)
  expect(eventos.at(-1)).toMatchObject({ tipo: "compromiso.heredado", despues: { desde: "2024-06-12" } })
  const avance = { texto: "Se recibió lo que tenía la SRE" }
  expect(await send(SALUD, "avance", avance), "not before its first day").toContain("No puede hacer esto")
  chat.movesTo("2024-06-12T16:00:00.000Z")
  expect(await send(SALUD, "avance", avance)).toContain("Avance registrado")
  expect(await ver(SALUD)).toContain("Desde el 12 de junio de 2024 responde SALUD, que sucede a SRE.")
})
