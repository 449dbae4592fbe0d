import type { Cedula, FilaCedula, FilaPublica } from "../../cards/compromiso/cedula.ts"
import { fechaVigente, responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { fueAdoptado, rige } from "../../domain/compromiso/exigible.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Avance } from "../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { PUBLICO } from "../../domain/visibilidad/actor.ts"
import { institucionesDe, veAcuerdo, veCompromisoCompleto } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { compromisosVisibles, queResponde, vistasCompromiso } from "./listar.ts"

/** `soloPropios`: those of the asker's own institutions. `sesion`: of that one alone. */
export interface CedulaPedida {
  readonly sesion: Sesion | null
  readonly soloPropios: boolean
}

/** The follow-up table as the asker may see it, in the order in which the commitments were made. */
export async function cedulaDe(
  consulta: ConsultaPersonal,
  { sesion, soloPropios }: CedulaPedida,
): Promise<Cedula> {
  const { read, actor, organo, hoy } = consulta
  const [instituciones, sesiones, avances] = await Promise.all([
    read.instituciones.all(),
    read.sesiones.list(organo.id),
    read.compromisos.ultimosAvances(organo.id),
  ])
  const propias = institucionesDe(actor, organo.id)
  const deEllas = soloPropios
    ? { deInstituciones: [...new Set(propias.flatMap((id) => queResponde(id, instituciones, hoy)))] }
    : {}
  const deEsa = sesion === null ? {} : { sesionId: sesion.id }
  const todas = await read.compromisos.list({ organoId: organo.id, ...deEsa })
  const rows = (await compromisosVisibles(consulta, { organoId: organo.id, ...deEllas, ...deEsa })).filter(
    ({ acuerdo }) => fueAdoptado(acuerdo),
  )
  const fila = await filaCon(consulta, rows, { instituciones, sesiones, avances })
  return {
    organo,
    corte: hoy,
    sesion: sesion && { clave: sesion.clave, etiqueta: sesion.etiqueta },
    instituciones: soloPropios ? instituciones.filter(({ id }) => propias.includes(id)) : null,
    filas: enOrden(rows, sesiones).map(fila),
    publicas: enOrden(todas, sesiones).flatMap((row) => filaPublica(row, { instituciones, sesiones })),
  }
}

interface Conocido {
  readonly instituciones: readonly Institucion[]
  readonly sesiones: readonly Sesion[]
  readonly avances: ReadonlyMap<string, Avance>
}

async function filaCon(
  consulta: ConsultaPersonal,
  rows: readonly CompromisoConAcuerdo[],
  { instituciones, sesiones, avances }: Conocido,
): Promise<(row: CompromisoConAcuerdo) => FilaCedula> {
  const { actor, organo } = consulta
  const vistas = new Map(
    (await vistasCompromiso(consulta, rows, instituciones)).map((vista) => [vista.clave, vista]),
  )
  const porId = new Map(sesiones.map((una) => [una.id, una]))
  return ({ compromiso, acuerdo }) => {
    const vista = vistas.get(compromiso.clave)
    const sesion = porId.get(acuerdo.sesionId)
    const completo = vista?.detalle != null
    const responsables = responsablesDe(compromiso)
    const suyo = veCompromisoCompleto(actor, compromiso, organo.id)
    const leeAcuerdo = veAcuerdo(actor, acuerdo, { ...(sesion ? { sesion } : {}), responsables })
    const avance = completo && suyo ? avances.get(compromiso.id) : undefined
    return {
      sesion: sesion?.clave ?? "",
      fechaSesion: sesion?.fecha ?? null,
      acuerdo: acuerdo.clave,
      textoAcuerdo: leeAcuerdo ? acuerdo.texto : null,
      clave: compromiso.clave,
      texto: vista?.detalle?.texto ?? null,
      siglas: vista?.siglas ?? null,
      institucion: vista?.institucion ?? null,
      corresponsables: vista?.corresponsables ?? [],
      fechaCompromiso: compromiso.fechaCompromiso,
      fechaReprogramada: compromiso.fechaReprogramada,
      estado: vista?.estado ?? compromiso.estado,
      diasDeAtraso: vista?.vencido && vista.dias !== null ? -vista.dias : null,
      avance: avance
        ? { texto: avance.texto, fecha: fechaEnZona(avance.registradoEn, organo.zona), url: avance.url }
        : null,
      origen: compromiso.origen,
    }
  }
}

/** Of an agreement that anybody may read and that holds. */
function filaPublica(
  { compromiso, acuerdo }: CompromisoConAcuerdo,
  { instituciones, sesiones }: Pick<Conocido, "instituciones" | "sesiones">,
): readonly FilaPublica[] {
  const sesion = sesiones.find(({ id }) => id === acuerdo.sesionId)
  if (sesion === undefined || !rige(acuerdo) || !veAcuerdo(PUBLICO, acuerdo, { sesion })) return []
  return [
    {
      sesion: sesion.clave,
      fechaSesion: sesion.fecha,
      acuerdo: acuerdo.clave,
      textoAcuerdo: acuerdo.texto,
      institucion: instituciones.find(({ id }) => id === compromiso.institucionId)?.nombre ?? null,
      fecha: fechaVigente(compromiso),
    },
  ]
}

function enOrden(
  rows: readonly CompromisoConAcuerdo[],
  sesiones: readonly Sesion[],
): readonly CompromisoConAcuerdo[] {
  const fecha = new Map(sesiones.map((una) => [una.id, una.fecha ?? "9999"]))
  const de = ({ acuerdo }: CompromisoConAcuerdo) => fecha.get(acuerdo.sesionId) ?? "9999"
  return [...rows].sort(
    (a, b) =>
      de(a).localeCompare(de(b)) ||
      a.acuerdo.sesionId.localeCompare(b.acuerdo.sesionId) ||
      a.acuerdo.numero - b.acuerdo.numero ||
      a.compromiso.clave.localeCompare(b.compromiso.clave, "es"),
  )
}
