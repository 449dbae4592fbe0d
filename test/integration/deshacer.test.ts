import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import { aLaVez } from "../support/a-la-vez.ts"
import { textOf } from "../support/respuesta.ts"
import { type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

const DIA = "2024-07-31"
const MOTIVO = "Se oprimió el botón por error."
let chat: SesionInstalada
afterEach(() => chat.close())

const son = (hora: string) => chat.movesTo(instanteDe(DIA, hora, "America/Mexico_City"))
const deshacer = async (motivo = MOTIVO) =>
  textOf(await chat.submit(ST, `sesion.deshacer:${await chat.marca()}`, { motivo }))
const boton = (card: { readonly actions: readonly { readonly id: string; readonly label: string }[] }) =>
  card.actions.find(({ label }) => label.startsWith("Deshacer"))?.id
const rechazo = async () => {
  const { text } = await chat.ask(ST, "/sesion deshacer SO-23")
  return text
}

describe("before the session is installed", () => {
  beforeEach(async () => {
    chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
  })

  it("an arrival is taken back by the button of its card, and so is a departure", async () => {
    const llego = await chat.press(ST, "sesion.pase-llegada:STPS sesion:SO-23")
    const antes = (await chat.data.fresh.asistencias.registros((await chat.sesion()).id, 1)).length
    const quitada = await chat.press(ST, boton(llego.card) ?? "")
    expect(quitada.text).toContain("Se deshizo la llegada de STPS")
    expect(quitada.text).toContain("Están 8 de 14")
    expect(await chat.data.fresh.asistencias.registros((await chat.sesion()).id, 1)).toHaveLength(antes - 1)

    const salio = await chat.ask(ST, "/sesion pase salida SRE sesion:SO-23")
    const vuelve = await chat.press(ST, boton(salio.card) ?? "")
    expect(vuelve.text).toContain("Se deshizo la salida de SRE")
    expect(vuelve.text).toContain("SRE: titular; llegó a las 10:00\n")
    expect((await chat.tiposDeEvento()).slice(-4)).toEqual([
      "asistencia.llegada",
      "asistencia.llegada_deshecha",
      "asistencia.salida",
      "asistencia.salida_deshecha",
    ])
  })

  it("the lack of quórum is taken back, and the session can be installed", async () => {
    await chat.ask(ST, "/sesion pase salida SRE sesion:SO-23")
    son("10:16")
    const { card } = await chat.ask(ST, "/sesion sin-quorum SO-23")
    expect(boton(card)).toBe(`sesion.deshacer:${await chat.marca()}`)
    expect(textOf(await chat.open(ST, "/sesion deshacer SO-23"))).toMatch(/^form: /)
    expect(await deshacer()).toContain("La sesión está convocada. Los dos actos quedan en el registro.")
    const eventos = await chat.eventos(`sesion:${(await chat.sesion()).id}`)
    expect(eventos.at(-1)).toMatchObject({
      tipo: "sesion.deshecho",
      antes: { estado: "sin_quorum" },
      despues: { acto: "declarar_sin_quorum", motivo: MOTIVO, estado: "convocada" },
    })
    await chat.press(ST, "sesion.pase-llegada:SRE sesion:SO-23")
    expect(await rechazo()).toContain("no hay un acto que pueda deshacerse")
  })

  it("a cancellation is taken back, and whoever was told of it is told that it does not hold", async () => {
    const cancelada = await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Por causas de fuerza mayor" })
    if (cancelada.kind !== "reply") throw new Error("expected a card")
    expect(boton(cancelada.card)).toBe(`sesion.deshacer:${await chat.marca()}`)
    const antes = (await chat.deliveries()).length
    const escrito = await chat.ask(ST, `/sesion deshacer SO-23 ${MOTIVO}`)
    expect(escrito.text).toContain("Borrador de rectificación")
    expect(escrito.text).toContain(`Queda sin efecto la cancelación. ${MOTIVO}`)
    expect(escrito.card.actions.map(({ label }) => label)).toContain("Deshacer y avisar")
    expect(await chat.deliveries()).toHaveLength(antes)
    expect(await deshacer()).toContain("Se avisa a 13 canales")
    expect(await chat.sesion()).toMatchObject({ estado: "convocada", convocadaEl: "2024-06-11" })
    const nuevos = (await chat.deliveries()).length - antes
    expect(nuevos).toBe(13)
    const aviso = (await chat.deliveries()).find(({ card }) => card.title.startsWith("Rectificación"))
    expect(renderPlainText(aviso?.card ?? { title: "", tone: "aviso", blocks: [], actions: [] })).toContain(
      `Queda sin efecto la cancelación. ${MOTIVO}`,
    )
  })

  it("a cancellation is not taken back when its day is over", async () => {
    await chat.submit(ST, "sesion.cancelar:SO-23", { motivo: "Por causas de fuerza mayor" })
    chat.movesTo(instanteDe("2024-08-01", "10:00", "America/Mexico_City"))
    expect(await rechazo()).toContain("Ya no puede deshacerse la cancelación: su fecha ya pasó")
  })
})

describe("while the session is held", () => {
  beforeEach(async () => {
    chat = await startSesionInstalada()
  })

  it("the installation is taken back, says so in the members' channels, and goes on in the same message", async () => {
    expect(await deshacer()).toContain("Se deshizo la instalación")
    expect(await chat.sesion()).toMatchObject({ estado: "convocada", instaladaEn: null })
    const tableros = () =>
      chat
        .deliveries()
        .then((all) => all.filter(({ card }) => card.title.startsWith("Sesión en curso")).length)
    const cuantos = await tableros()
    son("10:09")
    await chat.press(ST, "sesion.instalar:SO-23")
    expect(await chat.sesion()).toMatchObject({
      estado: "instalada",
      instaladaEn: instanteDe(DIA, "10:09", "America/Mexico_City"),
    })
    expect(await tableros()).toBe(cuantos)
  })

  it.each([
    [
      "an item was discussed",
      () => chat.ask(ST, "/sesion punto-discutir 1"),
      "se discutió, desahogó, difirió",
    ],
    [
      "a vote was opened",
      () =>
        chat.submit(ST, "acuerdo.votacion-abrir", { texto: "¿Se aprueba el programa?", modo: "economica" }),
      "se abrió una votación",
    ],
  ])("the installation is not taken back once %s", async (_, hacer, porque) => {
    await hacer()
    expect(await rechazo()).toContain(`Ya no puede deshacerse la instalación: después ${porque}`)
    expect(await deshacer()).toContain("No se hizo nada")
    expect(await chat.sesion()).toMatchObject({ estado: "instalada" })
  })

  it("an arrival that the installation counted on is not, one that came later is, until the vote is closed", async () => {
    expect((await chat.ask(ST, "/sesion pase-deshacer SRE")).text).toContain(
      "la sesión se instaló contando con su presencia",
    )
    son("10:30")
    await chat.ask(ST, "/sesion pase-llegada STPS")
    expect((await chat.ask(ST, "/sesion pase-deshacer STPS")).text).toContain("Se deshizo la llegada de STPS")
    await chat.ask(ST, "/sesion pase-llegada STPS")
    await chat.submit(ST, "acuerdo.votacion-abrir", { texto: "¿Se aprueba el programa?", modo: "economica" })
    son("10:40")
    const [votacion] = await chat.data.fresh.votaciones.list((await chat.sesion()).id)
    await chat.submit(ST, `acuerdo.votacion-manos:${votacion?.id}`, {
      favor: "9",
      contra: "0",
      abstenciones: "0",
    })
    expect((await chat.ask(ST, "/sesion pase-deshacer STPS")).text).toContain("después se cerró una votación")
  })

  it("a recess is taken back, then the one before it, each once", async () => {
    await chat.press(ST, `sesion.receso:${await chat.marca()}`)
    await chat.press(ST, `sesion.reanudar:${await chat.marca()}`)
    expect(await deshacer()).toContain("Se deshizo la reanudación")
    expect((await chat.sesion()).estado).toBe("receso")
    expect(await deshacer()).toContain("Se deshizo el receso")
    expect((await chat.sesion()).estado).toBe("instalada")
    expect(await deshacer()).toContain("Se deshizo la instalación")
    expect(await deshacer()).toContain("no hay un acto que pueda deshacerse")
  })

  it("by two at once is taken back once", async () => {
    const { id } = await chat.sesion()
    const marca = await chat.marca()
    const uno = async () => textOf(await chat.submit(ST, `sesion.deshacer:${marca}`, { motivo: MOTIVO }))
    const answers = await aLaVez(chat.databaseUrl, `SELECT 1 FROM sesion WHERE id = '${id}' FOR UPDATE`, [
      uno,
      uno,
    ])
    expect(answers.filter((text) => text.includes("Se deshizo la instalación"))).toHaveLength(1)
    expect((await chat.tiposDeEvento()).filter((tipo) => tipo === "sesion.deshecho")).toHaveLength(1)
  })

  it("is only for the Secretaría Técnica", async () => {
    const { card } = await chat.ask("enlace-sre", "/sesion deshacer SO-23 Por error")
    expect(card.title).toBe("No tiene permiso para este comando")
  })
})

describe("after the session was closed", () => {
  beforeEach(async () => {
    chat = await startSesionInstalada()
    await chat.ask(ST, "/sesion punto-discutir 1")
    await chat.ask(ST, "/sesion punto-desahogar 1")
    son("12:00")
    await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
  })
  const estados = async () =>
    (await chat.data.fresh.sesiones.puntos((await chat.sesion()).id)).map(({ estado }) => estado)
  const asistencias = async () =>
    (await chat.data.fresh.sesiones.asistencias((await chat.sesion()).id)).length

  it("the closing is taken back whole: items, attendance and hours, and can be done again", async () => {
    expect(await estados()).toEqual(["desahogado", "diferido", "diferido"])
    expect(await asistencias()).toBe(8)
    expect(await deshacer()).toContain("Se deshizo la clausura")
    expect(await chat.sesion()).toMatchObject({ estado: "instalada", horaFin: null, clausuradaEn: null })
    expect(await estados()).toEqual(["desahogado", "incluido", "incluido"])
    expect(await asistencias()).toBe(0)
    son("12:30")
    await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
    expect(await chat.sesion()).toMatchObject({ estado: "clausurada", horaFin: "12:30" })
    expect(await asistencias()).toBe(8)
    const tipos = await chat.tiposDeEvento()
    expect(tipos.filter((tipo) => /^sesion\.(clausurada|deshecho)$/.test(tipo))).toEqual([
      "sesion.clausurada",
      "sesion.deshecho",
      "sesion.clausurada",
    ])
  })

  it("not once its summary was published", async () => {
    const { card } = await chat.ask(ST, "/sesion publicar SO-23")
    const publicar = card.actions.find(({ style }) => style === "primary")?.id ?? ""
    await chat.press(ST, publicar)
    expect(await rechazo()).toContain("el resumen ya se publicó; corríjalo con una fe de erratas")
    expect(await deshacer()).toContain("No se hizo nada")
    expect(await chat.sesion()).toMatchObject({ estado: "clausurada" })
  })

  it("not once another session took up what it deferred", async () => {
    await chat.submit(ST, "sesion.crear", { tipo: "ordinaria", numero: "24", fecha: "2024-09-12" })
    await chat.press(ST, "sesion.punto-continuar:SO-24")
    expect(await rechazo()).toContain("ya está en el orden del día de otra sesión")
  })
})

describe("what was declared elsewhere", () => {
  it("a session that an import brought closed has nothing to take back", async () => {
    chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
    expect((await chat.ask(ST, "/sesion deshacer SO-21")).text).toContain(
      "no hay un acto que pueda deshacerse",
    )
  })
})
