import type { Card } from "../../cards/card.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import type { Consulta } from "../consulta.ts"
import { sesionesPorVenir } from "../sesion/por-venir.ts"
import { acusesDe } from "./acuses.ts"
import { tarjetaPorInstitucion } from "./tarjeta.ts"

/** An institution that no channel reaches and that was called to a session: it is told by another way. */
export interface PorCorreo {
  readonly institucion: Institucion
  readonly sesion: Sesion
  /** Its acuse is on record. */
  readonly acusada: boolean
}

/** Whom somebody has to write to, session by session. */
export async function porCorreo({ read, organo, hoy }: Consulta): Promise<readonly PorCorreo[]> {
  const { sinCanal } = await destinosDeIntegrantes(read, organo, hoy)
  if (sinCanal.length === 0) return []
  const ids = new Set(sinCanal.map(({ id }) => id))
  const todas: PorCorreo[] = []
  for (const sesion of (await sesionesPorVenir(read, organo, hoy)).filter(fueConvocada)) {
    const acuses = await acusesDe(read, sesion)
    for (const { institucion, acuse } of acuses?.renglones ?? [])
      if (ids.has(institucion.id)) todas.push({ institucion, sesion, acusada: acuse !== null })
  }
  return todas
}

/** The message that its channel would have got, of the latest version of the convocatoria. `null`: nobody was called. */
export async function mensajePorCorreo(
  { read, organo, hoy }: Consulta,
  { institucion, sesion }: Pick<PorCorreo, "institucion" | "sesion">,
): Promise<Card | null> {
  const ultima = (await read.convocatorias.list(sesion.id)).at(-1)
  if (ultima === undefined) return null
  const puntos = puntosVigentes(await read.sesiones.puntos(sesion.id))
  const { tipo, motivo } = ultima
  const tarjeta = await tarjetaPorInstitucion(read, {
    tipo,
    organo,
    sesion,
    hoy,
    puntos,
    motivo,
    file: null,
  })
  return tarjeta(institucion)
}
