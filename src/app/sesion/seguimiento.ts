import { z } from "zod"
import type { SeguimientoDeSesion } from "../../cards/sesion/seguimiento.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { admiteCambios, puntoDeSeguimiento } from "../../domain/sesion/orden-del-dia.ts"
import { ESTADOS_COMPROMISO } from "../../domain/tipos/compromiso.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { esDelOrgano } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { type CorteLeido, cortarSeguimiento, verCorte } from "../compromiso/corte.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { puntosVisibles } from "./consultar.ts"
import { leerSesion } from "./leer.ts"

/** In the log of the session, as its publications are: what was shown to a session is never another thing afterwards. */
const TIPO = "seguimiento.cortado"

const clase = z.enum(["prorroga", "vencio", "fecha", "cerrado", "avance", "sigue_vencido"])
const fecha = z.iso.date().nullable()
const guardado = z.object({
  desde: fecha,
  deOrdinaria: z.boolean(),
  corte: z.iso.date(),
  filas: z.array(
    z.object({
      compromisoId: z.string(),
      estado: z.enum(ESTADOS_COMPROMISO),
      fechaCompromiso: fecha,
      fechaReprogramada: fecha,
      prorrogaPedida: fecha,
      clase,
      paraTodos: clase.nullable(),
    }),
  ),
})

/** The last cut-off of a session's follow-up; `null`: none is on record. */
export async function corteDe(
  read: Pick<Repositories, "eventos">,
  { id }: Pick<Sesion, "id">,
): Promise<(CorteLeido & { readonly instante: string }) | null> {
  const ultimo = (await read.eventos.byObjeto(`sesion:${id}`)).findLast(({ tipo }) => tipo === TIPO)
  const { data } = guardado.safeParse(ultimo?.despues)
  return ultimo === undefined || data === undefined ? null : { ...data, instante: ultimo.instante }
}

/** Freezes how its follow-up stands, if the session has that item. In the transaction of whoever has reason to. */
export async function fijarCorte(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
): Promise<boolean> {
  if (puntoDeSeguimiento(await repositories.sesiones.puntos(sesion.id)) === null) return false
  const anterior = await corteDe(repositories, sesion)
  const { organo, hoy } = actuacion
  const corte = await cortarSeguimiento({ read: repositories, organo, hoy }, sesion)
  const antes = anterior === null ? null : { corte: anterior.corte }
  await repositories.eventos.append(evento(actuacion, TIPO, sesion.id, antes, corte))
  return true
}

/** Until it closes: what it was told stays as it was told. */
export const admiteCorte = ({ estado }: Pick<Sesion, "estado">): boolean =>
  admiteCambios(estado) || estaAbierta(estado)

export type CorteFijado =
  | { readonly kind: "fijado"; readonly sesion: Sesion }
  | { readonly kind: "sin_punto"; readonly sesion: Sesion }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

export function cortarAhora(actuacion: Actuacion, sesionId: string): Promise<CorteFijado> {
  return actuacion.data.transaction(async (repositories): Promise<CorteFijado> => {
    const sesion = await leerSesion(repositories, sesionId)
    if (!admiteCorte(sesion)) return { kind: "fuera_de_estado", sesion }
    const fijado = await fijarCorte(repositories, actuacion, sesion)
    return { kind: fijado ? "fijado" : "sin_punto", sesion }
  })
}

/**
 * The follow-up that a session's item carries, as the asker may see it: as it was frozen or, before, as it stands. `null`:
 * the session has no such item that they may see, or it closed and nobody froze it.
 */
export async function seguimientoDe(
  consulta: ConsultaPersonal,
  sesion: Sesion,
): Promise<SeguimientoDeSesion | null> {
  const { read, actor, organo } = consulta
  if (!esDelOrgano(actor, organo.id)) return null
  const punto = puntoDeSeguimiento(await puntosVisibles(consulta, sesion))
  if (punto === null) return null
  const fijado = await corteDe(read, sesion)
  if (fijado === null && !admiteCorte(sesion)) return null
  const corte = fijado ?? { ...(await cortarSeguimiento(consulta, sesion)), instante: null }
  return { punto, visto: await verCorte(consulta, corte), cortado: corte.instante }
}
