import type { Documento } from "../../domain/sesion/documento.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { documentosBlocks } from "../sesion/documentos.ts"
import { camposLugar, cuando, fechaOficial } from "../sesion/proxima.ts"

export interface InvitacionCard {
  readonly tipo: TipoConvocatoria
  readonly organo: Organo
  readonly sesion: Sesion
  readonly institucion: Institucion
  /** Those that it is invited to, and none else. */
  readonly puntos: readonly PuntoOrdenDia[]
  /** Of those items. */
  readonly documentos: readonly Documento[]
}

const QUE: Readonly<Record<TipoConvocatoria, string>> = {
  convocatoria: "Se invita a su institución a participar en la sesión",
  segunda_convocatoria:
    "Se invita a su institución a participar en la sesión, que se convoca por segunda vez,",
  rectificacion: "Cambiaron los datos de la sesión a la que su institución está invitada,",
  diferimiento: "Se difiere la sesión a la que su institución estaba invitada,",
  cancelacion: "Se cancela la sesión a la que su institución estaba invitada,",
}

/** To an invited institution: day, place and number of the session, and its own items; no more of the session. */
export function invitacionCard(data: InvitacionCard): Card {
  const { tipo, organo, sesion, institucion, puntos, documentos } = data
  return {
    title: `${tipo === "cancelacion" ? "Sesión cancelada" : "Invitación"}: ${sesion.etiqueta}`,
    tone: tipo === "convocatoria" ? "aviso" : "atencion",
    blocks: [
      texto(`${QUE[tipo]} ${deOrgano(organo.nombreCorto)}. Se dirige a: ${institucion.nombre}.`),
      {
        kind: "fields",
        fields: [
          { label: "Fecha", value: fechaOficial(sesion, organo) },
          ...camposLugar({ ...sesion, url: null }),
        ],
      },
      ...(tipo === "cancelacion"
        ? []
        : [
            {
              kind: "heading" as const,
              text: puntos.length === 1 ? "Asunto al que se le invita" : "Asuntos a los que se le invita",
            },
            { kind: "list" as const, ordered: false, items: puntos.map(({ titulo }) => titulo) },
            ...documentosBlocks(documentos, []),
            nota("Su invitación es para estos asuntos; asiste con voz y sin voto."),
          ]),
    ],
    actions: tipo === "cancelacion" ? [] : boton("sesion.agenda", sesion.clave, "Ver el asunto"),
    ...marcaDemo([organo.origen, sesion.origen, ...puntos.map(({ origen }) => origen)]),
  }
}

export interface InvitadasCard {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  /** By the id of an item: who is invited to it. */
  readonly invitadas: ReadonlyMap<string, readonly Institucion[]>
  /** What was just done. */
  readonly hecho: string
  /** Invited institutions that no channel reaches. */
  readonly sinCanal: readonly Institucion[]
}

/** As many as fit under a card. */
const MAX_BOTONES = 4

/** To whoever conducts the session: who is invited to which item. */
export function invitadasCard({ organo, sesion, puntos, invitadas, hecho, sinCanal }: InvitadasCard): Card {
  const con = puntos
    .map((punto, i) => ({ punto, lugar: i + 1, quienes: invitadas.get(punto.id) ?? [] }))
    .filter(({ quienes }) => quienes.length > 0)
  return {
    title: `Invitadas especiales: ${sesion.etiqueta}`,
    tone: sinCanal.length > 0 ? "atencion" : "aviso",
    blocks: [
      texto(hecho),
      texto(`${organo.nombreCorto}, ${cuando(sesion, organo)}.`),
      ...(con.length === 0
        ? [texto("No hay instituciones invitadas a ningún punto.")]
        : [
            {
              kind: "list" as const,
              ordered: false,
              items: con.map(
                ({ punto, lugar, quienes }) =>
                  `Punto ${lugar}. ${recortar(punto.titulo, 120)}: ${enumerar(quienes.map(({ siglas }) => siglas))}`,
              ),
            },
          ]),
      ...(sinCanal.length === 0
        ? []
        : [
            nota(
              `Sin canal registrado: ${enumerar(sinCanal.map(({ siglas }) => siglas))}. Invítelas por otro medio.`,
            ),
          ]),
    ],
    actions: con
      .flatMap(({ lugar, quienes }) =>
        quienes.flatMap(({ siglas }) =>
          boton(
            "sesion.invitacion-retirar",
            `${sesion.clave} ${lugar} ${siglas}`,
            `Retirar a ${siglas} del punto ${lugar}`,
          ),
        ),
      )
      .slice(0, MAX_BOTONES),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
