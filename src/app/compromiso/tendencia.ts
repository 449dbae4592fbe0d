import type { Contado } from "../../domain/compromiso/tablero.ts"
import { type CambioDeFecha, type Tendencia, tendencia } from "../../domain/compromiso/tendencia.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Consulta, ConsultaPersonal } from "../consulta.ts"
import { lectorComo } from "../lector.ts"

/** The series of those commitments, over the sessions that the asker may know of. */
export async function tendenciaDe(
  consulta: ConsultaPersonal,
  rows: readonly CompromisoConAcuerdo[],
  sesiones: readonly Sesion[],
): Promise<Tendencia> {
  const { actor, hoy } = consulta
  const cambios = await cambiosDeFecha(consulta, rows)
  const enElTiempo = contadosDe(rows, sesiones).map((contado, i) => ({
    ...contado,
    cambios: cambios.get(rows[i]?.compromiso.id ?? "") ?? [],
  }))
  return tendencia(enElTiempo, celebradas(sesiones, actor), hoy)
}

/** Of all there is: for whoever conducts the body. */
export async function tendenciaDelOrgano({ read, organo, hoy }: Consulta): Promise<Tendencia> {
  const actor = lectorComo(organo, { id: "tendencia", calidad: "secretaria_tecnica", institucionId: null })
  const [rows, sesiones] = await Promise.all([
    read.compromisos.list({ organoId: organo.id }),
    read.sesiones.list(organo.id),
  ])
  return tendenciaDe({ read, organo, hoy, actor }, rows, sesiones)
}

export function contadosDe(
  rows: readonly CompromisoConAcuerdo[],
  sesiones: readonly Sesion[],
): readonly Contado[] {
  const fechas = new Map(sesiones.map(({ id, fecha }) => [id, fecha]))
  return rows.map(({ compromiso, acuerdo }) => ({
    compromiso,
    acuerdo,
    acordadoEl: fechas.get(acuerdo.sesionId) ?? null,
  }))
}

const celebradas = (sesiones: readonly Sesion[], actor: Actor) =>
  sesiones.flatMap((sesion) =>
    sesion.estado === "clausurada" && sesion.fecha !== null && veSesion(actor, sesion)
      ? [{ clave: sesion.clave, fecha: sesion.fecha }]
      : [],
  )

/** By compromiso, of those that have another date: when each was given, as the log tells it. */
async function cambiosDeFecha(
  { read, organo }: Consulta,
  rows: readonly CompromisoConAcuerdo[],
): Promise<ReadonlyMap<string, readonly CambioDeFecha[]>> {
  const ids = new Map(
    rows
      .filter(({ compromiso }) => compromiso.fechaReprogramada !== null)
      .map(({ compromiso: { id } }) => [asuntoCompromiso(id), id]),
  )
  const cambios = new Map<string, CambioDeFecha[]>()
  const eventos = ids.size === 0 ? [] : await read.eventos.byObjetos([...ids.keys()])
  for (const { tipo, objeto, despues, instante } of eventos) {
    const id = ids.get(objeto)
    const fecha = DE_FECHA.has(tipo) ? fechaReprogramada(despues) : null
    if (id === undefined || fecha === null) continue
    const suyos = cambios.get(id) ?? []
    cambios.set(id, suyos)
    suyos.push({ dia: fechaEnZona(instante, organo.zona), fecha })
  }
  return cambios
}

const DE_FECHA: ReadonlySet<string> = new Set(["compromiso.reprogramar", "compromiso.conceder_prorroga"])

function fechaReprogramada(despues: unknown): string | null {
  if (typeof despues !== "object" || despues === null || !("fechaReprogramada" in despues)) return null
  return typeof despues.fechaReprogramada === "string" ? despues.fechaReprogramada : null
}
