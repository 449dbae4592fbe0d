import type { Documento } from "../../domain/sesion/documento.ts"
import { sinNumerar } from "../../domain/sesion/orden-del-dia.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { deInstitucion } from "../../texts/etiquetas.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { documentosBlocks } from "./documentos.ts"
import { cuando } from "./proxima.ts"
import { type SeguimientoDeSesion, seguimientoBlocks } from "./seguimiento.ts"

export interface OrdenDelDiaCard {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly instituciones: ReadonlyMap<string, Institucion>
  /** Those that the reader may open. */
  readonly documentos: readonly Documento[]
  readonly acceso: AccesoOrden
  /** What its follow-up of agreements carries, as the reader may see it; `null`: it has none for them. */
  readonly seguimiento: SeguimientoDeSesion | null
}

/**
 * Whether `puntos` is the whole orden del día that the asker may see; `en_preparacion`: it will be theirs once the session
 * is convened, and only what their institution proposed is there; `ajeno`: only public items, if any.
 */
export type AccesoOrden = "todo" | "en_preparacion" | "ajeno"

/** What is said of an item besides its title; nothing when it goes, or went, as planned. */
const AVISO: Readonly<Record<PuntoOrdenDia["estado"], string>> = {
  propuesto: "propuesto; aún no se incluye",
  incluido: "",
  desahogado: "",
  retirado: "se retiró del orden del día",
  diferido: "se difirió",
}

/**
 * Official numbers only where they are on record. Of what was prepared here the place is the number, as its convocatoria
 * has it; what a document mentions of a session has no order of its own, nor have single items.
 */
export function ordenDelDiaCard(data: OrdenDelDiaCard): Card {
  const { organo, sesion, puntos, instituciones, documentos, acceso, seguimiento } = data
  const sinNumero = puntos.length > 0 && puntos.every(({ numero }) => numero === null)
  const deSuDocumento = sesion.estado === "clausurada" && sesion.instaladaEn === null
  // The convocatoria counts only what is included; what was withdrawn before comes after all that it counts.
  const contados = puntos.slice(0, puntos.length - sinNumerar(puntos).length)
  const todoVa = contados.every(({ estado }) => estado !== "propuesto" && estado !== "retirado")
  const porLugar = sinNumero && acceso === "todo" && !deSuDocumento && todoVa
  return {
    title: `Orden del día: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(`${organo.nombreCorto}, ${cuando(sesion, organo)}.`),
      ...listado(puntos, instituciones, acceso, porLugar),
      ...seguimientoBlocks(organo, seguimiento),
      ...documentosBlocks(documentos, puntos),
      ...(sinNumero && deSuDocumento
        ? [nota("El registro no numera los puntos; se muestran los que menciona.")]
        : []),
    ],
    actions:
      sesion.estado === "clausurada"
        ? boton("sesion.resumen", sesion.clave, "Ver el resumen", "primary")
        : [
            ...boton("sesion.proxima", "", "Próxima sesión"),
            // The item builds itself: what changed in the commitments since the last session.
            ...(seguimiento === null
              ? []
              : boton("sesion.seguimiento", sesion.clave, "Ver el seguimiento de acuerdos")),
          ],
    ...marcaDemo([
      sesion.origen,
      ...puntos.map(({ origen }) => origen),
      ...(seguimiento?.visto.filas ?? []).map(({ vista }) => vista.origen),
    ]),
  }
}

function listado(
  puntos: readonly PuntoOrdenDia[],
  instituciones: ReadonlyMap<string, Institucion>,
  acceso: AccesoOrden,
  porLugar: boolean,
): readonly Block[] {
  if (acceso === "en_preparacion") return enPreparacion(puntos, instituciones)
  if (porLugar) {
    const retirados = sinNumerar(puntos)
    const contados = puntos.slice(0, puntos.length - retirados.length)
    return [contados, retirados].flatMap((lista, i) =>
      lista.length === 0 ? [] : [listaPuntos(lista, instituciones, i === 0)],
    )
  }
  if (puntos.length > 0) return [listaPuntos(puntos, instituciones)]
  if (acceso === "todo") return [texto("Aún no hay puntos registrados en el orden del día.")]
  return [
    texto("El orden del día está disponible para integrantes y participantes del órgano."),
    nota(
      frase`Si usted lo es, envíe a la Secretaría Técnica los datos de su cuenta para que se vincule: ${comando("plenaria.quien-soy")}.`,
    ),
  ]
}

function enPreparacion(
  propios: readonly PuntoOrdenDia[],
  instituciones: ReadonlyMap<string, Institucion>,
): readonly Block[] {
  const aviso = "El orden del día está en preparación. Usted lo recibirá con la convocatoria."
  if (propios.length === 0) return [texto(aviso)]
  return [texto(`${aviso} Lo que propuso su institución:`), listaPuntos(propios, instituciones)]
}

/** A platform counts by itself what is numbered 1, 2, 3…; any other numbering is written as it is on record. */
function listaPuntos(
  puntos: readonly PuntoOrdenDia[],
  instituciones: ReadonlyMap<string, Institucion>,
  porLugar = false,
): Block {
  const ordered = porLugar || puntos.every(({ numero }, i) => numero === String(i + 1))
  const items = puntos.map((punto) => renglon(ordered ? { ...punto, numero: null } : punto, instituciones))
  return { kind: "list", ordered, items }
}

function renglon(punto: PuntoOrdenDia, instituciones: ReadonlyMap<string, Institucion>): RichText {
  const { numero, titulo, estado, resultado, institucionProponenteId } = punto
  const proponente = institucionProponenteId ? instituciones.get(institucionProponenteId) : undefined
  const details = [
    ...(proponente ? [`propuesta ${deInstitucion(proponente.siglas, proponente.nombre)}`] : []),
    ...(AVISO[estado] ? [AVISO[estado]] : []),
  ]
  return [
    ...(numero ? [{ kind: "bold" as const, text: `${numero}. ` }] : []),
    titulo,
    ...(details.length > 0 ? [` (${details.join("; ")})`] : []),
    ...(resultado ? [`. ${resultado.texto}`] : []),
  ]
}
