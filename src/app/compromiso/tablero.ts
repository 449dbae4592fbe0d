import type { FilaVista, TableroVisto } from "../../cards/compromiso/tablero.ts"
import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { tablero } from "../../domain/compromiso/tablero.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { conduce, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { calendariosDe, compromisosVisibles } from "./listar.ts"
import { contadosDe, tendenciaDe } from "./tendencia.ts"

/**
 * The board as one asker may see it. Whoever conducts the body sees each institution; the others their own, beside a total
 * of what they may know of, so that no figure tells of a commitment which is not theirs to know.
 */
export async function tableroDe(consulta: ConsultaPersonal): Promise<TableroVisto> {
  const { read, actor, organo, hoy } = consulta
  const [rows, sesiones, instituciones] = await Promise.all([
    compromisosVisibles(consulta, { organoId: organo.id }),
    read.sesiones.list(organo.id),
    read.instituciones.all(),
  ])
  const contados = contadosDe(rows, sesiones)
  const calendarios = await calendariosDe(read, organo, [
    hoy,
    ...rows.flatMap(({ compromiso }) => [fechaVigente(compromiso), compromiso.cumplidoEl]),
  ])
  const responsable = responsables(instituciones, hoy)
  const { total, filas, movimiento } = tablero({
    hoy,
    desde: ultimaCelebrada(sesiones, hoy),
    contados,
    responsable,
    inhabilesDe: (id) => (id === null ? calendarios.organo : calendarios.de(id)),
  })
  const propias = new Set(institucionesDe(actor, organo.id).map(responsable))
  const todas = conduce(actor, organo.id)
  const siglas = new Map(instituciones.map((una) => [una.id, una.siglas]))
  return {
    total,
    movimiento,
    tendencia: await tendenciaDe(consulta, rows, sesiones),
    todas,
    filas: filas
      .filter(({ institucionId }) => todas || (institucionId !== null && propias.has(institucionId)))
      .map(
        ({ institucionId, cifras }): FilaVista => ({
          siglas: institucionId === null ? null : (siglas.get(institucionId) ?? null),
          cifras,
        }),
      ),
    demo: rows.some(({ compromiso }) => compromiso.origen === "demo"),
  }
}

/** The day of the last session of the body that was held. */
export function ultimaCelebrada(sesiones: readonly Sesion[], hoy: Fecha): Fecha | null {
  const dias = sesiones
    .filter(({ estado, fecha }) => estado === "clausurada" && fecha !== null && fecha <= hoy)
    .map(({ fecha }) => fecha ?? "")
  return dias.sort().at(-1) ?? null
}
