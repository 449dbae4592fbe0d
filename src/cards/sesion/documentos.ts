import { type Documento, esperaDifusion } from "../../domain/sesion/documento.ts"
import { shorten } from "../../domain/texto/cut.ts"
import { anfitrionDe } from "../../domain/texto/direccion.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { DIFUSION, deInstitucion } from "../../texts/etiquetas.ts"
import type { RenglonAviso } from "../canal/avisos-reunidos.ts"
import type { Block, Card, Inline, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** Links under the agenda, each with where it leads; nothing when there are none. */
export function documentosBlocks(
  documentos: readonly Documento[],
  puntos: readonly Pick<PuntoOrdenDia, "id">[],
): readonly Block[] {
  if (documentos.length === 0) return []
  return [
    { kind: "heading", text: "Documentos" },
    { kind: "list", ordered: false, items: documentos.map((documento) => renglon(documento, puntos)) },
  ]
}

function renglon(
  { nombre, url, version, puntoId }: Documento,
  puntos: readonly Pick<PuntoOrdenDia, "id">[],
): readonly Inline[] {
  const at = puntos.findIndex(({ id }) => id === puntoId)
  const detalle = [...(version > 1 ? [`versión ${version}`] : []), anfitrionDe(url)].join("; ")
  return [...(at < 0 ? [] : [`Punto ${at + 1}: `]), { kind: "link", text: nombre, url }, ` (${detalle})`]
}

/**
 * An institution delivers documents of the items that it proposed, and it proposed none. `seProponen`: the session still
 * takes proposals.
 */
export function sinPuntoPropioCard(organo: Organo, sesion: Sesion, seProponen: boolean): Card {
  return {
    title: "Su institución no tiene puntos propuestos",
    tone: "error",
    blocks: [
      texto(
        `Cada institución agrega documentos a los puntos que propuso, y la suya no propuso ninguno para ${sesion.clave}. No se registró nada.`,
      ),
      nota(
        seProponen
          ? "Proponga antes un punto, o envíe el documento a la Secretaría Técnica, que puede agregarlo."
          : "Envíe el documento a la Secretaría Técnica, que puede agregarlo.",
      ),
    ],
    actions: [
      ...(seProponen ? boton("sesion.proponer", sesion.clave, "Proponer un punto…", "primary") : []),
      ...boton("sesion.documento-lista", sesion.clave, "Ver los documentos"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** As many as a card shows besides its own. */
const BOTONES = 3
const POR_DIFUNDIR =
  "Lo que entregó una institución es interno hasta que usted lo difunda; revise antes a dónde lleva su dirección."

/** An institution told the Secretaría Técnica where a document is; nobody else sees it yet. */
export function documentoEntregadoCard(entrega: {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly institucion: Institucion
  readonly documento: Documento
  readonly puntos: readonly Pick<PuntoOrdenDia, "id">[]
}): Card {
  const { organo, sesion, institucion, documento, puntos } = entrega
  return {
    title: `Documento entregado para ${sesion.clave}`,
    tone: "aviso",
    blocks: [
      texto(`Documento ${deInstitucion(institucion.siglas, institucion.nombre)} para ${sesion.etiqueta}:`),
      { kind: "list", ordered: false, items: [renglon(documento, puntos)] },
      nota(POR_DIFUNDIR),
    ],
    actions: [
      ...boton("sesion.documento-difundir", documento.id, "Difundir…", "primary"),
      ...boton("sesion.documento-lista", sesion.clave, "Ver los documentos"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** The same among others that were sent with it. */
export function renglonDeDocumento(
  { clave, origen }: Sesion,
  { nombre }: Pick<Documento, "nombre">,
): RenglonAviso {
  const [accion = null] = boton("sesion.documento-lista", clave, `Ver los documentos de ${clave}`)
  return { clase: "documento", texto: `Documento entregado para ${clave}: ${nombre}`, accion, origen }
}

/** The folder of a session. To the Secretaría Técnica it also says what has no document yet. */
export function carpetaCard(carpeta: {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly documentos: readonly Documento[]
  readonly difunde: boolean
  readonly aviso: string | null
}): Card {
  const { organo, sesion, puntos, documentos, difunde, aviso } = carpeta
  const faltan = puntos.flatMap(({ id, estado }, i) =>
    estado === "incluido" && !documentos.some(({ puntoId }) => puntoId === id) ? [String(i + 1)] : [],
  )
  const items = documentos.map((documento): RichText => {
    const huella = documento.huella === null ? "" : `; SHA-256 ${shorten(documento.huella, 13)}`
    return [...renglon(documento, puntos), ` — ${DIFUSION[documento.difusion]}${huella}`]
  })
  const porDifundir = difunde ? documentos.filter(esperaDifusion) : []
  return {
    title: `Documentos: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      ...(aviso === null ? [] : [texto(aviso)]),
      ...(items.length === 0
        ? [texto("No hay documentos registrados que usted pueda consultar.")]
        : [{ kind: "list" as const, ordered: difunde, items }]),
      ...(porDifundir.length === 0 ? [] : [nota(POR_DIFUNDIR)]),
      ...(difunde && faltan.length > 0
        ? [nota(`Sin documento: ${faltan.length === 1 ? "punto" : "puntos"} ${faltan.join(", ")}.`)]
        : []),
      nota("Plenaria guarda la dirección del documento, no el archivo."),
    ],
    actions: [
      ...boton("sesion.agenda", sesion.clave, "Orden del día", "primary"),
      ...boton("sesion.documento-agregar", sesion.clave, "Agregar un documento…"),
      ...porDifundir
        .slice(0, BOTONES)
        .flatMap(({ id, nombre }) => boton("sesion.documento-difundir", id, `Difundir «${nombre}»…`)),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
