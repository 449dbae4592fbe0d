import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cardOfAnswer } from "../../src/cards/form.ts"
import { TEMAS } from "../../src/commands/ayuda/temas.ts"
import { NOW } from "../support/conversacion.ts"
import { type SesionInstalada, ST, SU_HORA, startSesionInstalada } from "../support/sesion-instalada.ts"

/** One of each that is something else to the body. */
const QUIENES = ["sin-vincular", "administracion-tecnica", "enlace-sre", "presidencia", ST]
const AYUDA = /^plenaria\.ayuda/

let chat: SesionInstalada
beforeAll(async () => {
  chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
})
afterAll(() => chat.close())

const pide = (user: string, busca = "") => chat.ask(user, `/plenaria ayuda ${busca}`.trimEnd())
const botones = async (user: string, busca = "") => (await pide(user, busca)).card.actions.map(({ id }) => id)

/** What is offered that leads to a refusal; each button is pressed once. */
async function rechazadas(user: string): Promise<readonly string[]> {
  const ofrecidos = new Set<string>()
  for (const busca of ["", "quórum", "votar", ...TEMAS])
    for (const id of await botones(user, busca)) ofrecidos.add(id)
  const refused: string[] = []
  for (const id of [...ofrecidos].filter((one) => !AYUDA.test(one))) {
    const shown = cardOfAnswer(await chat.opens(user, id))
    if (shown?.tone === "error") refused.push(`${user} ${id}: ${shown.title}`)
  }
  return refused
}

describe("the help", () => {
  it("says five things that can be done now, each with its button, and the rest by theme", async () => {
    chat.movesTo(NOW)
    for (const user of QUIENES) {
      const { card, text } = await pide(user)
      const [lista] = card.blocks.filter(({ kind }) => kind === "list")
      expect(lista?.kind === "list" && lista.items.length, user).toBe(5)
      const propios = card.actions.filter(({ id }) => !AYUDA.test(id))
      expect(propios.length, user).toBe(5)
      expect(text.split("→")[0]?.split(/\s+/u).length, `${user}: ${text}`).toBeLessThan(130)
    }
    // The most urgent of each, as the one place to look says it; then what the next session is ready for.
    expect(await botones("enlace-sre")).toContain("compromiso.avance:CI/SO-21/03/2024/SRE")
    expect(await botones("enlace-sre")).toContain("sesion.agenda:SO-22")
    expect(await botones("sin-vincular")).toContain("plenaria.vincular")
    expect(await botones("sin-vincular")).not.toContain("plenaria.ayuda:compromisos")
  })

  it("is searched by words, with accents or without, misspelt or asked as a question, and only in one's own", async () => {
    for (const busca of ["quórum", "quorum", "quorun"])
      expect((await pide(ST, busca)).text, busca).toContain("/sesion quorum")
    expect((await pide("enlace-sre", "quórum")).text).not.toContain("/sesion quorum")
    expect((await botones("enlace-sre", "necesito más tiempo para mi compromiso"))[0]).toMatch(
      /^compromiso\.(?:mios|prorroga)/,
    )
    expect((await pide("enlace-sre", "suplentes")).text).toContain("/sesion suplente")
    const nada = await pide("enlace-sre", "xyzzy")
    expect(nada.text).toContain("Nada de lo que usted puede usar dice «xyzzy»")
    expect(nada.card.actions.map(({ id }) => id)).toContain("plenaria.ayuda:compromisos")
    expect((await pide("enlace-sre", "por favor")).card.title).toBe("Ayuda de Plenaria")
  })

  it("offers nobody what would be refused, before the session and in it", async () => {
    const refused: string[] = []
    for (const user of QUIENES) refused.push(...(await rechazadas(user)))
    chat.movesTo(SU_HORA)
    await chat.press(ST, `sesion.instalar:${chat.clave}`)
    expect((await chat.sesion()).estado).toBe("instalada")
    expect(await botones("enlace-sre")).toContain(`sesion.en-curso:${chat.clave}`)
    expect(await botones(ST)).toContain(`sesion.en-curso:${chat.clave}`)
    for (const user of ["enlace-sre", ST]) refused.push(...(await rechazadas(user)))
    expect(refused).toEqual([])
  })
})
