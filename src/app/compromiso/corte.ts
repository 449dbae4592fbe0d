import type { FilaNovedad, NovedadesVistas } from "../../cards/compromiso/novedades.ts"
import { responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { type CorteSeguimiento, filaDeCorte } from "../../domain/compromiso/corte.ts"
import { type ActoFechado, NOVEDADES } from "../../domain/compromiso/novedad.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Avance, Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { veAcuerdo } from "../../domain/visibilidad/visibilidad.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Consulta, ConsultaPersonal } from "../consulta.ts"
import { perfilVigente } from "../perfil.ts"
import { compromisosVisibles, porUrgencia, vistasCompromiso } from "./listar.ts"
import { ultimaCelebrada } from "./tablero.ts"

/** One that is frozen names the moment: what was reported afterwards is not of it. */
export interface CorteLeido extends CorteSeguimiento {
  readonly instante: Instante | null
}

/**
 * What changed in all commitments of the body until today, since the last session that reviews them: an extraordinary one
 * does only where the body's rules say so. `aparte`: the session that it is prepared for.
 */
export async function cortarSeguimiento(consulta: Consulta, aparte?: Sesion): Promise<CorteSeguimiento> {
  const { read, organo, hoy } = consulta
  const { desde, deOrdinaria } = await desdeLaAnterior(consulta, aparte)
  if (desde === null) return { desde, deOrdinaria, corte: hoy, filas: [] }
  const rows = await read.compromisos.list({ organoId: organo.id })
  const eventos = await read.eventos.byObjetos(rows.map(({ compromiso }) => asuntoCompromiso(compromiso.id)))
  const actos = new Map<string, ActoFechado[]>()
  for (const { objeto, tipo, instante } of eventos)
    actos.set(objeto, [...(actos.get(objeto) ?? []), { tipo, dia: fechaEnZona(instante, organo.zona) }])
  const filas = rows.flatMap((row) => {
    const suyos = actos.get(asuntoCompromiso(row.compromiso.id)) ?? []
    return filaDeCorte({ ...row, actos: suyos, desde, hoy }) ?? []
  })
  return { desde, deOrdinaria, corte: hoy, filas }
}

async function desdeLaAnterior(
  { read, organo, hoy }: Consulta,
  aparte?: Sesion,
): Promise<Pick<CorteSeguimiento, "desde" | "deOrdinaria">> {
  const { extraordinaria } = (await perfilVigente(read, organo.id, hoy)).sesiones
  const deOrdinaria = !extraordinaria.seguimientoAcuerdos
  const sesiones = (await read.sesiones.list(organo.id)).filter(
    ({ id, tipo }) => id !== aparte?.id && (tipo === "ordinaria" || !deOrdinaria),
  )
  return { desde: ultimaCelebrada(sesiones, hoy), deOrdinaria }
}

/**
 * A follow-up as the asker may see it today: what has become internal since its cut-off is not there either, and of what is
 * not their institution's only that it exists.
 */
export async function verCorte(consulta: ConsultaPersonal, corte: CorteLeido): Promise<NovedadesVistas> {
  const { read, organo } = consulta
  const deEse = new Map(corte.filas.map((fila) => [fila.compromisoId, fila]))
  const [sesiones, instituciones, visibles] = await Promise.all([
    read.sesiones.list(organo.id),
    read.instituciones.all(),
    deEse.size === 0 ? [] : compromisosVisibles(consulta, { organoId: organo.id, ids: [...deEse.keys()] }),
  ])
  const rows = visibles.map((row) => ({
    ...row,
    compromiso: { ...row.compromiso, ...congelado(row, deEse) },
  }))
  const alCorte = { ...consulta, hoy: corte.corte }
  const vistas = new Map(
    (await vistasCompromiso(alCorte, rows, instituciones)).map((vista) => [vista.clave, vista]),
  )
  const completas = rows.filter(({ compromiso }) => vistas.get(compromiso.clave)?.detalle != null)
  const informes = await informesAlCorte(consulta, completas, corte.instante)
  const motivos = await motivosDeProrroga(consulta, completas)
  const todas = rows.flatMap((row) => {
    const { compromiso, acuerdo } = row
    const vista = vistas.get(compromiso.clave)
    const fila = deEse.get(compromiso.id)
    if (vista === undefined || fila === undefined) return []
    const clase = vista.detalle === null ? fila.paraTodos : fila.clase
    if (clase === null) return []
    const sesion = sesiones.find(({ id }) => id === acuerdo.sesionId)
    const responsables = responsablesDe(compromiso)
    const lee = veAcuerdo(consulta.actor, acuerdo, { ...(sesion ? { sesion } : {}), responsables })
    const avance = informes.get(compromiso.id)
    return [
      {
        clase,
        vista,
        acuerdo: { clave: acuerdo.clave, texto: lee ? acuerdo.texto : null, difusion: acuerdo.difusion },
        fechaCompromiso: compromiso.fechaCompromiso,
        fechaReprogramada: compromiso.fechaReprogramada,
        informe: avance
          ? { texto: avance.texto, fecha: fechaEnZona(avance.registradoEn, organo.zona), url: avance.url }
          : null,
        motivoProrroga: motivos.get(compromiso.id) ?? null,
      },
    ]
  })
  const filas = todas.flatMap(({ clase, ...fila }): readonly FilaNovedad[] =>
    clase === "sigue_vencido" ? [] : [{ ...fila, novedad: clase }],
  )
  return {
    desde: corte.desde,
    deOrdinaria: corte.deOrdinaria,
    corte: corte.corte,
    filas: filas.sort(
      (a, b) => NOVEDADES.indexOf(a.novedad) - NOVEDADES.indexOf(b.novedad) || porUrgencia(a.vista, b.vista),
    ),
    vencidosDeAntes: todas.length - filas.length,
  }
}

function congelado(
  { compromiso }: CompromisoConAcuerdo,
  filas: ReadonlyMap<string, CorteSeguimiento["filas"][number]>,
): Partial<Compromiso> {
  const fila = filas.get(compromiso.id)
  if (fila === undefined) return {}
  const { estado, fechaCompromiso, fechaReprogramada, prorrogaPedida } = fila
  return { estado, fechaCompromiso, fechaReprogramada, prorrogaPedida }
}

/** The last report of each until that moment. */
async function informesAlCorte(
  { read, organo }: ConsultaPersonal,
  rows: readonly CompromisoConAcuerdo[],
  instante: Instante | null,
): Promise<ReadonlyMap<string, Avance>> {
  const ultimos = await read.compromisos.ultimosAvances(organo.id)
  const informes = new Map<string, Avance>()
  for (const { compromiso } of rows) {
    const ultimo = ultimos.get(compromiso.id)
    const posterior = instante !== null && ultimo !== undefined && ultimo.registradoEn > instante
    const avance = posterior
      ? (await read.compromisos.avances(compromiso.id)).find(({ registradoEn }) => registradoEn <= instante)
      : ultimo
    if (avance !== undefined) informes.set(compromiso.id, avance)
  }
  return informes
}

/** Why another date is asked for, of those that ask for one. */
async function motivosDeProrroga(
  { read }: ConsultaPersonal,
  rows: readonly CompromisoConAcuerdo[],
): Promise<ReadonlyMap<string, string>> {
  const piden = new Map(
    rows.flatMap(({ compromiso: { id, prorrogaPedida } }) =>
      prorrogaPedida === null ? [] : [[id, prorrogaPedida] as const],
    ),
  )
  if (piden.size === 0) return new Map()
  const prorrogas = await read.prorrogas.list([...piden.keys()])
  // Newest first: of several with the same date, the newest is the one that stays.
  return new Map(
    [...prorrogas]
      .reverse()
      .filter(({ compromisoId, propuesta }) => piden.get(compromisoId) === propuesta)
      .map(({ compromisoId, motivo }) => [compromisoId, motivo]),
  )
}
