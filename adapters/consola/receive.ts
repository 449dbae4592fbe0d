import type { EventEmitter } from "node:events"
import { fileURLToPath } from "node:url"
import express, { type NextFunction, type Request, type Response } from "express"
import { z } from "zod"
import { ordenDe } from "../../src/domain/lenguaje/orden-escrita.ts"
import { fechaEnZona, horaEnZona } from "../../src/domain/tiempo/tiempo.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { HttpHandler } from "../../src/ports/adapter-module.ts"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { CommandDescription } from "../../src/ports/command-description.ts"
import type { ConsoleDemo, ConsoleMessage } from "../../src/ports/console-demo.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { fechaYHora } from "../../src/texts/fechas.ts"
import type { Entrance } from "./entrance.ts"
import { renderForm } from "./form.ts"
import { isApi, onlyThisMachine, secureHeaders } from "./guard.ts"
import { DIRECT, placeOf, userOf } from "./identity.ts"
import { BODY_BYTES } from "./limits.ts"
import type { ClockView, PageAnswer, PageMessage, PageState } from "./page-data.ts"
import { render } from "./render.ts"
import { createStream } from "./stream.ts"

const PAGE = fileURLToPath(new URL("./page/", import.meta.url))
const HISTORY = 500

interface PageDeps {
  readonly clock: Clock
  readonly log: Logger
  readonly commands: readonly CommandDescription[]
  readonly demo: ConsoleDemo
  readonly news: EventEmitter
  readonly entrance: Entrance
}

const who = { como: z.string().min(1).max(100), canal: z.string().max(100).nullable() }
const evento = z.uuid()
const ordenSchema = z.strictObject({ ...who, evento, texto: z.string().max(20_000) })
const accionSchema = z.strictObject({ ...who, evento, accion: z.string().min(1).max(200) })
const formularioSchema = z.strictObject({
  ...who,
  evento,
  formulario: z.string().min(1).max(200),
  valores: z.record(z.string().max(60), z.string().max(40_000)),
})
const completarSchema = z.strictObject({
  ...who,
  orden: z.string().max(40),
  suborden: z.string().max(60),
  opcion: z.string().max(60),
  texto: z.string().max(200),
})
const relojSchema = z.strictObject({ avance: z.enum(["dia", "dia_habil", "hora"]) })

/** The page, its data and its orders, on the process's own HTTP server. */
export function createPage({ clock, log, commands, demo, news, entrance }: PageDeps) {
  let inbound: InboundHandler | null = null
  const underWay = new Set<Promise<unknown>>()
  const clockNews = () => ({ event: "reloj", data: clockView() })
  const stream = createStream(
    news,
    async (after) => {
      const messages = await demo.messages(null, after, HISTORY)
      if (messages.length > 0) await demo.leida()
      return messages.map(view)
    },
    clockNews,
  )

  const app = express().disable("x-powered-by")
  app.use(onlyThisMachine, secureHeaders, entrance.guard)
  app.use(express.static(PAGE, { index: "index.html", cacheControl: false }))
  app.use("/api", express.json({ limit: BODY_BYTES, strict: true }))

  app.get("/api/estado", async (_request, response) => {
    const [personas, canales] = await Promise.all([demo.people(), demo.channels()])
    const state: PageState = { personas, canales, ordenes: commands, reloj: clockView() }
    response.json(state)
  })
  app.get("/api/novedades", (request, response) => stream.connect(request, response))

  app.post("/api/orden", (request, response) =>
    answer(request, response, ordenSchema, async (handler, { como, canal, evento: eventId, texto }) => {
      const { name, text, llano } = ordenDe(texto)
      return answerView(
        await handler.command({
          eventId,
          ...origin(como, canal),
          name,
          rawOptions: { kind: "text", text },
          receivedAt: clock.now(),
          ...llano,
        }),
      )
    }),
  )
  app.post("/api/accion", (request, response) =>
    answer(request, response, accionSchema, async (handler, { como, canal, evento: eventId, accion }) =>
      answerView(
        await handler.action({ eventId, ...origin(como, canal), actionId: accion, receivedAt: clock.now() }),
      ),
    ),
  )
  app.post("/api/formulario", (request, response) =>
    answer(request, response, formularioSchema, async (handler, body) =>
      answerView(
        await handler.submit({
          eventId: body.evento,
          ...origin(body.como, body.canal),
          formId: body.formulario,
          values: body.valores,
          receivedAt: clock.now(),
        }),
      ),
    ),
  )
  app.post("/api/completar", (request, response) =>
    answer(request, response, completarSchema, (handler, { como, canal, orden, suborden, opcion, texto }) =>
      handler.complete({
        ...origin(como, canal),
        name: orden,
        subcommand: suborden,
        option: opcion,
        typed: texto,
      }),
    ),
  )
  app.post("/api/reloj", (request, response) =>
    answer(request, response, relojSchema, async (_handler, { avance }) => {
      if ((await demo.advance(avance)) === null)
        throw Object.assign(new Error("the clock stands"), { status: 409 })
      stream.announce(clockNews())
      return clockView()
    }),
  )
  app.use("/api", (_request, response) => {
    response.status(404).json({ error: "Esa dirección no existe en la consola." })
  })
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (!isApi(request.path)) return next(error)
    const status = statusOf(error)
    if (status >= 500) log.error({ error, path: request.path }, "The console failed to answer.")
    response.status(status).json({ error: ERRORS[status] ?? ERRORS[500] })
  })

  function origin(como: string, canal: string | null) {
    const channel = canal ?? `${DIRECT}:${como}`
    return { actor: userOf(demo.workspace, como), place: placeOf(demo.workspace, channel) }
  }

  async function answer<Schema extends z.ZodType>(
    request: Request,
    response: Response,
    schema: Schema,
    work: (handler: InboundHandler, body: z.infer<Schema>) => Promise<unknown>,
  ): Promise<void> {
    const body = schema.safeParse(request.body)
    if (!body.success) {
      const tooLong = body.error.issues.some(
        ({ code, path }) => code === "too_big" && ["texto", "valores"].includes(String(path[0])),
      )
      const status = tooLong ? 413 : 400
      return void response.status(status).json({ error: ERRORS[status] })
    }
    if (!inbound) return void response.status(503).json({ error: ERRORS[503] })
    const working = work(inbound, body.data)
    underWay.add(working)
    try {
      response.json(await working)
    } finally {
      underWay.delete(working)
    }
  }

  /** An answer longer than a message comes as several cards. */
  function answerView(inboundAnswer: InboundAnswer): PageAnswer {
    return {
      tarjetas: inboundAnswer.kind === "reply" ? render(inboundAnswer.card).parts : [],
      formulario: inboundAnswer.kind === "form" ? renderForm(inboundAnswer.form) : null,
      reemplaza: inboundAnswer.kind === "reply" && inboundAnswer.replaces,
      hora: officialTime(clock.now()),
    }
  }

  function clockView(): ClockView {
    return { texto: officialTime(clock.now()), movido: demo.clockMoved(), movible: demo.clockMovable }
  }

  return {
    handler: app as HttpHandler,
    open(handler: InboundHandler) {
      inbound = handler
    },
    async close() {
      inbound = null
      stream.close()
      await Promise.allSettled(underWay)
    },
  }
}

const ZONE = "America/Mexico_City"
const officialTime = (instant: Instante) =>
  fechaYHora(fechaEnZona(instant, ZONE), horaEnZona(instant, ZONE), ZONE)

/** A message as the page gets it. */
const view = ({ id, revision, channel, card, sentAt, editedAt, pinnedAt }: ConsoleMessage): PageMessage => ({
  id,
  revision,
  canal: channel,
  tarjeta: card,
  hora: officialTime(sentAt),
  actualizado: editedAt !== null,
  fijado: pinnedAt !== null,
})

const ERRORS: Readonly<Record<number, string>> = {
  400: "La consola no entendió la solicitud. Recargue la página y vuelva a intentarlo.",
  409: "El reloj solo se adelanta cuando la consola está sola: con otra plataforma activa, la hora es la de todas las personas.",
  413: "El texto es demasiado largo. Escriba uno más corto.",
  415: "La consola solo acepta solicitudes de su propia página.",
  500: "La consola no pudo responder. Lo que escribió sigue ahí; vuelva a intentarlo.",
  503: "Plenaria se está iniciando o deteniendo. Vuelva a intentarlo en un momento.",
}

function statusOf(error: unknown): number {
  const status = Number(Reflect.get(Object(error), "status"))
  return status >= 400 && status < 500 ? (ERRORS[status] ? status : 400) : 500
}
