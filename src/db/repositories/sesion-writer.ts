import { estuvoEnElOrden } from "../../domain/sesion/orden-del-dia.ts"
import type { CambiosPunto, CambiosSesion, SesionWriter } from "../../ports/repositories/sesion.ts"
import type { Session } from "../base/client.ts"
import { asistenciaOf, conNivelDeSesion, puntoOf, sesionOf } from "../base/rows.ts"
import { dateOrNull, storable } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"

export function sesionWriter(session: Session): SesionWriter {
  const db = () => session.queries()
  return {
    async create(sesion) {
      const data = { ...sesion, ...sesionData(sesion) }
      const [created] = await db().sesion.createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? sesionOf(created) : null
    },
    async update(id, revision, cambios) {
      const { count } = await db().sesion.updateMany({
        where: { id, revision },
        data: { ...sesionData(cambios), revision: revision + 1 },
      })
      return count === 0 ? null : sesionOf(await db().sesion.findUniqueOrThrow({ where: { id } }))
    },
    async addHecho(sesionId, { seccion, texto }) {
      const { _max } = await db().hechoSesion.aggregate({ where: { sesionId }, _max: { orden: true } })
      const orden = (_max.orden ?? 0) + 1
      await db().hechoSesion.create({ data: { sesionId, orden, seccion, texto: storable(texto) } })
    },
    async addPunto({ resultado, ...punto }) {
      const { _max } = await db().puntoOrdenDia.aggregate({
        where: { sesionId: punto.sesionId },
        _max: { orden: true },
      })
      const data = { ...punto, ...puntoData({ ...punto, resultado }), orden: (_max.orden ?? 0) + 1 }
      return puntoOf(await db().puntoOrdenDia.create({ data, include: conNivelDeSesion }))
    },
    async updatePunto(id, cambios) {
      return puntoOf(
        await db().puntoOrdenDia.update({
          where: { id },
          data: puntoData(cambios),
          include: conNivelDeSesion,
        }),
      )
    },
    async orderPuntos(sesionId, ids) {
      // The order is unique, so every item first leaves the place that another one needs.
      await db().$executeRaw(Prisma.sql`
        UPDATE punto_orden_dia SET orden = -orden WHERE sesion_id = ${sesionId}::uuid`)
      await db().$executeRaw(Prisma.sql`
        UPDATE punto_orden_dia AS p SET orden = o.orden
        FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o (id, orden)
        WHERE p.id = o.id AND p.sesion_id = ${sesionId}::uuid`)
      const left = await db().puntoOrdenDia.count({ where: { sesionId, orden: { lt: 0 } } })
      if (left > 0) throw new Error(`${left} items of the session were given no place`)
    },
    async addAsistencias(sesionId, asistencias) {
      const { _max } = await db().asistencia.aggregate({ where: { sesionId }, _max: { orden: true } })
      const first = (_max.orden ?? 0) + 1
      const data = asistencias.map((una, i) => ({ ...storableTexts(una), sesionId, orden: first + i }))
      const created = await db().asistencia.createManyAndReturn({ data, select: { id: true } })
      return created.map(({ id }) => id)
    },
    async updateAsistencia(id, cambios) {
      return asistenciaOf(await db().asistencia.update({ where: { id }, data: storableTexts(cambios) }))
    },
    async removeAsistencias(sesionId, ids) {
      const where = { sesionId, id: { in: [...ids] } }
      const found = await db().asistencia.findMany({ where, orderBy: { orden: "asc" } })
      await db().asistencia.deleteMany({ where })
      return found.map(asistenciaOf)
    },
    async snapshotIntegrantes(sesionId, integrantes) {
      await db().integranteSesion.deleteMany({ where: { sesionId } })
      await db().integranteSesion.createMany({
        data: integrantes.map(({ institucionId, conVoto, rol, orden }) => ({
          sesionId,
          institucionId,
          conVoto,
          rol,
          orden,
        })),
      })
    },
  }
}

/** Only what is given changes; dates as the driver takes them, texts that can be stored. */
function sesionData({ fecha, convocadaEl, instaladaEn, clausuradaEn, ...rest }: CambiosSesion) {
  return {
    ...storableTexts(rest),
    ...(fecha === undefined ? {} : { fecha: dateOrNull(fecha) }),
    ...(convocadaEl === undefined ? {} : { convocadaEl: dateOrNull(convocadaEl) }),
    ...(instaladaEn === undefined ? {} : { instaladaEn: instanteDate(instaladaEn) }),
    ...(clausuradaEn === undefined ? {} : { clausuradaEn: instanteDate(clausuradaEn) }),
  }
}

const instanteDate = (instante: string | null) => (instante === null ? null : new Date(instante))

function puntoData({ resultado, ...rest }: CambiosPunto) {
  const estuvo = rest.estado === undefined ? null : estuvoEnElOrden(rest.estado)
  const outcome =
    resultado === undefined
      ? {}
      : {
          resultadoTipo: resultado?.tipo ?? null,
          resultadoTexto: resultado ? storable(resultado.texto) : null,
        }
  return { ...storableTexts(rest), ...outcome, ...(estuvo === null ? {} : { fueIncluido: estuvo }) }
}

function storableTexts<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === "string" ? storable(value) : value]),
  ) as T
}
