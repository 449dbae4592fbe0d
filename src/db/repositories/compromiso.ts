import type { Avance } from "../../domain/tipos/compromiso.ts"
import type {
  AplazamientoRepository,
  CompromisoConAcuerdo,
  CompromisoFilter,
  CompromisoRepository,
} from "../../ports/repositories/compromiso.ts"
import { cadenciaRow } from "../base/cadencia-row.ts"
import type { Session } from "../base/client.ts"
import { readBatch } from "../base/read-batch.ts"
import { acuerdoOf, avanceOf, compromisoOf, conAcuerdo } from "../base/rows.ts"
import { dateOf, dateOrNull, fechaOf, isUuid, storable } from "../base/values.ts"
import type { Prisma } from "../generated/client.ts"
import { cargaPorInstitucion } from "./compromiso-carga.ts"

const CON_ACUERDO = { acuerdo: { include: conAcuerdo } } as const

export function compromisoRepository(session: Session): CompromisoRepository {
  const db = () => session.queries()
  const list = async (filter: CompromisoFilter) => {
    const rows = await db().compromiso.findMany({
      where: whereOf(filter),
      include: CON_ACUERDO,
      orderBy: [{ fechaVigente: { sort: "asc", nulls: "last" } }, { clave: "asc" }],
    })
    return rows.map(withAcuerdo)
  }
  // When the day begins, every message asks whether what it says still holds.
  const listTogether = readBatch<CompromisoConAcuerdo>(
    ({ compromiso }) => compromiso.id,
    (ids) => list({ ids }),
  )
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().compromiso.findUnique({ where: { id }, include: CON_ACUERDO })
      return found && withAcuerdo(found)
    },
    list: (filter) => {
      const { ids, ...rest } = filter
      const alone = session.inTransaction() || ids === undefined || Object.keys(rest).length > 0
      return alone ? list(filter) : listTogether(ids)
    },
    carga: (organoId, range) => cargaPorInstitucion(session, organoId, range),
    async avances(compromisoId) {
      const rows = await db().avance.findMany({
        where: { compromisoId },
        orderBy: [{ registradoEn: "desc" }, { id: "desc" }],
      })
      return rows.map(avanceOf)
    },
    async ultimosAvances(organoId) {
      const rows = await db().avance.findMany({
        where: { compromiso: { organoId } },
        distinct: ["compromisoId"],
        orderBy: [{ compromisoId: "asc" }, { registradoEn: "desc" }, { id: "desc" }],
      })
      return new Map(rows.map((row) => [row.compromisoId, avanceOf(row)]))
    },
    async evidencias(organoId) {
      const rows = await db().avance.findMany({
        where: { compromiso: { organoId }, url: { not: null } },
        orderBy: [{ compromisoId: "asc" }, { registradoEn: "desc" }, { id: "desc" }],
      })
      const found = new Map<string, Avance[]>()
      for (const row of rows) {
        const suyas = found.get(row.compromisoId) ?? []
        found.set(row.compromisoId, suyas)
        suyas.push(avanceOf(row))
      }
      return found
    },
    async update(
      visto,
      { fechaReprogramada, cumplidoEl, corresponsables, cadencia, informadoEl, ...cambios },
    ) {
      const { count } = await db().compromiso.updateMany({
        where: {
          id: visto.id,
          estado: visto.estado,
          fechaReprogramada: dateOrNull(visto.fechaReprogramada),
          prorrogaPedida: dateOrNull(visto.prorrogaPedida),
          institucionId: visto.institucionId,
          corresponsables: { equals: [...visto.corresponsables] },
          ...cadenciaRow(visto.cadencia),
        },
        data: {
          ...cambios,
          ...(cadencia === undefined ? {} : cadenciaRow(cadencia)),
          ...(informadoEl === undefined ? {} : { informadoEl: dateOrNull(informadoEl) }),
          ...(corresponsables === undefined ? {} : { corresponsables: [...corresponsables] }),
          ...(fechaReprogramada === undefined ? {} : { fechaReprogramada: dateOrNull(fechaReprogramada) }),
          ...(cumplidoEl === undefined ? {} : { cumplidoEl: dateOrNull(cumplidoEl) }),
        },
      })
      return count === 1
    },
    async addAvance({ texto, url, registradoEn, ...avance }) {
      const data = { ...avance, texto: storable(texto), url, registradoEn: new Date(registradoEn) }
      await db().avance.create({ data, select: { id: true } })
    },
  }
}

export function aplazamientoRepository(session: Session): AplazamientoRepository {
  const db = () => session.queries()
  return {
    async create({ hasta, creadoEn, ...aplazamiento }) {
      const data = { ...aplazamiento, hasta: dateOf(hasta), creadoEn: new Date(creadoEn) }
      await db().aplazamiento.create({ data, select: { id: true } })
    },
    async vigentes(desde) {
      const rows = await db().aplazamiento.findMany({
        where: { compromiso: { aplazamientos: { some: { hasta: { gte: dateOf(desde) } } } } },
        orderBy: { secuencia: "asc" },
        select: { compromisoId: true, hasta: true },
      })
      // The newest one is read last and stays, also one that ends what was put off before it.
      const ultimos = new Map(rows.map(({ compromisoId, hasta }) => [compromisoId, fechaOf(hasta)]))
      return new Map([...ultimos].filter(([, hasta]) => hasta >= desde))
    },
  }
}

function withAcuerdo({
  acuerdo,
  ...compromiso
}: Prisma.CompromisoGetPayload<{ include: typeof CON_ACUERDO }>) {
  return { compromiso: compromisoOf(compromiso), acuerdo: acuerdoOf(acuerdo) }
}

function whereOf(filter: CompromisoFilter): Prisma.CompromisoWhereInput {
  const {
    ids,
    organoId,
    institucionId,
    deInstituciones,
    acuerdoId,
    sesionId,
    estados,
    conProrroga,
    conCadencia,
    venceDesde,
    venceHasta,
  } = filter
  return {
    ...(ids !== undefined && { id: { in: ids.filter(isUuid) } }),
    ...(institucionId !== undefined && { institucionId }),
    ...(deInstituciones !== undefined && {
      OR: [
        { institucionId: { in: [...deInstituciones] } },
        { corresponsables: { hasSome: [...deInstituciones] } },
      ],
    }),
    ...(acuerdoId !== undefined && { acuerdoId }),
    ...(organoId !== undefined && { organoId }),
    ...(sesionId !== undefined && { acuerdo: { sesionId } }),
    ...(estados !== undefined && { estado: { in: [...estados] } }),
    ...(conCadencia === true && { cadencia: { not: null } }),
    ...(conProrroga === true && { prorrogaPedida: { not: null } }),
    ...((venceDesde !== undefined || venceHasta !== undefined) && {
      fechaVigente: {
        ...(venceDesde !== undefined && { gte: dateOf(venceDesde) }),
        ...(venceHasta !== undefined && { lte: dateOf(venceHasta) }),
      },
    }),
  }
}
