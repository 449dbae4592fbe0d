import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { REGLAS_SESION_USUALES } from "../../src/domain/reglas/reglas-sesion.ts"
import { type Charla, type Conversacion, startConversacionTras } from "../support/conversacion.ts"
import { cambiarReglas } from "../support/reglas.ts"

const ST = "secretaria-tecnica"
/** Its day at its hour, 10:00 in the centre of Mexico; and when nobody else is waited for. */
const SU_HORA = "2024-08-15T16:00:00.000Z"
const TRAS_LA_TOLERANCIA = "2024-08-15T16:16:00.000Z"
const SEGUNDA = "2024-08-20T16:00:00.000Z"
const MOST = ["sre", "salud", "fgr", "inm", "ceav", "sep", "sectur"]
let chat: Conversacion
beforeEach(async () => {
  chat = await startConversacionTras("SO-23 convened for August with one item", convocada)
  chat.movesTo(SU_HORA)
})
afterEach(() => chat.close())

async function convocada(antes: Charla): Promise<void> {
  const values = { tipo: "ordinaria", numero: "23", fecha: "2024-08-15", hora: "10:00" }
  await antes.submit(ST, "sesion.crear", values)
  await antes.submit(ST, "sesion.punto-agregar:SO-23", { titulo: "Seguimiento de acuerdos" })
  const { card } = await antes.ask(ST, "/sesion convocar SO-23")
  await antes.press(ST, card.actions[0]?.id ?? "")
}

const sesion = async () => (await chat.sesiones()).find(({ clave }) => clave === "SO-23")
const arrive = (siglas: string) => chat.press(ST, `sesion.pase-llegada:${siglas.toUpperCase()} sesion:SO-23`)
const arriveAll = async (who: readonly string[]) => {
  for (const siglas of who) await arrive(siglas)
}
const labels = async () =>
  (await chat.ask(ST, "/sesion pase ver SO-23")).card.actions.map(({ label }) => label)

describe("the roll-call", () => {
  it("counts by buttons, with the hour of arrival, and says what is missing for a quórum", async () => {
    expect(await labels()).toContain("Llegó SRE")
    const { text, replaces } = await arrive("SRE")
    expect(replaces).toBe(true)
    expect(text).toContain("Está 1 de 14. El quórum es de 8. No hay quórum.")
    expect(text).toContain("SRE: titular; llegó a las 10:00")
    expect(await labels()).not.toContain("Llegó SRE")
  })

  it("takes who comes from what the institution confirmed", async () => {
    const suplente = { nombre: "Ana Pérez", cargo: "Directora", oficio: "1/2024", modo: "distancia" }
    await chat.submit("enlace-sre", "sesion.suplente:SO-23", suplente)
    expect((await arrive("SRE")).text).toContain("SRE: suplente, Ana Pérez, a distancia; llegó a las 10:00")
  })

  it("offers to install only with quórum, and to put its lack on record only without", async () => {
    await arriveAll([...MOST])
    expect(await labels()).toContain("Hacer constar la falta de quórum")
    await arrive("segob")
    expect(await labels()).toContain("Declarar instalada la sesión")
    expect(await labels()).not.toContain("Hacer constar la falta de quórum")
  })

  it("does not install without who presides, and names the rule", async () => {
    await arriveAll([...MOST, "bienestar"])
    const { text } = await chat.press(ST, "sesion.instalar:SO-23")
    expect(text).toContain("No es posible instalar la sesión")
    expect(text).toContain(
      "Están 8 de 14. El quórum es de 8. No hay quórum. Falta la institución que preside",
    )
    expect(await sesion()).toMatchObject({ estado: "convocada", instaladaEn: null })
  })

  it("counts by the body's own rule: who presides and five more, and an institution that may not be missing", async () => {
    const quorum = {
      ...REGLAS_SESION_USUALES.quorum,
      regla: "presidencia_mas_numero",
      numero: 5,
      composicion: [{ nombre: null, instituciones: ["BIENESTAR"], minimo: null }],
    } as const
    await cambiarReglas(chat, { quorum })
    await arriveAll(["sre", "salud", "fgr", "inm"])
    expect((await arrive("segob")).text).toContain(
      "Están 5 de 14. El quórum es de la institución que preside y 5 más, con BIENESTAR. No hay quórum. Falta 1 institución además de la que preside. Falta BIENESTAR.",
    )
    expect((await chat.ask(ST, "/sesion quorum SO-23")).text).toContain(
      "Para que lo haya: Falta la institución que preside, y el órgano la exige. Faltan 5 instituciones además de la que preside. Falta BIENESTAR.",
    )
    expect((await arrive("bienestar")).text).toContain("Hay quórum.")
    expect((await chat.press(ST, "sesion.instalar:SO-23")).text).toContain("Se declara instalada")
    await chat.ask(ST, "/sesion pase salida BIENESTAR")
    const vote = { texto: "¿Se aprueba el programa?", modo: "nominal" }
    const refused = await chat.submit(ST, "acuerdo.votacion-abrir", vote)
    expect(JSON.stringify(refused)).toContain("no se puede votar. Falta 1 institución además")
  })

  it("installs with quórum, once, with its hour", async () => {
    await arriveAll([...MOST, "segob"])
    const both = await Promise.all([1, 2].map(() => chat.press(ST, "sesion.instalar:SO-23")))
    expect(both.filter(({ card }) => card.title.startsWith("Sesión instalada"))).toHaveLength(1)
    expect(await sesion()).toMatchObject({ estado: "instalada", instaladaEn: SU_HORA })
    const events = await chat.eventos(`sesion:${(await sesion())?.id}`)
    expect(events.filter(({ tipo }) => tipo === "sesion.instalada")).toHaveLength(1)
  })

  it("warns when somebody's leaving loses the quórum, and counts who comes back", async () => {
    await arriveAll([...MOST, "segob"])
    await chat.press(ST, "sesion.instalar:SO-23")
    const left = await chat.ask(ST, "/sesion pase salida SRE")
    expect(left.text).toContain("Al salir SRE se perdió el quórum")
    expect(left.text).toContain("llegó a las 10:00 y salió a las 10:00")
    expect((await arrive("SRE")).text).toContain("Hay quórum")
  })

  it("says when nothing changed", async () => {
    await arrive("SRE")
    expect((await arrive("SRE")).text).toContain("SRE: sin cambios")
    expect((await chat.ask(ST, "/sesion pase salida Secretaría de Salud SO-23")).text).toContain(
      "SALUD: sin cambios",
    )
  })

  it("puts the lack of quórum on record, and the session is over on this call", async () => {
    await arriveAll(["sre", "segob"])
    chat.movesTo(TRAS_LA_TOLERANCIA)
    const { text } = await chat.press(ST, "sesion.sin-quorum:SO-23")
    expect(text).toContain("Constancia de falta de quórum")
    expect(text).toContain("permite una segunda convocatoria")
    expect(await sesion()).toMatchObject({ estado: "sin_quorum" })
    expect((await arrive("SALUD")).text).toContain("La sesión está sin quórum")
  })

  it("is only for the Secretaría Técnica", async () => {
    const { card } = await chat.press("enlace-sre", "sesion.pase-llegada:SRE sesion:SO-23")
    expect(card.title).toBe("No tiene permiso para este comando")
  })

  it("takes no institution that was not called", async () => {
    const { card, text } = await chat.ask(ST, "/sesion pase llegada Xanadú sesion:SO-23")
    expect(card.tone).toBe("error")
    expect(text).toContain("«Xanadú» no corresponde a ninguna institución convocada a la sesión SO-23")
  })
})

describe("a second call", () => {
  const second = async (changes: Readonly<Record<string, string>> = {}) => {
    const answer = await chat.open(ST, "/sesion segunda SO-23")
    if (answer.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(answer)}`)
    const shown = Object.fromEntries(answer.form.fields.map(({ name, value }) => [name, value]))
    return { shown, answer: await chat.submit(ST, answer.form.id, { ...shown, ...changes }) }
  }
  beforeEach(async () => {
    await arriveAll(["sre", "segob"])
    chat.movesTo(TRAS_LA_TOLERANCIA)
    await chat.press(ST, "sesion.sin-quorum:SO-23")
  })

  it("is proposed for the first day that the body's rule allows, and reaches everybody again", async () => {
    const { shown } = await second()
    expect(shown).toEqual({ fecha: "2024-08-20", hora: "10:00" })
    expect(await sesion()).toMatchObject({ estado: "convocada", llamado: 2, fecha: "2024-08-20" })
    const again = (await chat.deliveries()).filter(({ card }) =>
      card.title.startsWith("Segunda convocatoria"),
    )
    expect(again).toHaveLength(13)
  })

  it("is refused before that day, and keeps what was typed", async () => {
    const { answer } = await second({ fecha: "2024-08-19" })
    if (answer.kind !== "form") throw new Error("expected the form again")
    expect(answer.form.problems[0]?.message).toContain("desde el martes 20 de agosto de 2024")
    expect(answer.form.fields[0]?.value).toBe("2024-08-19")
  })

  it("typed leaves only once its draft is confirmed, and of a session that did not change since", async () => {
    const segundas = async () =>
      (await chat.deliveries()).filter(({ card }) => card.title.startsWith("Segunda convocatoria"))
    const { text, card } = await chat.ask(ST, "/sesion segunda SO-23 fecha:2024-08-20 hora:10:00")
    expect(text).toContain("Borrador de segunda convocatoria")
    expect(text).toContain("Nada se ha enviado. Revise y confirme.")
    expect(text).toContain("martes 20 de agosto de 2024")
    expect(await sesion()).toMatchObject({ estado: "sin_quorum", llamado: 1 })
    expect(await segundas()).toEqual([])
    expect(card.actions[0]?.label).toBe("Enviar segunda convocatoria")
    await chat.press(ST, card.actions[0]?.id ?? "")
    expect(await sesion()).toMatchObject({ estado: "convocada", llamado: 2 })
    expect(await segundas()).toHaveLength(13)
    await chat.press(ST, card.actions[0]?.id ?? "")
    expect(await segundas()).toHaveLength(13)
  })

  it("starts its own roll-call and is held with who comes, and with who presides", async () => {
    await second()
    chat.movesTo(SEGUNDA)
    expect((await arrive("SRE")).text).toContain(
      "Está 1 de 14. En segunda convocatoria, el quórum es de la institución que preside. No hay quórum.",
    )
    expect((await arrive("SEGOB")).text).toContain("Hay quórum")
    expect((await chat.press(ST, "sesion.instalar:SO-23")).text).toContain("Se declara instalada")
  })

  it("is not followed by a third", async () => {
    await second()
    chat.movesTo(SEGUNDA)
    await chat.press(ST, "sesion.sin-quorum:SO-23")
    expect((await chat.ask(ST, "/sesion segunda SO-23")).text).toContain(
      "No es posible convocar por segunda vez",
    )
  })
})
