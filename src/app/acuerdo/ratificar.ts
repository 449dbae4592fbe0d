import { createHash } from "node:crypto"
import { z } from "zod"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { puedeDecidir, type Quorum } from "../../domain/desahogo/quorum.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { quorumDe } from "../sesion/quorum.ts"

const TIPO = "acuerdos.ratificados"
const guardada = z.object({ huella: z.string() })

export interface Ratificacion {
  readonly instante: Instante
  /** `false`: some agreement was written or changed since they were read back. */
  readonly vigente: boolean
}

/** The last time that the session's agreements were read back and ratified; `null`: they were not. */
export async function ratificacionDe(read: Repositories, sesionId: string): Promise<Ratificacion | null> {
  const last = (await read.eventos.byObjeto(`sesion:${sesionId}`)).findLast(({ tipo }) => tipo === TIPO)
  if (last === undefined) return null
  const huella = guardada.safeParse(last.despues).data?.huella
  return { instante: last.instante, vigente: huella === (await huellaDe(read, sesionId)).huella }
}

export type RatificacionPedida =
  | { readonly kind: "ratificados"; readonly sesion: Sesion; readonly cuantos: number }
  /** What would be ratified is not what was read. */
  | { readonly kind: "cambio"; readonly sesion: Sesion }
  | { readonly kind: "ya_estaba"; readonly sesion: Sesion }
  | { readonly kind: "sin_acuerdos"; readonly sesion: Sesion }
  | { readonly kind: "sin_quorum"; readonly sesion: Sesion; readonly quorum: Quorum | null }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

/** Puts on record that the agreements were read back and ratified, as they were on the card that was read. */
export function ratificarAcuerdos(actuacion: Actuacion, visto: SesionVista): Promise<RatificacionPedida> {
  return actuacion.data.transaction(async (repositories): Promise<RatificacionPedida> => {
    const antes = await leerSesion(repositories, visto.id)
    if (!estaAbierta(antes.estado)) return { kind: "fuera_de_estado", sesion: antes }
    const previa = await ratificacionDe(repositories, antes.id)
    if (previa?.vigente) return { kind: "ya_estaba", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "cambio", sesion: antes }
    const quorum = await quorumDe({ ...actuacion, read: repositories }, antes)
    if (!puedeDecidir(quorum)) return { kind: "sin_quorum", sesion: antes, quorum }
    const { huella, claves } = await huellaDe(repositories, antes.id)
    if (claves.length === 0) return { kind: "sin_acuerdos", sesion: antes }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {})
    if (sesion === null) {
      const actual = await leerSesion(repositories, antes.id)
      // Somebody else's press of the same button is no change of what was read.
      const ya = (await ratificacionDe(repositories, antes.id))?.vigente === true
      return { kind: ya ? "ya_estaba" : "cambio", sesion: actual }
    }
    await repositories.eventos.append(evento(actuacion, TIPO, sesion.id, null, { claves, huella }))
    return { kind: "ratificados", sesion, cuantos: claves.length }
  })
}

/** What the read-back says, in few letters: any change in it makes another. */
async function huellaDe(
  read: Repositories,
  sesionId: string,
): Promise<{ readonly huella: string; readonly claves: readonly string[] }> {
  const [acuerdos, compromisos] = await Promise.all([
    read.acuerdos.bySesion(sesionId),
    read.compromisos.list({ sesionId }),
  ])
  const dicho = acuerdos.map(({ id, clave, texto, tipo }) => [clave, texto, tipo, deudas(compromisos, id)])
  const huella = createHash("sha256").update(JSON.stringify(dicho)).digest("hex")
  return { huella, claves: acuerdos.map(({ clave }) => clave) }
}

/** Responsible institutions and original dates; what they report afterwards is no change of what was agreed. */
const deudas = (rows: readonly CompromisoConAcuerdo[], acuerdoId: string) =>
  rows
    .filter(({ acuerdo, compromiso }) => acuerdo.id === acuerdoId && compromiso.estado !== "cancelado")
    .map(({ compromiso }) => `${compromiso.clave} ${compromiso.fechaCompromiso}`)
    .sort()
