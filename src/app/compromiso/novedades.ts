import type { FilaNovedad, NovedadesVistas } from "../../cards/compromiso/novedades.ts"
import { estaVencido } from "../../domain/compromiso/compromiso.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import { type ActoFechado, NOVEDADES, novedadDe } from "../../domain/compromiso/novedad.ts"
import { asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { compromisosVisibles, porUrgencia, vistasCompromiso } from "./listar.ts"
import { ultimaCelebrada } from "./tablero.ts"

/** What changed in the commitments since the body last met, as the asker may see it. */
export async function novedadesDe(consulta: ConsultaPersonal): Promise<NovedadesVistas> {
  const { read, organo, hoy } = consulta
  const desde = ultimaCelebrada(await read.sesiones.list(organo.id), hoy)
  if (desde === null) return { desde, filas: [], vencidosDeAntes: 0 }
  const rows = await compromisosVisibles(consulta, { organoId: organo.id })
  const [instituciones, avances, eventos] = await Promise.all([
    read.instituciones.all(),
    read.compromisos.ultimosAvances(organo.id),
    read.eventos.byObjetos(rows.map(({ compromiso }) => asuntoCompromiso(compromiso.id))),
  ])
  const vistas = new Map(
    (await vistasCompromiso(consulta, rows, instituciones)).map((vista) => [vista.clave, vista]),
  )
  const actos = new Map<string, ActoFechado[]>()
  for (const { objeto, tipo, instante } of eventos)
    actos.set(objeto, [...(actos.get(objeto) ?? []), { tipo, dia: fechaEnZona(instante, organo.zona) }])
  const filas = rows.flatMap(({ compromiso, acuerdo }): readonly FilaNovedad[] => {
    const vista = vistas.get(compromiso.clave)
    if (vista === undefined) return []
    const suyos = actos.get(asuntoCompromiso(compromiso.id)) ?? []
    const completo = vista.detalle !== null
    const novedad = novedadDe({ compromiso, acuerdo, actos: suyos, desde, hoy, completo })
    if (novedad === null) return []
    const dicho = completo ? (avances.get(compromiso.id)?.texto ?? null) : null
    return [{ novedad, vista, dicho }]
  })
  const nuevos = new Set(filas.map(({ vista }) => vista.clave))
  return {
    desde,
    filas: filas.sort(
      (a, b) => NOVEDADES.indexOf(a.novedad) - NOVEDADES.indexOf(b.novedad) || porUrgencia(a.vista, b.vista),
    ),
    vencidosDeAntes: rows.filter(
      (row) => seDebe(row) && estaVencido(row.compromiso, hoy) && !nuevos.has(row.compromiso.clave),
    ).length,
  }
}
