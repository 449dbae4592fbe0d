import type { Documento } from "../../domain/sesion/documento.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { estimadoEnlace, TIPO_SESION } from "../../texts/etiquetas.ts"
import type { Block, Card, CardFile } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"
import { documentosBlocks } from "../sesion/documentos.ts"
import { camposLugar, fechaOficial } from "../sesion/proxima.ts"

export interface ConvocatoriaCard {
  readonly tipo: TipoConvocatoria
  readonly organo: Organo
  readonly sesion: Sesion
  readonly institucion: Institucion
  /** In order; those that were withdrawn or deferred are not here. */
  readonly puntos: readonly PuntoOrdenDia[]
  /** Those that its members may open. */
  readonly documentos: readonly Documento[]
  /** Why it changes, or why it is late. */
  readonly motivo: string | null
  /** Whether its members may send an alternate. */
  readonly admiteSuplencia: boolean
  /** Its calendar entry. */
  readonly file: CardFile | null
}

const TITULO: Readonly<Record<TipoConvocatoria, string>> = {
  convocatoria: "Convocatoria",
  rectificacion: "Rectificación de la convocatoria",
  diferimiento: "Sesión diferida",
  cancelacion: "Sesión cancelada",
  segunda_convocatoria: "Segunda convocatoria",
}

const ACUSE_Y_CONFIRME = "Acuse de recibo y confirme con los botones; puede cambiar su respuesta."
const ACUSE = "Acuse de recibo con el botón."
/** The last one is in messages that were sent before. */
const PIDEN_RESPUESTA: readonly string[] = [
  ACUSE_Y_CONFIRME,
  ACUSE,
  "Acuse de recibo y confirme con los botones; puede cambiar su respuesta antes de la sesión.",
]

/** The same once it can no longer be answered: what it told stays, and it asks for nothing. */
export function yaSinRespuesta(card: Card): Card {
  return {
    ...card,
    blocks: card.blocks.filter(
      (block) => block.kind !== "note" || !PIDEN_RESPUESTA.some((una) => una === block.text),
    ),
    actions: card.actions.filter(({ id }) => !/^sesion\.(?:acuse|asistencia|suplente):/u.test(id)),
  }
}

/** What it says, to whomever it is sent. */
export type CuerpoConvocatoria = Pick<
  ConvocatoriaCard,
  "tipo" | "organo" | "sesion" | "puntos" | "documentos" | "motivo"
>

const seCelebraTras = ({ tipo, sesion }: Pick<CuerpoConvocatoria, "tipo" | "sesion">) =>
  tipo !== "cancelacion" && sesion.fecha !== null

export const tituloConvocatoria = ({ tipo, sesion }: Pick<CuerpoConvocatoria, "tipo" | "sesion">) =>
  `${TITULO[tipo]}: ${sesion.etiqueta}`

/** Of a first call, a reason is only that of its being late. */
const MOTIVO: { readonly [tipo in TipoConvocatoria]?: string } = {
  convocatoria: "Motivo del envío fuera de plazo",
}

/** All of it that is the same for every institution: what the presidencia authorises. */
export function cuerpoConvocatoria(data: CuerpoConvocatoria): readonly Block[] {
  const { tipo, organo, sesion, puntos, documentos, motivo } = data
  return [
    {
      kind: "fields",
      fields: [
        { label: "Órgano", value: organo.nombreOficial },
        { label: "Tipo", value: `${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}` },
        { label: tipo === "cancelacion" ? "Fecha prevista" : "Fecha", value: fechaOficial(sesion, organo) },
        ...camposLugar(sesion),
        ...(motivo === null ? [] : [{ label: MOTIVO[tipo] ?? "Motivo", value: motivo }]),
      ],
    },
    ...(seCelebraTras(data) ? [...ordenDelDia(puntos), ...documentosBlocks(documentos, puntos)] : []),
  ]
}

/** What an institution's channel receives: all that is on record of the session, and how to answer. */
export function convocatoriaCard(data: ConvocatoriaCard): Card {
  const { tipo, organo, sesion, puntos } = data
  const seCelebra = seCelebraTras(data)
  return {
    title: tituloConvocatoria(data),
    tone: tipo === "convocatoria" || tipo === "segunda_convocatoria" ? "aviso" : "atencion",
    blocks: [
      texto(saludo(data)),
      ...cuerpoConvocatoria(data),
      nota(seCelebra ? ACUSE_Y_CONFIRME : ACUSE),
      nota("Este aviso no sustituye al oficio de convocatoria cuando su reglamento lo exige."),
    ],
    actions: [
      ...boton("sesion.acuse", sesion.clave, "Acuso recibo", "primary"),
      ...(seCelebra ? respuestas(sesion, data.admiteSuplencia) : []),
    ],
    ...marcaDemo([organo.origen, sesion.origen, ...puntos.map(({ origen }) => origen)]),
    ...(data.file === null ? {} : { file: data.file }),
  }
}

/** To an institution that has not acknowledged the convocatoria. */
export function recordatorioAcuseCard({
  organo,
  sesion,
  institucion,
}: Pick<ConvocatoriaCard, "organo" | "sesion" | "institucion">): Card {
  return {
    title: `Falta su acuse de recibo: ${sesion.etiqueta}`,
    tone: "atencion",
    blocks: [
      texto(
        `${estimadoEnlace(institucion)}\nAún no consta que su institución recibió la convocatoria a la sesión ${deOrgano(organo.nombreCorto)}.`,
      ),
      {
        kind: "fields",
        fields: [{ label: "Fecha", value: fechaOficial(sesion, organo) }, ...camposLugar(sesion)],
      },
    ],
    actions: [
      ...boton("sesion.acuse", sesion.clave, "Acuso recibo", "primary"),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** How an institution says who will come; an alternate only where the body's rules admit one. */
export function respuestas({ clave }: Pick<Sesion, "clave">, admiteSuplencia: boolean): Card["actions"] {
  return [
    ...boton("sesion.asistencia", `${clave} titular`, "Asistirá titular"),
    ...(admiteSuplencia ? boton("sesion.suplente", clave, "Asistirá suplente…") : []),
    ...boton("sesion.asistencia", `${clave} no_asistira`, "No asistiremos"),
  ]
}

function saludo({ tipo, organo, institucion }: ConvocatoriaCard): string {
  const a = estimadoEnlace(institucion)
  const que: Readonly<Record<TipoConvocatoria, string>> = {
    convocatoria: `Se convoca a su institución a la sesión ${deOrgano(organo.nombreCorto)}.`,
    rectificacion:
      "Cambiaron los datos de la sesión a la que su institución está convocada. Estos son los que rigen:",
    diferimiento: "La sesión a la que su institución está convocada se difiere.",
    cancelacion: "La sesión a la que su institución está convocada se cancela.",
    segunda_convocatoria: `Se convoca por segunda vez a su institución a la sesión ${deOrgano(organo.nombreCorto)}, que no se celebró por falta de quórum.`,
  }
  return `${a}\n${que[tipo]}`
}

function ordenDelDia(puntos: readonly PuntoOrdenDia[]): readonly Block[] {
  if (puntos.length === 0) return []
  const numbered = puntos.every(({ numero }) => numero === null)
  return [
    { kind: "heading", text: "Orden del día" },
    {
      kind: "list",
      ordered: numbered,
      items: puntos.map(({ numero, titulo }) => (numero === null ? titulo : `${numero}. ${titulo}`)),
    },
  ]
}
