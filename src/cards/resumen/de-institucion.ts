import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaMedia, plazoEntre } from "../../texts/fechas.ts"
import type { Block, Card, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import type { ResumenSesion } from "./datos.ts"
import { resumenBlocks } from "./resumen.ts"

export interface ConCompromiso {
  readonly compromiso: Compromiso
  /** Siglas of the other institution that answers for it; `null`: its reader does. */
  readonly responde: string | null
}

export interface ResumenInstitucion {
  readonly resumen: ResumenSesion
  /** `null`: for the body's public channel. */
  readonly institucion: Institucion | null
  readonly compromisos: readonly ConCompromiso[]
  readonly hoy: Fecha
  readonly inhabiles: Inhabiles
  readonly corrige: boolean
}

/**
 * What a channel receives: the common part as its readers may see it and, that of an institution, the commitments that it
 * owes or contributes to, and no other's.
 */
export function resumenInstitucionCard(data: ResumenInstitucion): Card {
  const { resumen, compromisos, corrige, institucion } = data
  const { sesion } = resumen
  return {
    title: `${corrige ? "Resumen corregido" : "Resumen"}: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      ...(corrige ? [nota("Esta versión sustituye al resumen publicado antes en este canal.")] : []),
      ...resumenBlocks(resumen),
      ...(institucion === null ? [] : [{ kind: "divider" } as const, ...parteInstitucion(data, institucion)]),
    ],
    actions: [
      ...(institucion === null ? [] : boton("compromiso.mios", "", "Ver mis compromisos", "primary")),
      ...boton("sesion.proxima", "", "Próxima sesión"),
    ],
    ...marcaDemo([sesion.origen, ...compromisos.map(({ compromiso }) => compromiso.origen)]),
  }
}

function parteInstitucion(
  { compromisos, hoy, inhabiles, resumen }: ResumenInstitucion,
  institucion: Institucion,
): readonly Block[] {
  const heading = { kind: "heading", text: `Compromisos de su institución (${institucion.siglas})` } as const
  if (compromisos.length === 0)
    return [heading, texto("No hay compromisos por atender de su institución derivados de esta sesión.")]
  return [
    heading,
    ...avisoIlustrativo(resumen.sesion, compromisos),
    {
      kind: "list",
      ordered: false,
      items: compromisos.map(({ compromiso, responde }): RichText => {
        const vigente = fechaVigente(compromiso)
        return [
          { kind: "bold", text: compromiso.clave },
          ` ${textoCompromiso(resumen, compromiso)}\n${fechasCompromiso(compromiso)}`,
          vigente ? ` · ${plazoEntre(hoy, vigente, inhabiles)}` : "",
          ` · ${ESTADO_COMPROMISO[compromiso.estado]}`,
          responde === null ? "" : ` · responde ${responde}; su institución es corresponsable`,
        ]
      }),
    },
    nota(`Plazos contados al ${fechaMedia(hoy)}.`),
  ]
}

/** A real session's facts are public; what is invented around it must never be taken for them. */
export function avisoIlustrativo(sesion: Sesion, compromisos: readonly ConCompromiso[]): readonly Block[] {
  if (sesion.origen === "demo" || !compromisos.some(({ compromiso }) => compromiso.origen === "demo"))
    return []
  return [nota("Compromisos ilustrativos, de demostración: no constan en la fuente de esta sesión.")]
}

/** Both dates after a reprogramación: the original one is never replaced. */
export function fechasCompromiso({ fechaCompromiso, fechaReprogramada }: Compromiso): string {
  const original = fechaCompromiso ? fechaMedia(fechaCompromiso) : "no consta"
  if (fechaReprogramada) return `Nueva fecha: ${fechaMedia(fechaReprogramada)} (original: ${original})`
  return fechaCompromiso ? `Fecha compromiso: ${original}` : "Sin fecha registrada"
}

/** The words of a commitment: those that the Secretaría Técnica gave it, or else its own. */
export const textoCompromiso = ({ ediciones }: ResumenSesion, { id, texto: propio }: Compromiso): string =>
  ediciones.get(`compromiso:${id}`) ?? propio
