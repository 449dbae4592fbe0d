import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { valuesOf } from "../../src/cards/form.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { textOf } from "../support/respuesta.ts"
import { type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

const TARDE = "2024-07-31T18:00:00.000Z"
const ACUERDO = "CI/SO-23/01/2024"

let chat: SesionInstalada
const say = async (typed: string, user = ST) => (await chat.ask(user, typed)).text
const registro = async (tipo: string) =>
  (await chat.eventos(`sesion:${(await chat.sesion()).id}`)).filter((uno) => uno.tipo === tipo)
const erratas = async () =>
  (await chat.deliveries()).flatMap(({ to, card }) =>
    card.title.startsWith("Fe de erratas") ? [{ canal: to.channel, text: renderPlainText(card) }] : [],
  )
/** Opens the form of a button and fills it in. */
async function llenar(actionId: string, values: Readonly<Record<string, string>>): Promise<InboundAnswer> {
  const opened = await chat.router.action({
    eventId: randomUUID(),
    actor: { adapter: "consola", workspace: "demo", user: ST },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    actionId,
    receivedAt: TARDE,
  })
  if (opened.kind !== "form") throw new Error(`expected a form, got ${textOf(opened)}`)
  return chat.submit(ST, opened.form.id, { ...valuesOf(opened.form), ...values })
}
const corregirPase = async (siglas: string, que: string, values: Readonly<Record<string, string>>) =>
  textOf(await llenar(`sesion.pase-corregir:${siglas} que:${que} sesion:SO-23`, values))

/** Held from 10:00 to 12:00 with a vote by name and an agreement of SRE; nobody has read its summary. */
async function celebrada(): Promise<void> {
  chat = await startSesionInstalada()
  const borrador = await chat.submit(ST, `acuerdo.registrar:${chat.clave}`, {
    texto: "Se remitirán los avances.",
    tipo: "con_seguimiento",
    responsables: "SRE",
    fecha: "2024-08-20",
    punto: "1",
    difusion: "integrantes",
  })
  if (borrador.kind !== "reply") throw new Error(textOf(borrador))
  await chat.press(ST, borrador.card.actions.find(({ label }) => label === "Confirmar")?.id ?? "")
  await chat.submit(ST, "acuerdo.votacion-abrir", {
    texto: "¿Se aprueba?",
    modo: "nominal",
    acuerdo: ACUERDO,
  })
  for (const siglas of ["SEGOB", "SRE", "FGR"]) await say(`/acuerdo votar si institucion:${siglas}`)
  await say("/acuerdo votar no institucion:INM")
  await say("/acuerdo votacion cerrar")
  for (const n of [1, 2, 3]) await say(`/sesion desahogar ${n}`)
  chat.movesTo(TARDE)
  await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
}

describe("a session that closed, before its summary is published", () => {
  beforeAll(celebrada)
  afterAll(() => chat.close())

  it("keeps edits that hold and shows those that the correction overtook", async () => {
    const elegir = await say("/sesion resumen editar SO-23")
    const numero = /(\d+)[^\n]*Se remitirán/u.exec(elegir)?.[1]
    const abierta = await chat.open(ST, `/sesion resumen editar SO-23 ${numero}`)
    if (abierta.kind !== "form") throw new Error("expected a form")
    await chat.submit(ST, abierta.form.id, { texto: "Se enviarán los avances." })
    expect(await say("/sesion publicar SO-23")).toContain("Se enviarán los avances.")
  })

  it("says where a late arrival goes, and takes it with a reason: both the roll-call and the acta have it", async () => {
    const { text, card } = await chat.ask(ST, "/sesion pase-llegada STPS SO-23")
    expect(text).toContain("La sesión SO-23 ya se clausuró")
    const id = card.actions.find(({ label }) => label.startsWith("Corregir"))?.id ?? ""
    const sinHora = await llenar(id, { motivo: "Llegó tarde y no se registró." })
    expect(textOf(sinHora)).toContain("Falta la hora oficial")
    const puesta = textOf(
      await llenar(id, {
        hora: "10:40",
        nombre: "Ana Pérez",
        motivo: "Llegó tarde y no se registró.",
      }),
    )
    expect(puesta).toContain("Decía: no consta su asistencia")
    expect(puesta).toContain("Dice: Ana Pérez; llegó a las 10:40 horas")
    expect(puesta).toContain("El borrador del resumen ya dice lo corregido. Nada se ha publicado.")
    expect(await say("/sesion resumen SO-23")).toContain("Ana Pérez")
    expect(await registro("asistencia.corregida")).toMatchObject([
      {
        antes: { institucionId: expect.any(String) },
        despues: { nombre: "Ana Pérez", motivo: "Llegó tarde y no se registró." },
      },
    ])
  })

  it("puts a wrong name right, and takes out whoever was not there, unless it voted", async () => {
    expect(
      await corregirPase("STPS", "persona", { nombre: "Ana Pérez Ruiz", motivo: "Faltaba un apellido." }),
    ).toContain("Decía: Ana Pérez; llegó a las 10:40 horas\nDice: Ana Pérez Ruiz")
    expect(await corregirPase("INM", "no_asistio", { motivo: "No estuvo." })).toContain(
      "INM votó en esa sesión",
    )
    expect(await corregirPase("STPS", "no_asistio", { motivo: "No estuvo." })).toContain(
      "Dice: no consta su asistencia",
    )
    expect(await say("/sesion resumen SO-23")).not.toContain("Ana Pérez")
  })

  it("puts the hours right, and refuses those that cannot be", async () => {
    const horas = async (values: Readonly<Record<string, string>>) =>
      textOf(await chat.submit(ST, "sesion.horas-corregir:SO-23", { motivo: "Se anotó mal.", ...values }))
    expect(await horas({ inicio: "11:00", termino: "10:00" })).toContain("Esa hora aún no llega")
    const text = await horas({ inicio: "10:15", termino: "11:45" })
    expect(text).toContain("Decía: inicio 10:00, término 12:00")
    expect(text).toContain("Dice: inicio 10:15, término 11:45")
    const resumen = await say("/sesion resumen SO-23")
    expect(resumen).toMatch(/Inicio: 10:15[\s\S]*Término: 11:45/u)
    expect(await registro("horas.corregidas")).toMatchObject([
      { antes: { inicio: "10:00", termino: "12:00" } },
    ])
  })

  it("puts an agreement right with a reason, shows what it said, and the draft shows the edit that no longer holds", async () => {
    const borrador = await chat.ask(ST, `/acuerdo editar ${ACUERDO} texto:"Se remitirá el informe."`)
    const motivo = borrador.card.actions.find(({ label }) => label === "Corregir con motivo…")
    const text = textOf(await llenar(motivo?.id ?? "", { motivo: "Se transcribió mal el texto aprobado." }))
    expect(text).toContain("Texto: decía «Se remitirán los avances.»; dice «Se remitirá el informe.»")
    expect(text).toContain("1 párrafo editado deja de valer")
    const publicar = await say("/sesion publicar SO-23")
    expect(publicar).toContain("Se remitirá el informe.")
    expect(publicar).toContain("Se enviarán los avances.")
    const [row] = await chat.data.fresh.compromisos.list({ sesionId: (await chat.sesion()).id })
    expect(row?.compromiso.texto).toBe("Se remitirá el informe.")
  })
})

describe("a session that closed, once its summary was published", () => {
  beforeAll(async () => {
    await celebrada()
    const { card } = await chat.ask(ST, "/sesion publicar SO-23")
    await chat.press(ST, card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "")
  })
  afterAll(() => chat.close())
  let confirmar = ""

  it("makes of a wrong vote an erratum that waits to be confirmed; it counts again, and the institution is told", async () => {
    const answer = await llenar("acuerdo.voto-corregir:votacion:1", {
      institucion: "INM",
      sentido: "a_favor",
      motivo: "Se transcribió mal.",
    })
    const text = textOf(answer)
    expect(text).toContain("El voto de INM cambió de «en contra» a «a favor»")
    expect(text).toContain("Resultado: decía «Aprobado: 3 a favor, 1 en contra")
    expect(text).toContain("ahora: «Aprobado: 4 a favor, 0 en contra")
    expect(text).toContain("Se preparó la fe de erratas 1; nadie la recibe hasta que usted la confirme.")
    expect(text).toMatch(/Dice:\s+[^\n]*En contra: INM\.\s+Debe decir:\s+[^\n]*INM/u)
    expect(await erratas()).toEqual([])
    expect((await chat.deliveries()).some(({ card }) => card.title.startsWith("Se corrigió el voto"))).toBe(
      true,
    )
  })

  it("takes a vote that was left out, of who was there when it closed, and of nobody else", async () => {
    const poner = async (siglas: string) =>
      textOf(
        await llenar("acuerdo.voto-corregir:votacion:1", {
          institucion: siglas,
          sentido: "a_favor",
          motivo: "Se omitió al transcribir.",
        }),
      )
    expect(await poner("SEP")).toContain("El voto de SEP cambió de «sin voto» a «a favor»")
    expect(await poner("STPS")).toContain("De STPS no consta ningún voto")
  })

  it("puts together what is corrected before it is confirmed", async () => {
    const text = await corregirPase("STPS", "llegada", { hora: "10:40", motivo: "Llegó tarde." })
    expect(text).toContain("fe de erratas 1")
    expect(text).toContain("Debe agregarse")
    const borrador = await chat.ask(ST, `/acuerdo editar ${ACUERDO} texto:"Se remitirá el informe."`)
    const motivo = borrador.card.actions.find(({ label }) => label === "Corregir con motivo…")
    const answer = await llenar(motivo?.id ?? "", { motivo: "Se transcribió mal el texto." })
    if (answer.kind !== "reply") throw new Error(textOf(answer))
    confirmar = answer.card.actions.find(({ label }) => label.startsWith("Publicar la fe"))?.id ?? ""
    expect(confirmar).not.toBe("")
  })

  it("reaches with one erratum whoever has each paragraph, and nobody else reads how they voted", async () => {
    expect((await chat.press(ST, confirmar)).text).toContain("Fe de erratas 1 publicada")
    const todas = await erratas()
    const sre = todas.find(({ canal }) => canal === "sre")?.text ?? ""
    for (const part of ["INM", "Se remitirá el informe.", "Trabajo y Previsión Social", "Compromisos"])
      expect(sre).toContain(part)
    const sep = todas.find(({ canal }) => canal === "sep")?.text ?? ""
    expect(sep).not.toContain("Compromisos")
    const publico = todas.find(({ canal }) => canal === "publico")?.text ?? ""
    expect(publico).not.toContain("a favor")
    expect(await say("/sesion publicar SO-23"), "nobody needs it in full").toContain("ya se publicó")
    const versiones = await chat.data.fresh.resumenes.list((await chat.sesion()).id)
    expect(versiones.map(({ estado }) => estado)).toEqual(["publicado", "publicado"])
    expect(versiones[1]?.motivo).toBe(
      "Se transcribió mal. Se omitió al transcribir. Llegó tarde. Se transcribió mal el texto.",
    )
  })

  it("annuls a vote by the same way: its agreement no longer stands, and what was owed is no longer told", async () => {
    const text = textOf(await llenar("acuerdo.votacion-anular:1", { motivo: "No había quórum al votar." }))
    expect(text).toContain("queda por votar")
    expect(text).toContain("fe de erratas 2")
    expect(text).toContain("Debe suprimirse")
    expect(await say(`/acuerdo ver ${ACUERDO}`)).toContain("por votar: se anuló su votación")
  })
})
