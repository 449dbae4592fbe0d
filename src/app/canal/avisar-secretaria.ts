import { avisosReunidosCard, type RenglonAviso } from "../../cards/canal/avisos-reunidos.ts"
import { capacidadDe } from "../../domain/limites/limites.ts"
import { msEntre, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { deliveryTo, keyIn, type Message } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import type { RevisionMensaje } from "../mensaje/revision.ts"
import { canalesDe, canalesQueSirven } from "./canales.ts"
import { directosDeSecretaria } from "./directo.ts"

/** How long what one person sends without a pause is gathered, in milliseconds. */
const REUNE_MS = 10 * 60_000
const EPOCA = "1970-01-01T00:00:00.000Z"

/**
 * Where the Secretaría Técnica reads now: her channels that work and of which nobody doubts who reads them, or else each of
 * her accounts by itself. Inside a transaction.
 */
export async function canalesDeSecretaria(
  repositories: Repositories,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly Canal[]> {
  const dudosos = new Set((await repositories.condicionesCanal.porConfirmar()).map(({ canalId }) => canalId))
  const suyos = await canalesQueSirven(repositories, organo, "secretaria_tecnica")
  const ciertos = suyos.filter(({ id }) => !dudosos.has(id))
  return ciertos.length > 0 ? ciertos : directosDeSecretaria(repositories, organo, hoy)
}

/** What was sent was sent: it leaves as it was gathered. */
export const revisionAvisosReunidos: RevisionMensaje = {
  async vigente() {
    return { kind: "sigue" }
  },
}

/**
 * Tells the Secretaría Técnica of something that somebody sent in. The first ones are messages of their own, at once;
 * of who sends many without a pause, the others are gathered in one message, so that one account does not fill her
 * channel. Without a channel of hers each of her accounts is written to by itself. Inside a transaction. `false`: she has
 * neither.
 */
export async function avisarSecretaria(
  repositories: Repositories,
  actuacion: Actuacion,
  aviso: Message,
  renglon: RenglonAviso,
  institucion: Institucion | null,
): Promise<boolean> {
  const { organo, hoy, persona, now } = actuacion
  const propios = await canalesDe(repositories, organo, "secretaria_tecnica")
  const canales = propios.length > 0 ? propios : await directosDeSecretaria(repositories, organo, hoy)
  const toma = { clase: "aviso", ambito: "persona", clave: persona.id, n: 1 } as const
  const capacidad = capacidadDe("aviso", "persona", { factor: 1 })
  const { kind } = await repositories.limites.tomar([{ ...toma, capacidad }], now)
  const suelto = (canal: Canal) => deliveryTo(canal, aviso)
  if (kind === "tomadas" || institucion === null) {
    await enqueue(repositories, canales.map(suelto), now)
    return canales.length > 0
  }
  for (const canal of canales)
    await reunir(repositories, actuacion, canal, { renglon, institucion, suelto: suelto(canal) })
  return canales.length > 0
}

interface PorReunir {
  readonly renglon: RenglonAviso
  readonly institucion: Institucion
  readonly suelto: NewDelivery
}

/** Whoever takes from the person's limit has its row until the transaction ends, so that one act at a time comes here. */
async function reunir(
  repositories: Repositories,
  { organo, persona, now }: Actuacion,
  canal: Canal,
  { renglon, institucion, suelto }: PorReunir,
): Promise<void> {
  const hasta = sumarMs(now, REUNE_MS - (msEntre(EPOCA, now) % REUNE_MS))
  const contenido = (renglones: readonly RenglonAviso[]): Pick<Message, "card" | "modelo"> => ({
    card: avisosReunidosCard({ organo, institucion, renglones }),
    modelo: { tipo: "avisos_reunidos", hechos: {}, datos: { renglones } },
  })
  const message: Message = {
    purpose: "aviso",
    subject: ["avisos-reunidos", persona.id, institucion.id, hasta],
    organo,
    ...contenido([renglon]),
    notBefore: hasta,
    expiresAt: null,
    why: `Avisos reunidos de ${institucion.siglas}: una misma persona envió varios en pocos minutos.`,
  }
  const amended = await repositories.deliveries.amendWaiting(keyIn(canal, message), ({ modelo }) =>
    contenido([...renglonesDe(modelo), renglon]),
  )
  if (amended) return
  const [creada] = await enqueue(repositories, [deliveryTo(canal, message)], now)
  // It left already: this one is told apart, so that nothing is missed.
  if (creada === undefined) await enqueue(repositories, [suelto], now)
}

const renglonesDe = (modelo: NewDelivery["modelo"]): readonly RenglonAviso[] =>
  ((modelo?.datos ?? { renglones: [] }) as { readonly renglones: readonly RenglonAviso[] }).renglones
