import { normalizarClave } from "../../domain/clave.ts"
import type { DocumentoImportacion, ResumenImportacion } from "../../domain/importacion.ts"
import type { Fecha, Instante } from "../../domain/tipos.ts"
import type { Queries } from "../client.ts"
import { Changes, keyText, type Row, sync } from "./sync.ts"

type Ids = ReadonlyMap<string, string>

const day = (fecha: Fecha | null) => (fecha === null ? null : new Date(`${fecha}T00:00:00Z`))
const ref = (ids: Ids, ...key: readonly (string | null)[]) => {
  const id = ids.get(keyText(key))
  if (id === undefined) throw new Error(`Unresolved reference in an import: ${key.join(" / ")}`)
  return id
}
const optionalRef = (ids: Ids, key: string | null) => (key === null ? null : ref(ids, key))

/** Writes a document within a transaction. References were checked before; a broken one here undoes everything. */
export async function applyDocument(
  queries: Queries,
  documento: DocumentoImportacion,
  now: Instante,
): Promise<ResumenImportacion> {
  // Two imports at once would both find a record missing.
  await queries.$executeRaw`SELECT pg_advisory_xact_lock(7301)`
  const changes = new Changes()
  const run = (name: string, table: unknown, key: readonly string[], rows: readonly Row[], where?: object) =>
    sync({ name, table, key, rows, changes, ...(where ? { where } : {}) })

  const organos = await syncOrganos(queries, documento, run)
  const instituciones = await syncInstituciones(queries, documento, run)
  const personas = await run(
    "persona",
    queries.persona,
    ["clave"],
    documento.personas.map(({ clave, nombre, titulo, cargo, origen }) => ({
      clave,
      nombre,
      titulo,
      cargo,
      origen,
    })),
  )
  await syncDirectorio(queries, documento, { organos, instituciones, personas }, now, run)
  await syncSesiones(queries, documento, { organos, instituciones, personas }, run)

  const resumen = {
    creados: changes.created,
    actualizados: changes.updated.length,
    sinCambio: changes.unchanged,
  }
  if (resumen.creados + resumen.actualizados > 0) {
    const log = {
      tipo: "importacion",
      objeto: "importacion",
      plataforma: "sistema",
      instante: new Date(now),
    } as const
    const antes = changes.updated.map(({ tabla, antes: before }) => ({ tabla, ...before }))
    const despues = {
      ...resumen,
      cambios: changes.updated.map(({ tabla, despues: after }) => ({ tabla, ...after })),
    }
    await queries.evento.create({ data: { ...log, antes: plain(antes), despues: plain(despues) } })
  }
  return resumen
}

/** Dates inside become ISO text, so that the log holds plain JSON. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

type Run = (
  name: string,
  table: unknown,
  key: readonly string[],
  rows: readonly Row[],
  where?: object,
) => Promise<Ids>

async function syncOrganos(queries: Queries, documento: DocumentoImportacion, run: Run): Promise<Ids> {
  const rows = documento.organos.map(
    ({ clave, tipo, nombreOficial, nombreCorto, zona, objetivo, origen }) => ({
      clave,
      tipo,
      nombreOficial,
      nombreCorto,
      zona,
      objetivo,
      origen,
    }),
  )
  const organos = await run("organo", queries.organo, ["clave"], rows)
  // Parents come second: a body may stand before its parent in the file.
  for (const { clave, padre } of documento.organos) {
    if (padre === null) continue
    await queries.organo.update({ where: { clave }, data: { padreId: ref(organos, padre) } })
  }
  const perfiles = documento.organos.flatMap((organo) =>
    organo.perfiles.map(({ version, vigenteDesde, ...reglas }) => ({
      organoId: ref(organos, organo.clave),
      version,
      vigenteDesde: day(vigenteDesde),
      reglas,
    })),
  )
  await run("perfil_reglas", queries.perfilReglas, ["organoId", "version"], perfiles)
  return organos
}

async function syncInstituciones(queries: Queries, documento: DocumentoImportacion, run: Run): Promise<Ids> {
  const instituciones = await run(
    "institucion",
    queries.institucion,
    ["siglas"],
    documento.instituciones.map(({ siglas, nombre, vigenteDesde, vigenteHasta, origen }) => ({
      siglas,
      nombre,
      vigenteDesde: day(vigenteDesde),
      vigenteHasta: day(vigenteHasta),
      origen,
    })),
  )
  for (const { siglas, sucesora } of documento.instituciones) {
    if (sucesora === null) continue
    await queries.institucion.update({
      where: { siglas },
      data: { sucesoraId: ref(instituciones, sucesora) },
    })
  }
  const alias = documento.instituciones.flatMap((institucion) =>
    institucion.alias.map(({ texto, desde, hasta }) => ({
      institucionId: ref(instituciones, institucion.siglas),
      texto,
      desde: day(desde),
      hasta: day(hasta),
    })),
  )
  await run("alias_institucion", queries.aliasInstitucion, ["institucionId", "texto"], alias)
  return instituciones
}

interface Directorio {
  readonly organos: Ids
  readonly instituciones: Ids
  readonly personas: Ids
}

async function syncDirectorio(
  queries: Queries,
  documento: DocumentoImportacion,
  { organos, instituciones, personas }: Directorio,
  now: Instante,
  run: Run,
): Promise<void> {
  await run(
    "integrante",
    queries.integrante,
    ["organoId", "institucionId", "desde"],
    documento.integrantes.map(({ organo, institucion, conVoto, rol, fundamento, desde, hasta }) => ({
      organoId: ref(organos, organo),
      institucionId: ref(instituciones, institucion),
      conVoto,
      rol,
      fundamento,
      desde: day(desde),
      hasta: day(hasta),
    })),
  )
  await run(
    "designacion",
    queries.designacion,
    ["personaId", "organoId", "calidad", "institucionId", "desde"],
    documento.designaciones.map(({ persona, organo, institucion, calidad, oficio, desde, hasta }) => ({
      personaId: ref(personas, persona),
      organoId: ref(organos, organo),
      institucionId: optionalRef(instituciones, institucion),
      calidad,
      oficio,
      desde: day(desde),
      hasta: day(hasta),
    })),
  )
  await syncCuentas(queries, documento, personas, now, run)
  await run(
    "canal",
    queries.canal,
    ["clave"],
    documento.canales.map(({ canal, organo, institucion, ...rest }) => ({
      ...rest,
      channel: canal,
      organoId: ref(organos, organo),
      institucionId: optionalRef(instituciones, institucion),
    })),
  )
  await run(
    "dia_inhabil",
    queries.diaInhabil,
    ["fecha", "ambito", "organoId", "institucionId"],
    documento.inhabiles.map(({ fecha, organo, institucion, ...rest }) => ({
      ...rest,
      fecha: day(fecha),
      organoId: optionalRef(organos, organo),
      institucionId: optionalRef(instituciones, institucion),
    })),
  )
}

/** An account keeps the instant at which it was first linked; only its person may change. */
async function syncCuentas(
  queries: Queries,
  documento: DocumentoImportacion,
  personas: Ids,
  now: Instante,
  run: Run,
) {
  const linked = new Map(
    (await queries.cuentaChat.findMany({})).map((c) => [
      keyText([c.adapter, c.workspace, c.user]),
      c.vinculadaEn,
    ]),
  )
  await run(
    "cuenta_chat",
    queries.cuentaChat,
    ["adapter", "workspace", "user"],
    documento.cuentas.map(({ adapter, workspace, usuario, persona }) => ({
      adapter,
      workspace,
      user: usuario,
      personaId: ref(personas, persona),
      vinculadaEn: linked.get(keyText([adapter, workspace, usuario])) ?? new Date(now),
    })),
  )
}

async function syncSesiones(
  queries: Queries,
  documento: DocumentoImportacion,
  { organos, instituciones, personas }: Directorio,
  run: Run,
): Promise<void> {
  const sesiones = await run(
    "sesion",
    queries.sesion,
    ["organoId", "clave"],
    documento.sesiones.map(
      ({ organo, fecha, convocadaEl, hechos, asistencias, puntos, acuerdos, ...rest }) => ({
        ...rest,
        organoId: ref(organos, organo),
        fecha: day(fecha),
        convocadaEl: day(convocadaEl),
      }),
    ),
  )
  const located = documento.sesiones.map((sesion) => ({
    ...sesion,
    id: ref(sesiones, ref(organos, sesion.organo), sesion.clave),
  }))
  const where = { sesionId: { in: located.map(({ id }) => id) } }
  const numbered = <T>(items: readonly T[], sesionId: string) =>
    items.map((item, i) => ({ sesionId, orden: i + 1, item }))

  const hechos = located.flatMap((s) =>
    numbered(s.hechos, s.id).map(({ item, ...at }) => ({ ...at, ...item })),
  )
  await run("hecho_sesion", queries.hechoSesion, ["sesionId", "orden"], hechos, where)

  const asistencias = located.flatMap((s) =>
    numbered(s.asistencias, s.id).map(({ item: { institucion, ...item }, ...at }) => ({
      ...at,
      ...item,
      institucionId: optionalRef(instituciones, institucion),
    })),
  )
  await run("asistencia", queries.asistencia, ["sesionId", "orden"], asistencias, where)

  const puntosRows = located.flatMap((s) =>
    numbered(s.puntos, s.id).map(({ item: { resultado, proponente, ...item }, ...at }) => ({
      ...at,
      ...item,
      resultadoTipo: resultado?.tipo ?? null,
      resultadoTexto: resultado?.texto ?? null,
      institucionProponenteId: optionalRef(instituciones, proponente),
    })),
  )
  const puntos = await run("punto_orden_dia", queries.puntoOrdenDia, ["sesionId", "orden"], puntosRows, where)

  const acuerdosRows = located.flatMap((s) =>
    s.acuerdos.map(({ punto, compromisos, ...acuerdo }) => ({
      ...acuerdo,
      organoId: ref(organos, s.organo),
      sesionId: s.id,
      puntoId: punto === null ? null : (puntos.get(keyText([s.id, punto])) ?? null),
      claveNormalizada: normalizarClave(acuerdo.clave),
    })),
  )
  const acuerdos = await run("acuerdo", queries.acuerdo, ["organoId", "clave"], acuerdosRows, {
    organoId: { in: [...new Set(located.map((s) => ref(organos, s.organo)))] },
  })

  const owed = located.flatMap((s) =>
    s.acuerdos.flatMap((a) =>
      a.compromisos.map((c) => ({ ...c, acuerdoId: ref(acuerdos, ref(organos, s.organo), a.clave) })),
    ),
  )
  const compromisosRows = owed.map(
    ({ institucion, fechaCompromiso, fechaReprogramada, avances, ...rest }) => ({
      ...rest,
      institucionId: optionalRef(instituciones, institucion),
      fechaCompromiso: day(fechaCompromiso),
      fechaReprogramada: day(fechaReprogramada),
    }),
  )
  const claves = owed.map((c) => c.clave)
  const compromisos = await run("compromiso", queries.compromiso, ["clave"], compromisosRows, {
    clave: { in: claves },
  })

  const avances = owed.flatMap((c) =>
    c.avances.map(({ persona, registradoEn, texto, url }) => ({
      compromisoId: ref(compromisos, c.clave),
      texto,
      url,
      personaId: optionalRef(personas, persona),
      registradoEn: new Date(registradoEn),
    })),
  )
  await run("avance", queries.avance, ["compromisoId", "registradoEn", "texto"], avances, {
    compromisoId: { in: [...new Set(avances.map((a) => a.compromisoId))] },
  })
}
