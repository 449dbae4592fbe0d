import { append, optionalRef, ref } from "../filas/sync.ts"
import type { Lugares } from "./lugares.ts"
import type { Constancias, ConstanciasDeps } from "./tipos.ts"

const KEY = ["sesionId", "registradoEn", "version", "nombre", "url"] as const

export async function applyDocumentos(
  { queries, directorio: { instituciones, personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
  { puntos }: Lugares,
): Promise<void> {
  const docs = all.flatMap((c) => c.documentos.map((doc) => ({ c, doc })))
  const rows = docs.map(({ c, doc }) => {
    const { punto, institucion, reemplaza: _, persona, registradoEn, ...rest } = doc
    return {
      ...rest,
      sesionId: c.sesionId,
      puntoId: punto === null ? null : ref(puntos, c.sesionId, punto),
      institucionId: optionalRef(instituciones, institucion),
      personaId: ref(personas, persona),
      registradoEn: new Date(registradoEn),
    }
  })
  await append({
    name: "documento",
    table: queries.documento,
    key: KEY,
    where,
    changes,
    rows,
    links(ids, at) {
      const { c, doc } = docs[at] ?? {}
      const previous = c?.documentos[(doc?.reemplaza ?? 0) - 1]
      const reemplazaId =
        c && previous
          ? ref(
              ids,
              c.sesionId,
              new Date(previous.registradoEn),
              previous.version,
              previous.nombre,
              previous.url,
            )
          : null
      return { reemplazaId }
    },
  })
}
