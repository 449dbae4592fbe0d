import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { render as renderDiscord } from "../../adapters/discord/render.ts"
import { render as renderSlack } from "../../adapters/slack/render.ts"
import { tarjetaEnCurso } from "../../src/app/desahogo/en-curso-revision.ts"
import { actualizarMensajes } from "../../src/app/entrega/actualizar-mensajes.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import { eventually } from "../support/eventually.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { PUNTOS, type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

let chat: SesionInstalada
beforeEach(async () => {
  chat = await startSesionInstalada()
})
afterEach(() => chat.close())

const puntos = async () => chat.data.read.sesiones.puntos((await chat.sesion()).id)
const estados = async () => (await puntos()).map(({ estado }) => estado)
const labels = async (user = ST) =>
  (await chat.ask(user, "/sesion en curso")).card.actions.map(({ label }) => label)

describe("the items of a session that is being held", () => {
  it("are discussed and dealt with by buttons, one after another", async () => {
    expect(await labels()).toContain("Discutir el 1")
    const { text, replaces } = await chat.press(ST, `sesion.punto-discutir:1@${await chat.marca()}`)
    expect(replaces).toBe(true)
    expect(text).toContain(`En discusión: 1. ${PUNTOS[0]}`)
    expect(await labels()).toEqual(
      expect.arrayContaining(["Dar por desahogado el 1", "Diferir el 1…", "Discutir el 2"]),
    )
    expect((await chat.press(ST, `sesion.punto-desahogar:1@${await chat.marca()}`)).text).toContain(
      `Se desahogó «${PUNTOS[0]}»`,
    )
    expect(await estados()).toEqual(["desahogado", "incluido", "incluido"])
    expect(await chat.sesion()).toMatchObject({ puntoEnCursoId: null })
  })

  it("keep the outcome that was written, and a second word does not take it away", async () => {
    await chat.press(ST, `sesion.punto-discutir:1@${await chat.marca()}`)
    const form = await chat.open(ST, "/sesion en curso")
    expect(form.kind).toBe("reply")
    const texto = "Se aprueba el Programa  Anual de Trabajo."
    await chat.submit(ST, `sesion.punto-resultado:1@${await chat.marca()}`, {
      tipo: "aprobacion",
      resultado: texto,
    })
    await chat.ask(ST, "/sesion desahogar 1")
    expect((await puntos())[0]).toMatchObject({
      estado: "desahogado",
      resultado: { tipo: "aprobacion", texto },
    })
  })

  it("are deferred and withdrawn with a reason, also typed", async () => {
    await chat.press(ST, `sesion.punto-discutir:2@${await chat.marca()}`)
    const deferred = await chat.submit(ST, `sesion.punto-diferir:2@${await chat.marca()}`, {
      motivo: "Falta el dictamen jurídico",
    })
    expect(deferred.kind).toBe("reply")
    const withdrawn = await chat.ask(ST, "/sesion punto retirar SO-23 3 Ya no hay materia")
    expect(withdrawn.text).toContain(`Se retiró «${PUNTOS[2]}»`)
    expect(await estados()).toEqual(["incluido", "diferido", "retirado"])
    expect((await puntos()).map(({ motivo }) => motivo)).toEqual([
      null,
      "Falta el dictamen jurídico",
      "Ya no hay materia",
    ])
    expect(await chat.tiposDeEvento()).toEqual(
      expect.arrayContaining(["punto.en_discusion", "punto.diferido", "punto.retirado"]),
    )
  })

  it("mean the one under discussion when no number is typed, and say when there is none", async () => {
    expect((await chat.ask(ST, "/sesion desahogar")).text).toContain("No hay ningún punto en discusión")
    await chat.ask(ST, "/sesion discutir 3")
    await chat.ask(ST, "/sesion desahogar")
    expect(await estados()).toEqual(["incluido", "incluido", "desahogado"])
    expect((await chat.ask(ST, "/sesion discutir 9")).text).toContain("El punto 9 no existe")
    expect((await chat.ask(ST, "/sesion discutir mañana")).text).toContain("no es el lugar de un punto")
  })

  it("cannot be discussed again once something happened to them", async () => {
    await chat.ask(ST, "/sesion desahogar 1")
    const { text } = await chat.ask(ST, "/sesion discutir 1")
    expect(text).toContain("ya se desahogó. No se registró nada")
  })

  it("take one of two who act at once; the other one is told", async () => {
    const marca = await chat.marca()
    const both = await Promise.all([1, 2].map((n) => chat.press(ST, `sesion.punto-discutir:${n}@${marca}`)))
    const told = both.filter(({ text }) => text.includes("otra persona acaba de actuar"))
    expect(told).toHaveLength(1)
    expect((await chat.tiposDeEvento()).filter((tipo) => tipo === "punto.en_discusion")).toHaveLength(1)
  })

  it("refuse an old button after the session moved on", async () => {
    const old = await chat.marca()
    await chat.ask(ST, "/sesion discutir 1")
    expect((await chat.press(ST, `sesion.punto-desahogar:1@${old}`)).text).toContain("No se registró nada")
    expect(await estados()).toEqual(["incluido", "incluido", "incluido"])
  })

  it("are only for the Secretaría Técnica", async () => {
    for (const action of ["punto-discutir:1", "punto-desahogar:1", "receso:SO-23", "reanudar:SO-23"]) {
      const { card } = await chat.press("enlace-sre", `sesion.${action}`)
      expect(card.title, action).toBe("No tiene permiso para este comando")
    }
    expect(await labels("enlace-sre")).toEqual(["Ver el orden del día"])
  })
})

describe("a recess", () => {
  it("stops the items until the session goes on", async () => {
    expect((await chat.press(ST, `sesion.receso:${await chat.marca()}`)).text).toContain("en receso")
    expect(await chat.sesion()).toMatchObject({ estado: "receso" })
    expect((await chat.ask(ST, "/sesion discutir 1")).text).toContain("No es posible desahogar puntos")
    expect(await labels()).toContain("Reanudar la sesión")
    await chat.press(ST, `sesion.reanudar:${await chat.marca()}`)
    expect(await chat.sesion()).toMatchObject({ estado: "instalada" })
    expect(await chat.tiposDeEvento()).toEqual(expect.arrayContaining(["sesion.receso", "sesion.reanudada"]))
  })

  it("is not declared twice", async () => {
    await chat.ask(ST, "/sesion receso")
    expect((await chat.ask(ST, "/sesion receso")).text).toContain("No es posible declarar un receso")
  })
})

describe("the card of the session in the members' channels", () => {
  let clock: TestClock
  let platform: FakeChat
  beforeEach(() => {
    clock = new TestClock("2024-07-31", "10:00")
    platform = new FakeChat(clock, { id: "consola", editing: true })
  })
  const deps = () => ({
    data: chat.data,
    clock,
    adapters: new Map([["consola" as const, platform]]),
    log: memoryLog(),
    random: () => 1,
  })
  /** Sends and edits until the card says it: what other connections of the server hold back comes a moment later. */
  const says = (fragment: string) =>
    eventually(
      async () => {
        clock.pass(1_000)
        await actualizarMensajes(deps())
        await dispatchDeliveries(deps(), { limit: 100, leaseMs: 60_000 })
        return reads() ?? ""
      },
      (text) => text.includes(fragment),
    )
  const posted = () => platform.posted.filter(({ text }) => /Sesión (?:en curso|clausurada)/u.test(text))
  const reads = () => platform.texts().find((text) => /Sesión (?:en curso|clausurada)/u.test(text))

  it("is posted once when it is installed, and changed in its place at each act", async () => {
    const [card] = (await chat.deliveries()).filter(({ modelo }) => modelo?.tipo === "en_curso")
    expect(card).toMatchObject({ to: { channel: "integrantes" } })
    await says("En discusión: ninguno de los puntos que aquí se muestran")
    await chat.ask(ST, "/sesion discutir 1")
    await says(`En discusión: 1. ${PUNTOS[0]}`)
    await chat.ask(ST, "/sesion desahogar")
    await chat.ask(ST, "/sesion punto diferir 2 Falta el dictamen")
    await chat.ask(ST, "/sesion receso")
    await says("La sesión está en receso")
    expect(reads()).toContain(`2. ${PUNTOS[1]} (Falta el dictamen)`)
    expect(reads()).not.toContain("Qué cambió")
    expect(posted()).toHaveLength(1)
    expect(
      (await chat.deliveries()).filter(
        ({ modelo, editsId }) => modelo?.tipo === "en_curso" && editsId === null,
      ),
    ).toHaveLength(1)
  })

  it("says that an installation was taken back, and goes on in its place with the one that follows", async () => {
    await says("En discusión: ninguno de los puntos que aquí se muestran")
    const motivo = "Se oprimió el botón por error."
    await chat.submit(ST, `sesion.deshacer:${await chat.marca()}`, { motivo })
    const sinEfecto = () => platform.texts().filter((text) => text.includes("Instalación sin efecto"))
    await eventually(
      async () => {
        clock.pass(1_000)
        await actualizarMensajes(deps())
        await dispatchDeliveries(deps(), { limit: 100, leaseMs: 60_000 })
        return sinEfecto()
      },
      (found) => found.length === 1,
    )
    expect(reads()).toBeUndefined()
    await chat.press(ST, "sesion.instalar:SO-23")
    await says("En discusión: ninguno de los puntos que aquí se muestran")
    expect(sinEfecto()).toEqual([])
    expect(posted()).toHaveLength(1)
  })

  it("names no internal item, not even while it is discussed", async () => {
    await chat.close()
    chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
    const { id } = await chat.sesion()
    const [first] = await chat.data.read.sesiones.puntos(id)
    await chat.writer.updatePunto(first?.id ?? "", { difusion: "interna" })
    await chat.press(ST, "sesion.instalar:SO-23")
    await chat.ask(ST, "/sesion discutir 1")
    await says("En discusión: ninguno de los puntos que aquí se muestran")
    const [sent] = (await chat.deliveries()).filter(({ modelo }) => modelo?.tipo === "en_curso")
    expect(JSON.stringify(sent?.card)).not.toContain(PUNTOS[0])
    expect(JSON.stringify(sent?.card), "no gap tells of it").toContain(`1. ${PUNTOS[1]}`)
    expect(JSON.stringify(sent?.card)).not.toContain("3. ")
    expect((await chat.ask("enlace-sre", "/sesion en curso")).text).not.toContain(PUNTOS[0])
  })

  it("tells nobody that no vote is open while one on something internal is, nor that a channel is missing", async () => {
    await chat.close()
    chat = await startSesionInstalada()
    const [first] = await chat.data.read.sesiones.puntos((await chat.sesion()).id)
    await chat.writer.updatePunto(first?.id ?? "", { difusion: "interna" })
    await chat.submit(ST, "acuerdo.votacion-abrir", { texto: "Asunto reservado", punto: "1" })
    const { text } = await chat.ask("titular-sre", "/acuerdo votar a favor")
    expect(text).toContain("No hay una votación abierta que pueda consultar")
    expect(text).toContain("ella registra el voto")
    expect(text).not.toContain("reservado")
    await chat.ask(ST, "/acuerdo votar a favor institucion:SRE")
    const corregido = await chat.submit(ST, "acuerdo.voto-corregir", {
      institucion: "SRE",
      sentido: "en_contra",
      motivo: "Se transcribió mal lo que dijo.",
    })
    expect(JSON.stringify(corregido)).toContain("es de un asunto interno, que no se trata en los canales")
    expect(JSON.stringify(corregido)).not.toContain("canal activo")
  })

  it("follows the agreements by their clave, and says what they are once the session closes", async () => {
    const escrito = { texto: "Se aprueba la campaña.", tipo: "informativo" }
    const answer = await chat.submit(ST, "acuerdo.registrar:SO-23", escrito)
    if (answer.kind !== "reply") throw new Error("expected a card")
    await says("En discusión: ninguno de los puntos que aquí se muestran")
    expect(reads()).not.toContain("Acuerdos registrados")
    await chat.press(ST, answer.card.actions[0]?.id ?? "")
    await says("CI/SO-23/01/2024")
    expect(reads()).not.toContain("Se aprueba la campaña")
    const { id, revision } = await chat.sesion()
    await chat.writer.update(id, revision, { estado: "clausurada" })
    await chat.ask(ST, "/sesion discutir 1")
    await chat.data.read.eventos.append({
      tipo: "sesion.clausurada",
      objeto: `sesion:${id}`,
      organoId: null,
      personaId: null,
      plataforma: "sistema",
      antes: null,
      despues: null,
      instante: clock.now(),
    })
    await says("La sesión está clausurada")
    expect(reads()).toContain("Se aprueba la campaña")
    expect(posted()).toHaveLength(1)
  })

  it("stays one message on every platform, with many items and long ones", async () => {
    const { id } = await chat.sesion()
    const [first] = await chat.data.read.sesiones.puntos(id)
    if (first === undefined) throw new Error("no item")
    for (let i = 0; i < 40; i += 1) {
      const { id: _, orden: __, ...rest } = first
      await chat.writer.addPunto({ ...rest, titulo: `${i} ${"Asunto de nombre muy largo ".repeat(12)}` })
    }
    const organo = (await chat.data.read.organos.all())[0]
    if (organo === undefined) throw new Error("no body")
    const sesion = await chat.sesion()
    const card = await tarjetaEnCurso(chat.data.read, organo, sesion)
    expect(renderSlack(card).parts).toHaveLength(1)
    expect(renderDiscord(card).parts).toHaveLength(1)
  })
})
