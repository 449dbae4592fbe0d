import { jsonOf } from "../../base/values.ts"
import { append, type Ids, ref } from "../filas/sync.ts"
import type { Lugares } from "./lugares.ts"
import type { Constancias, ConstanciasDeps } from "./tipos.ts"

/** The votes of sessions; returns the ids of what was put to the vote by session and position, from 1. */
export async function applyVotaciones(
  { queries, directorio: { instituciones, personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
  { puntos, acuerdos }: Lugares,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = await append({
    name: "votacion",
    table: queries.votacion,
    key: ["sesionId", "abiertaEn", "cerradaEn", "texto"],
    where,
    changes,
    rows: all.flatMap((c) =>
      c.votaciones.map(({ votos: _, punto, acuerdo, resultado, abiertaEn, cerradaEn, ...rest }) => ({
        ...rest,
        sesionId: c.sesionId,
        puntoId: punto === null ? null : ref(puntos, c.sesionId, punto),
        acuerdoId: acuerdo === null ? null : ref(acuerdos, c.organoId, acuerdo),
        ...(resultado === null ? {} : { resultado: jsonOf(resultado) }),
        abiertaEn: new Date(abiertaEn),
        cerradaEn: dateOrNone(cerradaEn),
        suspendidaEn: dateOrNone(rest.suspendidaEn),
        anuladaEn: dateOrNone(rest.anuladaEn),
      })),
    ),
  })
  const deSesion = new Map(all.map((c) => [c.sesionId, c.votaciones.map((v) => idDe(ids, c, v))]))
  await append({
    name: "voto",
    table: queries.voto,
    key: ["votacionId", "institucionId"],
    withoutId: true,
    where: { votacion: where },
    changes,
    rows: all.flatMap((c) =>
      c.votaciones.flatMap((votacion) =>
        votacion.votos.map(({ institucion, persona, instante, ...rest }) => ({
          ...rest,
          votacionId: idDe(ids, c, votacion),
          institucionId: ref(instituciones, institucion),
          personaId: ref(personas, persona),
          instante: new Date(instante),
        })),
      ),
    ),
  })
  return deSesion
}

const dateOrNone = (instante: string | null) => (instante === null ? null : new Date(instante))

const idDe = (
  ids: Ids,
  { sesionId }: Constancias,
  { abiertaEn, cerradaEn, texto }: Constancias["votaciones"][number],
): string => ref(ids, sesionId, new Date(abiertaEn), dateOrNone(cerradaEn), texto)
