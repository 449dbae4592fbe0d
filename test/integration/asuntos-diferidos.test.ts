import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { PUNTOS, type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

let chat: SesionInstalada
beforeEach(async () => {
  chat = await startSesionInstalada()
})
afterEach(() => chat.close())

const deferred = async () => {
  await chat.ask(ST, "/sesion punto diferir 2 Falta el dictamen")
  await chat.ask(ST, "/sesion desahogar 1")
}
const create = async (tipo: string, numero: string) => {
  const answer = await chat.submit(ST, "sesion.crear", { tipo, numero, fecha: "2024-09-25" })
  if (answer.kind !== "reply") throw new Error("expected a card")
  return answer.card
}
const INCLUDE = "Incluir lo que queda pendiente"
const puntosDe = async (clave: string) => {
  const sesion = (await chat.sesiones()).find((una) => una.clave === clave)
  return chat.data.read.sesiones.puntos(sesion?.id ?? "")
}
const titulos = async (clave: string) => (await puntosDe(clave)).map(({ titulo }) => titulo)

describe("what a session leaves to the next one", () => {
  it("is offered when that one is created: what was deferred and how many commitments are open", async () => {
    await deferred()
    const card = await create("ordinaria", "24")
    const shown = JSON.stringify(card)
    expect(shown).toContain(`Diferido: ${PUNTOS[1]}`)
    expect(shown).toMatch(/Seguimiento de acuerdos: \d+ compromisos abiertos/)
    expect(shown).not.toContain(`Diferido: ${PUNTOS[0]}`)
    expect(card.actions[0]?.label).toBe(INCLUDE)
    await chat.press(ST, card.actions[0]?.id ?? "")
    const [seguimiento, diferido, ...rest] = await puntosDe("SO-24")
    expect(seguimiento?.titulo).toMatch(
      /^Seguimiento de acuerdos \(\d+ compromisos abiertos al 31 de julio de 2024\)$/,
    )
    const [, antecedente] = await puntosDe("SO-23")
    expect(diferido).toMatchObject({ titulo: PUNTOS[1], estado: "incluido", antecedenteId: antecedente?.id })
    expect(rest).toEqual([])
  })

  it("is offered by /sesion preparar until it is there, and is never doubled", async () => {
    await deferred()
    const { actions } = await create("ordinaria", "24")
    const id = actions[0]?.id ?? ""
    await Promise.all([chat.press(ST, id), chat.press(ST, id)])
    expect(await titulos("SO-24")).toHaveLength(2)
    expect((await chat.press(ST, id)).text).toContain("No se agregó nada")
    const again = await chat.ask(ST, "/sesion preparar SO-24")
    expect(again.card.actions.map(({ label }) => label)).not.toContain(INCLUDE)
    expect(await titulos("SO-24")).toHaveLength(2)
  })

  it("is offered again when the item that took it in is withdrawn", async () => {
    await deferred()
    const { actions } = await create("ordinaria", "24")
    await chat.press(ST, actions[0]?.id ?? "")
    await chat.ask(ST, "/sesion punto retirar SO-24 2 Aún no hay dictamen")
    const { card, text } = await chat.ask(ST, "/sesion preparar SO-24")
    expect(text).toContain(`Diferido: ${PUNTOS[1]}`)
    expect(card.actions[0]?.label).toBe(INCLUDE)
  })

  it("is only once in the chain when it is deferred again", async () => {
    await deferred()
    const { actions } = await create("ordinaria", "24")
    await chat.press(ST, actions[0]?.id ?? "")
    const [, carried] = await puntosDe("SO-24")
    await chat.writer.updatePunto(carried?.id ?? "", { estado: "diferido" })
    const offered = JSON.stringify(await create("ordinaria", "25")).split(`Diferido: ${PUNTOS[1]}`).length - 1
    expect(offered).toBe(1)
  })

  it("does not go to an extraordinary session, by the usual rule", async () => {
    await deferred()
    const { actions } = await create("extraordinaria", "9")
    expect(actions.map(({ label }) => label)).not.toContain(INCLUDE)
  })

  it("is not for an institution to include", async () => {
    await deferred()
    const { actions } = await create("ordinaria", "24")
    expect((await chat.press("enlace-sre", actions[0]?.id ?? "")).card.title).toBe(
      "No tiene permiso para este comando",
    )
    expect(await titulos("SO-24")).toEqual([])
  })
})
