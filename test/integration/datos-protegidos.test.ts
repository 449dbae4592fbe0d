import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { asuntoDispensas } from "../../src/app/dispensar-datos.ts"
import type { Card } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { cardOf, formOf } from "../support/respuesta.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"
const CLAVE = "CI/SE-1/03/DEMO/SRE"
/** Of the institution of the Secretaría Técnica: on another's word she is asked for its proof first. */
const SUYO = "CI/SE-1/03/DEMO/SEGOB"
const PUBLICO = "es.publico"
const MOTIVO = "Es el número del módulo de atención, publicado en su portal"
/** Each text of its own, so that what is on record tells which was taken. */
const conTelefono = (quien: string) => `El módulo de ${quien} atiende en el 55 1234 5678`

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const labels = ({ actions }: Card) => actions.map(({ label }) => label)
const idOf = (card: Card, label: string) => {
  const found = card.actions.find((action) => action.label === label)
  if (found === undefined) throw new Error(`no button ${label}: ${renderPlainText(card)}`)
  return found.id
}
const press = (user: string, actionId: string): Promise<InboundAnswer> =>
  chat.router.action({
    eventId: `${PUBLICO} ${user} ${actionId} ${Math.random()}`,
    actor: { adapter: "consola", workspace: "demo", user },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    receivedAt: "2024-06-11T16:00:00.000Z",
    actionId,
  })
const avances = async () => {
  const rows = (await chat.data.fresh.compromisos.list({})).filter(({ compromiso }) =>
    [CLAVE, SUYO].includes(compromiso.clave),
  )
  const all = rows.map(({ compromiso }) => chat.data.fresh.compromisos.avances(compromiso.id))
  return (await Promise.all(all)).flat().map(({ texto }) => texto)
}
const dispensas = async () => {
  const [organo] = (await chat.data.read.organos.all()).filter(({ padreId }) => padreId === null)
  return chat.eventos(asuntoDispensas(organo?.id ?? ""))
}
const avance = (user: string, texto: string) =>
  chat.ask(user, `/compromiso avance ${user === ST ? SUYO : CLAVE} ${texto}`)

describe("a text with protected data", () => {
  it("is refused by the kind of data, never by its letters, with how to write it", async () => {
    const { card, text } = await avance(ENLACE, conTelefono("enlace"))
    expect(text).toContain("El texto parece contener un teléfono")
    expect(text).toContain("con su extensión o como «conmutador»")
    expect(text).not.toContain("1234")
    expect(text).toContain("la Secretaría Técnica puede registrarlo")
    expect(labels(card)).toEqual(["Corregir"])
    expect(await avances()).not.toContain(conTelefono("enlace"))
  })

  it("is kept for whoever typed it, in the form to correct it, and for nobody else", async () => {
    const { card } = await avance(ENLACE, conTelefono("enlace"))
    const corregir = idOf(card, "Corregir")
    expect(cardOf(await press("enlace-salud", corregir)).title).toContain("ya no espera respuesta")
    const form = formOf(await press(ENLACE, corregir))
    expect(form.fields.find(({ name }) => name === "texto")?.value).toBe(conTelefono("enlace"))
  })

  it("that identifies a victim or a case is not stored, not even to be corrected", async () => {
    const typed = `/sesion diferir SO-22 fecha:2024-08-20 motivo:Lo pidió la víctima María López`
    const { card, text } = await chat.ask(ST, typed)
    expect(text).toContain("Ese texto no se guardó")
    const form = formOf(await press(ST, idOf(card, "Corregir")))
    const values = Object.fromEntries(form.fields.map(({ name, value }) => [name, value]))
    expect(values).toMatchObject({ fecha: "2024-08-20", motivo: "" })
    const drafts = await Sql.using(chat.databaseUrl, (sql) => sql.rows("SELECT * FROM borrador_formulario"))
    expect(JSON.stringify(drafts)).not.toContain("López")
  })

  it("too long as well, is not said again by the other refusal", async () => {
    const texto = `La víctima María López ${"y sigue ".repeat(300)}`
    const { problems } = formOf(await chat.submit(ENLACE, `compromiso.avance:${CLAVE}`, { texto }))
    expect(problems).toEqual([
      { field: "texto", message: expect.stringContaining("el nombre o las iniciales de una víctima") },
    ])
    expect(problems[0]?.message).not.toContain("López")
  })

  it("that identifies a victim or a case can be excused by nobody", async () => {
    for (const [dato, texto] of [
      ["una CURP", "Se envió la CURP GAPA850101MDFRRN08 al 55 1234 5678"],
      ["una carpeta de investigación", "Se informó de la carpeta FED/FEVIMTRA/CDMX/0000123/2024"],
      ["una víctima", "Ya se atendió a la víctima María López"],
    ] as const) {
      const { card, text } = await avance(ST, texto)
      expect(text).toContain(dato)
      expect(labels(card), dato).toEqual(["Corregir"])
    }
    expect(await dispensas()).toEqual([])
  })
})

describe("the Secretaría Técnica says that it is public", () => {
  const offered = async (quien: string) => {
    const { card, text } = await avance(ST, conTelefono(quien))
    expect(labels(card)).toEqual(["Corregir", "Es un dato público…"])
    expect(text).not.toContain("1234")
    return idOf(card, "Es un dato público…")
  }

  it("with a reason, which is on record with the kind of data and never with the text", async () => {
    const button = await offered("Tijuana")
    const form = formOf(await press(ST, button))
    expect(form.intro).toContain("parece contener un teléfono")
    const done = await chat.submit(ST, form.id, { motivo: MOTIVO })
    expect(cardOf(done).title).toContain("Avance registrado")
    expect(await avances()).toContain(conTelefono("Tijuana"))
    const [evento, ...others] = await dispensas()
    expect(others).toEqual([])
    expect(evento).toMatchObject({
      tipo: "datos.dispensados",
      despues: { orden: "compromiso.avance", datos: ["telefono"], motivo: MOTIVO },
    })
    expect(JSON.stringify(evento)).not.toContain("1234 5678")
  })

  it("of what another institution reported, whose proof is then asked for", async () => {
    const { card } = await chat.ask(ST, `/compromiso avance ${CLAVE} ${conTelefono("Rosarito, de SRE")}`)
    const form = formOf(await press(ST, idOf(card, "Es un dato público…")))
    const asked = formOf(await chat.submit(ST, form.id, { motivo: MOTIVO }))
    expect(asked.fields.map(({ value }) => value)).toContain(conTelefono("Rosarito, de SRE"))
    expect(await avances()).not.toContain(conTelefono("Rosarito, de SRE"))
  })

  it("once: the same button does it no second time", async () => {
    const button = await offered("Tecate")
    const form = formOf(await press(ST, button))
    await chat.submit(ST, form.id, { motivo: MOTIVO })
    const again = cardOf(await chat.submit(ST, form.id, { motivo: MOTIVO }))
    expect(again.title).toContain("ya no espera respuesta")
    expect((await avances()).filter((texto) => texto === conTelefono("Tecate"))).toHaveLength(1)
  })

  it("alone: nobody else can, not even with her button", async () => {
    const button = await offered("Mexicali")
    expect(cardOf(await press(ENLACE, button)).title).toBe("No tiene permiso para este comando")
    const forced = await chat.submit(ENLACE, button, { motivo: MOTIVO })
    expect(cardOf(forced).title).toBe("No tiene permiso para este comando")
    expect(await avances()).not.toContain(conTelefono("Mexicali"))
  })

  it("with a reason that says it without the data", async () => {
    const before = (await dispensas()).length
    const form = formOf(await press(ST, await offered("Ensenada")))
    for (const motivo of ["porque sí", "Es el 55 1234 5678 del módulo de atención"]) {
      const again = formOf(await chat.submit(ST, form.id, { motivo }))
      expect(again.problems).toHaveLength(1)
      expect(again.fields[0]?.value).toBe(motivo)
    }
    expect(await dispensas()).toHaveLength(before)
    expect(await avances()).not.toContain(conTelefono("Ensenada"))
  })

  it("also of what was written in a form, whose other fields it keeps", async () => {
    const answer = await chat.submit(ST, `compromiso.avance:${SUYO}`, {
      texto: conTelefono("Rosarito"),
      enlace: "https://www.gob.mx/sre/informe",
    })
    const form = formOf(await press(ST, idOf(cardOf(answer), "Es un dato público…")))
    expect(renderPlainText(cardOf(await chat.submit(ST, form.id, { motivo: MOTIVO })))).toContain(
      "https://www.gob.mx/sre/informe",
    )
    expect(await avances()).toContain(conTelefono("Rosarito"))
  })

  it("and what is asked about afterwards is not asked about the data again", async () => {
    const sede = "Módulo de atención, tel. 55 1234 5678"
    const { card } = await chat.ask(
      ST,
      `/sesion crear ordinaria fecha:2024-08-20 hora:05:00 numero:801 sede:"${sede}"`,
    )
    expect(renderPlainText(card)).toContain("un teléfono")
    const form = formOf(await press(ST, idOf(card, "Es un dato público…")))
    const question = cardOf(await chat.submit(ST, form.id, { motivo: MOTIVO }))
    expect(renderPlainText(question)).toContain("¿Es correcto?")
    await press(ST, idOf(question, "Sí, es correcto"))
    expect((await chat.sesiones()).find(({ clave }) => clave === "SO-801")).toMatchObject({
      sede,
      hora: "05:00",
    })
  })

  it("for that text alone: another one of the same kind is refused", async () => {
    expect((await avance(ST, conTelefono("Tijuana"))).text).toContain("un teléfono")
  })

  it("never of an address, where nobody writes a telephone to be read", async () => {
    const { card } = await chat.ask(
      ST,
      `/sesion documento-agregar SO-22 nombre:Padrón enlace:https://wa.me/525512345678`,
    )
    expect(labels(card)).not.toContain("Es un dato público…")
  })
})
