import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { tarjetaEnCurso } from "../../src/app/desahogo/en-curso-revision.ts"
import type { MensajeConModelo } from "../../src/app/mensaje/revision.ts"
import { planearRecordatorios } from "../../src/app/recordatorio/planear.ts"
import { revisionVotacion } from "../../src/app/votacion/pedir-votos-revision.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type SesionInstalada, ST, SU_HORA, startSesionInstalada } from "../support/sesion-instalada.ts"

let chat: SesionInstalada
const say = async (typed: string, user = ST) => (await chat.ask(user, typed)).text
const dicho = (siglas: string, sentido: string) => say(`/acuerdo votar ${sentido} institucion:${siglas}`)
const abrir = async (texto = "¿Se aprueba el Programa?", rest: Readonly<Record<string, string>> = {}) => {
  const answer = await chat.submit(ST, "acuerdo.votacion-abrir", { texto, modo: "nominal", ...rest })
  if (answer.kind === "form") return answer.form.problems.map(({ message }) => message).join("\n")
  return answer.kind === "reply" ? renderPlainText(answer.card) : ""
}
const votaciones = async () => chat.data.fresh.votaciones.list((await chat.sesion()).id)
const ultima = async () => {
  const found = (await votaciones()).at(-1)
  if (found === undefined) throw new Error("no vote")
  return found
}
const registro = async (tipo: string) =>
  (await chat.eventos(`sesion:${(await chat.sesion()).id}`)).filter((uno) => uno.tipo === tipo)

/** Registers an agreement with somebody responsible, and confirms it. */
async function acuerdo(texto = "Se remitirán los avances."): Promise<void> {
  const borrador = await chat.submit(ST, `acuerdo.registrar:${chat.clave}`, {
    texto,
    tipo: "con_seguimiento",
    responsables: "SRE",
    fecha: "2024-08-20",
    punto: "1",
    difusion: "integrantes",
  })
  if (borrador.kind !== "reply") throw new Error(JSON.stringify(borrador))
  await chat.press(ST, borrador.card.actions.find(({ label }) => label === "Confirmar")?.id ?? "")
}

describe("a session that loses its quórum while it votes", () => {
  const VOTOS = { SEGOB: "a_favor", SRE: "a_favor", SALUD: "a_favor", CEAV: "a_favor", FGR: "en_contra" }
  const enCanal = async () => {
    const found = (await chat.deliveries()).find(({ modelo }) => modelo?.tipo === "votacion")
    if (!found?.modelo) throw new Error("nobody was asked")
    const mensaje = { ...found, modelo: found.modelo } satisfies MensajeConModelo
    const card = await revisionVotacion.cuerpo?.(chat.data.fresh, mensaje, SU_HORA)
    return card ? renderPlainText(card) : ""
  }

  beforeAll(async () => {
    chat = await startSesionInstalada()
    await abrir()
    for (const [siglas, sentido] of Object.entries(VOTOS)) await dicho(siglas, sentido)
  })
  afterAll(() => chat.close())

  it("suspends the vote, and says so where it was lost, in the vote, in the channels and on the board", async () => {
    const text = await say("/sesion pase salida CEAV")
    expect(text).toContain("Al salir CEAV se perdió el quórum")
    expect(text).toContain("La votación «¿Se aprueba el Programa?» está suspendida por falta de quórum")
    expect(await ultima()).toMatchObject({ suspendidaEn: SU_HORA, cerradaEn: null })
    expect(await registro("votacion.suspendida")).toHaveLength(1)
    const ver = await say("/acuerdo votacion ver")
    expect(ver).toContain("Votación suspendida")
    expect(ver).toContain("Hay 7 presentes y el quórum es de 8. Falta 1 institución.")
    const canal = await enCanal()
    expect(canal).toContain("Votación suspendida")
    expect(canal).not.toContain("A favor:")
    const { organoId } = await chat.sesion()
    const organo = await chat.data.fresh.organos.byId(organoId)
    if (organo === null) throw new Error("no body")
    const tablero = renderPlainText(await tarjetaEnCurso(chat.data.fresh, organo, await chat.sesion()))
    expect(tablero).toContain("suspendida por falta de quórum: «¿Se aprueba el Programa?»")
  })

  it("counts alike everywhere: who voted and left is told apart from who is missing", async () => {
    expect(await say("/acuerdo votacion ver")).toContain(
      "Han votado 5 de 8. Faltan: INM, SECTUR y SEP. Votó y salió: CEAV; su voto cuenta.",
    )
  })

  it("takes no vote, and cannot be closed: it says what to do", async () => {
    expect((await chat.ask("titular-sre", "/acuerdo votar no")).text).toContain("su voto no se registró")
    const cerrar = await say("/acuerdo votacion cerrar")
    expect(cerrar).toContain("No hay quórum: la votación no se cerró")
    expect(cerrar).toContain("/sesion pase-llegada")
    expect((await ultima()).resultado).toBeNull()
    expect(await abrir("¿Otra cosa?")).toContain("Ya hay una votación abierta o suspendida")
  })

  it("puts on record that it was lost, and nothing where the roll-call shows one", async () => {
    expect(await say("/sesion sin quorum")).toContain("Consta que la sesión perdió el quórum")
    expect(await registro("quorum.perdido")).toHaveLength(1)
  })

  it("is not resumed without a quórum, and is with one; the votes that it had stand", async () => {
    expect(await say("/acuerdo votacion reanudar")).toContain("Aún no hay quórum")
    const llegada = await chat.ask(ST, "/sesion pase llegada STPS")
    expect(llegada.text).toContain("vuelve a haber quórum")
    const boton = llegada.card.actions.find(({ label }) => label === "Reanudar la votación")
    expect(await say("/acuerdo votacion cerrar")).toContain("está suspendida: reanúdela")
    expect((await chat.press(ST, boton?.id ?? "")).text).toContain("Se reanudó la votación")
    expect(await say("/sesion sin quorum")).toContain("El pase de lista muestra quórum")
    const text = await say("/acuerdo votacion cerrar")
    expect(text).toContain("Aprobado: 4 a favor, 1 en contra, 0 abstenciones y 4 sin votar")
  })
})

describe("a body without a quórum", () => {
  const faltas = "Falta 1 institución."
  let ratificados = ""
  beforeAll(async () => {
    chat = await startSesionInstalada()
    await acuerdo()
    await abrir("¿Se aprueba la campaña?", { punto: "2" })
    await dicho("SRE", "a_favor")
    await say("/acuerdo votacion cerrar")
    const { card } = await chat.ask(ST, "/acuerdo lectura")
    ratificados = card.actions.find(({ label }) => label === "Ratificados")?.id ?? ""
    await say("/sesion pase salida CEAV")
  })
  afterAll(() => chat.close())

  it("ratifies nothing: what is missing is said, and what to do, and the button is not offered", async () => {
    const { text } = await chat.press(ST, ratificados)
    expect(text).toContain(
      `No hay quórum: no se pueden ratificar los acuerdos. ${faltas} No se registró nada.`,
    )
    expect(text).toContain("/sesion pase-llegada")
    expect(text).toContain("/sesion pase-deshacer")
    expect(await registro("acuerdos.ratificados")).toEqual([])
    const lectura = await chat.ask(ST, "/acuerdo lectura")
    expect(lectura.text).toContain(`No hay quórum: no se pueden ratificar. ${faltas}`)
    expect(lectura.card.actions.map(({ label }) => label)).not.toContain("Ratificados")
  })

  it("votes on nothing, and gives no item an outcome, typed or in its form", async () => {
    expect(await abrir("¿Se aprueba otra cosa?")).toContain(`No hay quórum: no se puede votar. ${faltas}`)
    const resuelto = `No hay quórum: no se puede aprobar ni elegir. ${faltas} No se registró el resultado.`
    expect(await say("/sesion desahogar 1 Se aprobó el Programa.")).toContain(resuelto)
    const form = await chat.press(ST, `sesion.punto-resultado:1@${await chat.marca()}`)
    expect(form.text).toContain(resuelto)
    const { id } = await chat.sesion()
    expect((await chat.data.fresh.sesiones.puntos(id))[0]).toMatchObject({
      estado: "incluido",
      resultado: null,
    })
  })

  it("still deals with an item that needs no decision, or that was voted before", async () => {
    expect(await say("/sesion desahogar 1")).toContain("Se desahogó")
    expect(await say("/sesion desahogar 2 Se aprobó la campaña.")).toContain("Se desahogó")
    expect(await say("/sesion punto diferir 3 Falta información.")).toContain("Se difirió")
  })

  it("registers an agreement only with the reason why it was adopted before", async () => {
    const borrador = await chat.submit(ST, `acuerdo.registrar:${chat.clave}`, {
      texto: "Se adopta después.",
      tipo: "informativo",
    })
    if (borrador.kind !== "reply") throw new Error(JSON.stringify(borrador))
    expect(renderPlainText(borrador.card)).toContain(
      `No hay quórum: no se puede adoptar un acuerdo. ${faltas} Si se adoptó antes de perderlo`,
    )
    expect(borrador.card.actions.map(({ label }) => label)).toEqual(["Registrar con motivo…", "Corregir"])
  })

  it("decides again when there is one", async () => {
    await say("/sesion pase llegada STPS")
    const { card } = await chat.ask(ST, "/acuerdo lectura")
    const boton = card.actions.find(({ label }) => label === "Ratificados")
    const { text } = await chat.press(ST, boton?.id ?? "")
    expect(text).toContain("Se ratificó 1 acuerdo.")
    expect(text).toContain("1 acuerdo. Se leyó y ratificó el")
  })
})

describe("a vote", () => {
  beforeEach(async () => {
    chat = await startSesionInstalada()
  })
  afterEach(() => chat.close())

  it("is on no item that was withdrawn or deferred, and its agreement neither", async () => {
    await acuerdo()
    await say("/sesion punto retirar SO-23 2 Lo pidió la presidencia.")
    await say("/sesion punto diferir 1 Falta información.")
    expect(await abrir("¿Se aprueba?", { punto: "2" })).toContain("«Campaña de prevención» ya se retiró")
    expect(await abrir("¿Se aprueba?", { punto: "1" })).toContain("ya se difirió")
    expect(await abrir("¿Se aprueba?", { acuerdo: "CI/SO-23/01/2024" })).toContain("ya se difirió")
    expect(await votaciones()).toEqual([])
  })

  it("keeps its item where it is until it closes or is annulled", async () => {
    await abrir("¿Se aprueba?", { punto: "1" })
    const { text, card } = await chat.ask(ST, "/sesion punto diferir 1 Falta información.")
    expect(text).toContain("Hay una votación abierta sobre ese punto")
    const anular = card.actions.find(({ label }) => label.startsWith("Anular"))
    await chat.submit(ST, anular?.id ?? "", { motivo: "Se abrió por error." })
    expect(await say("/sesion punto diferir 1 Falta información.")).toContain("Se difirió")
  })

  it("that was opened by mistake is annulled with its reason, open or closed, and is no result of the session", async () => {
    await acuerdo()
    await abrir("Abierta por error", { acuerdo: "CI/SO-23/01/2024" })
    const nadie = await say("/acuerdo votacion cerrar")
    expect(nadie).toContain("Nadie ha votado")
    expect((await ultima()).cerradaEn).toBeNull()
    expect(await say("/acuerdo ver so 23 1")).toContain("Estado: en votación")
    expect(await say("/acuerdo votacion anular Se abrió por error.")).toContain(
      "Se anuló y no surte efectos. Motivo: Se abrió por error. Queda en el registro.",
    )
    expect(await ultima()).toMatchObject({ anuladaEn: SU_HORA, motivoAnulacion: "Se abrió por error." })
    const ver = await say("/acuerdo ver so 23 1")
    expect(ver).toContain("Estado: por votar: se anuló su votación")
    expect(ver).toContain("Anulada: Se abrió por error.")
    await abrir("Se vota mal")
    await dicho("SRE", "en_contra")
    await say("/acuerdo votacion cerrar")
    const anulada = await say("/acuerdo votacion anular votacion:2 Faltaba el dictamen.")
    expect(anulada).toContain("Decía: No aprobado: 0 a favor, 1 en contra")
    for (const n of [1, 2, 3]) await say(`/sesion desahogar ${n}`)
    await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
    const resumen = await say("/sesion resumen SO-23")
    expect(resumen).not.toContain("No aprobado")
    expect(resumen).not.toContain("Votaciones")
    expect(resumen).toContain("Acuerdos por votar")
    expect((await votaciones()).map(({ anuladaEn }) => anuladaEn)).toEqual([SU_HORA, SU_HORA])
  })

  it("makes of an agreement that was not approved none that is in force: nothing is asked or told as owed", async () => {
    await acuerdo()
    await abrir("Acuerdo 1", { acuerdo: "CI/SO-23/01/2024" })
    expect(await say("/sesion en curso")).toContain(
      "CI/SO-23/01/2024: Se remitirán los avances. (en votación)",
    )
    for (const siglas of ["SEGOB", "SRE"]) await dicho(siglas, "en_contra")
    expect(await say("/acuerdo votacion cerrar")).toContain("No aprobado")
    for (const typed of [
      "/acuerdo ver so 23 1",
      "/acuerdo lista todos",
      "/acuerdo lectura",
      "/sesion en curso",
    ])
      expect(await say(typed), typed).toMatch(/no aprobado/u)
    expect(await say("/acuerdo lista")).not.toContain("CI/SO-23/01/2024")
    const [row] = await chat.data.fresh.compromisos.list({ sesionId: (await chat.sesion()).id })
    expect(row?.acuerdo.adopcion).toBe("no_aprobado")
    const { organoId } = await chat.sesion()
    const carga = () =>
      chat.data.fresh.compromisos.carga(organoId, { hoy: "2024-08-21", hasta: "2024-08-30" })
    const sre = (await chat.data.fresh.instituciones.all()).find(({ siglas }) => siglas === "SRE")?.id
    const organo = await chat.data.fresh.organos.byId(organoId)
    if (organo === null) throw new Error("no body")
    const recordado = async () =>
      JSON.stringify(
        (
          await planearRecordatorios(
            { data: { read: chat.data.fresh }, now: "2024-08-20T15:00:00.000Z" },
            organo,
          )
        )
          .filter(({ institucion }) => institucion?.siglas === "SRE")
          .map(({ delivery }) => delivery.card),
      ).includes("CI/SO-23/01/2024")
    expect(await recordado(), "nobody is reminded of what was not approved").toBe(false)
    const antes = (await carga()).find(({ institucionId }) => institucionId === sre)?.vencidos ?? 0
    await abrir("Acuerdo 1, de nuevo", { acuerdo: "CI/SO-23/01/2024" })
    for (const siglas of ["SEGOB", "SRE"]) await dicho(siglas, "a_favor")
    await say("/acuerdo votacion cerrar")
    expect(await say("/acuerdo ver so 23 1")).toContain("Estado: vigente")
    const despues = (await carga()).find(({ institucionId }) => institucionId === sre)?.vencidos ?? 0
    expect(despues - antes, "only now it is owed").toBe(1)
    expect(await recordado()).toBe(true)
  })

  it("is told by name in the body's order, and so in the summary, whatever the order in which it was cast", async () => {
    await abrir()
    for (const siglas of ["SRE", "INM", "SEGOB", "CEAV"]) await dicho(siglas, siglas === "INM" ? "no" : "si")
    const ver = await say("/acuerdo votacion ver")
    expect(ver).toMatch(/SEGOB: a favor[\s\S]*CEAV: a favor[\s\S]*INM: en contra[\s\S]*SRE: a favor/u)
    expect(ver).toContain("Faltan: FGR, SALUD, SECTUR y SEP.")
    await say("/acuerdo votacion cerrar")
    for (const n of [1, 2, 3]) await say(`/sesion desahogar ${n}`)
    await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
    const { card } = await chat.ask(ST, "/sesion publicar SO-23")
    await chat.press(ST, card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "")
    const resumen = await say("/sesion resumen SO-23", "enlace-sre")
    expect(resumen).toContain("A favor: SEGOB, CEAV y SRE. En contra: INM.")
    expect(await say("/sesion resumen SO-23", "sin-vincular")).not.toContain("En contra")
  })

  it("of an institution is put right by the Secretaría Técnica only with a reason, and the institution is told", async () => {
    await abrir()
    await chat.ask("titular-sre", "/acuerdo votar si")
    const cambio = await chat.ask("titular-sre", "/acuerdo votar me abstengo")
    expect(cambio.text).toContain("SRE cambió su voto de «a favor» a «abstención»")
    const rechazado = await chat.ask(ST, "/acuerdo votar en contra institucion:SRE")
    expect(rechazado.text).toContain("El voto de SRE consta «abstención». No se cambió.")
    const corregir = rechazado.card.actions.find(({ label }) => label === "Corregir el voto…")
    const answer = await chat.submit(ST, corregir?.id ?? "", {
      institucion: "SRE",
      sentido: "en_contra",
      motivo: "Se transcribió mal lo que dijo en la sesión.",
    })
    expect(JSON.stringify(answer)).toContain("cambió de «abstención» a «en contra»")
    const aviso = (await chat.deliveries()).find(({ card }) => card.title.startsWith("Se corrigió el voto"))
    expect(aviso?.to.channel).toBe("sre")
    expect(renderPlainText(aviso?.card ?? cambio.card)).toContain(
      "constaba «abstención» y ahora consta «en contra»",
    )
    const [, propio] = await registro("votacion.voto")
    expect(propio).toMatchObject({ antes: { sentido: "a_favor" }, despues: { sentido: "abstencion" } })
    expect(await registro("votacion.voto_corregido")).toMatchObject([
      {
        antes: { voto: { sentido: "abstencion" } },
        despues: { voto: { sentido: "en_contra" }, motivo: expect.stringContaining("transcribió") },
      },
    ])
  })

  it("that did not carry makes no approval of its item, and words alone make none: the summary says so", async () => {
    for (const punto of ["1", "2"]) {
      await abrir("¿Se adjudica?", { punto })
      await dicho("SRE", punto === "1" ? "en_contra" : "a_favor")
      await say("/acuerdo votacion cerrar")
    }
    const resultado = "No se adjudicó la campaña."
    const dicha = await chat.submit(ST, `sesion.punto-resultado:1@${await chat.marca()}`, {
      tipo: "aprobacion",
      resultado,
    })
    expect(JSON.stringify(dicha)).toContain("La última votación sobre este punto no lo aprobó")
    expect(await say(`/sesion desahogar 1 ${resultado}`)).toContain("el resumen lo dirá en «Se trató»")
    expect(await say("/sesion desahogar 2 Se adjudicó.")).toContain(
      "el resumen lo dirá en «Se aprobó o eligió»",
    )
    await say("/sesion desahogar 3 Se tomó nota.")
    await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
    const resumen = await say("/sesion resumen SO-23")
    expect(resumen).toMatch(
      /Se trató[\s\S]*No se adjudicó la campaña[\s\S]*Se tomó nota[\s\S]*Se aprobó o eligió[\s\S]*Se adjudicó\./u,
    )
  })

  it("that is open is never denied to whoever writes more than the sense", async () => {
    await abrir()
    for (const typed of ["/acuerdo votar no sé", "/acuerdo votar a favor 9", "/acuerdo votacion cerrar sé"]) {
      const text = await say(typed)
      expect(text, typed).toContain("No se encontró la votación")
      expect(text, typed).not.toContain("No hay una votación abierta")
    }
    expect(await ultima()).toMatchObject({ cerradaEn: null })
  })

  it("that is not there is asked of the Secretaría Técnica by the others, and never by herself", async () => {
    const otra = (await chat.ask("titular-sre", "/acuerdo votar si")).text
    expect(otra).toContain("Pregunte a la Secretaría Técnica")
    for (const typed of [
      "/acuerdo votar si institucion:SRE",
      "/acuerdo votacion cerrar",
      "/acuerdo votacion ver",
    ]) {
      const text = await say(typed)
      expect(text, typed).not.toContain("Pregunte a la Secretaría Técnica")
      expect(text, typed).toContain("/acuerdo votacion-abrir")
    }
    await abrir()
    const ausente = await dicho("STPS", "a_favor")
    expect(ausente).not.toContain("pida a la Secretaría Técnica")
    expect(ausente).toContain("/sesion pase-llegada STPS")
  })

  it("by name says so when hands are counted", async () => {
    await abrir()
    const { text } = await chat.ask(ST, "/acuerdo votacion-manos favor:5 contra:3 abstenciones:0")
    expect(text).toContain("La votación es nominal, no económica")
  })
})
