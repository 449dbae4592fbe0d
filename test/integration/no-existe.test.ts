import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Audience, alcanceDe } from "../../src/commands/definition/audience.ts"
import { optionsOf } from "../../src/commands/definition/options.ts"
import { typedForm } from "../../src/commands/parser/action.ts"
import { PAPELES, PROPIO } from "../../src/commands/permisos/papeles.ts"
import { allCommands } from "../../src/commands/registry.ts"
import type { DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { valoresDe } from "../support/permisos/celdas.ts"

/**
 * What is internal does not exist for whoever does not conduct the body: everything they ask is answered the same, byte
 * by byte, before it was recorded and after. The institution that owes what was agreed is another one than the asker's.
 */
const RESERVADA = {
  sesion: "SO-27",
  acuerdo: "CI/SO-21/90/2024",
  compromiso: "CI/SO-21/90/2024/STPS",
} as const
const SIN_CONDUCIR = {
  "sin-vincular": "sin_vincular",
  "participante-cndh": "participante",
  "titular-sre": "titular",
} as const

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

describe("what is internal", () => {
  it("changes no answer to whoever may not see it, named or not", async () => {
    const antes = await todoLoDichoA(SIN_CONDUCIR)
    const conducen = { "secretaria-tecnica": "secretaria_tecnica" }
    const aLaSecretaria = await todoLoDichoA(conducen)
    await chat.amend(conLoReservado)
    const despues = await todoLoDichoA(SIN_CONDUCIR)
    expect([...despues].filter(([pregunta, dicho]) => dicho !== antes.get(pregunta))).toEqual([])
    // It is there: whoever conducts the body is answered otherwise.
    expect(await todoLoDichoA(conducen)).not.toEqual(aLaSecretaria)
    expect(antes.size).toBeGreaterThan(80)
  })
})

/** By what was asked: the answer, with its buttons, and what is offered while it is typed. */
async function todoLoDichoA(quienes: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const dicho = new Map<string, string>()
  for (const [user, papel] of Object.entries(quienes))
    for (const command of allCommands.filter(({ audience, hidden }) => !hidden && alcanza(papel, audience))) {
      const { name, subcommand, acts, form } = command
      // Without a name, what only acts would do it.
      const sola = acts === false || form ? [`/${name} ${subcommand}`] : []
      const nombrada = typedForm(command, nombrando(command))
      for (const typed of new Set([...sola, nombrada]))
        dicho.set(`${user}: ${typed}`, sinAzar(await chat.open(user, typed)))
      const offering = optionsOf(command).filter(({ completes }) => completes !== null)
      for (const { name: option } of offering) {
        const offered = await chat.router.complete({
          actor: { adapter: "consola", workspace: "demo", user },
          place: { adapter: "consola", workspace: "demo", channel: "directo" },
          name,
          subcommand,
          option,
          typed: "",
        })
        dicho.set(`${user}: ${name} ${subcommand} ${option}…`, JSON.stringify(offered))
      }
    }
  return dicho
}

const alcanza = (papel: string, audience: Audience): boolean => {
  const actor = PAPELES.find(({ clave }) => clave === papel)?.actor ?? { kind: "sin_vincular" }
  return alcanceDe({ audience }, actor, PROPIO.id) !== "nada"
}

function nombrando(command: (typeof allCommands)[number]): Readonly<Record<string, string>> {
  const given = valoresDe(command, false)
  return Object.fromEntries(
    Object.entries(given).map(([option, value]) => [
      option,
      value
        .replace("CI/SO-99/09/2099/SRE", RESERVADA.compromiso)
        .replace("CI/SO-99/09/2099", RESERVADA.acuerdo)
        .replace("SO-99", RESERVADA.sesion),
    ]),
  )
}

/** What is kept for an answer goes by an id made at random. */
const sinAzar = (answer: InboundAnswer): string =>
  JSON.stringify(answer).replace(/plenaria\.(responder|corregir):[\w-]{22}/gu, "plenaria.$1:…")

function conLoReservado(documento: DocumentoImportacion): DocumentoImportacion {
  const convocada = documento.sesiones.find(({ clave }) => clave === "SO-22")
  const clausurada = documento.sesiones.find(({ clave }) => clave === "SO-21")
  const modelo = clausurada?.acuerdos.find(({ compromisos }) => compromisos.length > 0)
  const compromiso = modelo?.compromisos[0]
  if (!convocada || !clausurada || !modelo || !compromiso)
    throw new Error("the demonstration has none to copy")
  const texto = "Asunto reservado del órgano."
  const acuerdo = {
    ...modelo,
    clave: RESERVADA.acuerdo,
    numero: 90,
    texto,
    difusion: "interna" as const,
    compromisos: [{ ...compromiso, clave: RESERVADA.compromiso, institucion: "STPS", texto, avances: [] }],
  }
  const sesion = {
    ...convocada,
    clave: RESERVADA.sesion,
    numero: 27,
    etiqueta: "Vigésima Séptima Sesión Ordinaria",
    fecha: "2024-06-13",
    difusion: "interna" as const,
  }
  return {
    ...documento,
    sesiones: [
      ...documento.sesiones.map((una) =>
        una === clausurada ? { ...una, acuerdos: [...una.acuerdos, acuerdo] } : una,
      ),
      sesion,
    ],
  }
}
