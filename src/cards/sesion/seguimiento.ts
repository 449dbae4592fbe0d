import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import { DIFUSION } from "../../texts/etiquetas.ts"
import { fechaMedia, momentoOficial } from "../../texts/fechas.ts"
import type { Block, Card, CardFile } from "../card.ts"
import { comando, frase } from "../comando.ts"
import {
  deAntes,
  gruposNovedades,
  type NovedadesVistas,
  primeraLinea,
  tonoNovedades,
  verDetalle,
} from "../compromiso/novedades.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** What the item «seguimiento de acuerdos» of a session carries, as one reader may see it. */
export interface SeguimientoDeSesion {
  readonly punto: PuntoOrdenDia
  readonly visto: NovedadesVistas
  /** When it was frozen; `null`: it tells how things stand now. */
  readonly cortado: Instante | null
}

/** As many as one message holds on every platform; the file has all of them. */
const MAX_FILAS = 10

/** Under the orden del día that has it. */
export function seguimientoBlocks(organo: Organo, seguimiento: SeguimientoDeSesion | null): readonly Block[] {
  if (seguimiento === null) return []
  return [
    { kind: "heading", text: "Seguimiento de acuerdos" },
    texto(primeraLinea(seguimiento.visto)),
    ...deAntes(seguimiento.visto.vencidosDeAntes),
    nota(hastaCuando(organo, seguimiento)),
  ]
}

function hastaCuando(organo: Organo, { visto, cortado }: SeguimientoDeSesion): string {
  return cortado === null
    ? `Al ${fechaMedia(visto.corte)}; cambiará hasta que se fije el corte, a más tardar al convocar la sesión.`
    : `Corte fijado el ${momentoOficial(cortado, organo.zona)}.`
}

/**
 * The strictest of all that it holds: of the session, of its item, of each agreement, and of what only its institution and
 * those who conduct the body read of a commitment.
 */
export const nivelSeguimiento = (sesion: Sesion, { punto, visto }: SeguimientoDeSesion): Difusion =>
  nivelEfectivo(
    "integrantes",
    sesion.difusion,
    punto.difusion,
    ...visto.filas.flatMap(({ acuerdo, vista }) => [
      acuerdo.difusion,
      vista.detalle === null ? null : ("interna" as const),
    ]),
  )

export interface SeguimientoCard {
  readonly organo: Organo
  readonly sesion: Sesion
  readonly seguimiento: SeguimientoDeSesion
  /** `null`: it was frozen just now, and is asked for by its button. */
  readonly file: CardFile | null
  /** Said first; `null`: nothing was done. */
  readonly hecho: string | null
  /** What those who conduct the session may still do with it. */
  readonly ofrece: { readonly cortar: boolean; readonly integrantes: boolean }
}

/** The document for the folder of the session: what changed, until when, and who may read it. */
export function seguimientoCard(data: SeguimientoCard): Card {
  const { organo, sesion, seguimiento, file, hecho, ofrece } = data
  const { visto } = seguimiento
  const mostradas = visto.filas.slice(0, MAX_FILAS)
  const faltan = visto.filas.length - mostradas.length
  return {
    title: `Seguimiento de acuerdos: ${sesion.etiqueta}`,
    tone: hecho === null ? tonoNovedades(visto) : "logro",
    blocks: [
      ...(hecho === null ? [] : [texto(hecho)]),
      texto(primeraLinea(visto)),
      ...gruposNovedades(visto, mostradas),
      ...(faltan > 0
        ? [nota(`Se muestran ${MAX_FILAS} de ${visto.filas.length}; el documento los tiene todos.`)]
        : []),
      ...deAntes(visto.vencidosDeAntes),
      nota(hastaCuando(organo, seguimiento)),
      nota(quienLoLee(nivelSeguimiento(sesion, seguimiento))),
    ],
    actions: [
      ...(file === null ? boton("sesion.seguimiento", sesion.clave, "Obtener el documento", "primary") : []),
      ...(ofrece.cortar
        ? boton("sesion.seguimiento-cortar", sesion.clave, "Fijar el corte ahora", "primary")
        : []),
      ...(ofrece.integrantes
        ? boton("sesion.seguimiento", `${sesion.clave} version:integrantes`, "Versión para integrantes")
        : []),
      ...boton("sesion.agenda", sesion.clave, "Orden del día"),
      ...verDetalle(mostradas).slice(0, 2),
    ],
    ...(file === null ? {} : { file }),
    ...marcaDemo([organo.origen, sesion.origen, ...visto.filas.map(({ vista }) => vista.origen)]),
  }
}

const QUIEN: Readonly<Record<Difusion, string>> = {
  interna:
    "contiene lo que solo consultan la institución responsable, la Secretaría Técnica y la Presidencia. No se agrega a la carpeta",
  integrantes: "puede agregarse a la carpeta de la sesión",
  publica: "puede difundirse",
}

const quienLoLee = (nivel: Difusion): string => `Difusión ${DIFUSION[nivel]}: ${QUIEN[nivel]}.`

/** `enPreparacion`: its orden del día is not known to the asker yet. */
export function sinSeguimientoCard(organo: Organo, sesion: Sesion, conduce: boolean): Card {
  const cerrada = sesion.estado === "clausurada"
  return {
    title: `Seguimiento de acuerdos: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(
        cerrada
          ? "No consta un corte del seguimiento de acuerdos para esta sesión."
          : "El orden del día que usted puede consultar no lleva el punto de seguimiento de acuerdos.",
      ),
      ...(conduce && !cerrada
        ? [
            nota(
              frase`Se incluye al preparar la sesión: ${comando("sesion.preparar", { sesion: sesion.clave })}.`,
            ),
          ]
        : []),
    ],
    actions: [
      ...(conduce && !cerrada
        ? boton("sesion.preparar", sesion.clave, "Preparar el orden del día", "primary")
        : []),
      ...boton("compromiso.novedades", "", "Qué cambió desde la última sesión"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
