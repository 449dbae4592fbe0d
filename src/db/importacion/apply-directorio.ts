import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Queries } from "../base/client.ts"
import { dateOf, dateOrNull, jsonOf } from "../base/values.ts"
import type { Directorio, Run } from "./filas/run.ts"
import { type Changes, type Ids, keyText, optionalRef, ref } from "./filas/sync.ts"

interface Context {
  readonly now: Instante
  readonly run: Run
  readonly changes: Changes
}

export async function applyDirectorio(
  queries: Queries,
  documento: DocumentoImportacion,
  { now, run, changes }: Context,
): Promise<Directorio> {
  const organos = await applyOrganos(queries, documento, run, changes)
  const instituciones = await applyInstituciones(queries, documento, run, changes)
  const personas = await run("persona", queries.persona, ["clave"], documento.personas.map(pick))
  const directorio = { organos, instituciones, personas }
  await applyPerfiles(queries, documento, directorio, { now, run, changes })
  await applyPuestos(queries, documento, directorio, run)
  await applyCuentas(queries, documento, personas, now, run)
  await applyCanales(queries, documento, directorio, run)
  return directorio
}

const pick = ({ clave, nombre, titulo, cargo, origen }: DocumentoImportacion["personas"][number]) => ({
  clave,
  nombre,
  titulo,
  cargo,
  origen,
})

async function applyOrganos(queries: Queries, documento: DocumentoImportacion, run: Run, changes: Changes) {
  const organos = await run(
    "organo",
    queries.organo,
    ["clave"],
    // A file that says nothing of the calendar takes none away from a body that has one, nor opens one that is closed.
    documento.organos.map(({ padre, perfiles, calendario, cerradoEl, ...organo }) => ({
      ...organo,
      ...(calendario === null ? {} : { calendario }),
      ...(cerradoEl === null ? {} : { cerradoEl: dateOf(cerradoEl) }),
    })),
  )
  // Parents come second: a body may stand before its parent in the file.
  const links = documento.organos.map(({ clave, padre }) => ({
    id: ref(organos, clave),
    to: optionalRef(organos, padre),
  }))
  const current = await queries.organo.findMany({ select: { id: true, padreId: true } })
  await relink(
    "organo",
    "padreId",
    links,
    new Map(current.map((o) => [o.id, o.padreId])),
    (id, padreId) => queries.organo.update({ where: { id }, data: { padreId } }),
    changes,
  )
  return organos
}

/** What is on record of where a version comes from stays where the file says nothing of it. */
async function applyPerfiles(
  queries: Queries,
  documento: DocumentoImportacion,
  { organos, personas }: Pick<Directorio, "organos" | "personas">,
  { now, run }: Context,
): Promise<void> {
  const known = new Map(
    (await queries.perfilReglas.findMany({})).map((p) => [keyText([p.organoId, p.version]), p]),
  )
  const perfiles = documento.organos.flatMap((organo) =>
    organo.perfiles.map(({ version, vigenteDesde, fuente, registradoPor, registradoEn, ...reglas }) => {
      const organoId = ref(organos, organo.clave)
      const antes = known.get(keyText([organoId, version]))
      const registrado = registradoEn ? new Date(registradoEn) : undefined
      return {
        organoId,
        version,
        vigenteDesde: dateOf(vigenteDesde),
        reglas: jsonOf(reglas),
        fuente: fuente ?? antes?.fuente ?? null,
        personaId: optionalRef(personas, registradoPor ?? null) ?? antes?.personaId ?? null,
        registradoEn: registrado ?? (antes === undefined ? new Date(now) : antes.registradoEn),
      }
    }),
  )
  await run("perfil_reglas", queries.perfilReglas, ["organoId", "version"], perfiles)
}

async function applyInstituciones(
  queries: Queries,
  documento: DocumentoImportacion,
  run: Run,
  changes: Changes,
) {
  const instituciones = await run(
    "institucion",
    queries.institucion,
    ["siglas"],
    documento.instituciones.map(({ sucesora, alias, vigenteDesde, vigenteHasta, ...institucion }) => ({
      ...institucion,
      vigenteDesde: dateOrNull(vigenteDesde),
      vigenteHasta: dateOrNull(vigenteHasta),
    })),
  )
  const links = documento.instituciones.map(({ siglas, sucesora }) => ({
    id: ref(instituciones, siglas),
    to: optionalRef(instituciones, sucesora),
  }))
  const current = await queries.institucion.findMany({ select: { id: true, sucesoraId: true } })
  await relink(
    "institucion",
    "sucesoraId",
    links,
    new Map(current.map((i) => [i.id, i.sucesoraId])),
    (id, sucesoraId) => queries.institucion.update({ where: { id }, data: { sucesoraId } }),
    changes,
  )
  const alias = documento.instituciones.flatMap((institucion) =>
    institucion.alias.map(({ texto, desde, hasta }) => ({
      institucionId: ref(instituciones, institucion.siglas),
      texto,
      desde: dateOrNull(desde),
      hasta: dateOrNull(hasta),
    })),
  )
  await run("alias_institucion", queries.aliasInstitucion, ["institucionId", "texto"], alias)
  return instituciones
}

/** Sets the links of a table to itself where they differ. The link of a record just created is part of its creation. */
async function relink(
  tipo: string,
  field: string,
  links: readonly { readonly id: string; readonly to: string | null }[],
  current: ReadonlyMap<string, string | null>,
  write: (id: string, to: string | null) => Promise<unknown>,
  changes: Changes,
): Promise<void> {
  const logged = new Set(changes.log.map((change) => change.id))
  for (const { id, to } of links) {
    const before = current.get(id) ?? null
    if (before === to) continue
    await write(id, to)
    changes.log.push({ tipo, id, antes: { [field]: before }, despues: { [field]: to } })
    if (!logged.has(id)) changes.moved(tipo)
  }
}

async function applyPuestos(
  queries: Queries,
  documento: DocumentoImportacion,
  { organos, instituciones, personas }: Directorio,
  run: Run,
): Promise<void> {
  await run(
    "integrante",
    queries.integrante,
    ["organoId", "institucionId", "desde"],
    documento.integrantes.map(({ organo, institucion, desde, hasta, ...integrante }) => ({
      ...integrante,
      organoId: ref(organos, organo),
      institucionId: ref(instituciones, institucion),
      desde: dateOrNull(desde),
      hasta: dateOrNull(hasta),
    })),
  )
  await run(
    "designacion",
    queries.designacion,
    ["personaId", "organoId", "calidad", "institucionId", "desde"],
    documento.designaciones.map(({ persona, organo, institucion, desde, hasta, ...designacion }) => ({
      ...designacion,
      personaId: ref(personas, persona),
      organoId: ref(organos, organo),
      institucionId: optionalRef(instituciones, institucion),
      desde: dateOf(desde),
      hasta: dateOrNull(hasta),
    })),
  )
}

/** An account keeps the instant at which it was first linked; only its person may change. */
async function applyCuentas(
  queries: Queries,
  documento: DocumentoImportacion,
  personas: Ids,
  now: Instante,
  run: Run,
): Promise<void> {
  const linked = new Map(
    (await queries.cuentaChat.findMany({})).map((c) => [keyText([c.adapter, c.workspace, c.user]), c]),
  )
  await run(
    "cuenta_chat",
    queries.cuentaChat,
    ["adapter", "workspace", "user"],
    documento.cuentas.map(({ adapter, workspace, usuario, persona, vinculadaEn, suspendidaEn }) => ({
      adapter,
      workspace,
      user: usuario,
      personaId: ref(personas, persona),
      vinculadaEn:
        linked.get(keyText([adapter, workspace, usuario]))?.vinculadaEn ?? new Date(vinculadaEn ?? now),
      // A file that does not say so suspends nothing and lifts nothing.
      suspendidaEn: suspendidaEn
        ? new Date(suspendidaEn)
        : (linked.get(keyText([adapter, workspace, usuario]))?.suspendidaEn ?? null),
    })),
  )
}

async function applyCanales(
  queries: Queries,
  documento: DocumentoImportacion,
  { organos, instituciones }: Directorio,
  run: Run,
): Promise<void> {
  await run(
    "canal",
    queries.canal,
    ["organoId", "clave"],
    documento.canales.map(({ canal, organo, institucion, ...rest }) => ({
      ...rest,
      channel: canal,
      organoId: ref(organos, organo),
      institucionId: optionalRef(instituciones, institucion),
    })),
  )
  await readdressWaiting(queries)
  await run(
    "dia_inhabil",
    queries.diaInhabil,
    ["fecha", "ambito", "organoId", "institucionId"],
    documento.inhabiles.map(({ fecha, organo, institucion, fuente, ...rest }) => ({
      ...rest,
      // A file that does not say where a day comes from takes that away from none.
      ...(fuente === null ? {} : { fuente }),
      fecha: dateOf(fecha),
      organoId: optionalRef(organos, organo),
      institucionId: optionalRef(instituciones, institucion),
    })),
  )
}

/** What waits for a channel that was moved leaves for where it is now; of what has begun to leave, nothing is split. */
async function readdressWaiting(queries: Queries): Promise<void> {
  await queries.$executeRaw`
    UPDATE "delivery" SET "adapter" = "canal"."adapter", "workspace" = "canal"."workspace", "channel" = "canal"."channel"
    FROM "canal" WHERE "delivery"."canal_id" = "canal"."id" AND "delivery"."state" = 'pending'
      AND "delivery"."receipts" = '[]'::jsonb AND "delivery"."edits_id" IS NULL AND "delivery"."pins_id" IS NULL
      AND ("delivery"."adapter", "delivery"."workspace", "delivery"."channel")
        <> ("canal"."adapter", "canal"."workspace", "canal"."channel")`
}
