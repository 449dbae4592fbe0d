import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { planearAutorizaciones } from "../../src/app/autorizacion/espera-planear.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { Database } from "../../src/db/open.ts"
import type { Delivery } from "../../src/ports/repositories/deliveries.ts"
import { type Charla, charlaOn, NOW } from "../support/conversacion.ts"
import { createPreparedDatabase, type TestDatabase } from "../support/database.ts"
import { demoAt } from "../support/demo-database.ts"
import { designar } from "../support/designar.ts"
import { cambiarPerfil } from "../support/reglas.ts"
import { textOf } from "../support/respuesta.ts"

const ST = "secretaria-tecnica"
const PRESIDENCIA = "presidencia"
const SUPLENTE = "suplente-segob"
/** Institutions with a seat and a channel on the day of these tests. */
const CHANNELS = 13

let database: TestDatabase
let chat: Charla
beforeEach(async () => {
  const prepare = async (fresh: Database) => {
    const before = charlaOn(fresh, NOW)
    const values = {
      tipo: "ordinaria",
      numero: "23",
      fecha: "2024-08-15",
      hora: "10:00",
      sede: "Salón Juárez",
    }
    await before.submit(ST, "sesion.crear", values)
    await before.submit(ST, "sesion.punto-agregar:SO-23", { titulo: "Seguimiento de acuerdos" })
    await designar(before, [[SUPLENTE, "suplente", "SEGOB"]])
    await conCanales(before)
    await cambiarPerfil(before, (perfil) => ({ ...perfil, autoriza: "presidencia" }))
  }
  const contents = "SO-23 by authorisation of the presidencia"
  database = await createPreparedDatabase({ contents, upon: demoAt(NOW), prepare })
  chat = charlaOn(database.database, NOW)
})
afterEach(() => database.close())

/** The presidencia's own channel, and the Secretaría Técnica's. */
const conCanales = (before: Charla) =>
  before.amend((documento) => ({
    ...documento,
    canales: [
      ...documento.canales,
      ...(["presidencia", "secretaria_tecnica"] as const).map((audiencia) => ({
        clave: audiencia,
        nombre: `canal-${audiencia}`,
        adapter: "consola",
        workspace: "demo",
        canal: audiencia,
        audiencia,
        organo: "ci-trata",
        institucion: null,
        activo: true,
        origen: "demo" as const,
      })),
    ],
  }))

const to = async (channel: string): Promise<readonly Delivery[]> =>
  (await chat.deliveries()).filter((one) => one.to.channel === channel)
const cardTo = async (channel: string) =>
  (await to(channel))[0]?.card ?? { title: "", tone: "aviso", blocks: [], actions: [] }
const convocatorias = async () =>
  (await chat.deliveries()).filter(({ card }) => /^(?:Convocatoria|Rectificación|Sesión)/.test(card.title))
const sesion = async () => (await chat.sesiones()).find(({ clave }) => clave === "SO-23")
const eventos = async () => chat.eventos(`sesion:${(await sesion())?.id}`)

async function button(user: string, typed: string, label: RegExp): Promise<string> {
  const { card, text } = await chat.ask(user, typed)
  const found = card.actions.find((action) => label.test(action.label))
  if (!found) throw new Error(`no button ${label} in ${text}`)
  return found.id
}
const pedir = async () => chat.press(ST, await button(ST, "/sesion convocar SO-23", /^Pedir autorización/))
const autorizar = () => button(PRESIDENCIA, "/sesion autorizar", /^Autorizar/)

describe("a convocatoria that the presidencia authorises", () => {
  it("is asked of it with all that would leave, and does not leave until then; everyone who conducts sees that it waits", async () => {
    const asked = await pedir()
    expect(asked.text).toContain("Nada ha salido")
    expect(asked.text).toContain("canal-presidencia")
    expect(await convocatorias()).toEqual([])
    expect((await sesion())?.estado).toBe("programada")

    const card = await cardTo("presidencia")
    const message = renderPlainText(card)
    expect(message).toContain("Por autorizar: Vigésima Tercera Sesión Ordinaria")
    expect(message).toContain("Lugar: Salón Juárez")
    expect(message).toContain("1. Seguimiento de acuerdos")
    expect(card.actions.map(({ label }) => label)).toEqual(["Autorizar", "Devolver…"])

    for (const typed of ["/sesion convocar SO-23", "/sesion autorizacion-ver SO-23", "/plenaria ayuda"])
      for (const user of [ST, PRESIDENCIA, SUPLENTE]) {
        const { text } = await chat.ask(user, typed)
        if (typed.includes("ver") && user !== ST) expect(text).toContain("Se solicita su autorización")
        else
          expect(text, `${user} ${typed}`).toContain(
            "espera a la Presidencia (Persona de demostración de la Presidencia",
          )
      }
    expect((await chat.ask("enlace-sre", "/plenaria ayuda")).text).not.toContain("espera a la Presidencia")
    expect((await chat.ask("enlace-sre", "/sesion autorizacion-ver SO-23")).card.title).toContain(
      "No tiene permiso",
    )

    const again = await pedir()
    expect(again.card.title).toContain("Ya estaba por autorizar")
    expect(await to("presidencia")).toHaveLength(1)
  })

  it("leaves as it is authorised, once, whoever of them does it; both persons stay on the register", async () => {
    await pedir()
    const id = await autorizar()
    const answers = await Promise.all([chat.press(PRESIDENCIA, id), chat.press(SUPLENTE, id)])
    expect(answers.filter(({ card }) => card.title.startsWith("Autorizada"))).toHaveLength(1)
    const [second] = answers.filter(({ card }) => !card.title.startsWith("Autorizada"))
    expect(second?.text).toMatch(/autorizó la convocatoria de SO-23/)
    expect(await convocatorias()).toHaveLength(CHANNELS)
    expect((await sesion())?.estado).toBe("convocada")
    const told = renderPlainText(await cardTo("secretaria_tecnica"))
    expect(told).toContain("Autorizada")
    const [pedida, autorizada] = ["autorizacion.pedida", "autorizacion.autorizada"].map((tipo) =>
      eventos().then((todos) => todos.filter((uno) => uno.tipo === tipo)),
    )
    const { personas } = chat.data.read
    const [quienPide] = (await pedida) ?? []
    const [quienAutoriza] = (await autorizada) ?? []
    expect((await personas.byId(quienPide?.personaId ?? ""))?.clave).toBe(ST)
    expect([PRESIDENCIA, SUPLENTE]).toContain((await personas.byId(quienAutoriza?.personaId ?? ""))?.clave)
    expect(JSON.stringify(quienAutoriza?.despues)).toContain(quienPide?.personaId)
    const [enviada] = await chat.data.fresh.convocatorias.list((await sesion())?.id ?? "")
    expect(enviada?.personaId).toBe(quienPide?.personaId)
  })

  it("holds for the text that was asked for: when it changes the approval does nothing, and it is asked for again", async () => {
    await pedir()
    const id = await autorizar()
    await chat.ask(ST, "/sesion editar SO-23 hora:12:00")
    const { text, card } = await chat.press(PRESIDENCIA, id)
    expect(card.title).toContain("Sin efecto")
    expect(text).toContain("quedó sin efecto")
    expect(await convocatorias()).toEqual([])
    expect(renderPlainText(await cardTo("secretaria_tecnica"))).toContain("la pide de nuevo")
    await pedir()
    // The button of before is of another text.
    expect((await chat.press(PRESIDENCIA, id)).text).toContain("12:00 horas")
    expect(await convocatorias()).toEqual([])
    await chat.press(PRESIDENCIA, await autorizar())
    expect(await convocatorias()).toHaveLength(CHANNELS)
  })

  it("does not leave when its term has passed by then: it is counted when it is authorised", async () => {
    await pedir()
    const id = await autorizar()
    chat.movesTo("2024-08-09T16:00:00.000Z")
    const { text } = await chat.press(PRESIDENCIA, id)
    expect(text).toContain("ya había pasado el plazo. No salió.")
    expect(await convocatorias()).toEqual([])
    expect(renderPlainText(await cardTo("secretaria_tecnica"))).toContain("fuera de plazo")
    const motivo = "La Presidencia resolvió convocar por ser urgente."
    const tarde = await button(ST, "/sesion convocar SO-23", /^Pedir autorización fuera de plazo/)
    expect(textOf(await chat.submit(ST, tarde, { motivo }))).toContain("Por autorizar")
    await chat.press(PRESIDENCIA, await autorizar())
    expect(JSON.stringify((await convocatorias())[0]?.card)).toContain(motivo)
  })

  it("is returned with a reason, or put on record on the presidencia's word with its proof, of which it is told", async () => {
    await pedir()
    const devolver = await button(PRESIDENCIA, "/sesion autorizar SO-23", /^Devolver/)
    const motivo = "Falta incluir el informe de la Subcomisión."
    expect(textOf(await chat.submit(PRESIDENCIA, devolver, { motivo }))).toContain("Devuelta")
    expect(renderPlainText(await cardTo("secretaria_tecnica"))).toContain(motivo)
    expect(
      (await chat.press(PRESIDENCIA, devolver.replace("autorizacion-devolver", "autorizar"))).text,
    ).toContain("devolvió la convocatoria")
    await pedir()
    const registrar = await button(ST, "/sesion autorizacion-ver SO-23", /^Registrar/)
    expect((await chat.submit(ST, registrar, { medio: "oficio" })).kind).toBe("form")
    expect(await convocatorias()).toEqual([])
    const dado = { medio: "oficio", constancia: "SEGOB/PR/045/2024" }
    expect(textOf(await chat.submit(ST, registrar, dado))).toContain("por oficio: SEGOB/PR/045/2024")
    expect(await convocatorias()).toHaveLength(CHANNELS)
    const aviso = renderPlainText(await cardTo("presidencia"))
    expect(aviso).toContain("SEGOB/PR/045/2024")
    expect(aviso).toContain("Si no corresponde a lo que usted resolvió, comuníquelo a la Secretaría Técnica")
  })

  it("is reminded of once each business day while it waits, and no longer once it was answered", async () => {
    await pedir()
    const planeado = async (now: string) => {
      const { read } = chat.data
      const organo = await read.organos.byClave("ci-trata")
      if (organo === null) throw new Error("no body")
      return (await planearAutorizaciones({ data: { read }, now }, organo)).map(({ canal, delivery }) => [
        canal.audiencia,
        delivery.key,
      ])
    }
    expect(await planeado(NOW)).toEqual([])
    const miercoles = await planeado("2024-06-12T16:00:00.000Z")
    expect(miercoles.map(([audiencia]) => audiencia)).toEqual(["presidencia"])
    expect(await planeado("2024-06-12T18:00:00.000Z")).toEqual(miercoles)
    expect(await planeado("2024-06-13T16:00:00.000Z")).not.toEqual(miercoles)
    expect(await planeado("2024-06-15T16:00:00.000Z")).toEqual([])
    await chat.ask(ST, "/sesion editar SO-23 hora:12:00")
    const caduca = await planeado("2024-06-12T16:00:00.000Z")
    expect([...new Set(caduca.map(([audiencia]) => audiencia))]).toEqual(["secretaria_tecnica"])
    await pedir()
    await chat.press(PRESIDENCIA, await autorizar())
    expect(await planeado("2024-06-13T16:00:00.000Z")).toEqual([])
  })
})

describe("what changes a convocatoria that was authorised", () => {
  beforeEach(async () => {
    await pedir()
    await chat.press(PRESIDENCIA, await autorizar())
  })

  it("waits for the presidencia too, and the session stays as it is until then", async () => {
    const rectificada = { fecha: "2024-08-15", hora: "10:00", sede: "Otra sala", motivo: "Cambio de sede" }
    expect(textOf(await chat.submit(ST, "sesion.rectificar:SO-23", rectificada))).toContain("Por autorizar")
    expect(await sesion()).toMatchObject({ sede: "Salón Juárez", estado: "convocada" })
    expect(renderPlainText(await cardTo("presidencia"))).toContain("Lugar: Otra sala")
    // Another one takes its place.
    expect(textOf(await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Sin materia" }))).toContain(
      "la cancelación de SO-23",
    )
    await chat.press(PRESIDENCIA, await autorizar())
    expect(await sesion()).toMatchObject({ sede: "Salón Juárez", estado: "cancelada" })
    expect(await convocatorias()).toHaveLength(2 * CHANNELS)
  })
})

describe("a comunicado", () => {
  it("is only called authorised where the presidencia authorised the very text that it shows", async () => {
    const borrador = await chat.ask(ST, "/sesion comunicado SO-21")
    expect(borrador.text).toContain("requiere autorización de la Presidencia")
    expect((await chat.ask(PRESIDENCIA, "/sesion comunicado SO-21")).text).toContain("Arturo Medina Padilla")
    await chat.press(ST, await button(ST, "/sesion comunicado SO-21", /^Pedir la autorización/))
    expect((await chat.ask(ST, "/sesion comunicado SO-21")).text).toContain("espera la autorización")
    expect(renderPlainText(await cardTo("presidencia"))).toContain("Arturo Medina Padilla")
    await chat.press(PRESIDENCIA, await button(PRESIDENCIA, "/sesion autorizar SO-21", /^Autorizar/))
    expect((await chat.ask(ST, "/sesion comunicado SO-21")).text).toContain(
      "Autorizado por Persona de demostración de la Presidencia el martes 11 de junio de 2024",
    )
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((una) =>
        una.clave === "SO-21" ? { ...una, lugarYFechaDocumento: "Puebla, 17 de febrero de 2024" } : una,
      ),
    }))
    expect((await chat.ask(ST, "/sesion comunicado SO-21")).text).toContain(
      "requiere autorización de la Presidencia",
    )
  })
})

describe("a cancellation that is taken back", () => {
  const introDe = async (typed: string) => {
    const answer = await chat.open(ST, typed)
    return JSON.stringify(answer.kind === "form" ? answer.form.intro : answer)
  }

  it("is told to nobody until the presidencia authorises it, as the cancellation was", async () => {
    await pedir()
    await chat.press(PRESIDENCIA, await autorizar())
    expect(await introDe("/sesion cancelar SO-23")).toContain("Se pide la autorización de la Presidencia")
    await chat.submit(ST, "sesion.cancelar", { sesion: "SO-23", motivo: "Por causas de fuerza mayor." })
    await chat.press(PRESIDENCIA, await autorizar())
    expect((await sesion())?.estado).toBe("cancelada")
    const antes = (await convocatorias()).length

    expect(await introDe("/sesion deshacer SO-23")).toContain("Se pide la autorización de la Presidencia")
    const pedida = await chat.submit(ST, "sesion.deshacer", { sesion: "SO-23", motivo: "Cesó la causa." })
    expect(textOf(pedida)).toContain("Nada ha salido")
    expect((await sesion())?.estado).toBe("cancelada")
    expect(await convocatorias()).toHaveLength(antes)

    await chat.press(PRESIDENCIA, await autorizar())
    expect((await sesion())?.estado).toBe("convocada")
    const ahora = await convocatorias()
    expect(ahora).toHaveLength(antes + CHANNELS)
    const rectificada = ahora.find(({ card }) => card.title.startsWith("Rectificación"))
    expect(rectificada && renderPlainText(rectificada.card)).toContain(
      "Queda sin efecto la cancelación. Cesó la causa.",
    )
  })
})
