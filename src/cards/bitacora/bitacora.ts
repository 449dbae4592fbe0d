import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { actoEnPalabras, CLASES_ACTO, type ClaseActo, MEDIOS } from "../../texts/bitacora.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { fechaCorta, fechaMedia, horaOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase, unida } from "../comando.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  deOrgano,
  marcaDemo,
  nota,
  type Pagina,
  texto,
} from "../respuesta.ts"

/** What the log is asked for; `null`: all of it. */
export interface PedidoBitacora {
  readonly sesion: Sesion | null
  readonly institucion: Institucion | null
  readonly persona: Persona | null
  readonly desde: Fecha | null
  /** Inclusive. */
  readonly hasta: Fecha | null
  readonly clase: ClaseActo | null
}

export interface AsientoVisto {
  readonly tipo: string
  readonly instante: Instante
  /** `null`: nobody of the directory. */
  readonly persona: { readonly nombre: string; readonly siglas: readonly string[] } | null
  /** `SO-22`; `null`: no record in particular. */
  readonly asunto: string | null
  readonly plataforma: string
  readonly cuenta: string | null
  readonly lugar: string | null
  /** The channel of that place, if it is one of the body's. */
  readonly canal: string | null
  readonly orden: string | null
}

export interface BitacoraVista {
  readonly organo: Organo
  readonly pedido: PedidoBitacora
  readonly asientos: readonly AsientoVisto[]
  readonly pagina: Pagina
}

export function bitacoraCard(vista: BitacoraVista, plataformas: Plataformas): Card {
  const { organo, pedido, asientos, pagina } = vista
  return {
    title: `Bitácora ${deOrgano(organo.nombreCorto)}`,
    tone: "aviso",
    blocks: [
      texto(`${loPedido(pedido)}: ${plural(pagina.total, "asiento", "asientos")}.`),
      ...lista(asientos, organo, plataformas),
      ...avisoPagina(pagina),
      nota(`${horas(organo)} Lo más reciente va primero. Esta consulta también queda en la bitácora.`),
    ],
    actions: [
      ...botonesPagina(pagina, "plenaria.bitacora", comoSePide(pedido)),
      ...boton("plenaria.bitacora-publica", "", "Obtener la versión pública"),
    ],
    ...marcaDemo([organo.origen]),
  }
}

function lista(
  asientos: readonly AsientoVisto[],
  organo: Organo,
  plataformas: Plataformas,
): readonly Block[] {
  if (asientos.length === 0) return [nota("Quite un filtro o amplíe las fechas para ver más.")]
  return [
    { kind: "list", ordered: false, items: asientos.map((uno) => asientoEnFrase(uno, organo, plataformas)) },
  ]
}

/** «27-nov-2026, 14:32: Mtra. Ana Ruiz (SRE) convocó la sesión: SO-22. Slack, cuenta T01/U02, lugar T01/C03; /sesion convocar.» */
export function asientoEnFrase(asiento: AsientoVisto, { zona }: Organo, plataformas: Plataformas): RichText {
  const { tipo, instante, asunto } = asiento
  const sobre = asunto === null ? "" : `: ${asunto}`
  return unida([
    { kind: "bold", text: `${fechaCorta(fechaEnZona(instante, zona))}, ${horaEnZona(instante, zona)}` },
    `: ${sujeto(asiento)} ${actoEnPalabras(tipo)}${sobre}.`,
    ...desdeDonde(asiento, plataformas),
  ])
}

/** Nobody of the directory: an account that is not linked, whoever sits at the machine, or Plenaria by itself. */
function sujeto({ persona, cuenta, plataforma, tipo }: AsientoVisto): string {
  if (persona !== null)
    return persona.siglas.length === 0 ? persona.nombre : `${persona.nombre} (${enumerar(persona.siglas)})`
  if (tipo === "calendario.leido") return "Quien tiene la convocatoria"
  // A page that is open on the machine: nobody is asked who looks at it.
  if (tipo === "datos.mostrados" && cuenta === null) return "Quien miró la página"
  if (cuenta === null) return "Plenaria"
  return plataforma === "cli" || plataforma === "sistema"
    ? `Quien opera el equipo (${cuenta})`
    : "Una cuenta sin vincular"
}

function desdeDonde(
  { plataforma, cuenta, lugar, canal, orden }: AsientoVisto,
  plataformas: Plataformas,
): readonly RichText[] {
  const medio =
    plataforma === "sistema" ? null : (MEDIOS[plataforma] ?? nombrePlataforma(plataformas, plataforma))
  const partes = [
    medio,
    cuenta && `cuenta ${cuenta}`,
    lugar && (canal === null ? `lugar ${lugar}` : `canal «${canal}» (${lugar})`),
  ].filter((parte) => parte !== null)
  const pedida = orden === `${plataforma}.pagina` ? null : orden
  if (partes.length === 0 && pedida === null) return []
  const [primera = "", ...otras] = partes
  const dicho = [primera.charAt(0).toUpperCase() + primera.slice(1), ...otras].join(", ")
  if (pedida === null) return [` ${dicho}.`]
  // The command line's own orders and what is no command have no slash.
  const pedido: RichText = deChat(pedida, plataforma) ? [comando(pedida)] : [{ kind: "code", text: pedida }]
  return [dicho === "" ? frase` Orden: ${pedido}.` : frase` ${dicho}; orden ${pedido}.`]
}

const deChat = (orden: string, plataforma: string) =>
  plataforma !== "calendario" && /^(?:sesion|acuerdo|compromiso|plenaria)\./u.test(orden)

function horas({ zona }: Organo): string {
  const huso = /\((.+)\)/u.exec(horaOficial("00:00", zona))?.[1] ?? zona
  return `Las horas son oficiales (${huso}).`
}

function loPedido({ sesion, institucion, persona, desde, hasta, clase }: PedidoBitacora): string {
  const filtros = [
    clase && CLASES_ACTO[clase],
    sesion && `sesión ${sesion.clave}, sus acuerdos y compromisos`,
    institucion && `personas y compromisos de ${institucion.siglas}`,
    persona?.nombre ?? null,
    desde && `desde el ${fechaMedia(desde)}`,
    hasta && `hasta el ${fechaMedia(hasta)}`,
  ].filter((filtro) => filtro !== null && filtro !== "")
  const dicho = filtros.length === 0 ? "todos los actos" : filtros.join("; ")
  return dicho.charAt(0).toUpperCase() + dicho.slice(1)
}

/** The same request, as a button carries it. */
export function comoSePide({ sesion, institucion, persona, desde, hasta, clase }: PedidoBitacora): string {
  const dicho = Object.entries({
    acto: clase,
    sesion: sesion?.clave ?? null,
    institucion: institucion?.siglas ?? null,
    persona: persona?.clave ?? null,
    desde,
    hasta,
  })
  return dicho
    .flatMap(([nombre, valor]) =>
      valor === null ? [] : [`${nombre}:${/\s/u.test(valor) ? `"${valor}"` : valor}`],
    )
    .join(" ")
}
