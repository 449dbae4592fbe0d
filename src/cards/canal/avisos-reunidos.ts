import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import { deInstitucion } from "../../texts/etiquetas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Card } from "../card.ts"
import { marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** One of the things that were sent in. Plain JSON: it is kept with the message while more is gathered. */
export interface RenglonAviso {
  readonly clase: "propuesta" | "documento" | "informe" | "prorroga" | "inhabiles"
  /** «Punto propuesto para SO-22: …» */
  readonly texto: string
  /** Where the Secretaría Técnica sees to it. */
  readonly accion: Action | null
  readonly origen: Origen
}

const NOMBRES: Readonly<Record<RenglonAviso["clase"], readonly [string, string]>> = {
  propuesta: ["propuesta nueva", "propuestas nuevas"],
  documento: ["documento nuevo", "documentos nuevos"],
  informe: ["informe nuevo", "informes nuevos"],
  prorroga: ["asunto de prórroga", "asuntos de prórroga"],
  inhabiles: ["cambio de días inhábiles", "cambios de días inhábiles"],
}
const MAX_RENGLONES = 20
const MAX_RENGLON = 200
const MAX_ACCIONES = 3

/** To the Secretaría Técnica: what somebody sent without a pause, in one message. */
export function avisosReunidosCard({
  organo,
  institucion,
  renglones,
}: {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly renglones: readonly RenglonAviso[]
}): Card {
  const clases = (Object.keys(NOMBRES) as RenglonAviso["clase"][]).flatMap((clase) => {
    const n = renglones.filter((uno) => uno.clase === clase).length
    return n === 0 ? [] : [plural(n, ...NOMBRES[clase])]
  })
  const shown = renglones.slice(0, MAX_RENGLONES)
  const more = renglones.length - shown.length
  return {
    title: `${enumerar(clases)} de ${institucion.siglas}`,
    tone: "atencion",
    blocks: [
      texto(
        `Una misma persona envió, en representación ${deInstitucion(institucion.siglas, institucion.nombre)}, varios asuntos en pocos minutos. Se reúnen en este mensaje:`,
      ),
      { kind: "list", ordered: false, items: shown.map((uno) => recortar(uno.texto, MAX_RENGLON)) },
      ...(more > 0 ? [nota(`Y ${more} más.`)] : []),
      nota("Solo la Secretaría Técnica y la institución lo ven por ahora."),
    ],
    actions: distintas(renglones.flatMap(({ accion }) => accion ?? [])).slice(0, MAX_ACCIONES),
    ...marcaDemo([organo.origen, ...renglones.map(({ origen }) => origen)]),
  }
}

const distintas = (acciones: readonly Action[]): readonly Action[] => [
  ...new Map(acciones.map((accion) => [accion.id, accion])).values(),
]
