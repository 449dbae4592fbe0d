import { randomUUID } from "node:crypto"
import type { Conexiones } from "../../src/app/canal/recepcion.ts"
import type { Card } from "../../src/cards/card.ts"
import { cardOfAnswer } from "../../src/cards/form.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { Command } from "../../src/commands/definition/definition.ts"
import { allCommands } from "../../src/commands/registry.ts"
import type { Limits } from "../../src/commands/router/admision/buckets.ts"
import { createRouter } from "../../src/commands/router.ts"
import type { Database } from "../../src/db/open.ts"
import type { DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import type { Compromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Sesion } from "../../src/domain/tipos/sesion.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import { libros } from "../../src/hojas/libros.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { DireccionPublica } from "../../src/ports/direccion-publica.ts"
import type { Evento } from "../../src/ports/repositories/bitacora.ts"
import type { Delivery } from "../../src/ports/repositories/deliveries.ts"
import type { SesionWriter } from "../../src/ports/repositories/sesion.ts"
import type { UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"
import { createPreparedDatabase } from "./database.ts"
import { createDemoDatabase, demoAt } from "./demo-database.ts"
import { PLATAFORMAS } from "./plataformas.ts"
import { silentLog } from "./silent-log.ts"

/** A Tuesday with the demonstration's relative dates around it. */
export const NOW = "2024-06-11T16:00:00.000Z"

/** Someone to ask, and what the data hold afterwards. */
export interface Charla {
  readonly router: InboundHandler
  readonly data: UnitOfWork
  /** What a person types, in a channel of the console or directly. */
  ask(user: string, typed: string, channel?: string): Promise<{ readonly card: Card; readonly text: string }>
  press(
    user: string,
    actionId: string,
  ): Promise<{ readonly card: Card; readonly text: string; readonly replaces: boolean }>
  /** What a button gives, with the form itself where one is asked for. */
  opens(user: string, actionId: string): Promise<InboundAnswer>
  /** The same, with the form itself where one is asked for. */
  open(user: string, typed: string, channel?: string): Promise<InboundAnswer>
  /** What the data hold, newest first. */
  sesiones(): Promise<readonly Sesion[]>
  eventos(objeto: string): Promise<readonly Evento[]>
  deliveries(): Promise<readonly Delivery[]>
  /** What goes to a channel, as it is read there. */
  told(channel: string): Promise<readonly string[]>
  compromiso(clave: string): Promise<Compromiso>
  readonly writer: SesionWriter
  /** Another import corrects the record. */
  amend(change: (documento: DocumentoImportacion) => DocumentoImportacion): Promise<void>
  /** The answers to a form: a card, or the form again. */
  submit(user: string, formId: string, values: Readonly<Record<string, string>>): Promise<InboundAnswer>
  /** From now on it is then. */
  movesTo(instante: Instante): void
}

export interface Conversacion extends Charla {
  /** For what nobody does in chat. */
  readonly databaseUrl: string
  close(): Promise<void>
}

/** The demonstration's data on a real database, and someone to ask. */
export async function startConversacion(
  start = NOW,
  commands: readonly Command[] = allCommands,
  direccion?: DireccionPublica,
): Promise<Conversacion> {
  const database = await createDemoDatabase(start)
  return {
    ...charlaOn(database.database, start, commands, direccion),
    databaseUrl: database.url,
    close: () => database.close(),
  }
}

/**
 * The same after some steps, which are taken once in a run and copied for each test: so the same words must always mean
 * the same steps.
 */
export async function startConversacionTras(
  pasos: string,
  dar: (chat: Charla) => Promise<unknown>,
): Promise<Conversacion> {
  const database = await createPreparedDatabase({
    contents: `${pasos}, at ${NOW}`,
    upon: demoAt(NOW),
    prepare: (fresh) => dar(charlaOn(fresh, NOW)),
  })
  return {
    ...charlaOn(database.database, NOW),
    databaseUrl: database.url,
    close: () => database.close(),
  }
}

/** On a database that is open already. */
export function charlaOn(
  database: Database,
  start: Instante,
  commands: readonly Command[] = allCommands,
  direccion?: DireccionPublica,
  limits: Partial<Limits> = {},
  conexiones?: Conexiones,
): Charla {
  let now = start
  const router = createRouter({
    libros,
    imagenes,
    data: database.unitOfWork,
    clock: { now: () => now },
    log: silentLog,
    commands,
    plataformas: PLATAFORMAS,
    // A test asks more in a second than a person in a day; those about limits say others.
    limits: { factor: 10_000, ...limits },
    ...(direccion ? { direccion } : {}),
    ...(conexiones ? { conexiones } : {}),
  })
  const from = (user: string, channel: string) => ({
    eventId: randomUUID(),
    actor: { adapter: "consola", workspace: "demo", user } as const,
    place: { adapter: "consola", workspace: "demo", channel } as const,
    receivedAt: now,
  })
  const data = database.unitOfWork
  const { read } = data
  const deliveries = () => read.deliveries.list({ limit: 1_000 })
  function open(user: string, typed: string, channel = "directo") {
    const [name = "", ...rest] = typed.split(" ")
    const text = rest.join(" ")
    return router.command({ ...from(user, channel), name, rawOptions: { kind: "text", text } })
  }
  return {
    router,
    data,
    open,
    writer: read.sesionesWriter,
    async amend(change) {
      await database.importacion.apply(change(await database.importacion.export()), now)
    },
    ask: async (user, typed, channel) => shown(await open(user, typed, channel)),
    async sesiones() {
      const [organo] = (await read.organos.all()).filter(({ padreId }) => padreId === null)
      return read.sesiones.list(organo?.id ?? "")
    },
    eventos: (objeto) => read.eventos.byObjeto(objeto),
    deliveries,
    told: async (channel) =>
      (await deliveries())
        .filter(({ to }) => to.channel === channel)
        .map(({ card }) => renderPlainText(card)),
    async compromiso(clave) {
      const rows = await data.fresh.compromisos.list({})
      const row = rows.find(({ compromiso }) => compromiso.clave === clave)
      if (row === undefined) throw new Error(`there is no ${clave}`)
      return row.compromiso
    },
    opens: (user, actionId) => router.action({ ...from(user, "directo"), actionId }),
    async press(user, actionId) {
      return shown(await router.action({ ...from(user, "directo"), actionId }))
    },
    submit: (user, formId, values) => router.submit({ ...from(user, "directo"), formId, values }),
    movesTo(instante) {
      now = instante
    },
  }
}

function shown(answer: InboundAnswer) {
  const card = cardOfAnswer(answer)
  if (card === null) throw new Error("expected an answer, got none")
  return { card, text: renderPlainText(card), replaces: answer.kind === "reply" && answer.replaces }
}
