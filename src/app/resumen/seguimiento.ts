import type { FilaSeguimiento, SeguimientoResumen } from "../../cards/resumen/seguimiento.ts"
import { responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import { puntoDeSeguimiento } from "../../domain/sesion/orden-del-dia.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { sabeDelCompromiso, vePunto } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { corteDe } from "../sesion/seguimiento.ts"

interface Conocido {
  readonly puntos: readonly PuntoOrdenDia[]
  readonly instituciones: readonly Institucion[]
  /** Illustrative, in a session that was really held. */
  readonly sobra: (origen: CompromisoConAcuerdo["compromiso"]["origen"]) => boolean
}

/** The last cut-off that the session was told of, of all commitments; `null`: it did not review them, or none is on record. */
export async function leerSeguimiento(
  read: Repositories,
  organo: Organo,
  sesion: Sesion,
  { puntos, instituciones, sobra }: Conocido,
): Promise<SeguimientoResumen | null> {
  const punto = puntoDeSeguimiento(puntos)
  const corte = punto === null ? null : await corteDe(read, sesion)
  if (punto === null || corte === null) return null
  const deEse = new Map(corte.filas.map(({ compromisoId, ...fila }) => [compromisoId, fila]))
  const rows =
    deEse.size === 0 ? [] : await read.compromisos.list({ organoId: organo.id, ids: [...deEse.keys()] })
  const sesiones = await read.sesiones.list(organo.id)
  const cerradas = new Set(sesiones.filter(({ estado }) => estado === "clausurada").map(({ id }) => id))
  const filas = rows.flatMap(({ compromiso, acuerdo }): readonly FilaSeguimiento[] => {
    const fila = deEse.get(compromiso.id)
    if (fila === undefined || sobra(compromiso.origen)) return []
    const { clase, paraTodos, ...congelado } = fila
    const institucion = instituciones.find(({ id }) => id === compromiso.institucionId)
    return [
      {
        compromiso: { ...compromiso, ...congelado },
        aCargo: institucion ? institucionEnFecha(institucion, corte.corte, instituciones) : null,
        difusion: cerradas.has(acuerdo.sesionId) ? acuerdo.difusion : "interna",
        clase,
        paraTodos,
      },
    ]
  })
  return { puntoId: punto.id, desde: corte.desde, corte: corte.corte, filas, propias: new Set() }
}

/**
 * The same as one reader may know it: of other institutions that something changed, and nothing of what is internal; their
 * own, whole. `propias`: the reader's institutions.
 */
export function seguimientoPara(
  {
    seguimiento,
    puntos,
    sesion,
    organo,
  }: {
    readonly seguimiento: SeguimientoResumen | null
    readonly puntos: readonly PuntoOrdenDia[]
    readonly sesion: Sesion
    readonly organo: Organo
  },
  actor: Actor,
  propias: readonly string[],
): SeguimientoResumen | null {
  if (seguimiento === null) return null
  const punto = puntos.find(({ id }) => id === seguimiento.puntoId)
  const abierto = punto !== undefined && vePunto(actor, punto, sesion)
  const suya = ({ compromiso, aCargo }: FilaSeguimiento) =>
    [...responsablesDe(compromiso), aCargo?.id ?? ""].some((id) => propias.includes(id))
  const filas = seguimiento.filas.flatMap((fila): readonly FilaSeguimiento[] => {
    const sabe = abierto && sabeDelCompromiso(actor, fila.compromiso, fila.difusion, organo.id)
    // As with acuerdos, the common part holds nothing internal, whoever reads it.
    const comun = sabe && fila.difusion !== "interna" ? fila.paraTodos : null
    if (suya(fila)) return [{ ...fila, paraTodos: comun }]
    return comun === null ? [] : [{ ...fila, clase: comun, paraTodos: comun }]
  })
  return {
    ...seguimiento,
    filas,
    propias: new Set(filas.filter(suya).map(({ compromiso }) => compromiso.id)),
  }
}
