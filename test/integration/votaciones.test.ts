import { randomUUID } from "node:crypto"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { valuesOf } from "../../src/cards/form.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { NOW } from "../support/conversacion.ts"
import { type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

let chat: SesionInstalada
beforeEach(async () => {
  chat = await startSesionInstalada()
})
afterEach(() => chat.close())

const abrir = async (modo = "nominal", texto = "¿Se aprueba el Programa Anual de Trabajo?") => {
  const answer = await chat.submit(ST, "acuerdo.votacion-abrir", { texto, modo, punto: "1" })
  if (answer.kind !== "reply") throw new Error(`expected a card, got ${JSON.stringify(answer)}`)
  return renderPlainText(answer.card)
}
const votaciones = async () => chat.data.fresh.votaciones.list((await chat.sesion()).id)
const abierta = async () => (await votaciones()).at(-1)?.id ?? ""
const votar = async (user: string, sentido: string) =>
  chat.press(user, `acuerdo.votar:${sentido} ${await abierta()}`)
/** The Secretaría Técnica puts on record what an institution said in the room. */
const dicho = (siglas: string, sentido: string) =>
  chat.ask(ST, `/acuerdo votar ${sentido} institucion:${siglas}`)
const cerrar = async () => chat.press(ST, `acuerdo.votacion-cerrar:${await abierta()}`)
const votos = async () => chat.data.fresh.votaciones.votos(await abierta())

/** The form that a button opens. */
const abreForma = async (actionId: string) => {
  const opened = await chat.router.action({
    eventId: randomUUID(),
    actor: { adapter: "consola", workspace: "demo", user: ST },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    actionId,
    receivedAt: NOW,
  })
  if (opened.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(opened)}`)
  return opened.form
}

describe("a vote by name", () => {
  it("asks each institution with a vote that is in the room, in its channel, and nobody else", async () => {
    expect(await abrir()).toContain("Han votado 0 de 8")
    const asked = (await chat.deliveries()).filter(({ modelo }) => modelo?.tipo === "votacion")
    expect(asked.map(({ to }) => to.channel).sort()).toEqual(
      ["ceav", "fgr", "inm", "salud", "sectur", "segob", "sep", "sre"].sort(),
    )
    expect(asked[0]?.card.actions.map(({ label }) => label)).toEqual([
      "A favor",
      "En contra",
      "Abstención",
      "Voto particular…",
    ])
  })

  it("takes one vote for each institution, which may be changed until it closes", async () => {
    await abrir()
    expect((await votar("titular-sre", "a_favor")).text).toContain("SRE votó: a favor")
    expect((await votar("titular-sre", "en_contra")).text).toContain(
      "SRE cambió su voto de «a favor» a «en contra»",
    )
    expect(await votos()).toMatchObject([{ sentido: "en_contra", plataforma: "consola" }])
    expect((await chat.ask(ST, "/acuerdo votacion ver")).text).toContain("Han votado 1 de 8")
  })

  it("is not for an enlace, who has no vote, and says who may", async () => {
    await abrir()
    const { text } = await votar("enlace-sre", "a_favor")
    expect(text).toContain("es solo para titulares, suplentes y la Secretaría Técnica")
    expect(await votos()).toEqual([])
  })

  it("is not for a suplente while the titular is in the room", async () => {
    await abrir()
    const { text } = await votar("suplente-sre", "a_favor")
    expect(text).toContain("Por SRE vota quien figura presente en el pase de lista")
    expect(await votos()).toEqual([])
  })

  it("is given by no name: an enlace who is named as whoever came is still none", async () => {
    const { nombre } = (await chat.data.read.personas.byClave("enlace-sre")) ?? { nombre: "" }
    expect(nombre).not.toBe("")
    await chat.close()
    chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
    await chat.submit("enlace-sre", "sesion.suplente:SO-23", {
      nombre,
      cargo: "Enlace",
      oficio: "SRE/9/2024",
    })
    await chat.submit(ST, "sesion.pase-deshacer:SRE sesion:SO-23", { motivo: "Llegó otra persona" })
    await chat.ask(ST, "/sesion pase llegada SRE")
    expect((await chat.ask(ST, "/sesion pase")).text).toContain(`suplente, ${nombre}`)
    await chat.press(ST, "sesion.instalar:SO-23")
    await abrir()
    expect((await votar("enlace-sre", "a_favor")).text).toContain("es solo para titulares, suplentes")
    expect(await votos()).toEqual([])
  })

  it("is not for an institution that left the room", async () => {
    await chat.ask(ST, "/sesion pase llegada STPS")
    await abrir()
    await chat.ask(ST, "/sesion pase salida SRE")
    expect((await votar("titular-sre", "a_favor")).text).toContain("SRE no figura con voto")
    expect(await votos()).toEqual([])
  })

  it("keeps a voto particular word for word, and refuses protected data in it", async () => {
    await abrir()
    const id = `acuerdo.voto-particular:${await abierta()}`
    const razones = "Falta  el dictamen.\nPor eso votamos en contra."
    await chat.submit("titular-sre", id, { sentido: "en_contra", razones })
    expect(await votos()).toMatchObject([{ sentido: "en_contra", votoParticular: razones }])
    const refused = await chat.submit("titular-sre", id, {
      sentido: "en_contra",
      razones: "Llamen al 55 1234 5678 por favor.",
    })
    expect(refused.kind).toBe("form")
  })

  it("is decided by the casting vote of who presides when there is a tie", async () => {
    await abrir()
    for (const siglas of ["SEGOB", "SRE", "SALUD", "FGR"]) await dicho(siglas, "a_favor")
    for (const siglas of ["INM", "CEAV", "SEP", "SECTUR"]) await dicho(siglas, "en_contra")
    const { text } = await cerrar()
    expect(text).toContain(
      "Aprobado con voto de calidad de quien preside: 4 a favor, 4 en contra y 0 abstenciones.",
    )
    expect(text).not.toContain("unanimidad")
    expect((await votaciones())[0]?.resultado).toMatchObject({ resultado: "aprobado", votoCalidad: true })
    const types = await chat.tiposDeEvento()
    expect(types).toEqual(expect.arrayContaining(["votacion.abierta", "votacion.voto", "votacion.cerrada"]))
  })

  it("waits for who presides on a tie, and closes as a tie only when it is told to", async () => {
    await abrir()
    await dicho("SRE", "a_favor")
    await dicho("SALUD", "en_contra")
    expect((await cerrar()).text).toContain("falta el voto de calidad de quien preside")
    expect((await votaciones())[0]?.cerradaEn).toBeNull()
    expect((await chat.ask(ST, "/acuerdo votacion cerrar empate:si")).text).toContain("Empate, sin decisión")
  })

  it("is closed once, by one of two, and takes no vote afterwards", async () => {
    await abrir()
    await dicho("SEGOB", "a_favor")
    const id = `acuerdo.votacion-cerrar:${await abierta()}`
    const both = await Promise.all([chat.press(ST, id), chat.press(ST, id)])
    expect(both.filter(({ text }) => text.includes("ya estaba cerrada"))).toHaveLength(1)
    expect((await chat.tiposDeEvento()).filter((tipo) => tipo === "votacion.cerrada")).toHaveLength(1)
    expect((await votar("titular-sre", "a_favor")).text).toContain("su voto no se registró")
  })

  it("that closed is put right by the Secretaría Técnica: it is counted again, and the institution is told both values", async () => {
    await abrir()
    for (const siglas of ["SEGOB", "SRE", "CEAV"]) await dicho(siglas, siglas === "SEGOB" ? "no" : "si")
    await cerrar()
    const answer = await chat.submit(ST, `acuerdo.voto-corregir:votacion:${await abierta()}`, {
      institucion: "SRE",
      sentido: "en_contra",
      motivo: "Se transcribió mal lo que dijo.",
    })
    if (answer.kind !== "reply") throw new Error("expected a card")
    expect(renderPlainText(answer.card)).toMatch(/decía «Aprobado[^»]*»; ahora: «No aprobado/u)
    const avisos = (await chat.deliveries()).filter(({ card }) =>
      card.title.startsWith("Se corrigió el voto"),
    )
    expect(avisos.map(({ to }) => to.channel)).toEqual(["sre"])
    expect(avisos.map(({ card }) => renderPlainText(card)).join()).toContain(
      "constaba «a favor» y ahora consta «en contra»",
    )
    expect((await votaciones()).at(-1)?.resultado).toMatchObject({ aFavor: 1, enContra: 2 })
  })

  it("is one at a time", async () => {
    await abrir()
    expect(await abrir("nominal", "¿Se aprueba otra cosa?")).toContain("Ya hay una votación abierta")
    expect(await votaciones()).toHaveLength(1)
  })

  it("needs a quórum", async () => {
    await chat.ask(ST, "/sesion pase salida SRE")
    expect(await abrir()).toContain("No hay quórum: no se puede votar")
    expect(await votaciones()).toEqual([])
  })

  it("is opened, and closed, by the Secretaría Técnica alone", async () => {
    await abrir()
    for (const action of ["acuerdo.votacion-abrir", `acuerdo.votacion-cerrar:${await abierta()}`]) {
      const { card } = await chat.press("titular-sre", action)
      expect(card.title, action).toBe("No tiene permiso para este comando")
    }
  })
})

describe("a secret vote", () => {
  it("shows who voted and never how: not in the answers, the log, nor the data once it closes", async () => {
    await abrir("cedula", "Elección de la coordinación")
    const receipt = await votar("titular-sre", "en_contra")
    expect(receipt.text).toContain("SRE votó. Elección")
    expect(receipt.text).not.toContain("en contra")
    const { text } = await chat.ask(ST, "/acuerdo votacion ver")
    expect(text).toContain("Han votado 1 de 8")
    expect(text).not.toMatch(/en contra/i)
    const log = await chat.eventos(`sesion:${(await chat.sesion()).id}`)
    expect(JSON.stringify(log)).not.toContain("en_contra")
    const closed = await cerrar()
    expect(closed.text).toContain("No aprobado: 0 a favor, 1 en contra, 0 abstenciones y 7 sin votar")
    expect(await votos()).toMatchObject([{ sentido: null }])
  })

  it("is cast by each institution itself", async () => {
    await abrir("cedula")
    expect((await dicho("SALUD", "a_favor")).text).toContain("nadie puede hacerlo por ella")
    expect(await votos()).toEqual([])
  })
})

describe("a show of hands", () => {
  const contar = async (values: Readonly<Record<string, string>>) =>
    chat.submit(ST, `acuerdo.votacion-manos:${await abierta()}`, {
      favor: "0",
      contra: "0",
      abstenciones: "0",
      ...values,
    })

  it("is counted by the Secretaría Técnica, and asks nobody by message", async () => {
    await abrir("economica")
    expect((await chat.deliveries()).filter(({ modelo }) => modelo?.tipo === "votacion")).toEqual([])
    const answer = await contar({ favor: "6", contra: "1", abstenciones: "1" })
    if (answer.kind !== "reply") throw new Error("expected a card")
    expect(renderPlainText(answer.card)).toContain("Aprobado: 6 a favor, 1 en contra y 1 abstención.")
  })

  it("cannot have more hands than institutions in the room", async () => {
    await abrir("economica")
    const answer = await contar({ favor: "7", contra: "2" })
    if (answer.kind !== "form") throw new Error("expected the form again")
    expect(answer.form.problems[0]?.message).toContain("presentes con voto (8)")
    expect((await votaciones())[0]?.cerradaEn).toBeNull()
  })

  it("is put right once it closed, with a reason: both counts and both results are told and stay on record", async () => {
    await abrir("economica")
    const id = await abierta()
    const corregir = (values: Readonly<Record<string, string>>) =>
      chat.submit(ST, `acuerdo.votacion-corregir:${id}`, {
        favor: "3",
        contra: "5",
        abstenciones: "0",
        motivo: "Se contaron al revés.",
        ...values,
      })
    expect(JSON.stringify(await corregir({}))).toContain("ya cerrada")
    await contar({ favor: "5", contra: "3" })
    expect(valuesOf(await abreForma(`acuerdo.votacion-corregir:${id}`))).toMatchObject({
      favor: "5",
      contra: "3",
    })
    expect(JSON.stringify(await corregir({ favor: "9" }))).toContain("presentes con voto al cierre (8)")
    const answer = await corregir({})
    if (answer.kind !== "reply") throw new Error("expected a card")
    const text = renderPlainText(answer.card)
    expect(text).toContain("Aprobado: 5 a favor, 3 en contra")
    expect(text).toContain("No aprobado: 3 a favor, 5 en contra")
    expect(text).toContain("Motivo: Se contaron al revés.")
    const [asiento] = (await chat.data.fresh.eventos.byObjeto(`sesion:${(await chat.sesion()).id}`)).filter(
      ({ tipo }) => tipo === "votacion.conteo_corregido",
    )
    expect(asiento).toMatchObject({
      antes: { resultado: { aFavor: 5, enContra: 3 } },
      despues: { resultado: { aFavor: 3, enContra: 5 }, motivo: "Se contaron al revés." },
    })
  })

  it("with a tie takes the casting vote that was recorded", async () => {
    await abrir("economica")
    expect(JSON.stringify(await contar({ favor: "4", contra: "4" }))).toContain("falta el voto de calidad")
    const answer = await contar({ favor: "4", contra: "4", calidad: "en_contra" })
    expect(JSON.stringify(answer)).toContain("No aprobado con voto de calidad de quien preside")
  })
})

describe("a vote on an agreement", () => {
  const registrar = async (punto = "1") => {
    const escrito = { texto: "Se remitirán los avances.", tipo: "informativo", punto, difusion: "publica" }
    const borrador = await chat.submit(ST, `acuerdo.registrar:${chat.clave}`, escrito)
    if (borrador.kind !== "reply") throw new Error(`expected a card, got ${JSON.stringify(borrador)}`)
    const confirmar = borrador.card.actions.find(({ label }) => label === "Confirmar")
    return chat.press(ST, confirmar?.id ?? "")
  }

  it("is opened from it with its text, and told with it afterwards, only to the body's own people", async () => {
    const { card } = await registrar("")
    const votar = card.actions.find(({ label }) => label === "Someterlo a votación…")
    const form = await abreForma(votar?.id ?? "")
    expect(valuesOf(form)).toMatchObject({
      acuerdo: "CI/SO-23/01/2024",
      texto: "Acuerdo CI/SO-23/01/2024: Se remitirán los avances.",
    })
    const answer = await chat.submit(ST, form.id, valuesOf(form))
    expect(JSON.stringify(answer)).toContain("CI/SO-23/01/2024")
    await dicho("SRE", "a_favor")
    expect(
      (await chat.ask(ST, "/acuerdo ver so 23 1")).text,
      "nothing is told while it is open",
    ).not.toContain("Votación")
    await cerrar()
    for (const n of [1, 2, 3]) await chat.ask(ST, `/sesion desahogar ${n}`)
    await chat.press(ST, `sesion.clausurar-confirmar:${await chat.marca()}`)
    const { text } = await chat.ask("enlace-sre", "/acuerdo ver so 23 1")
    expect(text).toContain(
      "Votación: Nominal. Aprobado: 1 a favor, 0 en contra, 0 abstenciones y 7 sin votar.",
    )
    const publica = (await chat.ask("sin-vincular", "/acuerdo ver so 23 1")).text
    expect(publica).toContain("Se remitirán los avances.")
    expect(publica).not.toContain("a favor")
  })

  it("says so when it was on its item", async () => {
    await registrar()
    await abrir()
    await dicho("SRE", "en_contra")
    await cerrar()
    const { text } = await chat.ask(ST, "/acuerdo ver so 23 1")
    expect(text).toContain("Votación del punto: «¿Se aprueba el Programa Anual de Trabajo?»: nominal.")
  })

  it("refuses a clave that the session does not have, and keeps what was typed", async () => {
    const typed = { texto: "¿Se aprueba?", modo: "nominal", acuerdo: "SO-99/1" }
    const sinAcuerdos = await chat.submit(ST, "acuerdo.votacion-abrir", typed)
    expect(JSON.stringify(sinAcuerdos)).toContain("aún no tiene acuerdos")
    await registrar()
    const answer = await chat.submit(ST, "acuerdo.votacion-abrir", typed)
    if (answer.kind !== "form") throw new Error("expected the form again")
    expect(answer.form.problems[0]?.message).toContain("Escriba una de estas: CI/SO-23/01/2024.")
    expect(await votaciones()).toEqual([])
  })
})

describe("an election", () => {
  const cargo = async (texto: string) => {
    await abrir("nominal", texto)
    await dicho("SRE", "a_favor")
    const { card } = await cerrar()
    return card.actions.find(({ label }) => label === "Registrar el cargo…")?.id ?? null
  }

  it("offers to register the post of the institution that it names, from the day of the session", async () => {
    const id = await cargo("Se elige a la SSPC para la Coordinación de la Subcomisión Consultiva.")
    expect(id).toBe("plenaria.cargo-registrar:institucion:SSPC desde:2024-07-31")
    const form = await abreForma(id ?? "")
    expect(valuesOf(form)).toMatchObject({ cargo: "", institucion: "SSPC", desde: "2024-07-31" })
    await chat.submit(ST, form.id, {
      ...valuesOf(form),
      cargo: "Coordinación de la Subcomisión Consultiva",
      hasta: "2025-07-30",
    })
    const { text } = await chat.ask(ST, "/plenaria cargos")
    expect(text).toContain("Coordinación de la Subcomisión Consultiva")
    expect(text).toContain("SSPC")
  })

  it("is offered for no other vote", async () => {
    expect(await cargo("¿Se aprueba el Programa Anual de Trabajo?")).toBeNull()
  })
})
