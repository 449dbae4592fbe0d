import type { ConfirmacionAsistencia, Convocatoria } from "../../domain/tipos/convocatoria.ts"
import type { ConvocatoriaRepository } from "../../ports/repositories/convocatoria.ts"
import type { AsistenciaRepository } from "../../ports/repositories/desahogo.ts"
import type { Session } from "../base/client.ts"
import { readContenidoConvocatoria } from "../base/stored-json.ts"
import { instanteOf, instanteOrNull, jsonOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function convocatoriaRepository(session: Session): ConvocatoriaRepository {
  const db = () => session.queries()
  return {
    async list(sesionId) {
      const rows = await db().convocatoria.findMany({ where: { sesionId }, orderBy: { version: "asc" } })
      return rows.map(convocatoriaOf)
    },
    async create({ contenido, motivo, enviadaEn, ...rest }) {
      const data = {
        ...rest,
        motivo: textOrNull(motivo),
        contenido: jsonOf(contenido),
        enviadaEn: enviadaEn === null ? null : new Date(enviadaEn),
      }
      const [created] = await db().convocatoria.createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? convocatoriaOf(created) : null
    },
    async acuses(convocatoriaId) {
      const rows = await db().acuse.findMany({ where: { convocatoriaId }, orderBy: { instante: "asc" } })
      return rows.map(({ id: _, instante, ...acuse }) => ({ ...acuse, instante: instanteOf(instante) }))
    },
    async acusar({ instante, ...acuse }) {
      const data = [{ ...acuse, instante: new Date(instante) }]
      const { count } = await db().acuse.createMany({ data, skipDuplicates: true })
      return count === 1
    },
    async confirmaciones(sesionId) {
      const rows = await db().confirmacionAsistencia.findMany({
        where: { sesionId },
        orderBy: [{ institucionId: "asc" }, { secuencia: "desc" }],
        distinct: ["institucionId"],
      })
      return rows.map(confirmacionOf)
    },
    async confirmar({ instante, nombre, cargo, oficio, ...confirmacion }) {
      await db().confirmacionAsistencia.create({
        data: {
          ...confirmacion,
          nombre: textOrNull(nombre),
          cargo: textOrNull(cargo),
          oficio: textOrNull(oficio),
          instante: new Date(instante),
        },
        select: { id: true },
      })
    },
  }
}

export function asistenciaRepository(session: Session): AsistenciaRepository {
  const db = () => session.queries()
  return {
    async registros(sesionId, llamado) {
      const rows = await db().registroAsistencia.findMany({
        where: { sesionId, llamado },
        orderBy: [{ llegada: "asc" }, { id: "asc" }],
      })
      return rows.map(registroOf)
    },
    async llegada({ llegada, nombre, cargo, oficio, ...registro }) {
      // The partial index "registro_presente_una_vez" decides who of two came first.
      const data = {
        ...registro,
        nombre: textOrNull(nombre),
        cargo: textOrNull(cargo),
        oficio: textOrNull(oficio),
        llegada: new Date(llegada),
      }
      const [created] = await db().registroAsistencia.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
      })
      return created ? registroOf(created) : null
    },
    async salida(sesionId, llamado, institucionId, instante) {
      const { count } = await db().registroAsistencia.updateMany({
        where: { sesionId, llamado, institucionId, salida: null },
        data: { salida: new Date(instante) },
      })
      return count === 1
    },
    async quitar(visto) {
      const { count } = await db().registroAsistencia.deleteMany({ where: registroVisto(visto) })
      return count === 1
    },
    async corregir(visto, { nombre, cargo, llegada, salida, ...cambios }) {
      const { count } = await db().registroAsistencia.updateMany({
        where: registroVisto(visto),
        data: {
          ...cambios,
          ...(nombre === undefined ? {} : { nombre: textOrNull(nombre) }),
          ...(cargo === undefined ? {} : { cargo: textOrNull(cargo) }),
          ...(llegada === undefined ? {} : { llegada: new Date(llegada) }),
          ...(salida === undefined ? {} : { salida: salida === null ? null : new Date(salida) }),
        },
      })
      return count === 1
    },
    async reabrir(visto) {
      const where = registroVisto(visto)
      const { count } = await db().registroAsistencia.updateMany({ where, data: { salida: null } })
      return count === 1
    },
  }
}

const registroVisto = ({ id, salida }: { readonly id: string; readonly salida: string | null }) => ({
  id,
  salida: salida === null ? null : new Date(salida),
})

const textOrNull = (text: string | null) => (text === null ? null : storable(text))

function convocatoriaOf({ contenido, enviadaEn, ...rest }: row.Convocatoria): Convocatoria {
  return { ...rest, contenido: readContenidoConvocatoria(contenido), enviadaEn: instanteOrNull(enviadaEn) }
}

function confirmacionOf({
  id: _id,
  secuencia: _secuencia,
  instante,
  ...rest
}: row.ConfirmacionAsistencia): ConfirmacionAsistencia {
  return { ...rest, instante: instanteOf(instante) }
}

function registroOf({ calidad, llegada, salida, ...rest }: row.RegistroAsistencia) {
  if (calidad === "no_asistira") throw new Error("the database took a roll-call of somebody who did not come")
  return { ...rest, calidad, llegada: instanteOf(llegada), salida: instanteOrNull(salida) }
}
