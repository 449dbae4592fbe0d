import { msEntre } from "../domain/tiempo/tiempo.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"

/** `asentar` is run for the first of its kind; whoever comes while it runs waits for it. */
export type PorVentana = (clave: string, now: Instante, asentar: () => Promise<void>) => Promise<void>

/**
 * The same thing read again and again is one entry of the register for each while: a program that asks every minute, or a
 * person at each letter, would bury all else. Each process keeps its own account: after a restart there is one entry more,
 * never one less. What could not be written is tried again.
 */
export function porVentana(ms: number): PorVentana {
  const abiertas = new Map<string, { readonly desde: Instante; readonly escrita: Promise<void> }>()
  return (clave, now, asentar) => {
    const paso = (desde: Instante) => Math.abs(msEntre(desde, now)) >= ms
    for (const [otra, { desde }] of abiertas) {
      if (!paso(desde)) break
      abiertas.delete(otra)
    }
    const abierta = abiertas.get(clave)
    if (abierta !== undefined && !paso(abierta.desde)) return abierta.escrita
    const escrita = asentar()
    abiertas.set(clave, { desde: now, escrita })
    escrita.catch(() => abiertas.delete(clave))
    return escrita
  }
}
