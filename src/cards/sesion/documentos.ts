import type { Documento } from "../../domain/sesion/documento.ts"
import { shorten } from "../../domain/texto/cut.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { DIFUSION } from "../../texts/etiquetas.ts"
import type { Block, Card, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** Links under the agenda; nothing when there are none. */
export function documentosBlocks(
  documentos: readonly Documento[],
  puntos: readonly PuntoOrdenDia[],
): readonly Block[] {
  if (documentos.length === 0) return []
  return [
    { kind: "heading", text: "Documentos" },
    { kind: "list", ordered: false, items: documentos.map((documento) => renglon(documento, puntos)) },
  ]
}

function renglon({ nombre, url, version, puntoId }: Documento, puntos: readonly PuntoOrdenDia[]): RichText {
  const at = puntos.findIndex(({ id }) => id === puntoId)
  const version2 = version > 1 ? ` (versión ${version})` : ""
  return [...(at < 0 ? [] : [`Punto ${at + 1}: `]), { kind: "link", text: nombre, url }, version2]
}

/** The folder of a session. To the Secretaría Técnica it also says what has no document yet. */
export function carpetaCard(carpeta: {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly documentos: readonly Documento[]
  readonly conduce: boolean
  readonly aviso: string | null
}): Card {
  const { organo, sesion, puntos, documentos, conduce, aviso } = carpeta
  const faltan = puntos.flatMap(({ id, estado }, i) =>
    estado === "incluido" && !documentos.some(({ puntoId }) => puntoId === id) ? [String(i + 1)] : [],
  )
  const items = documentos.map((documento): RichText => {
    const base = renglon(documento, puntos)
    const lista = typeof base === "string" ? [base] : base
    const huella = documento.huella === null ? "" : `; SHA-256 ${shorten(documento.huella, 13)}`
    return [...lista, ` — ${DIFUSION[documento.difusion]}${huella}`]
  })
  return {
    title: `Documentos: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      ...(aviso === null ? [] : [texto(aviso)]),
      ...(items.length === 0
        ? [texto("No hay documentos registrados que usted pueda consultar.")]
        : [{ kind: "list" as const, ordered: false, items }]),
      ...(conduce && faltan.length > 0
        ? [nota(`Sin documento: ${faltan.length === 1 ? "punto" : "puntos"} ${faltan.join(", ")}.`)]
        : []),
      nota("Plenaria guarda la dirección del documento, no el archivo."),
    ],
    actions: [
      ...boton("sesion.agenda", sesion.clave, "Orden del día", "primary"),
      ...boton("sesion.documento-agregar", sesion.clave, "Agregar un documento…"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
