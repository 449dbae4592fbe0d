import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ensayar } from "../../src/app/dia/ensayar.ts"
import { unaMirada } from "../../src/app/regla/una-mirada.ts"
import type { Card } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import type { Repositories } from "../../src/ports/repositories/unit-of-work.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { cardOf, problemsOf, valuesOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
const HOY = NOW.slice(0, 10)
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const problemas = (answer: InboundAnswer) => problemsOf(answer).join(" ")
const texto = (card: Card) => renderPlainText(card)
const comision = async () => {
  const [organo] = (await chat.data.fresh.organos.all()).filter(({ clave }) => clave === "ci-trata")
  if (organo === undefined) throw new Error("no body")
  return organo
}
const versiones = async () => chat.data.fresh.organos.versiones((await comision()).id)
/** Fills in a form as it stands, but for these fields, and sends it. */
async function llenar(clave: string, cambios: Readonly<Record<string, string>>, user = ST) {
  const abierta = await chat.opens(user, `plenaria.${clave}`)
  return chat.submit(user, `plenaria.${clave}`, { ...valuesOf(abierta), ...cambios })
}
const confirmar = async (card: Card, user = ST) => chat.press(user, card.actions[0]?.id ?? "")
const ensayados = async (read: Repositories) =>
  ensayar({ data: { read }, now: NOW }, { desde: HOY, hasta: sumarDias(HOY, 29) }, [await comision()])
/** The same data, and how often each of these is asked for. */
function contadas(read: Repositories) {
  let veces = 0
  const contar =
    <A extends readonly unknown[], R>(method: (...args: A) => R) =>
    (...args: A) => {
      veces += 1
      return method(...args)
    }
  const contados: Repositories = {
    ...read,
    organos: { ...read.organos, perfil: contar(read.organos.perfil) },
    personas: { ...read.personas, designados: contar(read.personas.designados) },
    inhabiles: { ...read.inhabiles, allBetween: contar(read.inhabiles.allBetween) },
    compromisos: { ...read.compromisos, list: contar(read.compromisos.list) },
  }
  return { read: contados, veces: () => veces }
}

describe("the rules of a body, in chat", () => {
  it("are read in words by who belongs to it, by theme, each with where it comes from", async () => {
    const { text } = await chat.ask(ENLACE, "/plenaria reglas")
    expect(text).toContain("Quórum y votación")
    const tema = await chat.ask(ENLACE, "/plenaria reglas convocatoria")
    expect(tema.text).toContain("días hábiles")
    expect(tema.text).toMatch(/por importación el 11 de junio de 2024|valor inicial del programa/u)
    expect(tema.card.actions.map(({ id }) => id)).not.toContain("plenaria.regla-convocatoria")
    const deSecretaria = await chat.ask(ST, "/plenaria reglas quorum")
    expect(deSecretaria.card.actions.map(({ id }) => id)).toContain("plenaria.regla-votacion")
  })

  it("are changed by the Secretaría Técnica alone", async () => {
    const answer = await chat.submit(ENLACE, "plenaria.regla-convocatoria", {
      ordinaria: "9 días hábiles",
      segun: "acta",
    })
    expect(JSON.stringify(answer)).toContain("No tiene permiso")
    expect(await versiones()).toHaveLength((await versiones()).length)
  })

  it("are asked for in a form that holds what they are, and wrong input keeps what was typed", async () => {
    const abierta = await chat.open(ST, "/plenaria regla-cambiar convocatoria")
    expect(valuesOf(abierta)).toMatchObject({ conteo: "excluye_ambos_extremos", desde: "2024-06-12" })
    const enviada = await llenar("regla-convocatoria", {
      ordinaria: "5 días",
      segun: "artículo 12 del reglamento",
    })
    expect(problemas(enviada)).toContain("Diga si son días hábiles")
    expect(valuesOf(enviada)).toMatchObject({ ordinaria: "5 días", segun: "artículo 12 del reglamento" })
    const limites = await llenar("regla-limites", { meses: "500", segun: "acuerdo" })
    expect(problemas(limites)).toContain("fuera de los límites")
    const clave = await llenar("regla-limites", { clave: "CI/{folio}", segun: "acuerdo" })
    expect(problemas(clave)).toContain("plantilla")
    const quorum = await llenar("regla-quorum", { composicion: "XANADU", segun: "acuerdo" })
    expect(problemas(quorum)).toContain("«XANADU» no son las siglas")
    const horario = await llenar("regla-horario", { primera: "18:00", ultima: "09:00", segun: "acuerdo" })
    expect(problemas(horario)).toContain("anterior")
  })

  it("are not changed by a form that says what they are already", async () => {
    const antes = (await versiones()).length
    expect(texto(cardOf(await llenar("regla-votacion", { segun: "artículo 20" })))).toContain(
      "No se registró nada",
    )
    expect(await versiones()).toHaveLength(antes)
  })

  it("are shown with what the change does before it is confirmed, and hold from their day on", async () => {
    const antes = await versiones()
    const previos = await ensayados(chat.data.read)
    // Looked at once, the data say the same, and are asked for a few times instead of some times a day.
    const pocas = contadas(chat.data.read)
    expect(await ensayados(unaMirada(pocas.read))).toEqual(previos)
    expect(pocas.veces()).toBeLessThan(20)
    const card = cardOf(
      await llenar("regla-recordatorios", { dias: "el mismo día", segun: "acuerdo CI/1", desde: HOY }),
    )
    expect(texto(card)).toMatch(/\d+ avisos? menos/u)
    expect(texto(card)).toContain("Aún no se registra nada")
    expect(await versiones()).toEqual(antes)
    const hecho = await confirmar(card)
    expect(hecho.text).toContain("Reglas cambiadas")
    const [nueva] = (await versiones()).slice(-1)
    expect(nueva).toMatchObject({ fuente: "acuerdo CI/1", registradoEn: NOW })
    expect(nueva?.perfil.recordatorios.escalera).toEqual([0])
    const { text } = await chat.ask(ST, "/plenaria reglas recordatorios")
    expect(text).toContain("configurado por la Secretaría Técnica el 11 de junio de 2024, según acuerdo CI/1")
    // What was told is the difference of two real rehearsals.
    const despues = await ensayados(unaMirada(chat.data.read))
    const claves = new Set(despues.map(({ clave }) => clave))
    const menos = previos.filter(({ clave }) => !claves.has(clave)).length
    const dicho = /(\d+) avisos? menos/u.exec(texto(card))?.[1]
    const recorridos = /(\d+) avisos? que se recorre/u.exec(texto(card))?.[1] ?? "0"
    expect(Number(dicho) + Number(recorridos)).toBe(menos)
    const [evento] = (await chat.eventos(`organo:${(await comision()).id}`)).filter(
      ({ tipo }) => tipo === "organo.reglas",
    )
    expect(evento).toMatchObject({
      antes: { conteo: "excluye_ambos_extremos" },
      despues: { fuente: "acuerdo CI/1" },
    })
  })

  it("a change that was shown before another one is shown again, and not done over it", async () => {
    const votacion = cardOf(await llenar("regla-votacion", { mayoria: "absoluta", segun: "acta 3" }))
    await confirmar(cardOf(await llenar("regla-horario", { primera: "08:00", segun: "acta 4" })))
    const otra = await confirmar(votacion)
    expect(otra.text).toContain("Las reglas cambiaron mientras tanto")
    expect((await versiones()).at(-1)?.perfil.sesiones.votacion.mayoria).not.toBe("absoluta")
    expect((await confirmar(otra.card)).text).toContain("Reglas cambiadas")
    const ultima = (await versiones()).at(-1)?.perfil
    expect([ultima?.sesiones.votacion.mayoria, ultima?.recordatorios.horario.desde]).toEqual([
      "absoluta",
      "08:00",
    ])
  })

  it("that would hold for a session already called says so", async () => {
    const card = cardOf(await llenar("regla-sesion", { tolerancia: "30", segun: "acta 5", desde: HOY }))
    expect(texto(card)).toContain("ya se convocó a SO-22")
  })

  it("travel with their source in what is exported", async () => {
    const { organos } = await exportado()
    const perfiles = organos.find(({ clave }) => clave === "ci-trata")?.perfiles ?? []
    expect(perfiles.find(({ fuente }) => fuente === "acuerdo CI/1")).toMatchObject({
      registradoPor: ST,
      registradoEn: NOW,
    })
    await chat.amend((documento) => documento)
    expect((await exportado()).organos).toEqual(organos)
  })

  it("include the calendar of the body, which is rehearsed as well", async () => {
    const card = cardOf(await llenar("regla-calendario", { calendario: "ninguno", segun: "oficio 7" }))
    expect(texto(card)).toContain("Con el cambio: Se usan únicamente los días")
    expect((await comision()).calendario).not.toBe("ninguno")
    await confirmar(card)
    expect((await comision()).calendario).toBe("ninguno")
    await confirmar(cardOf(await llenar("regla-calendario", { calendario: "apf", segun: "oficio 8" })))
  })
})

async function exportado() {
  let documento: Parameters<Parameters<Conversacion["amend"]>[0]>[0] | undefined
  await chat.amend((todo) => {
    documento = todo
    return todo
  })
  if (documento === undefined) throw new Error("nothing was exported")
  return documento
}

describe("days off, in chat", () => {
  it("are pasted, shown with what they do, and recorded once confirmed", async () => {
    const answer = await chat.submit(ST, "plenaria.inhabil-agregar", {
      dias: "del 17 al 28 de junio\n1 de julio",
      motivo: "Suspensión de labores",
      segun: "DOF del 3 de junio",
    })
    const card = cardOf(answer)
    expect(texto(card)).toContain("11 días hábiles menos")
    expect(texto(card)).toMatch(/aviso/u)
    expect((await chat.data.fresh.inhabiles.allBetween("2024-06-17", "2024-07-01")).length).toBe(0)
    const hecho = await confirmar(card)
    expect(hecho.text).toContain("11 días")
    expect((await chat.data.fresh.inhabiles.allBetween("2024-06-17", "2024-07-01")).length).toBe(11)
    const { text } = await chat.ask(ENLACE, "/plenaria inhabiles")
    expect(text).toContain("Suspensión de labores, según DOF del 3 de junio (del órgano)")
    const otra = await chat.submit(ST, "plenaria.inhabil-agregar", {
      dias: "17 de junio",
      motivo: "Otra vez",
    })
    expect(texto(cardOf(otra))).toContain("ya están registrados")
    const tipos = (await chat.eventos(`organo:${(await comision()).id}`)).map(({ tipo }) => tipo)
    expect(tipos).toContain("inhabiles.agregados")
  })

  it("that are no days are refused at their line, with what was pasted kept", async () => {
    const answer = await chat.submit(ST, "plenaria.inhabil-agregar", {
      dias: "17 de junio\nla semana de la feria",
      motivo: "Feria",
    })
    expect(problemas(answer)).toContain("«la semana de la feria»")
    expect(valuesOf(answer)).toMatchObject({ dias: "17 de junio\nla semana de la feria", motivo: "Feria" })
  })

  it("are recorded by an institution's person for their own, and for no other", async () => {
    const ajena = await chat.submit(ENLACE, "plenaria.inhabil-agregar", {
      dias: "15 de julio",
      motivo: "Vacaciones",
      institucion: "SEGOB",
    })
    expect(problemas(ajena)).toContain("por la que usted responda")
    const card = cardOf(
      await chat.submit(ENLACE, "plenaria.inhabil-agregar", { dias: "15 de julio", motivo: "Vacaciones" }),
    )
    expect(texto(card)).toContain("solo para SRE")
    await confirmar(card, ENLACE)
    const filas = await chat.data.fresh.inhabiles.allBetween("2024-07-15", "2024-07-15")
    expect(filas).toMatchObject([{ ambito: "institucion", organoId: null, motivo: "Vacaciones" }])
    const avisos = (await chat.deliveries()).filter(({ card: una }) => una.title === "Días inhábiles de SRE")
    expect(avisos.length).toBeGreaterThan(0)
    const { text } = await chat.ask(ST, "/plenaria inhabiles")
    expect(text).toContain("(solo SRE)")
  })

  it("are taken out again, and the log keeps what they were", async () => {
    const card = cardOf(
      await chat.submit(ST, "plenaria.inhabil-quitar", {
        dias: "del 17 al 28 de junio",
        motivo: "Se reanudan labores",
      }),
    )
    expect(texto(card)).toContain("10 días hábiles más")
    await confirmar(card)
    expect((await chat.data.fresh.inhabiles.allBetween("2024-06-17", "2024-06-28")).length).toBe(0)
    expect((await chat.data.fresh.inhabiles.allBetween("2024-07-01", "2024-07-01")).length).toBe(1)
  })
})
