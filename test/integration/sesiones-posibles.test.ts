import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { EstadoSesion } from "../../src/domain/tipos/sesion.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-sre"

/** A session in each state, besides the demonstration's: SO-21 closed, SO-22 called. */
const EN_ESTADO: readonly (readonly [string, EstadoSesion])[] = [
  ["SO-23", "programada"],
  ["SO-24", "diferida"],
  ["SO-25", "cancelada"],
  ["SO-26", "sin_quorum"],
  ["SO-27", "instalada"],
  ["SO-28", "receso"],
]

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
  for (const [clave, estado] of EN_ESTADO) {
    const numero = clave.slice(3)
    await chat.submit(ST, "sesion.crear", { tipo: "ordinaria", numero, fecha: `2024-08-${numero}` })
    const sesion = (await chat.sesiones()).find((una) => una.clave === clave)
    if (sesion) await chat.writer.update(sesion.id, sesion.revision, { estado })
  }
})
afterAll(() => chat.close())

const TODAS = ["SO-21", "SO-22", ...EN_ESTADO.map(([clave]) => clave)]

/** What each order that acts on a session can be done to; `…`: where the session goes. Those of `ENLACE` are its own. */
const TABLA: readonly (readonly [typed: string, ofrece: readonly string[], user?: string])[] = [
  ["sesion editar …", ["SO-23", "SO-24"]],
  ["sesion convocar …", ["SO-23", "SO-24"]],
  ["sesion rectificar …", ["SO-22"]],
  ["sesion diferir …", ["SO-22", "SO-23"]],
  ["sesion cancelar …", ["SO-22", "SO-23", "SO-24"]],
  ["sesion segunda …", ["SO-26"]],
  ["sesion instalar …", ["SO-22"]],
  ["sesion sin-quorum …", ["SO-22", "SO-27", "SO-28"]],
  ["sesion receso …", ["SO-27"]],
  ["sesion reanudar …", ["SO-28"]],
  ["sesion clausurar …", ["SO-27", "SO-28"]],
  // Nothing was done to them that the log could give back.
  ["sesion deshacer …", []],
  ["sesion punto-agregar …", ["SO-22", "SO-23", "SO-24"]],
  ["sesion punto-retirar …", ["SO-22", "SO-23", "SO-24", "SO-27"]],
  ["sesion punto-incluir … 1", ["SO-22", "SO-23", "SO-24"]],
  ["sesion punto-diferir 1 sesion:…", ["SO-27"]],
  ["sesion punto-discutir 1 sesion:…", ["SO-27"]],
  ["sesion pase-llegada SRE sesion:…", ["SO-22", "SO-27", "SO-28"]],
  ["sesion pase-corregir SRE sesion:…", ["SO-21", "SO-27", "SO-28"]],
  ["sesion horas-corregir …", ["SO-21"]],
  ["sesion publicar …", ["SO-21"]],
  ["sesion resumen-editar …", ["SO-21"]],
  ["acuerdo registrar …", ["SO-21", "SO-27", "SO-28"]],
  ["acuerdo votacion-abrir sesion:…", ["SO-27"]],
  ["sesion proponer …", ["SO-22", "SO-23", "SO-24"], ENLACE],
  ["sesion suplente …", ["SO-22"], ENLACE],
  ["sesion acuse …", ["SO-22"], ENLACE],
  ["sesion asistencia titular …", ["SO-22"], ENLACE],
]

const ORDENES = TABLA.map(([typed, ofrece, user = ST]) => ({ typed, ofrece, user }))

const conSesion = (typed: string, clave: string) => `/${typed.replace("…", clave)}`
const noExiste = (typed: string) => conSesion(typed, "SO-99")

describe("an order that can be done to some sessions", () => {
  it.each(ORDENES)("/$typed offers only these of them: $ofrece", async ({ typed, ofrece, user }) => {
    const answer = await chat.open(user, noExiste(typed))
    if (answer.kind !== "reply") throw new Error("a form was opened on no session")
    const labels = answer.card.actions.flatMap(
      ({ label }) => /(?:Continuar con|Ver) (SO-\d+)/u.exec(label)?.[1] ?? [],
    )
    expect(ofrece).toEqual(expect.arrayContaining(labels))
    expect(labels.length > 0).toBe(ofrece.length > 0)
  })

  it.each(ORDENES)(
    "/$typed is refused on the others before anything is asked",
    async ({ typed, ofrece, user }) => {
      for (const clave of TODAS.filter((una) => !ofrece.includes(una))) {
        const answer = await chat.open(user, conSesion(typed, clave))
        expect(answer.kind === "reply" ? answer.card.tone : `form for ${clave}`, clave).toMatch(
          /^(error|atencion)$/,
        )
      }
    },
  )

  it("is asked of which one where the usual one does not admit it, and says so", async () => {
    const { card, text } = await chat.ask(ST, "/sesion segunda")
    expect(card.actions[0]?.label).toBe("Continuar con SO-26")
    expect(text).toContain("¿De qué sesión?")
    const pospuesta = await chat.ask(ST, "/sesion convocar")
    expect(pospuesta.text).toMatch(/La sesión SO-2\d no lo admite ahora\. Elija la sesión/)
    expect(pospuesta.card.actions.map(({ label }) => label)).toContain("Ver SO-23")
  })
})

describe("a form that nobody could send", () => {
  it("is not opened for a proposal after the term, nor for one of nobody", async () => {
    await chat.ask(ST, "/sesion editar SO-23 fecha:2024-06-13 hora:09:00")
    const tarde = JSON.stringify(await chat.open(ENLACE, "/sesion proponer SO-23"))
    expect(tarde).toContain("El plazo para proponer puntos terminó")
  })

  it("is not opened for a document of an institution that proposed no item, and says what to do", async () => {
    const abierta = await chat.ask(ENLACE, "/sesion documento-agregar SO-22")
    expect(abierta.text).toContain("la suya no propuso ninguno para SO-22")
    expect(abierta.text).toContain("Proponga antes un punto")
    expect(abierta.card.actions[0]?.id).toBe("sesion.proponer:SO-22")
    await chat.submit(ENLACE, "sesion.proponer:SO-22", { titulo: "Protocolo de atención" })
    const propuesto = await chat.open(ENLACE, "/sesion documento-agregar SO-22")
    expect(JSON.stringify(propuesto)).toMatch(/a los puntos que propuso\. Es el número \d/)
  })
})

it("a refusal in the session says what has to be done before", async () => {
  const { text } = await chat.ask(ST, "/acuerdo votacion-abrir sesion:SO-21")
  expect(text).toContain("/sesion deshacer SO-21")
})
