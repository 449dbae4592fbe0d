import type { SendOutcome } from "../../src/ports/chat-adapter.ts"

/** The console's "platform" is the bot's own database; what can go wrong is a channel that is not there. */
export const unknownChannel = (channel: string): SendOutcome => ({
  kind: "rejected",
  reason: `El canal «${channel}» no existe en la consola. Revise la clave del canal en los datos importados.`,
  platformCode: "canal_desconocido",
})

/** Writing by key is idempotent, so a failed write can simply be made again. */
export const databaseFailed = (): SendOutcome => ({
  kind: "retry",
  after: 1_000,
  reason: "La base de datos no respondió al guardar el mensaje de la consola.",
})
