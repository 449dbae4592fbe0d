import { fueAdoptado, situacionAcuerdo } from "../../domain/compromiso/exigible.ts"
import { estaAbierta, puntoSiguiente } from "../../domain/desahogo/desahogo.ts"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { estadoVotacion, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import { ESTADO_ACUERDO, ESTADO_SESION, TIPO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaYHora, horaOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, Field, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"
import { botonDeshacer } from "./deshacer.ts"

export interface SesionEnCurso {
  readonly organo: Organo
  readonly sesion: Sesion
  /** The reader conducts the session: buttons to act on it. */
  readonly conduce: boolean
  /** What the reader may see, with its place in the whole list, from 1. */
  readonly puntos: readonly { readonly punto: PuntoOrdenDia; readonly lugar: number }[]
  /** `texto`: the reader may also read what it says. */
  readonly acuerdos: readonly { readonly acuerdo: Acuerdo; readonly texto: boolean }[]
  /** The vote that is open, or that waits for the quórum; `null`: none. */
  readonly votacion: VotacionDeSesion | null
  /** When they were read back and ratified as they are now; `null`: they were not. */
  readonly ratificadosEn: Instante | null
}

const MAX_TITULO = 140
/** So that the card stays one message on every platform while the session goes on. */
const MAX_RENGLONES = 15

/** How the session stands. The same card is sent to the members' channels and changed in its place. */
export function sesionEnCursoCard(vista: SesionEnCurso, aviso: string | null = null): Card {
  const { organo, sesion, puntos, acuerdos } = vista
  if (sesion.instaladaEn === null) return instalacionSinEfectoCard(organo, sesion)
  const abierta = estaAbierta(sesion.estado)
  return {
    title: `Sesión ${abierta ? "en curso" : ESTADO_SESION[sesion.estado]}: ${sesion.etiqueta}`,
    tone: aviso !== null || sesion.estado === "receso" ? "atencion" : "aviso",
    blocks: [
      texto(estado(vista)),
      ...(abierta
        ? [
            {
              kind: "fields" as const,
              fields: [{ label: "En discusión", value: enDiscusion(vista) }, ...votacionPendiente(vista)],
            },
          ]
        : []),
      ...(aviso === null ? [] : [texto([{ kind: "bold", text: aviso }])]),
      ...grupo("Desahogados", puntos, "desahogado"),
      ...grupo("Diferidos", puntos, "diferido"),
      ...grupo("Retirados", puntos, "retirado"),
      ...grupo("Por desahogar", porDesahogar(vista), "incluido"),
      ...listaAcuerdos(vista),
    ],
    actions: vista.conduce ? actos(vista) : boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ...marcaDemo([
      organo.origen,
      sesion.origen,
      ...puntos.map(({ punto }) => punto.origen),
      ...acuerdos.map(({ acuerdo }) => acuerdo.origen),
    ]),
  }
}

/** In place of the card that was sent: the installation was taken back, and the same card goes on if there is another. */
function instalacionSinEfectoCard(organo: Organo, sesion: Sesion): Card {
  return {
    title: `Instalación sin efecto: ${sesion.etiqueta}`,
    tone: "atencion",
    blocks: [
      texto(
        `Se registró por error que la sesión se había instalado. La sesión está ${ESTADO_SESION[sesion.estado]}: ${cuando(sesion, organo)}.`,
      ),
    ],
    actions: boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** "Sesión instalada desde las 10:05 horas (hora del centro)." */
function estado({ organo, sesion, ratificadosEn }: SesionEnCurso): string {
  const { zona } = organo
  const desde =
    sesion.instaladaEn === null
      ? ""
      : ` Se instaló a las ${horaOficial(horaEnZona(sesion.instaladaEn, zona), zona)}.`
  const ratificados =
    ratificadosEn === null
      ? ""
      : ` Los acuerdos se leyeron y ratificaron el ${fechaYHora(fechaEnZona(ratificadosEn, zona), horaEnZona(ratificadosEn, zona), zona)}.`
  return `La sesión está ${ESTADO_SESION[sesion.estado]}.${desde}${ratificados}`
}

function enDiscusion({ sesion, puntos, conduce }: SesionEnCurso): string {
  const found = puntos.find(({ punto }) => punto.id === sesion.puntoEnCursoId)
  if (found) return `${found.lugar}. ${recortar(found.punto.titulo, MAX_TITULO)}`
  // The same while nothing is discussed and while something internal is: that there is such an item is not told either.
  return conduce ? "ningún punto por ahora" : "ninguno de los puntos que aquí se muestran"
}

/** A vote that is open, or that waits for the quórum; of one on something internal, only that. */
function votacionPendiente({ votacion, conduce }: SesionEnCurso): readonly Field[] {
  if (votacion === null) return []
  const { texto: asunto, difusion } = votacion
  const cual = conduce || difusion !== "interna" ? `«${recortar(asunto, MAX_TITULO)}»` : "un asunto reservado"
  const como = estadoVotacion(votacion) === "suspendida" ? "suspendida por falta de quórum" : "abierta"
  return [{ label: "Votación", value: `${como}: ${cual}` }]
}

const porDesahogar = ({ puntos, sesion }: SesionEnCurso) =>
  puntos.filter(({ punto }) => punto.id !== sesion.puntoEnCursoId)

function grupo(
  titulo: string,
  puntos: SesionEnCurso["puntos"],
  cual: PuntoOrdenDia["estado"],
): readonly Block[] {
  const propios = puntos.filter(({ punto }) => punto.estado === cual && punto.fusionadoEnId === null)
  if (propios.length === 0) return []
  const faltan = propios.length - MAX_RENGLONES
  return [
    { kind: "heading", text: `${titulo} (${propios.length})` },
    { kind: "list", ordered: false, items: propios.slice(0, MAX_RENGLONES).map(renglon) },
    ...(faltan > 0 ? [nota(`Y ${plural(faltan, "punto más", "puntos más")}.`)] : []),
  ]
}

function renglon({ punto, lugar }: SesionEnCurso["puntos"][number]): RichText {
  const { titulo, estado: en, motivo, resultado } = punto
  const porque =
    (en === "diferido" || en === "retirado") && motivo !== null ? ` (${recortar(motivo, 80)})` : ""
  const fue = resultado === null ? "" : `: ${recortar(resultado.texto, 100)}`
  return `${lugar}. ${recortar(titulo, MAX_TITULO)}${porque}${fue}`
}

function listaAcuerdos({ acuerdos }: SesionEnCurso): readonly Block[] {
  if (acuerdos.length === 0) return []
  const faltan = acuerdos.length - MAX_RENGLONES
  const items = acuerdos
    .slice(-MAX_RENGLONES)
    .map(
      ({ acuerdo, texto: legible }): RichText => [
        { kind: "bold", text: acuerdo.clave },
        legible ? `: ${recortar(acuerdo.texto, 120)}` : `, ${TIPO_ACUERDO[acuerdo.tipo]}`,
        fueAdoptado(acuerdo) ? "" : ` (${ESTADO_ACUERDO[situacionAcuerdo(acuerdo)]})`,
      ],
    )
  return [
    { kind: "heading", text: `Acuerdos registrados (${acuerdos.length})` },
    { kind: "list", ordered: false, items },
    ...(faltan > 0
      ? [nota(frase`Antes de estos hay ${String(faltan)} más; véalos con ${comando("acuerdo.lista")}.`)]
      : []),
  ]
}

/** Every button names the revision that was seen: pressed after somebody else's act, it changes nothing. */
function actos(vista: SesionEnCurso): readonly Action[] {
  const { sesion } = vista
  const marca = `${sesion.clave}@${sesion.revision}`
  const lectura = boton("acuerdo.lectura", sesion.clave, "Leer los acuerdos")
  if (sesion.estado === "receso")
    return [
      ...boton("sesion.reanudar", marca, "Reanudar la sesión", "primary"),
      ...lectura,
      ...botonDeshacer(sesion, "recesar"),
    ]
  if (sesion.estado !== "instalada") return boton("sesion.agenda", sesion.clave, "Ver el orden del día")
  return [
    ...sobrePuntos(vista, marca),
    ...boton("acuerdo.registrar", sesion.clave, "Registrar acuerdo…"),
    ...(vista.votacion === null
      ? boton("acuerdo.votacion-abrir", "", "Abrir votación…")
      : boton("acuerdo.votacion-ver", vista.votacion.id, "Ver la votación")),
    ...lectura,
    ...boton("sesion.receso", marca, "Declarar receso"),
    ...boton("sesion.clausurar", marca, "Clausurar la sesión"),
  ]
}

function sobrePuntos({ sesion, puntos }: SesionEnCurso, marca: string): readonly Action[] {
  const siguiente = puntoSiguiente(
    puntos.map(({ punto }) => punto),
    sesion.puntoEnCursoId,
  )
  const lugarDe = (id: string | null) => puntos.find(({ punto }) => punto.id === id)?.lugar
  const actual = lugarDe(sesion.puntoEnCursoId)
  const proximo = lugarDe(siguiente?.id ?? null)
  return [
    ...(actual === undefined
      ? []
      : [
          ...boton(
            "sesion.punto-desahogar",
            `${actual}@${marca}`,
            `Dar por desahogado el ${actual}`,
            "primary",
          ),
          ...boton("sesion.punto-resultado", `${actual}@${marca}`, `Desahogar el ${actual} con resultado…`),
          ...boton("sesion.punto-diferir", `${actual}@${marca}`, `Diferir el ${actual}…`),
          ...boton("sesion.punto-retirar", `${marca} punto:${actual}`, `Retirar el ${actual}…`),
        ]),
    ...(proximo === undefined
      ? []
      : boton(
          "sesion.punto-discutir",
          `${proximo}@${marca}`,
          `Discutir el ${proximo}`,
          actual === undefined ? "primary" : "normal",
        )),
  ]
}
