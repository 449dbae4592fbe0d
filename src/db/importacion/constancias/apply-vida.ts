import { Changes, type Row, ref, type Table, update } from "../filas/sync.ts"
import type { Lugares } from "./lugares.ts"
import type { Constancias, ConstanciasDeps } from "./tipos.ts"

/**
 * How far a session got: its revision, which call holds, the item under discussion, and what happened to its items. The
 * revision is never lowered: a button of before must not fit again.
 */
export async function applyVida(
  { queries, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
  { sesiones, puntos }: Lugares,
): Promise<void> {
  const propios = new Changes()
  const antes = await queries.sesion.findMany({ where: { id: where.sesionId } })
  const puntosAntes = await queries.puntoOrdenDia.findMany({ where })
  for (const c of all) {
    const punto = (lugar: number | null) => (lugar === null ? null : ref(puntos, c.sesionId, lugar))
    const sesion = antes.find(({ id }) => id === c.sesionId)
    if (sesion === undefined) throw new Error(`no session ${c.sesion}`)
    await update(
      queries.sesion as unknown as Table,
      "sesion",
      sesion,
      {
        revision: Math.max(sesion.revision, c.revision),
        llamado: c.llamado,
        puntoEnCursoId: punto(c.puntoEnCurso),
      },
      propios,
    )
    for (const { punto: lugar, motivo, fusionadoEn, antecedente } of c.puntos) {
      const id = punto(lugar)
      const before: Row | undefined = puntosAntes.find((uno) => uno.id === id)
      if (before === undefined) throw new Error(`no item ${lugar} of ${c.sesion}`)
      const row = {
        motivo,
        fusionadoEnId: punto(fusionadoEn),
        antecedenteId:
          antecedente && ref(puntos, ref(sesiones, c.organoId, antecedente.sesion), antecedente.punto),
      }
      await update(queries.puntoOrdenDia as unknown as Table, "punto_orden_dia", before, row, propios)
    }
  }
  // In the log it is of its session or item; in the summary, part of what the constancias brought.
  for (const change of propios.log) {
    changes.log.push(change)
    changes.add("constancias", "creados")
  }
}
