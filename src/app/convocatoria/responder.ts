import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { esSecretariaTecnica, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

export type Quien =
  | {
      readonly kind: "una"
      readonly institucion: Institucion
      /** What it said elsewhere, as the Secretaría Técnica puts it on record. */
      readonly porSecretaria: boolean
    }
  /** The asker speaks for several of the members, or named one that is not certain: which one? */
  | { readonly kind: "varias"; readonly instituciones: readonly Institucion[] }
  /** The asker speaks for none of the institutions that were called. */
  | { readonly kind: "ninguna" }

/**
 * For which of the institutions that were called the asker answers: their own, or, for the Secretaría Técnica (which
 * takes answers by telephone and oficio), the one that is named.
 */
export async function quienResponde(
  read: Repositories,
  organo: Organo,
  actor: Actor,
  sesion: Sesion,
  nombrada: string | null,
): Promise<Quien> {
  const convocadas = new Set(
    (await read.sesiones.integrantes(sesion.id)).map(({ institucionId }) => institucionId),
  )
  const propias = institucionesDe(actor, organo.id)
  const recibe = nombrada !== null && esSecretariaTecnica(actor, organo.id)
  const puede = (id: string) => convocadas.has(id) && (propias.includes(id) || recibe)
  const una = (institucion: Institucion): Quien => ({
    kind: "una",
    institucion,
    porSecretaria: recibe || !propias.includes(institucion.id),
  })
  const posibles = (await read.instituciones.all()).filter(({ id }) => puede(id))
  if (nombrada !== null) {
    const found = soloExacta(buscarInstitucion(nombrada, posibles))
    if (found.kind === "una") return una(found.item)
    const instituciones = found.kind === "varias" ? found.items : found.parecidas
    return instituciones.length > 0 ? { kind: "varias", instituciones } : { kind: "ninguna" }
  }
  const [primera, ...otras] = posibles
  if (primera === undefined) return { kind: "ninguna" }
  return otras.length === 0 ? una(primera) : { kind: "varias", instituciones: posibles }
}
