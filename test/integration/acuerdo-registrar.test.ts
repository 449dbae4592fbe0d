import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

let chat: SesionInstalada
beforeEach(async () => {
  chat = await startSesionInstalada()
})
afterEach(() => chat.close())

const TEXTO = "Las instituciones  remitirán sus avances.\nConsolida la Secretaría Técnica."
const ESCRITO = {
  texto: TEXTO,
  tipo: "con_seguimiento",
  responsables: "SRE, Salud y INACIPE",
  fecha: "en 15 días hábiles",
}

type Escrito = Readonly<Record<string, string>>
const write = (values: Escrito = ESCRITO, user = ST) =>
  chat.submit(user, `acuerdo.registrar:${chat.clave}`, values)
function cardOf(answer: InboundAnswer) {
  if (answer.kind !== "reply") throw new Error(`expected a card, got ${JSON.stringify(answer)}`)
  return answer.card
}
function problemsOf(answer: InboundAnswer) {
  if (answer.kind !== "form") throw new Error(`expected the form again, got ${JSON.stringify(answer)}`)
  return answer.form.problems.map(({ field, message }) => `${field}: ${message}`)
}
const button = async (label: string, values: Escrito = ESCRITO) => {
  const found = cardOf(await write(values)).actions.find((action) => action.label === label)
  if (found === undefined) throw new Error(`no button ${label}`)
  return found.id
}
const register = async (values: Escrito = ESCRITO) => chat.press(ST, await button("Confirmar", values))
const acuerdos = async () => chat.data.read.acuerdos.bySesion((await chat.sesion()).id)
const compromisos = async () => {
  const rows = await chat.data.read.compromisos.list({ sesionId: (await chat.sesion()).id })
  return rows.map(({ compromiso }) => compromiso)
}
const deben = async () =>
  (await compromisos()).map(({ clave, estado, fechaCompromiso }) => `${clave} ${estado} ${fechaCompromiso}`)

describe("registering an agreement", () => {
  it("shows it with its weekday and registers nothing until it is confirmed", async () => {
    const { text } = await chat.press(ST, "sesion.en-curso:SO-23")
    expect(text).not.toContain("Acuerdos registrados")
    const answer = await write()
    const shown = JSON.stringify(cardOf(answer))
    expect(shown).toContain("Revise el acuerdo CI/SO-23/01/2024")
    // Fifteen business days after 31 July 2024, a Wednesday.
    expect(shown).toContain("miércoles 21 de agosto de 2024 (15 días hábiles desde la sesión)")
    expect(shown).toContain("SRE, SALUD e INACIPE (3 compromisos)")
    expect(await acuerdos()).toEqual([])
  })

  it("with those that contribute to each of its commitments, which a correction shows and may change", async () => {
    const escrito = { ...ESCRITO, responsables: "SRE y FGR; corresponsables: Salud" }
    expect(JSON.stringify(cardOf(await write(escrito)))).toContain("SRE y FGR (2 compromisos)")
    expect((await register(escrito)).text).toContain("Corresponsables: SALUD")
    const siglas = async () => {
      const todas = await chat.data.read.instituciones.all()
      return (await compromisos()).map(({ corresponsables }) =>
        corresponsables.map((id) => todas.find((una) => una.id === id)?.siglas).join(),
      )
    }
    expect(await siglas()).toEqual(["SALUD", "SALUD"])
    const opened = await chat.open(ST, "/acuerdo editar so 23 1")
    if (opened.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(opened)}`)
    const shown = Object.fromEntries(opened.form.fields.map(({ name, value }) => [name, value]))
    expect(shown.responsables).toMatch(/; corresponsables: SALUD$/u)
    const otra = { ...shown, responsables: "FGR, SRE; corresponsables: STPS" }
    const revisado = cardOf(await chat.submit(ST, opened.form.id, otra as Escrito))
    await chat.press(ST, revisado.actions.find(({ label }) => label === "Confirmar")?.id ?? "")
    expect(await siglas()).toEqual(["STPS", "STPS"])
    const sinQuien = await write({ ...ESCRITO, responsables: "por definir; corresponsables: Salud" })
    expect(problemsOf(sinQuien).join()).toContain("Escriba primero quién responde")
  })

  it("with the rhythm at which progress is asked for, counted from the session, which a correction keeps", async () => {
    const escrito = { ...ESCRITO, cadencia: "cada 10 días hábiles" }
    expect((await register(escrito)).text).toContain("Informes: cada 10 días hábiles")
    const cadencias = async () => (await compromisos()).map(({ cadencia }) => cadencia)
    const una = { ritmo: "dias_habiles", dias: 10, desde: "2024-07-31" }
    expect(await cadencias()).toEqual([una, una, una])
    const opened = await chat.open(ST, "/acuerdo editar so 23 1")
    if (opened.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(opened)}`)
    const shown = Object.fromEntries(opened.form.fields.map(({ name, value }) => [name, value]))
    const otra = { ...shown, responsables: "SRE, Salud, INACIPE y FGR" }
    const revisado = cardOf(await chat.submit(ST, opened.form.id, otra as Escrito))
    await chat.press(ST, revisado.actions.find(({ label }) => label === "Confirmar")?.id ?? "")
    expect(await cadencias(), "one that is added has it too").toEqual([una, una, una, una])
    expect(problemsOf(await write({ ...ESCRITO, cadencia: "a veces" })).join()).toContain(
      "No se entiende cada cuánto",
    )
  })

  it("keeps the text exactly as it was typed, with a commitment for each institution", async () => {
    const { text, replaces } = await register()
    expect(text).toContain("Acuerdo registrado: CI/SO-23/01/2024")
    expect(replaces).toBe(true)
    expect(await acuerdos()).toMatchObject([
      { clave: "CI/SO-23/01/2024", numero: 1, texto: TEXTO, tipo: "con_seguimiento", estado: "vigente" },
    ])
    expect((await deben()).sort()).toEqual([
      "CI/SO-23/01/2024/INACIPE pendiente 2024-08-21",
      "CI/SO-23/01/2024/SALUD pendiente 2024-08-21",
      "CI/SO-23/01/2024/SRE pendiente 2024-08-21",
    ])
    const [acuerdo] = await acuerdos()
    const log = await chat.eventos(`acuerdo:${acuerdo?.id}`)
    expect(log.map(({ tipo }) => tipo)).toEqual(["acuerdo.registrado"])
    expect(await chat.tiposDeEvento()).toContain("acuerdo.registrado")
  })

  it("takes todas for those with a vote in the session's own snapshot", async () => {
    await register({ ...ESCRITO, responsables: "todas", fecha: "15 de agosto de 2024" })
    expect(await deben()).toHaveLength(14)
    await register({ ...ESCRITO, responsables: "todas menos SRE y la FGR", fecha: "15/08/2024" })
    expect((await deben()).filter((una) => una.startsWith("CI/SO-23/02/2024"))).toHaveLength(12)
  })

  it("belongs to the item under discussion unless another is written", async () => {
    await chat.ask(ST, "/sesion discutir 2")
    const form = await chat.open(ST, "/acuerdo registrar")
    if (form.kind !== "form") throw new Error("expected a form")
    expect(form.form.fields.find(({ name }) => name === "punto")?.value).toBe("2")
    await register({ ...ESCRITO, punto: "2" })
    const puntos = await chat.data.read.sesiones.puntos((await chat.sesion()).id)
    expect((await acuerdos())[0]?.puntoId).toBe(puntos[1]?.id)
  })

  it("has no commitments when it is informative, and undated ones when it is permanent", async () => {
    await register({ texto: "Se aprueba el orden del día.", tipo: "informativo" })
    expect(await deben()).toEqual([])
    await register({ texto: "Mantener al día su directorio.", tipo: "permanente", responsables: "SRE" })
    expect(await deben()).toEqual(["CI/SO-23/02/2024/SRE permanente null"])
    expect(
      problemsOf(
        await write({ texto: "Se toma nota.", tipo: "informativo", responsables: "SRE", fecha: "hoy" }),
      ),
    ).toEqual([
      expect.stringContaining("responsables: Un acuerdo informativo no lleva responsables"),
      expect.stringContaining("fecha: Solo un acuerdo con seguimiento lleva fecha"),
    ])
  })

  it.each([
    [
      { fecha: "31/02/2024" },
      "fecha: «Fecha compromiso» recibió «31/02/2024»: ese día no existe: febrero de 2024 tiene 29 días",
    ],
    [{ fecha: "lunes 15 de agosto de 2024" }, "el 15 de agosto de 2024 es jueves, no lunes"],
    [{ fecha: "16/02/2024" }, "el viernes 16 de febrero de 2024 ya pasó"],
    [
      { fecha: "cuando se pueda" },
      "fecha: «Fecha compromiso» recibió «cuando se pueda»: no se entiende como fecha",
    ],
    [{ fecha: "" }, "fecha: Falta la fecha compromiso"],
    [{ responsables: "" }, "responsables: Falta quién es responsable"],
    [{ responsables: "SRE, Xanadú" }, "responsables: «Xanadú» no corresponde a ninguna institución"],
    [{ responsables: "Instituto Nacional" }, "responsables: «Instituto Nacional» no es claro"],
    [{ punto: "9" }, "punto: Ese punto no existe. Escriba un número del 1 al 3"],
    [
      { texto: "Localizar a quien tiene la CURP GOMC960212HDFNNR05." },
      "texto: El texto parece contener una CURP",
    ],
  ])("refuses %j, and says how to mend it", async (change, message) => {
    const answer = await write({ ...ESCRITO, ...change })
    expect(problemsOf(answer)).toEqual([expect.stringContaining(message)])
    expect(await acuerdos()).toEqual([])
  })

  it("goes back to what was typed with Corregir", async () => {
    const answer = await chat.router.action({
      eventId: "corregir",
      actor: { adapter: "consola", workspace: "demo", user: ST },
      place: { adapter: "consola", workspace: "demo", channel: "directo" },
      receivedAt: "2024-06-11T16:00:00.000Z",
      actionId: await button("Corregir"),
    })
    if (answer.kind !== "form") throw new Error("expected the form")
    const shown = Object.fromEntries(answer.form.fields.map(({ name, value }) => [name, value]))
    expect(shown).toMatchObject(ESCRITO)
  })

  it("warns of a date that is nobody's business day", async () => {
    const shown = JSON.stringify(cardOf(await write({ ...ESCRITO, fecha: "17 de agosto de 2024" })))
    expect(shown).toContain("sábado 17 de agosto de 2024")
    expect(shown).toContain("inhábil en el calendario del órgano")
  })

  it("is only for the Secretaría Técnica, also by a button that somebody else was shown", async () => {
    const confirm = await button("Confirmar")
    for (const action of [confirm, "acuerdo.registrar:SO-23", "acuerdo.lectura:SO-23"]) {
      expect((await chat.press("enlace-sre", action)).card.title, action).toBe(
        "No tiene permiso para este comando",
      )
    }
    expect(await acuerdos()).toEqual([])
  })

  it("is not read by an institution until the session closes", async () => {
    await register()
    expect((await chat.ask("enlace-sre", "/acuerdo ver so 23 1")).text).toContain("No se encontró")
    const { text } = await chat.ask("enlace-sre", "/sesion en curso")
    expect(text).toContain("CI/SO-23/01/2024")
    expect(text).not.toContain("remitirán")
    expect((await chat.ask(ST, "/sesion en curso")).text).toContain("remitirán")
  })
})

describe("two agreements at once", () => {
  it("registers a draft once, however often it is confirmed", async () => {
    const confirm = await button("Confirmar")
    const all = await Promise.all([1, 2, 3].map(() => chat.press(ST, confirm)))
    expect(all.filter(({ card }) => card.title.startsWith("Acuerdo registrado"))).toHaveLength(1)
    expect(all.filter(({ card }) => card.title.includes("ya se registró"))).toHaveLength(2)
    expect(await acuerdos()).toHaveLength(1)
    expect(await deben()).toHaveLength(3)
  })

  it("gives the number to one of them and shows the other again with the next", async () => {
    const one = await button("Confirmar")
    const other = await button("Confirmar", { ...ESCRITO, texto: "Otro acuerdo distinto." })
    const both = await Promise.all([chat.press(ST, one), chat.press(ST, other)])
    const [told] = both.filter(({ text }) => text.includes("Otra persona registró o corrigió un acuerdo"))
    expect(both.filter(({ card }) => card.title.startsWith("Acuerdo registrado"))).toHaveLength(1)
    expect(told?.card.title).toBe("Revise el acuerdo CI/SO-23/02/2024")
    expect(await acuerdos()).toHaveLength(1)
    await chat.press(ST, told?.card.actions[0]?.id ?? "")
    expect((await acuerdos()).map(({ clave }) => clave)).toEqual(["CI/SO-23/01/2024", "CI/SO-23/02/2024"])
  })

  it("asks for a reason of a draft after the session closed, and does nothing with one of a session that was not held", async () => {
    const confirm = await button("Confirmar")
    const { id, revision } = await chat.sesion()
    await chat.writer.update(id, revision, { estado: "clausurada" })
    expect((await chat.press(ST, confirm)).text).toContain("se registra con posterioridad solo con su motivo")
    expect(await acuerdos()).toEqual([])
    await chat.writer.update(id, revision + 1, { estado: "cancelada" })
    expect((await chat.press(ST, confirm)).text).toContain("No es posible registrar acuerdos")
    expect(await acuerdos()).toEqual([])
  })

  it("knows no draft of another session, nor one that was made up", async () => {
    const confirm = await button("Confirmar")
    const draft = confirm.split("@")[1]
    for (const action of [`SO-22@${draft}`, "SO-23@0123456789abcdef"]) {
      const { text } = await chat.press(ST, `acuerdo.registrar-confirmar:${action}`)
      expect(text, action).toContain("No se encontró el borrador")
    }
    expect(await acuerdos()).toEqual([])
  })
})

describe("the body's rules", () => {
  it("a term beyond the limit is registered only with a reason, which is kept", async () => {
    const far = { ...ESCRITO, fecha: "14 de febrero de 2025" }
    const card = cardOf(await write(far))
    expect(JSON.stringify(card)).toContain("de 6 meses (hasta el viernes 31 de enero de 2025)")
    expect(card.actions.map(({ label }) => label)).not.toContain("Confirmar")
    const id = card.actions[0]?.id ?? ""
    // Confirming it without one is no way round.
    const without = await chat.press(ST, id.replace("registrar-motivo", "registrar-confirmar"))
    expect(without.text).toContain("no lo permite sin un motivo")
    expect(await acuerdos()).toEqual([])
    const motivo = "La reforma depende del Congreso de la Unión"
    await chat.submit(ST, id, { motivo })
    const [acuerdo] = await acuerdos()
    const [entry] = await chat.eventos(`acuerdo:${acuerdo?.id}`)
    expect(entry?.despues).toMatchObject({ motivo, reparos: [{ kind: "plazo", meses: 6 }] })
  })
})

describe("an extraordinary session", () => {
  beforeEach(async () => {
    await chat.close()
    chat = await startSesionInstalada("extraordinaria", 9)
  })

  it("refuses what it was not called for, naming the rule, unless somebody says why", async () => {
    const card = cardOf(await write())
    expect(JSON.stringify(card)).toContain(
      "una sesión extraordinaria trata solo los asuntos para los que se convocó",
    )
    expect(card.actions.map(({ label }) => label)).toEqual(["Registrar con motivo…", "Corregir"])
    await chat.submit(ST, card.actions[0]?.id ?? "", { motivo: "Lo pidió el pleno por unanimidad" })
    const [acuerdo] = await acuerdos()
    const [entry] = await chat.eventos(`acuerdo:${acuerdo?.id}`)
    expect(entry?.despues).toMatchObject({
      motivo: "Lo pidió el pleno por unanimidad",
      reparos: [{ kind: "asunto_no_convocado" }],
    })
  })

  it("takes what it was called for", async () => {
    expect((await register({ ...ESCRITO, punto: "1" })).text).toContain("Acuerdo registrado: CI/SE-9/01/2024")
  })
})

describe("putting an agreement right", () => {
  const edit = async (changes: Escrito) => {
    const opened = await chat.open(ST, "/acuerdo editar so 23 1")
    if (opened.kind !== "form") throw new Error(`expected a form, got ${JSON.stringify(opened)}`)
    const shown = Object.fromEntries(opened.form.fields.map(({ name, value }) => [name, value]))
    return { shown, submit: () => chat.submit(ST, opened.form.id, { ...shown, ...changes }) }
  }
  const confirm = async (answer: InboundAnswer) =>
    chat.press(ST, cardOf(answer).actions.find(({ label }) => label === "Confirmar")?.id ?? "")
  beforeEach(() => register())

  it("starts from what is on record, and changes it once it is confirmed", async () => {
    const { shown, submit } = await edit({ responsables: "SRE, FGR", fecha: "30/08/2024" })
    expect(shown).toMatchObject({ texto: TEXTO, fecha: "2024-08-21", tipo: "con_seguimiento" })
    const answer = await submit()
    expect((await acuerdos())[0]?.texto).toBe(TEXTO)
    expect((await confirm(answer)).text).toContain("Acuerdo corregido: CI/SO-23/01/2024")
    expect((await deben()).sort()).toEqual([
      "CI/SO-23/01/2024/FGR pendiente 2024-08-30",
      "CI/SO-23/01/2024/INACIPE cancelado 2024-08-21",
      "CI/SO-23/01/2024/SALUD cancelado 2024-08-21",
      "CI/SO-23/01/2024/SRE pendiente 2024-08-30",
    ])
    const [acuerdo] = await acuerdos()
    expect((await chat.eventos(`acuerdo:${acuerdo?.id}`)).map(({ tipo }) => tipo)).toEqual([
      "acuerdo.registrado",
      "acuerdo.corregido",
    ])
  })

  it("gives a commitment back to an institution that is responsible again", async () => {
    await confirm(await (await edit({ responsables: "FGR" })).submit())
    await confirm(await (await edit({ responsables: "SRE" })).submit())
    expect((await deben()).filter((una) => una.includes("pendiente"))).toEqual([
      "CI/SO-23/01/2024/SRE pendiente 2024-08-21",
    ])
    expect(await compromisos()).toHaveLength(4)
  })

  it("takes one of two corrections; the other one is shown again", async () => {
    const [one, other] = await Promise.all([
      edit({ texto: "Primera corrección." }),
      edit({ texto: "Segunda corrección." }),
    ])
    const first = await one.submit()
    const second = await other.submit()
    await confirm(first)
    const told = await confirm(second)
    expect(told.text).toContain("Otra persona registró o corrigió un acuerdo")
    expect((await acuerdos())[0]?.texto).toBe("Primera corrección.")
    await chat.press(ST, told.card.actions[0]?.id ?? "")
    expect((await acuerdos())[0]?.texto).toBe("Segunda corrección.")
  })

  it("asks for a reason once the session closed", async () => {
    const { id, revision } = await chat.sesion()
    await chat.writer.update(id, revision, { estado: "clausurada" })
    const { card } = await chat.ask(ST, '/acuerdo editar CI/SO-23/01/2024 texto:"Se remitirá otra cosa."')
    const conMotivo = card.actions.find(({ label }) => label === "Corregir con motivo…")
    expect(card.actions.map(({ label }) => label)).not.toContain("Confirmar")
    // The button of a draft that was shown while the session was open.
    const sinMotivo = conMotivo?.id.replace("registrar-motivo", "registrar-confirmar") ?? ""
    expect((await chat.press(ST, sinMotivo)).text).toContain("el acuerdo se corrige solo con su motivo")
    expect((await acuerdos())[0]?.texto).not.toContain("otra cosa")
  })
})

describe("the read-back", () => {
  it("says every agreement whole, with who owes it and until when, and is ratified once", async () => {
    await register()
    await register({ texto: "Se aprueba el orden del día.", tipo: "informativo" })
    const { text, card } = await chat.ask(ST, "/acuerdo lectura")
    expect(text).toContain("Consolida la Secretaría Técnica.")
    expect(text).toContain(
      "responsables: INACIPE, SALUD y SRE; a más tardar el miércoles 21 de agosto de 2024",
    )
    expect(text.indexOf("CI/SO-23/01/2024")).toBeLessThan(text.indexOf("CI/SO-23/02/2024"))
    const ratify = card.actions[0]?.id ?? ""
    const both = await Promise.all([chat.press(ST, ratify), chat.press(ST, ratify)])
    expect(both.filter((one) => one.text.includes("Se ratificaron 2 acuerdos"))).toHaveLength(1)
    expect((await chat.tiposDeEvento()).filter((tipo) => tipo === "acuerdos.ratificados")).toHaveLength(1)
    expect((await chat.ask(ST, "/sesion en curso")).text).toContain("se leyeron y ratificaron")
  })

  it("does not ratify what was not read, and says when something changed afterwards", async () => {
    await register()
    const { card } = await chat.ask(ST, "/acuerdo lectura")
    await register({ texto: "Un acuerdo posterior.", tipo: "informativo" })
    const told = await chat.press(ST, card.actions[0]?.id ?? "")
    expect(told.text).toContain("No se registró nada")
    await chat.press(ST, told.card.actions[0]?.id ?? "")
    await register({ texto: "Otro acuerdo posterior.", tipo: "informativo" })
    expect((await chat.ask(ST, "/acuerdo lectura")).text).toContain("léalos de nuevo")
  })
})
