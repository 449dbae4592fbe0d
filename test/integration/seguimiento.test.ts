import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { CardFile } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { libros } from "../../src/hojas/libros.ts"
import type { Celda } from "../../src/ports/hojas/libro.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const SRE = "enlace-sre"
const SALUD = "enlace-salud"
const CLAVE = "CI/SO-21/07/2024/SRE"
/** Overdue since: also those who may only know that it exists see that. */
const ACUERDO = "CI/SO-21/02/2024"
const VENCIDO = `${ACUERDO}/SRE`
const DICHO = "Se reunió el calendario de las áreas"
const ANTES = "Se reunieron los insumos de marzo."
const DESPUES = "Se reunieron los insumos de abril."

let chat: Conversacion
afterAll(() => chat.close())

const pide = async (user: string, orden: string) => (await chat.ask(user, orden)).text
const informa = (texto: string) => chat.ask(SRE, `/compromiso avance ${CLAVE} ${texto}`)
const filasDe = async (file: CardFile | undefined): Promise<readonly (readonly Celda[])[]> => {
  const leido = await libros.leer(Buffer.from(file?.content ?? "", "base64"))
  if (leido.kind !== "libro") throw new Error(leido.motivo)
  return leido.hojas[0]?.filas ?? []
}
const hoja = async (user: string, resto = "") =>
  filasDe((await chat.ask(user, `/sesion seguimiento SO-22 ${resto}`)).card.file)
const dichoEn = (filas: readonly (readonly Celda[])[]) => JSON.stringify(filas)
const difunde = (difusion: "interna" | "integrantes") =>
  chat.amend((documento) => ({
    ...documento,
    sesiones: documento.sesiones.map((sesion) => ({
      ...sesion,
      acuerdos: sesion.acuerdos.map((uno) => (uno.clave === ACUERDO ? { ...uno, difusion } : uno)),
    })),
  }))
const cortes = async (clave: string) => {
  const sesion = (await chat.sesiones()).find((una) => una.clave === clave)
  const eventos = await chat.eventos(`sesion:${sesion?.id}`)
  return eventos.filter(({ tipo }) => tipo === "seguimiento.cortado")
}

beforeAll(async () => {
  chat = await startConversacion()
  await informa(ANTES)
})

describe("the follow-up of agreements before a session", () => {
  it("is in its item for whoever may see it, with what changed as each may know it", async () => {
    const orden = await pide(ST, "/sesion agenda SO-22")
    expect(orden).toMatch(/Desde la última sesión ordinaria, el 16 de febrero de 2024: .*con avance/u)
    expect(orden).toContain("cambiará hasta que se fije el corte")
    // That another institution reported something is not theirs to know.
    expect(await pide(SALUD, "/sesion agenda SO-22")).not.toContain("con avance")
    expect(await pide("nadie", "/sesion agenda SO-22")).not.toContain("Desde la última sesión")
  })

  it("is frozen at a moment: what is reported afterwards is not of it", async () => {
    expect(await pide(ST, "/sesion seguimiento-cortar SO-22")).toContain("Se fijó el corte.")
    chat.movesTo("2024-06-11T17:00:00.000Z")
    await informa(DESPUES)
    expect(await pide(ST, "/sesion seguimiento SO-22")).toContain("Corte fijado el ")
    const fijada = dichoEn(await hoja(ST))
    expect(fijada).toContain(ANTES)
    expect(fijada).not.toContain(DESPUES)
    expect(await pide(ST, "/compromiso novedades pagina:2")).toContain(DESPUES)
    expect(dichoEn(await hoja(SRE))).toContain(ANTES)
  })

  it("is a sheet that says who may read it, and has a version without what is between two", async () => {
    const completa = dichoEn(await hoja(ST))
    expect(completa).toContain("Difusión: interna.")
    expect(completa).toContain(ANTES)
    const paraTodos = dichoEn(await hoja(ST, "version:integrantes"))
    expect(paraTodos).toContain("Difusión: integrantes.")
    expect(paraTodos).toContain("Corte fijado el ")
    expect(paraTodos).not.toContain(ANTES)
    expect(paraTodos).not.toContain("Se reunieron")
  })

  it("is frozen by the convocatoria, where the session has that item", async () => {
    await chat.submit(ST, "sesion.crear", {
      tipo: "ordinaria",
      numero: "23",
      fecha: "2024-07-31",
      hora: "10:00",
    })
    const preparada = await chat.ask(ST, "/sesion preparar SO-23")
    expect(preparada.text).toMatch(
      /Seguimiento de acuerdos: \d+ compromisos abiertos; desde la última sesión, .*con avance/u,
    )
    await chat.press(ST, preparada.card.actions[0]?.id ?? "")
    expect(await pide(ST, "/sesion preparar SO-23")).toContain("cambiará hasta que se fije el corte")
    // Until it is convened its orden del día is not theirs.
    expect(await pide(SRE, "/sesion seguimiento SO-23")).toContain("no lleva el punto de seguimiento")
    expect(await cortes("SO-23")).toEqual([])
    const { card } = await chat.ask(ST, "/sesion convocar SO-23")
    await chat.press(ST, card.actions[0]?.id ?? "")
    expect(await cortes("SO-23")).toHaveLength(1)
    expect(await pide(SRE, "/sesion seguimiento SO-23")).toContain("Corte fijado el ")
    // What anybody wrote is not copied into the log: redacted once, it is redacted here.
    expect(JSON.stringify(await cortes("SO-23"))).not.toContain("Se reunieron")
  })

  it("is for the Secretaría Técnica to freeze, and not once the session closed", async () => {
    expect(await pide(SRE, "/sesion seguimiento-cortar SO-22")).toContain("No tiene permiso")
    expect(await pide(ST, "/sesion seguimiento-cortar SO-21")).not.toContain("Se fijó")
  })

  it("shows nobody what has become internal since, but whom it is of", async () => {
    expect(dichoEn(await hoja(SALUD))).toContain(VENCIDO)
    expect(dichoEn(await hoja(SALUD))).not.toContain(DICHO)
    await difunde("interna")
    expect(dichoEn(await hoja(SALUD))).not.toContain(ACUERDO)
    expect(dichoEn(await hoja(ST, "version:integrantes"))).not.toContain(ACUERDO)
    expect(await pide(SALUD, "/sesion seguimiento SO-22")).not.toContain(ACUERDO)
    expect(dichoEn(await hoja(SRE))).toContain(VENCIDO)
    expect(dichoEn(await hoja(SRE))).toContain(DICHO)
    await difunde("integrantes")
  })
})

describe("the follow-up in the summary of the session", () => {
  let borrador = ""
  beforeAll(async () => {
    await difunde("interna")
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((sesion) =>
        sesion.clave === "SO-22" ? { ...sesion, fecha: "2024-06-11", estado: "clausurada" as const } : sesion,
      ),
    }))
    const { card, text } = await chat.ask(ST, "/sesion publicar SO-22")
    borrador = text
    const confirmar = card.actions.find(({ id }) => id.startsWith("sesion.publicar-confirmar"))
    await chat.press(ST, confirmar?.id ?? "")
  })
  const recibido = async (siglas: string) => {
    const resumenes = (await chat.deliveries()).filter(({ why }) => why.startsWith("Resumen de SO-22 para"))
    const suyo = resumenes.find(({ why }) => why.includes(`para ${siglas},`))
    return suyo === undefined ? "" : renderPlainText(suyo.card)
  }

  it("tells each channel what changed, and the part of its own institution", async () => {
    const sre = await recibido("SRE")
    expect(sre).toMatch(/Seguimiento:\n+Del 16 de febrero de 2024 al 11 de junio de 2024: /u)
    expect(sre).toContain("Compromisos de su institución en este seguimiento")
    expect(sre).toContain(CLAVE)
    expect(sre).toContain(VENCIDO)
  })

  it("is in the draft that the Secretaría Técnica confirms", () => {
    expect(borrador).toMatch(/SRE \(.*\n(?:.*–.*\n)*.*– En su seguimiento: .*CI\/SO-21\/02\/2024\/SRE/u)
  })

  it("tells no other channel of an internal commitment, nor the public of any", async () => {
    const salud = await recibido("SALUD")
    expect(salud).toContain("Seguimiento:")
    expect(salud).not.toContain(ACUERDO)
    expect(salud).toMatch(/: 8 vencieron\./u)
    expect(borrador).toMatch(/: 8 vencieron\./u)
    expect(await pide(SALUD, "/sesion resumen SO-22")).not.toContain(ACUERDO)
    expect(await recibido("el canal público")).not.toContain("Seguimiento:")
    expect(await pide("nadie", "/sesion resumen SO-22")).not.toContain("Seguimiento:")
  })
})
