import type { SendOutcome } from "../../src/ports/chat-adapter.ts"

/** The console's "platform" is the bot's own database; what can go wrong is a channel that is not there. */
export const unknownChannel = (channel: string): SendOutcome => ({
  kind: "rejected",
  reason: `El canal «${channel}» no existe en la consola. Revise la clave del canal en los datos importados.`,
  platformCode: "canal_desconocido",
  scope: "destination",
})

/** Writing by key is idempotent, so a failed write can simply be made again. */
export const databaseFailed = (): SendOutcome => ({
  kind: "retry",
  after: 1_000,
  reason: "La base de datos no respondió al guardar el mensaje de la consola.",
})

export const messageGone = (): SendOutcome => ({
  kind: "rejected",
  reason: "El mensaje ya no está en la consola. Envíe uno nuevo si aún hace falta.",
  platformCode: "mensaje_desconocido",
})

export const partUnknown = (): SendOutcome => ({
  kind: "rejected",
  reason: "El mensaje no tiene la parte pedida. Es un error de Plenaria: avise a la administración técnica.",
  platformCode: "parte_desconocida",
})
