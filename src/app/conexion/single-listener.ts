import type { BeforeAdapter, ChatAdapter, InboundHandler } from "../../ports/chat-adapter.ts"
import type { Exclusive, HeldPlace } from "../../ports/exclusive.ts"
import type { Logger } from "../../ports/logger.ts"

/** How often a process that waits looks whether it is its turn; with what the server needs to notice, below 15 s. */
const TRY_EVERY_MS = 3_000

export interface SingleListener extends BeforeAdapter {
  /** Whether this process is the one that hears what people do there. */
  escucha(): boolean
}

interface Deps {
  readonly exclusive: Exclusive
  readonly log: Logger
  readonly tryEveryMs?: number
}

/**
 * An adapter of a platform that tells every connection everything, so that only one process may listen: the one that
 * holds its place. All of them send, with or without it. When the one that listens dies or is cut off, another takes its
 * place. Should both hear the same event for a moment, it is answered once: events are claimed in the database.
 */
export async function singleListener(
  create: () => Promise<ChatAdapter>,
  { exclusive, log, tryEveryMs = TRY_EVERY_MS }: Deps,
): Promise<SingleListener> {
  // Sends while this process does not listen; it is never started.
  const idle = await create()
  let listening: ChatAdapter | null = null
  let place: HeldPlace | null = null
  let timer: NodeJS.Timeout | undefined
  let changing: Promise<unknown> = Promise.resolve()
  let stopped = false
  const current = () => listening ?? idle
  const adapter = idle.id

  /** One change at a time: losing the place while it is being taken ends what had begun. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = changing.then(change)
    changing = done.catch(() => {})
    return done
  }

  async function listen(inbound: InboundHandler): Promise<void> {
    if (stopped) return
    let lost = false
    const taken = await exclusive.take(`escucha:${adapter}`, () => {
      lost = true
      log.warn(
        { adapter },
        "Se perdió el turno para escuchar; lo tomará otro proceso o este, al reconectarse.",
      )
      void inTurn(leave)
    })
    if (taken === null) return
    const next = await create()
    try {
      await next.start(inbound)
    } catch (error) {
      await next.stop()
      await taken.release()
      throw error
    }
    place = taken
    listening = next
    // It was lost while the platform was connecting.
    if (lost) await leave()
    else log.info({ adapter }, "Este proceso escucha.")
  }

  async function leave(): Promise<void> {
    const [was, held] = [listening, place]
    listening = null
    place = null
    await was?.stop()
    await held?.release()
  }

  function tryLater(inbound: InboundHandler): void {
    timer = setTimeout(async () => {
      if (listening === null)
        await inTurn(() => listen(inbound)).catch((error: unknown) =>
          log.warn({ adapter, error }, "No fue posible empezar a escuchar; se volverá a intentar."),
        )
      if (!stopped) tryLater(inbound)
    }, tryEveryMs)
    timer.unref()
  }

  const {
    lookup,
    editing,
    pinning,
    portada,
    eventos,
    files,
    page,
    connection,
    workspaces,
    serving,
    inviting,
  } = idle
  return {
    id: idle.id,
    name: idle.name,
    limits: idle.limits,
    escucha: () => listening !== null,
    async start(inbound) {
      await inTurn(() => listen(inbound))
      if (listening === null)
        log.info({ adapter }, "Otro proceso escucha; este envía, y tomará su lugar si se detiene.")
      tryLater(inbound)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await inTurn(leave)
      await idle.stop()
    },
    render: (card) => current().render(card),
    send: (request) => current().send(request),
    checkDestination: (to) => current().checkDestination(to),
    lookup: lookup && { find: (to, key, since) => (current().lookup ?? lookup).find(to, key, since) },
    editing: editing && { edit: (request) => (current().editing ?? editing).edit(request) },
    pinning: pinning && { pin: (request) => (current().pinning ?? pinning).pin(request) },
    eventos: eventos && { put: (request) => (current().eventos ?? eventos).put(request) },
    portada: portada && { publish: (request) => (current().portada ?? portada).publish(request) },
    files,
    page,
    inviting,
    workspaces: workspaces && {
      reaches: (workspace) => (current().workspaces ?? workspaces).reaches(workspace),
    },
    // Whoever listens now, and whoever will in its place.
    serving: serving && {
      async serve(connections) {
        await serving.serve(connections)
        await listening?.serving?.serve(connections)
      },
    },
    connection: connection && {
      lostSince: (workspace) => listening?.connection?.lostSince(workspace) ?? null,
      why: (workspace) => listening?.connection?.why?.(workspace) ?? null,
    },
  }
}
