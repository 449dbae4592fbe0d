import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import type { Queries } from "../../base/client.ts"
import { dateOf, jsonOf } from "../../base/values.ts"
import type { Directorio } from "../filas/run.ts"
import { append, type Changes, type Ids, optionalRef, ref } from "../filas/sync.ts"
import { applyDocumentos } from "./apply-documentos.ts"
import { applyVida } from "./apply-vida.ts"
import { applyVotaciones } from "./apply-votaciones.ts"
import { applyAutorizaciones, applyInvitaciones } from "./autorizaciones.ts"
import { readLugares } from "./lugares.ts"
import { applyProrrogas } from "./prorrogas.ts"
import { contenidoResumen } from "./resumen-row.ts"
import type { Constancias, ConstanciasDeps } from "./tipos.ts"

/** What the life of sessions left on record: created where it is missing, and otherwise left as it stands. */
export async function applyConstancias(
  queries: Queries,
  { constancias = [] }: DocumentoImportacion,
  directorio: Directorio,
  changes: Changes,
): Promise<void> {
  if (constancias.length === 0) return
  const { organos } = directorio
  const lugares = await readLugares(queries, [...new Set(constancias.map((c) => ref(organos, c.organo)))])
  const all = constancias.map((c) => {
    const organoId = ref(organos, c.organo)
    return { ...c, organoId, sesionId: ref(lugares.sesiones, organoId, c.sesion) }
  })
  const where = { sesionId: { in: all.map(({ sesionId }) => sesionId) } }
  const deps = { queries, directorio, changes, where }
  await applyVida(deps, all, lugares)
  await applyConvocatorias(deps, all)
  await applyAsistencia(deps, all)
  await applyDocumentos(deps, all, lugares)
  const votaciones = await applyVotaciones(deps, all, lugares)
  await append({
    name: "resumen_sesion",
    table: queries.resumenSesion,
    key: ["sesionId", "version"],
    where,
    changes,
    rows: all.flatMap((c) =>
      c.resumenes.map(({ persona, contenido, revision, creadoEn, publicadoEn, ...rest }) => ({
        ...rest,
        sesionId: c.sesionId,
        contenido: jsonOf(contenidoResumen({ contenido, revision }, c, { directorio, lugares, votaciones })),
        personaId: ref(directorio.personas, persona),
        creadoEn: new Date(creadoEn),
        publicadoEn: publicadoEn === null ? null : new Date(publicadoEn),
      })),
    ),
  })
  await applyInvitaciones(deps, all, lugares)
  await applyAutorizaciones(deps, all)
  await applyAplazamientos(deps, all, lugares.compromisos)
  await applyProrrogas(deps, all, lugares.compromisos)
}

async function applyConvocatorias(
  { queries, directorio: { instituciones, personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
): Promise<void> {
  const convocatorias = await append({
    name: "convocatoria",
    table: queries.convocatoria,
    key: ["sesionId", "version"],
    where,
    changes,
    rows: all.flatMap(({ sesionId, convocatorias }) =>
      convocatorias.map(({ acuses: _, persona, enviadaEn, contenido, ...rest }) => ({
        ...rest,
        sesionId,
        contenido: jsonOf(contenido),
        personaId: optionalRef(personas, persona),
        enviadaEn: enviadaEn === null ? null : new Date(enviadaEn),
      })),
    ),
  })
  await append({
    name: "acuse",
    table: queries.acuse,
    key: ["convocatoriaId", "institucionId"],
    where: { convocatoria: where },
    changes,
    rows: all.flatMap((c) =>
      c.convocatorias.flatMap(({ version, acuses }) =>
        acuses.map(({ institucion, persona, plataforma, instante }) => ({
          convocatoriaId: ref(convocatorias, c.sesionId, version),
          institucionId: ref(instituciones, institucion),
          personaId: ref(personas, persona),
          plataforma,
          instante: new Date(instante),
        })),
      ),
    ),
  })
}

async function applyAsistencia(
  { queries, directorio: { instituciones, personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
): Promise<void> {
  await append({
    name: "integrante_sesion",
    table: queries.integranteSesion,
    key: ["sesionId", "institucionId"],
    withoutId: true,
    where,
    changes,
    rows: all.flatMap(({ sesionId, integrantes }) =>
      integrantes.map(({ institucion, conVoto, rol, orden }) => ({
        sesionId,
        institucionId: ref(instituciones, institucion),
        conVoto,
        rol,
        orden,
      })),
    ),
  })
  await append({
    name: "confirmacion_asistencia",
    table: queries.confirmacionAsistencia,
    key: ["sesionId", "institucionId", "instante"],
    where,
    changes,
    rows: all.flatMap(({ sesionId, confirmaciones }) =>
      confirmaciones.map(({ institucion, persona, instante, ...rest }) => ({
        ...rest,
        sesionId,
        institucionId: ref(instituciones, institucion),
        personaId: ref(personas, persona),
        instante: new Date(instante),
      })),
    ),
  })
  await append({
    name: "registro_asistencia",
    table: queries.registroAsistencia,
    key: ["sesionId", "institucionId", "llamado", "llegada"],
    where,
    changes,
    rows: all.flatMap(({ sesionId, paseDeLista }) =>
      paseDeLista.map(({ institucion, llegada, salida, ...rest }) => ({
        ...rest,
        sesionId,
        institucionId: ref(instituciones, institucion),
        llegada: new Date(llegada),
        salida: salida === null ? null : new Date(salida),
      })),
    ),
  })
}

async function applyAplazamientos(
  { queries, directorio: { personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
  compromisos: Ids,
): Promise<void> {
  await append({
    name: "aplazamiento",
    table: queries.aplazamiento,
    key: ["compromisoId", "creadoEn", "hasta"],
    where: { compromiso: { acuerdo: where } },
    changes,
    rows: all.flatMap(({ organoId, aplazamientos }) =>
      aplazamientos.map(({ compromiso, hasta, persona, plataforma, creadoEn }) => ({
        compromisoId: ref(compromisos, organoId, compromiso),
        hasta: dateOf(hasta),
        personaId: ref(personas, persona),
        plataforma,
        creadoEn: new Date(creadoEn),
      })),
    ),
  })
}
