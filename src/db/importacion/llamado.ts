import { randomUUID } from "node:crypto"
import { contenidoDe } from "../../domain/convocatoria/contenido.ts"
import {
  calidadEnSala,
  diaDelLlamado,
  enCursoImportada,
  requiereLlamado,
} from "../../domain/convocatoria/importada.ts"
import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Queries } from "../base/client.ts"
import { dateOf, fechaOrNull, jsonOf } from "../base/values.ts"
import type { Prisma } from "../generated/client.ts"
import type { Changes } from "./filas/sync.ts"

const BY_ORDEN = { orderBy: { orden: "asc" } } as const

const CON_TODO = {
  organo: true,
  puntos: BY_ORDEN,
  asistencias: BY_ORDEN,
  integrantes: true,
  registros: { select: { id: true }, take: 1 },
  convocatorias: { select: { id: true }, take: 1 },
} satisfies Prisma.SesionInclude

type SesionImportada = Prisma.SesionGetPayload<{ include: typeof CON_TODO }>

interface Context {
  readonly now: Instante
  readonly changes: Changes
}

/**
 * What the sessions of a document that were called need to go on in chat, where it is not on record: their members, the
 * convocatoria that called them and, of those being held, who is in the room.
 */
export async function applyLlamados(
  queries: Queries,
  documento: DocumentoImportacion,
  context: Context,
): Promise<void> {
  const llamadas = documento.sesiones.filter(requiereLlamado)
  if (llamadas.length === 0) return
  const rows: SesionImportada[] = await queries.sesion.findMany({
    where: { OR: llamadas.map(({ organo, clave }) => ({ clave, organo: { clave: organo } })) },
    include: CON_TODO,
  })
  const asientos = await queries.integrante.findMany({
    where: { organoId: { in: [...new Set(rows.map(({ organoId }) => organoId))] } },
  })
  const convocadas = rows.map((row) => ({ row, integrantes: integrantesDe(row, asientos, context) }))
  await queries.integranteSesion.createMany({
    data: convocadas.flatMap(({ row, integrantes }) =>
      integrantes.map(({ institucionId, conVoto, rol }) => ({
        sesionId: row.id,
        institucionId,
        conVoto,
        rol,
      })),
    ),
    skipDuplicates: true,
  })
  // Without members nobody was called: a convocatoria to nobody would only seem one.
  const llenas = convocadas.filter(({ integrantes }) => integrantes.length > 0)
  await crearConvocatorias(
    queries,
    llenas.map(({ row }) => row).filter(({ convocatorias }) => convocatorias.length === 0),
    context,
  )
  await queries.registroAsistencia.createMany({
    data: llenas.flatMap(({ row, integrantes }) =>
      lista(row, new Set(integrantes.map(({ institucionId }) => institucionId))),
    ),
  })
}

type Miembro = Pick<SesionImportada["integrantes"][number], "institucionId" | "conVoto" | "rol">
type Asiento = Miembro & {
  readonly organoId: string
  readonly desde: Date | null
  readonly hasta: Date | null
}

/** Those that are on record; of a session without any, the members of the day on which it was called. */
function integrantesDe(
  row: SesionImportada,
  asientos: readonly Asiento[],
  { now }: Context,
): readonly Miembro[] {
  if (row.integrantes.length > 0) return row.integrantes
  const sesion = { fecha: fechaOrNull(row.fecha), convocadaEl: fechaOrNull(row.convocadaEl) }
  const dia = dateOf(diaDelLlamado(sesion, fechaEnZona(now, row.organo.zona)))
  return asientos.filter(
    ({ organoId, desde, hasta }) =>
      organoId === row.organoId && (desde === null || desde <= dia) && (hasta === null || hasta >= dia),
  )
}

async function crearConvocatorias(
  queries: Queries,
  rows: readonly SesionImportada[],
  { changes }: Context,
): Promise<void> {
  const convocatorias = rows.map((row) => {
    const puntos = puntosVigentes(row.puntos.map((punto) => ({ ...punto, resultado: null })))
    const contenido = contenidoDe({ ...row, fecha: fechaOrNull(row.fecha) }, puntos)
    return { id: randomUUID(), sesionId: row.id, version: 1, tipo: "convocatoria", contenido } as const
  })
  await queries.convocatoria.createMany({
    data: convocatorias.map((una) => ({ ...una, contenido: jsonOf(una.contenido) })),
  })
  convocatorias.forEach(({ id, ...despues }, i) => {
    changes.log.push({
      tipo: "convocatoria",
      id,
      antes: null,
      despues: { ...despues, organoId: rows[i]?.organoId },
    })
  })
}

/** Whoever the file says attended a session that is being held is in the room since it began. */
function lista(
  { id, estado, llamado, instaladaEn, modalidad, asistencias, registros }: SesionImportada,
  convocadas: ReadonlySet<string>,
): readonly Prisma.RegistroAsistenciaCreateManyInput[] {
  if (!enCursoImportada({ estado }) || instaladaEn === null || registros.length > 0) return []
  const porInstitucion = new Map(
    asistencias.flatMap((asistencia) => {
      const { institucionId, personaNombre, personaCargo } = asistencia
      const calidad = calidadEnSala(asistencia)
      if (institucionId === null || calidad === null || !convocadas.has(institucionId)) return []
      const registro = {
        sesionId: id,
        institucionId,
        llamado,
        calidad,
        remota: modalidad === "remota",
        nombre: personaNombre,
        cargo: personaCargo,
        llegada: instaladaEn,
      }
      return [[institucionId, registro] as const]
    }),
  )
  return [...porInstitucion.values()]
}
