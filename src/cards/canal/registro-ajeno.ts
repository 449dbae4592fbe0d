import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import type { Card, RichText } from "../card.ts"
import { marcaDemo, nota, texto } from "../respuesta.ts"

/** What the Secretaría Técnica put on record on an institution's word. */
export interface RegistroAjeno {
  readonly organo: Organo
  readonly institucion: Institucion
  /** Of what it is: "SO-23", a clave. */
  readonly asunto: string
  /** "acusó recibo de la convocatoria" */
  readonly que: string
  /** Who put it on record. */
  readonly por: string
  /** "oficio: SRE/045/2024", "de viva voz, en la sesión" */
  readonly medio: string
  readonly instante: Instante
  /** How the institution puts it right if it is not what it said. */
  readonly objecion: RichText
  readonly origen: Origen
}

/** To the institution, in its channel: that it was put on record, by whom, on what proof, and how to object. */
export function registroAjenoCard(registro: RegistroAjeno): Card {
  const { organo, institucion, asunto, que, por, medio, instante, objecion, origen } = registro
  return {
    title: `Registrado en nombre de ${institucion.siglas}: ${asunto}`,
    tone: "aviso",
    blocks: [
      texto(`La Secretaría Técnica registró que su institución ${que}.`),
      {
        kind: "fields",
        fields: [
          { label: "Registró", value: por },
          { label: "Medio", value: medio },
          { label: "Cuándo", value: momentoOficial(instante, organo.zona) },
        ],
      },
      nota(objecion),
    ],
    actions: [],
    ...marcaDemo([organo.origen, origen]),
  }
}
