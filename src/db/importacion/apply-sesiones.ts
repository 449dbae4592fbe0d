import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import { estuvoEnElOrden } from "../../domain/sesion/orden-del-dia.ts"
import { normalizarClave } from "../../domain/texto/clave.ts"
import { cadenciaRow } from "../base/cadencia-row.ts"
import type { Queries } from "../base/client.ts"
import { dateOf, dateOrNull } from "../base/values.ts"
import type { Directorio, Run } from "./filas/run.ts"
import { optionalRef, ref } from "./filas/sync.ts"

/** Sessions, then what hangs from each: facts, attendances, items, acuerdos, compromisos, avances. */
export async function applySesiones(
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
      ({ organo, fecha, convocadaEl, hechos, asistencias, puntos, acuerdos, ...more }) => {
        const { instaladaEn, clausuradaEn, ...rest } = more
        return {
          ...rest,
          organoId: ref(organos, organo),
          fecha: dateOrNull(fecha),
          convocadaEl: dateOrNull(convocadaEl),
          // What a file does not say of its hours stays as it happened.
          ...(instaladaEn ? { instaladaEn: new Date(instaladaEn) } : {}),
          ...(clausuradaEn ? { clausuradaEn: new Date(clausuradaEn) } : {}),
        }
      },
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
      fueIncluido: estuvoEnElOrden(item.estado) ?? item.fueIncluido,
      resultadoTipo: resultado?.tipo ?? null,
      resultadoTexto: resultado?.texto ?? null,
      institucionProponenteId: optionalRef(instituciones, proponente),
    })),
  )
  const puntos = await run("punto_orden_dia", queries.puntoOrdenDia, ["sesionId", "orden"], puntosRows, where)

  const acuerdosRows = located.flatMap((s) =>
    s.acuerdos.map(({ punto, compromisos, posterior, ...acuerdo }) => ({
      ...acuerdo,
      ...(posterior ? { posteriorEl: dateOf(posterior.el), posteriorMotivo: posterior.motivo } : {}),
      organoId: ref(organos, s.organo),
      sesionId: s.id,
      puntoId: punto === null ? null : ref(puntos, s.id, punto),
      claveNormalizada: normalizarClave(acuerdo.clave),
    })),
  )
  const acuerdos = await run("acuerdo", queries.acuerdo, ["organoId", "clave"], acuerdosRows, where)

  const owed = located.flatMap((s) =>
    s.acuerdos.flatMap((a) =>
      a.compromisos.map((c) => {
        const organoId = ref(organos, s.organo)
        return { ...c, organoId, acuerdoId: ref(acuerdos, organoId, a.clave) }
      }),
    ),
  )
  const compromisosRows = owed.map(
    ({
      institucion,
      corresponsables,
      fechaCompromiso,
      fechaReprogramada,
      cumplidoEl,
      avances,
      cadencia,
      informadoEl,
      ...rest
    }) => ({
      ...rest,
      ...(cadencia === undefined ? {} : cadenciaRow(cadencia)),
      ...(informadoEl === undefined ? {} : { informadoEl: dateOrNull(informadoEl) }),
      ...(corresponsables === undefined
        ? {}
        : { corresponsables: corresponsables.map((siglas) => ref(instituciones, siglas)) }),
      institucionId: optionalRef(instituciones, institucion),
      fechaCompromiso: dateOrNull(fechaCompromiso),
      fechaReprogramada: dateOrNull(fechaReprogramada),
      cumplidoEl: dateOrNull(cumplidoEl),
    }),
  )
  const compromisos = await run("compromiso", queries.compromiso, ["organoId", "clave"], compromisosRows, {
    acuerdo: where,
  })

  const avances = owed.flatMap((c) =>
    c.avances.map(({ persona, registradoEn, texto, url, porcentaje }) => ({
      compromisoId: ref(compromisos, c.organoId, c.clave),
      texto,
      url,
      porcentaje,
      personaId: optionalRef(personas, persona),
      registradoEn: new Date(registradoEn),
    })),
  )
  await run("avance", queries.avance, ["compromisoId", "registradoEn", "texto"], avances, {
    compromiso: { acuerdo: where },
  })
}
