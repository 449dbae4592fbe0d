import { createHash } from "node:crypto"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { AutoridadDeTiempo } from "../../ports/autoridad-de-tiempo.ts"
import type { Clock } from "../../ports/clock.ts"
import type { CabezaBitacora } from "../../ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

/** Whose day it is: one head for all bodies. */
const ZONA = "America/Mexico_City"

export interface CabezaDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly autoridad?: AutoridadDeTiempo
}

/**
 * The head of the log today, put on record once, and dated by the authority, if there is one: `falla` tells why it is not.
 * Asked for again, only what is missing is done.
 */
export async function asentarCabezaDelDia({
  data: { fresh },
  clock,
  autoridad,
}: CabezaDeps): Promise<{ readonly cabeza: CabezaBitacora; readonly falla: string | null }> {
  const { registro } = fresh
  const now = clock.now()
  const fecha = fechaEnZona(now, ZONA)
  let cabeza = await registro.ultimaCabeza()
  if (cabeza === null || cabeza.fecha < fecha) {
    const arbol = new ArbolDeHuellas()
    await registro.huellas((unas) => {
      for (const una of unas) arbol.agregar(una)
    })
    const { tamano, raiz } = arbol
    await registro.asentarCabeza({
      fecha,
      tamano,
      raiz: raiz(),
      autoridad: autoridad?.nombre ?? null,
      calculadaEn: now,
    })
    cabeza = await registro.ultimaCabeza()
  }
  if (cabeza === null) throw new Error("a head that was just put on record is not there")
  if (autoridad === undefined || (await registro.sello(cabeza.fecha)) !== null) return { cabeza, falla: null }
  try {
    const respuesta = await autoridad.sellar(cabeza.raiz)
    await registro.asentarSello({
      fecha: cabeza.fecha,
      autoridad: autoridad.nombre,
      respuesta,
      recibidaEn: clock.now(),
    })
    return { cabeza, falla: null }
  } catch (error) {
    return { cabeza, falla: `${autoridad.nombre}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/**
 * The tree of RFC 6962 (2.1) over fingerprints in order, kept as its full subtrees, the largest first: as many as the
 * binary digits of its size.
 */
export class ArbolDeHuellas {
  readonly #full: { readonly size: number; readonly hash: Buffer }[] = []

  get tamano(): number {
    return this.#full.reduce((sum, { size }) => sum + size, 0)
  }

  agregar(huella: string): void {
    let node = { size: 1, hash: sha256(Buffer.of(0), Buffer.from(huella, "hex")) }
    for (let last = this.#full.at(-1); last?.size === node.size; last = this.#full.at(-1)) {
      this.#full.pop()
      node = { size: node.size * 2, hash: sha256(Buffer.of(1), last.hash, node.hash) }
    }
    this.#full.push(node)
  }

  readonly raiz = (): string => {
    const hashes = this.#full.map(({ hash }) => hash)
    const last = hashes.pop() ?? sha256()
    return hashes.reduceRight((right, left) => sha256(Buffer.of(1), left, right), last).toString("hex")
  }
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest()
}
