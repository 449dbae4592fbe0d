import { randomUUID } from "node:crypto"
import { cargarDemo } from "../../src/app/cargar-demo.ts"
import type { Card } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { createRouter } from "../../src/commands/router.ts"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import { createTestDatabase } from "./database.ts"
import { silentLog } from "./silent-log.ts"

/** A Tuesday with the demonstration's relative dates around it. */
export const NOW = "2024-06-11T16:00:00.000Z"

export interface Conversacion {
  readonly router: InboundHandler
  /** What a person types, in a channel of the console or directly. */
  ask(user: string, typed: string, channel?: string): Promise<{ readonly card: Card; readonly text: string }>
  press(
    user: string,
    actionId: string,
  ): Promise<{ readonly card: Card; readonly text: string; readonly replaces: boolean }>
  close(): Promise<void>
}

/** The demonstration's data on a real database, and someone to ask. */
export async function startConversacion(now = NOW): Promise<Conversacion> {
  const testDatabase = await createTestDatabase()
  const { database } = testDatabase
  const clock = { now: () => now }
  await cargarDemo({ importacion: database.importacion, clock })
  const router = createRouter({ data: database.unitOfWork, clock, log: silentLog })
  const from = (user: string, channel: string) => ({
    eventId: randomUUID(),
    actor: { adapter: "consola", workspace: "demo", user } as const,
    place: { adapter: "consola", workspace: "demo", channel } as const,
    receivedAt: now,
  })
  return {
    router,
    async ask(user, typed, channel = "directo") {
      const [name = "", ...rest] = typed.split(" ")
      const text = rest.join(" ")
      const input = { ...from(user, channel), name, rawOptions: { kind: "text", text } as const }
      return shown(await router.command(input))
    },
    async press(user, actionId) {
      return shown(await router.action({ ...from(user, "directo"), actionId }))
    },
    close: () => testDatabase.close(),
  }
}

function shown(answer: InboundAnswer) {
  if (answer.kind !== "reply") throw new Error(`expected a reply, got ${answer.kind}`)
  return { card: answer.card, text: renderPlainText(answer.card), replaces: answer.replaces }
}
