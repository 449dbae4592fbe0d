import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Acuse, Convocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { avisarRegistroAjeno, medioEscrito } from "../canal/registro-ajeno.ts"

/** States in which an institution may still acknowledge. */
const ABIERTAS: readonly EstadoSesion[] = ["convocada", "diferida", "cancelada"]

export const puedeAcusar = ({ estado }: Pick<Sesion, "estado">) => ABIERTAS.includes(estado)

export type Acusado =
  /** `previo`: somebody of the institution had done it before; the first one stays. */
  | {
      readonly kind: "acusado"
      readonly convocatoria: Convocatoria
      readonly acuse: Acuse
      readonly previo: boolean
      readonly por: string
    }
  | { readonly kind: "sin_convocatoria" }

/**
 * Records that an institution received the latest version of the convocatoria: who, from where, when. `constancia`: on
 * whose word the Secretaría Técnica records it, of which the institution is told.
 */
export function acusarConvocatoria(
  actuacion: Actuacion,
  sesion: Sesion,
  institucion: Institucion,
  constancia: Constancia | null = null,
): Promise<Acusado> {
  const { persona, plataforma, now } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Acusado> => {
    const convocatoria = (await repositories.convocatorias.list(sesion.id)).at(-1)
    if (convocatoria === undefined) return { kind: "sin_convocatoria" }
    const acuse: Acuse = {
      convocatoriaId: convocatoria.id,
      institucionId: institucion.id,
      personaId: persona.id,
      plataforma,
      instante: now,
    }
    if (await repositories.convocatorias.acusar(acuse)) {
      const despues = { ...acuse, ...constancia }
      await repositories.eventos.append(evento(actuacion, "convocatoria.acusada", sesion.id, null, despues))
      if (constancia !== null) {
        const registro = {
          institucion,
          asunto: sesion.clave,
          que: "acusó recibo de la convocatoria",
          medio: medioEscrito(constancia),
          objecion:
            "Si su institución no lo comunicó así, dígalo a la Secretaría Técnica: queda constancia de ambas cosas.",
          origen: sesion.origen,
        }
        await avisarRegistroAjeno(repositories, actuacion, registro, [
          "acuse",
          convocatoria.id,
          institucion.id,
        ])
      }
      return { kind: "acusado", convocatoria, acuse, previo: false, por: persona.nombre }
    }
    const acuses = await repositories.convocatorias.acuses(convocatoria.id)
    const first = acuses.find(({ institucionId }) => institucionId === institucion.id) ?? acuse
    const who = await repositories.personas.byId(first.personaId)
    return { kind: "acusado", convocatoria, acuse: first, previo: true, por: who?.nombre ?? persona.nombre }
  })
}
