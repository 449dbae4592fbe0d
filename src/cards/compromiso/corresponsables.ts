import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import { estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Card, Field } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** Who contributes to a commitment, as it is now on record. */
export interface CorresponsablesHechas {
  readonly organo: Organo
  readonly compromiso: Compromiso
  readonly responsable: Institucion | null
  readonly quedan: readonly Institucion[]
  readonly nuevas: readonly Institucion[]
  readonly retiradas: readonly Institucion[]
  /** Siglas of those of them that have no channel. */
  readonly sinCanal: readonly string[]
}

const DICHO = {
  nueva:
    "Su institución es corresponsable de este compromiso: puede consultarlo e informar avances, y se le recordará. Lo reporta como cumplido la institución responsable.",
  retirada:
    "Su institución ya no es corresponsable de este compromiso. Lo que informó se conserva, y ya no se le recordará.",
  responsable:
    "Su institución responde de este compromiso, y solo ella lo reporta como cumplido. Cambiaron las corresponsables.",
} as const

/** To the channel of one of those whom it concerns. */
export function corresponsablesCard(
  hecho: Omit<CorresponsablesHechas, "sinCanal"> & {
    readonly institucion: Institucion
    readonly para: keyof typeof DICHO
  },
): Card {
  const { organo, compromiso, institucion, para } = hecho
  return {
    title: `Corresponsables: ${compromiso.clave}`,
    tone: "atencion",
    blocks: [
      texto(estimadoEnlace(institucion)),
      texto(DICHO[para]),
      { kind: "fields", fields: campos(hecho) },
    ],
    actions:
      para === "retirada"
        ? boton("compromiso.mios", "", "Ver mis compromisos")
        : [
            ...boton("compromiso.ver", compromiso.clave, "Ver detalle", "primary"),
            ...boton("compromiso.avance", compromiso.clave, "Informar avance…"),
          ],
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** To whoever did it. */
export function corresponsablesHechasCard(hecho: CorresponsablesHechas): Card {
  const { organo, compromiso, nuevas, retiradas, sinCanal } = hecho
  const sinCambio = nuevas.length + retiradas.length === 0
  return {
    title: sinCambio
      ? `Sin cambios: ${compromiso.clave}`
      : `Corresponsables registradas: ${compromiso.clave}`,
    tone: sinCambio ? "aviso" : "logro",
    blocks: [
      { kind: "fields", fields: campos(hecho) },
      ...(retiradas.length === 0 ? [] : [nota(`Dejan de serlo: ${siglas(retiradas)}.`)]),
      ...(sinCanal.length === 0
        ? []
        : [nota(`Sin canal registrado: ${enumerar(sinCanal)}. Comuníqueselo por otro medio.`)]),
      nota(
        sinCambio
          ? "Ya constaban así. No se avisó a nadie."
          : "Se avisa a las que cambian y a la responsable. Solo la responsable lo reporta como cumplido.",
      ),
    ],
    actions: boton("compromiso.ver", compromiso.clave, "Ver detalle"),
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

const siglas = (instituciones: readonly Institucion[]) => enumerar(instituciones.map((una) => una.siglas))

function campos({
  compromiso,
  responsable,
  quedan,
}: Pick<CorresponsablesHechas, "compromiso" | "responsable" | "quedan">): readonly Field[] {
  const fecha = fechaVigente(compromiso)
  return [
    { label: "Compromiso", value: compromiso.texto },
    ...(responsable === null
      ? []
      : [{ label: "Responsable", value: `${responsable.nombre} (${responsable.siglas})` }]),
    { label: "Corresponsables", value: quedan.length === 0 ? "ninguna" : siglas(quedan) },
    ...(fecha ? [{ label: "Fecha", value: fechaLarga(fecha) }] : []),
  ]
}
