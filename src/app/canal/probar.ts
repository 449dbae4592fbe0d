import { pruebaCanalCard } from "../../cards/canal/canales.ts"
import { referenciaDe } from "../../domain/texto/referencia.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Canal, Medio } from "../../domain/tipos/canal.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"

/** A test that could not leave in this time is no test any more. */
const UTIL_MS = 60 * 60_000
/** `2024-03-08T16:00`: of two presses within a minute, the second is told of the first one's test. */
const MINUTE = 16

export type PruebaCanal =
  | { readonly kind: "encolada"; readonly referencia: string; readonly repetida: boolean }
  | { readonly kind: "inactivo" }

/** Sends a test through exactly what real messages go through: the table, a claim, the dispatcher, the adapter. */
export function probarCanal(
  orden: {
    readonly data: UnitOfWork
    readonly organo: Organo
    readonly persona: Persona
    readonly plataforma: Medio
    readonly now: Instante
  },
  canal: Canal,
): Promise<PruebaCanal> {
  const { data, organo, persona, plataforma, now } = orden
  if (!canal.activo) return Promise.resolve({ kind: "inactivo" })
  const delivery = deliveryTo(canal, {
    purpose: "prueba",
    subject: [canal.id, now.slice(0, MINUTE)],
    organo,
    card: pruebaCanalCard({ organo, canal, por: persona.nombre, now }),
    notBefore: now,
    expiresAt: sumarMs(now, UTIL_MS),
    why: `Prueba del canal ${canal.nombre} pedida por ${persona.nombre}.`,
  })
  return data.transaction(async ({ deliveries, eventos }) => {
    const repetida = (await enqueue({ deliveries }, [delivery], now)).length === 0
    const stored = await deliveries.byKey(delivery.key)
    if (stored === null) throw new Error(`the test of channel ${canal.clave} was not stored`)
    if (!repetida) {
      await eventos.append({
        tipo: "canal.probado",
        objeto: `canal:${canal.id}`,
        organoId: organo.id,
        personaId: persona.id,
        plataforma,
        antes: null,
        despues: { entrega: stored.id },
        instante: now,
      })
    }
    return { kind: "encolada", referencia: referenciaDe(stored.id), repetida }
  })
}
