import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { DatosExistentes } from "../../ports/repositories/importacion.ts"
import { DE_TODOS } from "../base/canales.ts"
import type { Queries } from "../base/client.ts"
import { fechaOf, fechaOrNull } from "../base/values.ts"
import { exportConstancias } from "./constancias/export.ts"
import { readNombres } from "./filas/nombres.ts"

/** Claves asked for in one query: PostgreSQL takes 65,535 values a statement. */
const CHUNK = 10_000

/** What a document may refer to or contradict; of what grows with the years, only its own part. */
export async function readExisting(
  queries: Queries,
  documento: DocumentoImportacion,
): Promise<DatosExistentes> {
  const organos = await queries.organo.findMany({
    select: { clave: true, nombreOficial: true, nombreCorto: true, padre: { select: { clave: true } } },
  })
  const instituciones = await queries.institucion.findMany({
    select: {
      siglas: true,
      nombre: true,
      alias: { select: { texto: true } },
      sucesora: { select: { siglas: true } },
    },
  })
  const personas = await queries.persona.findMany({ select: { clave: true, nombre: true } })
  const titulares = await queries.designacion.findMany({
    where: { calidad: "titular" },
    include: { persona: true, organo: true, institucion: true },
  })
  const asientos = await queries.integrante.findMany({
    select: {
      desde: true,
      hasta: true,
      organo: { select: { clave: true } },
      institucion: { select: { siglas: true } },
    },
  })
  const canales = await queries.canal.findMany({
    where: DE_TODOS,
    include: { organo: { select: { clave: true } } },
  })
  return {
    organos: organos.map(({ clave, padre, nombreOficial, nombreCorto }) => ({
      clave,
      padre: padre?.clave ?? null,
      nombres: [nombreOficial, nombreCorto],
    })),
    instituciones: instituciones.map(({ siglas, sucesora, nombre, alias }) => ({
      siglas,
      sucesora: sucesora?.siglas ?? null,
      nombres: [nombre, ...alias.map(({ texto }) => texto)],
    })),
    personas,
    titulares: titulares.map(({ persona, organo, institucion, desde, hasta }) => ({
      persona: persona.clave,
      organo: organo.clave,
      institucion: institucion?.siglas ?? null,
      desde: fechaOf(desde),
      hasta: fechaOrNull(hasta),
    })),
    asientos: asientos.map(({ organo, institucion, desde, hasta }) => ({
      organo: organo.clave,
      institucion: institucion.siglas,
      desde: fechaOrNull(desde),
      hasta: fechaOrNull(hasta),
    })),
    canales: canales.map(({ organo, clave, adapter, workspace, channel }) => ({
      organo: organo.clave,
      clave,
      adapter,
      workspace,
      canal: channel,
    })),
    ...(await readSesiones(queries, documento)),
  }
}

async function readSesiones(
  queries: Queries,
  documento: DocumentoImportacion,
): Promise<Pick<DatosExistentes, "sesiones" | "acuerdos" | "compromisos" | "constancias">> {
  const bodies = bodiesOf(documento)
  const sesiones = await queries.sesion.findMany({
    where: bodies,
    select: {
      id: true,
      clave: true,
      estado: true,
      organo: { select: { clave: true } },
      _count: { select: { hechos: true, asistencias: true, puntos: true } },
    },
  })
  const acuerdos = await queries.acuerdo.findMany({
    where: bodies,
    select: {
      clave: true,
      claveNormalizada: true,
      organo: { select: { clave: true } },
      sesion: { select: { clave: true } },
    },
  })
  const porPersonas = await touchedByPeople(
    queries,
    sesiones.map(({ id }) => `sesion:${id}`),
  )
  return {
    sesiones: sesiones.map(({ id, clave, estado, organo, _count }) => ({
      organo: organo.clave,
      clave,
      estado,
      porPersonas: porPersonas.has(`sesion:${id}`),
      ..._count,
    })),
    acuerdos: acuerdos.map(({ clave, claveNormalizada, organo, sesion }) => ({
      organo: organo.clave,
      sesion: sesion.clave,
      clave,
      claveNormalizada,
    })),
    compromisos: await readCompromisos(queries, documento),
    constancias: await readConstancias(queries, documento),
  }
}

/** Its sessions' own. */
const bodiesOf = ({ sesiones, constancias = [] }: DocumentoImportacion) => ({
  organo: { clave: { in: [...new Set([...sesiones, ...constancias].map(({ organo }) => organo))] } },
})

/** What is on record already of the sessions of which the document brings constancias. */
async function readConstancias(
  queries: Queries,
  { constancias = [] }: DocumentoImportacion,
): Promise<DatosExistentes["constancias"]> {
  if (constancias.length === 0) return []
  const named = new Set(constancias.map(({ organo, sesion }) => JSON.stringify([organo, sesion])))
  const claves = [...new Set(constancias.map(({ sesion }) => sesion))]
  const found = await exportConstancias(queries, await readNombres(queries), { clave: { in: claves } })
  return found.filter(({ organo, sesion }) => named.has(JSON.stringify([organo, sesion])))
}

async function readCompromisos(
  queries: Queries,
  documento: DocumentoImportacion,
): Promise<DatosExistentes["compromisos"]> {
  // Two bodies may have the same one.
  const claves = [
    ...new Set([
      ...documento.sesiones.flatMap((s) => s.acuerdos.flatMap((a) => a.compromisos)).map((c) => c.clave),
      ...(documento.constancias ?? []).flatMap((c) =>
        [...c.aplazamientos, ...c.prorrogas].map(({ compromiso }) => compromiso),
      ),
    ]),
  ]
  const found = []
  for (let from = 0; from < claves.length; from += CHUNK) {
    const some = await queries.compromiso.findMany({
      where: { clave: { in: claves.slice(from, from + CHUNK) }, acuerdo: bodiesOf(documento) },
      select: {
        id: true,
        clave: true,
        estado: true,
        fechaReprogramada: true,
        reprogramaciones: true,
        prorrogaPedida: true,
        acuerdo: { select: { clave: true, organo: { select: { clave: true } } } },
      },
    })
    found.push(...some)
  }
  const porPersonas = await touchedByPeople(
    queries,
    found.map(({ id }) => `compromiso:${id}`),
  )
  return found.map(({ id, clave, estado, fechaReprogramada, reprogramaciones, prorrogaPedida, acuerdo }) => ({
    clave,
    acuerdo: acuerdo.clave,
    organo: acuerdo.organo.clave,
    estado,
    fechaReprogramada: fechaOrNull(fechaReprogramada),
    reprogramaciones,
    prorrogaPedida: fechaOrNull(prorrogaPedida),
    porPersonas: porPersonas.has(`compromiso:${id}`),
  }))
}

/** Of these, the ones to which somebody ever did something: an import on top of that does not undo that it was done. */
async function touchedByPeople(queries: Queries, objetos: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (let from = 0; from < objetos.length; from += CHUNK) {
    const rows = await queries.$queryRaw<{ objeto: string }[]>`
      SELECT DISTINCT "objeto" FROM "evento"
      WHERE "objeto" = ANY (${objetos.slice(from, from + CHUNK)}::text[]) AND "tipo" NOT LIKE 'importacion.%'`
    for (const { objeto } of rows) found.add(objeto)
  }
  return found
}
