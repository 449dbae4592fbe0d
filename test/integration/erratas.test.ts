import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { actualizarMensajes } from "../../src/app/entrega/actualizar-mensajes.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import {
  type Charla,
  type Conversacion,
  NOW,
  startConversacion,
  startConversacionTras,
} from "../support/conversacion.ts"
import { eventually } from "../support/eventually.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { textOf } from "../support/respuesta.ts"
import { silentLog } from "../support/silent-log.ts"

const ST = "secretaria-tecnica"
const DICE = "Félix Santana Ángeles, Director General de Estrategias para la Atención de Derechos Humanos"
const DEBE = "Félix Santana Ángeles, Director General de Estrategias para la Atención de los Derechos Humanos"
const MOTIVO = "Se omitió una palabra en la denominación del cargo."

let chat: Conversacion
let consola: FakeChat
const clock = { now: () => NOW }

beforeEach(async () => {
  chat = await startConversacionTras("SO-21 published", publicar)
  consola = new FakeChat(clock, { id: "consola", editing: true })
})
afterEach(() => chat.close())

const deps = () => ({
  data: chat.data,
  clock,
  adapters: new Map([["consola", consola] as const]),
  log: silentLog,
})
async function dispatch() {
  while ((await dispatchDeliveries(deps(), { limit: 50, leaseMs: 60_000 })).claimed > 0);
}

async function publicar(antes: Charla) {
  const { card } = await antes.ask(ST, "/sesion publicar SO-21")
  return antes.press(ST, card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "none")
}
/** Takes the place of the one on which it was published already. */
async function sinPublicar(): Promise<void> {
  await chat.close()
  chat = await startConversacion()
}

async function numero(dice: string): Promise<number> {
  const { text } = await chat.ask(ST, "/sesion erratas SO-21")
  return Number(/\d+/u.exec(text.split("\n").find((each) => each.includes(dice)) ?? "")?.[0])
}

async function abrir(dice = "Félix Santana") {
  const answer = await chat.open(ST, `/sesion erratas SO-21 ${await numero(dice)}`)
  if (answer.kind !== "form") throw new Error(`expected a form, got ${textOf(answer)}`)
  return answer.form
}

async function preparar(texto = DEBE, motivo = MOTIVO, dice?: string) {
  const { id } = await abrir(dice)
  const answer = await chat.submit(ST, id, { texto, motivo })
  if (answer.kind !== "reply") throw new Error(textOf(answer))
  return { card: answer.card, text: renderPlainText(answer.card) }
}

const confirmar = ({
  card,
}: {
  readonly card: { readonly actions: readonly { id: string; label: string }[] }
}) => chat.press(ST, card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? "none")

const id = async () => (await chat.sesiones()).find(({ clave }) => clave === "SO-21")?.id ?? ""
const versiones = async () => chat.data.read.resumenes.list(await id())
const erratas = async () =>
  (await chat.deliveries()).flatMap(({ to, card }) =>
    card.title.startsWith("Fe de erratas") ? [{ canal: to.channel, text: renderPlainText(card) }] : [],
  )

describe("an erratum", () => {
  it("is shown before it is sent: what it says, what it must say, why, and to whom", async () => {
    const { text } = await preparar()
    for (const part of [`Dice:\n\n${DICE}`, `Debe decir:\n\n${DEBE}`, MOTIVO, "15 canales", "Solo usted ve"])
      expect(text).toContain(part)
    expect(await erratas()).toEqual([])
    expect((await chat.ask("enlace-sre", "/sesion resumen SO-21")).text).toContain(DICE)
  })

  it("reaches everybody who got the summary, numbered, and is a version linked to the one before", async () => {
    expect((await confirmar(await preparar())).text).toContain("15 canales")
    const sent = await erratas()
    expect(sent).toHaveLength(15)
    for (const { text, canal } of sent) {
      expect(text).toContain("Fe de erratas 1: Vigésimo Primera Sesión Ordinaria")
      expect(text).toContain(DICE)
      expect(text).toContain(DEBE)
      expect(text.includes(MOTIVO)).toBe(canal !== "publico")
    }
    expect(await versiones()).toMatchObject([
      { version: 1, estado: "publicado", motivo: null },
      { version: 2, estado: "publicado", motivo: MOTIVO, contenido: { errata: { numero: 1, dice: DICE } } },
    ])
    const log = (await chat.eventos(`sesion:${await id()}`)).find(({ tipo }) => tipo === "resumen.errata")
    expect(log).toMatchObject({ antes: { version: 1 }, despues: { version: 2, corrige: 1, motivo: MOTIVO } })
    expect((await chat.ask("sin-vincular", "/sesion resumen SO-21")).text).toContain(DEBE)
  })

  it("edits the messages that it puts right, which keep what they said and say that they were corrected", async () => {
    await dispatch()
    await confirmar(await preparar())
    await dispatch()
    const edited = await eventually(
      async () => {
        await actualizarMensajes(deps())
        await dispatch()
        return consola.edited
      },
      (all) => all.length >= 15,
    )
    expect(edited).toHaveLength(15)
    for (const { text } of edited) {
      expect(text).toContain("SO-21: corregido por la fe de erratas 1")
      expect(text).toContain("Arturo Medina Padilla")
      expect(text).toContain(DICE)
    }
  })

  it("is told in a summary that it overtook before that was sent", async () => {
    await confirmar(await preparar())
    await dispatch()
    const first = consola.posted.filter(({ text }) => text.includes("Arturo Medina Padilla"))
    expect(first).toHaveLength(15)
    expect(first.every(({ text }) => text.includes("se corrigió con la fe de erratas 1"))).toBe(true)
  })

  it("leaves nothing to be sent in full afterwards", async () => {
    await confirmar(await preparar())
    const { text, card } = await chat.ask(ST, "/sesion publicar SO-21")
    expect(text).toContain("Esta versión ya se publicó")
    expect(card.actions.map(({ label }) => label)).toEqual(["Fe de erratas…"])
  })

  it("follows another one with the next number, and both hold", async () => {
    await confirmar(await preparar())
    const second = await preparar("Programa Anual de Trabajo 2024", MOTIVO, "Programa Anual")
    expect(second.text).toContain("Fe de erratas 2")
    await confirmar(second)
    const { text } = await chat.ask("enlace-sre", "/sesion resumen SO-21")
    expect(text).toContain(DEBE)
    expect(text).toContain("• Programa Anual de Trabajo 2024\n")
    expect((await versiones()).map(({ version }) => version)).toEqual([1, 2, 3])
  })

  it("of a commitment reaches only the institution that owes it", async () => {
    await dispatch()
    const { text } = await chat.ask(ST, "/sesion erratas SO-21")
    const n = /(\d+) \(CI\/SO-21\/07\/2024\/SRE\)/u.exec(text)?.[1]
    const form = await chat.open(ST, `/sesion erratas SO-21 ${n}`)
    if (form.kind !== "form") throw new Error(textOf(form))
    const answer = await chat.submit(ST, form.form.id, {
      texto: "Entregar los insumos del informe anual.",
      motivo: MOTIVO,
    })
    if (answer.kind !== "reply") throw new Error(textOf(answer))
    await confirmar(answer)
    expect((await erratas()).map(({ canal }) => canal)).toEqual(["sre"])
    await dispatch()
    await eventually(
      async () => {
        await actualizarMensajes(deps())
        await dispatch()
        return consola.edited.length
      },
      (edited) => edited >= 1,
    )
    expect(consola.edited).toHaveLength(1)
  })

  it("is published once, whoever presses and however often", async () => {
    const draft = await preparar()
    const answers = await Promise.all([1, 2, 3].map(() => confirmar(draft)))
    expect(answers.filter(({ card }) => card.tone === "logro")).toHaveLength(1)
    expect(answers.filter(({ text }) => text.includes("No se envió"))).toHaveLength(2)
    expect((await confirmar(draft)).text).toContain("ya estaba publicada")
    expect(await erratas()).toHaveLength(15)
  })

  it("is not published from a draft that was written again since", async () => {
    const old = await preparar()
    const current = await preparar(`${DEBE}.`)
    expect((await confirmar(old)).text).toContain("No se envió nada")
    expect(await erratas()).toEqual([])
    await confirmar(current)
    expect((await erratas())[0]?.text).toContain(`${DEBE}.`)
    expect((await versiones()).map(({ version }) => version)).toEqual([1, 2])
  })

  it("is not published when the facts that it corrects changed meanwhile", async () => {
    const draft = await preparar()
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((una) => ({
        ...una,
        asistencias: una.asistencias.map((asistencia) =>
          asistencia.personaNombre === "Félix Santana Ángeles"
            ? { ...asistencia, personaCargo: "Director General" }
            : asistencia,
        ),
      })),
    }))
    expect((await confirmar(draft)).text).toContain("No se envió nada")
    expect(await erratas()).toEqual([])
  })

  it("does not open a form that would cut the paragraph short", async () => {
    await sinPublicar()
    const largo = "Se informó de los avances. ".repeat(120)
    await chat.amend((documento) => ({
      ...documento,
      sesiones: documento.sesiones.map((una) => ({
        ...una,
        hechos: una.hechos.map((hecho, i) => (i === 0 ? { ...hecho, texto: largo } : hecho)),
      })),
    }))
    await publicar(chat)
    const answer = await chat.open(ST, `/sesion erratas SO-21 ${await numero("Se informó de los avances.")}`)
    expect(textOf(answer)).toContain("tiene más de 3000 caracteres y no cabe en un formulario")
  })

  it("needs a reason, and takes no data of persons or cases", async () => {
    const { id: form } = await abrir()
    expect((await chat.submit(ST, form, { texto: DEBE, motivo: "" })).kind).toBe("form")
    const answer = await chat.submit(ST, form, { texto: DEBE, motivo: "Llamar al 55 1234 5678 para aclarar" })
    expect(textOf(answer)).toContain("un teléfono")
    expect(await versiones()).toHaveLength(1)
  })

  it("has nothing to put right before the summary is published", async () => {
    await sinPublicar()
    const { text, card } = await chat.ask(ST, "/sesion erratas SO-21 5")
    expect(text).toContain("aún no se publica")
    expect(card.actions[0]?.id).toBe("sesion.resumen-editar:SO-21")
  })

  it("is only for the Secretaría Técnica, and only with a button of ours", async () => {
    const draft = await preparar()
    const button = draft.card.actions[0]?.id ?? ""
    for (const user of ["presidencia", "enlace-sre", "sin-vincular"]) await chat.press(user, button)
    for (const arg of ["SO-21", "SO-21@", "SO-21@2r9", "SO-21@1r1", "SO-99@2r1", "x"])
      await chat.press(ST, `sesion.erratas-confirmar:${arg}`)
    expect(await erratas()).toEqual([])
  })
})
