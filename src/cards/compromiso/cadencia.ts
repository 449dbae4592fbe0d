import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Card, Field } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** At what rhythm progress is asked for, as it is now on record. */
export interface CadenciaHecha {
  readonly organo: Organo
  readonly compromiso: Compromiso
  /** When the next report is due; `null`: none is asked for. */
  readonly primero: Fecha | null
  /** Siglas of those whom it concerns and that have no channel. */
  readonly sinCanal: readonly string[]
}

/** To the channel of an institution that owes it or contributes to it. */
export function cadenciaCard(
  hecho: Omit<CadenciaHecha, "sinCanal"> & { readonly institucion: Institucion | null },
): Card {
  const { organo, compromiso, institucion, primero } = hecho
  return {
    title: `Informes de avance: ${compromiso.clave}`,
    tone: "atencion",
    blocks: [
      ...(institucion === null ? [] : [texto(estimadoEnlace(institucion))]),
      texto(
        primero === null
          ? "Ya no se piden informes periódicos de este compromiso."
          : "De este compromiso se pide un informe de avance en cada periodo. Se le recordará en este canal hasta que se dé.",
      ),
      { kind: "fields", fields: campos(hecho) },
    ],
    actions: [
      ...boton("compromiso.ver", compromiso.clave, "Ver detalle", "primary"),
      ...boton("compromiso.avance", compromiso.clave, "Informar avance…"),
    ],
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** To whoever did it. */
export function cadenciaHechaCard(hecho: CadenciaHecha): Card {
  const { organo, compromiso, primero, sinCanal } = hecho
  return {
    title: `${primero === null ? "Sin informes periódicos" : "Informes de avance"}: ${compromiso.clave}`,
    tone: "logro",
    blocks: [
      { kind: "fields", fields: campos(hecho) },
      ...(sinCanal.length === 0
        ? []
        : [nota(`Sin canal registrado: ${enumerar(sinCanal)}. Comuníqueselo por otro medio.`)]),
      nota(
        primero === null
          ? "Se avisa a la institución. La fecha del compromiso no cambia."
          : "Se avisa a la institución. El informe que se dé en cada periodo termina de pedirlo; el que falte se sigue pidiendo.",
      ),
    ],
    actions: boton("compromiso.ver", compromiso.clave, "Ver detalle"),
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** It was asked for so already. */
export function mismaCadenciaCard(organo: Organo, compromiso: Compromiso): Card {
  return {
    title: `Sin cambios: ${compromiso.clave}`,
    tone: "aviso",
    blocks: [
      { kind: "fields", fields: campos({ compromiso, primero: null }) },
      nota("Ya constaba así. No se avisó a nadie, y el periodo en curso no cambia."),
    ],
    actions: boton("compromiso.ver", compromiso.clave, "Ver detalle"),
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

const campos = ({ compromiso, primero }: Pick<CadenciaHecha, "compromiso" | "primero">): readonly Field[] => [
  { label: "Compromiso", value: compromiso.texto },
  {
    label: "Informes",
    value: compromiso.cadencia === null ? "ninguno" : cadenciaEnPalabras(compromiso.cadencia),
  },
  ...(primero === null ? [] : [{ label: "El siguiente, a más tardar", value: fechaLarga(primero) }]),
]
