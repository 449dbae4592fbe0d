import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Cadencia, EstadoCompromiso } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaCorta, plazoEntre, prorrogaPorDecidir } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText, Tone } from "../card.ts"
import { listaConBotones } from "../card-actions.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  MAX_DETAIL_BUTTONS,
  marcaDemo,
  nota,
  type Pagina,
  recortar,
  texto,
} from "../respuesta.ts"

/** A report of progress that is asked for at a rhythm, and until when. */
export interface InformePedido {
  readonly cadencia: Cadencia
  readonly vence: Fecha
  readonly vencido: boolean
}

/** A compromiso as one asker may see it: what is not theirs to see is not here. */
export interface VistaCompromiso {
  readonly clave: string
  /** Siglas, or `null`: the responsible institution is still to be defined. */
  readonly siglas: string | null
  readonly institucion: string | null
  /** Siglas of those that contribute to it. */
  readonly corresponsables: readonly string[]
  readonly estado: EstadoCompromiso | "no_atendido"
  readonly abierto: boolean
  readonly vencido: boolean
  /** The date that counts today. */
  readonly fecha: Fecha | null
  /** Business days left, negative when overdue, in the institution's calendar. `null`: no date, or no longer owed. */
  readonly dias: number | null
  readonly inhabiles: Inhabiles
  readonly origen: Origen
  /** Only for the institution that owes it, the Secretaría Técnica and the Presidencia. */
  readonly detalle: {
    readonly texto: string
    readonly fechaOriginal: Fecha | null
    /** The date that was asked for and waits for an answer. */
    readonly prorroga: Fecha | null
    /** The next report that is asked for at a rhythm; `null`: none is. */
    readonly informe: InformePedido | null
  } | null
}

export interface ListaCompromisosCard {
  readonly title: string
  readonly hoy: Fecha
  /** The rows of this page. */
  readonly filas: readonly VistaCompromiso[]
  /** All rows, for the counts. */
  readonly todos: readonly VistaCompromiso[]
  readonly pagina: Pagina
  /** Command and filter of the neighbouring pages. */
  readonly command: string
  readonly arg: string
  /** What to say, and do next, when there is nothing. */
  readonly vacia: RichText
  readonly notas: readonly string[]
}

const MAX_TEXT = 140
/** From how many business days before the date a commitment asks for attention. */
const SOON = 5

export function listaCompromisos(data: ListaCompromisosCard): Card {
  const { todos, filas } = data
  const resumen: readonly Block[] = [texto(todos.length === 0 ? data.vacia : cuenta(todos))]
  return {
    title: data.title,
    tone: toneOf(todos),
    blocks: [
      ...resumen,
      ...grupo(
        "Vencidos",
        filas.filter((fila) => fila.vencido),
        data.hoy,
      ),
      ...grupo(
        "Por atender",
        filas.filter((fila) => fila.abierto && !fila.vencido),
        data.hoy,
      ),
      ...grupo(
        "En seguimiento",
        filas.filter((fila) => !fila.abierto && !concluido(fila)),
        data.hoy,
      ),
      ...grupo("Concluidos", filas.filter(concluido), data.hoy),
      ...avisoPagina(data.pagina),
      ...data.notas.map((line) => nota(line)),
    ],
    actions: [
      ...filas
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap((fila) => boton("compromiso.ver", fila.clave, `Ver detalle de ${fila.clave}`)),
      ...botonesPagina(data.pagina, data.command, data.arg),
    ],
    ...marcaDemo(todos.map((fila) => fila.origen)),
  }
}

const concluido = ({ estado }: VistaCompromiso) => estado === "atendido" || estado === "cancelado"

/** "5 compromisos: 1 vencido, 3 por atender y 1 en validación." */
function cuenta(todos: readonly VistaCompromiso[]): string {
  const count = (fits: (vista: VistaCompromiso) => boolean) => todos.filter(fits).length
  const parts: readonly (readonly [number, string, string])[] = [
    [count((v) => v.vencido), "vencido", "vencidos"],
    [count((v) => v.abierto && !v.vencido), "por atender", "por atender"],
    [count((v) => v.estado === "en_validacion"), "en validación", "en validación"],
    [count((v) => v.estado === "permanente"), "permanente", "permanentes"],
    [count((v) => v.estado === "atendido"), "atendido", "atendidos"],
    [count((v) => v.estado === "cancelado"), "cancelado", "cancelados"],
  ]
  const present = parts.filter(([n]) => n > 0)
  const total = plural(todos.length, "compromiso", "compromisos")
  const [only] = present
  if (only && present.length === 1) return `${total} ${only[0] === 1 ? only[1] : only[2]}.`
  return `${total}: ${enumerar(present.map(([n, uno, varios]) => plural(n, uno, varios)))}.`
}

function toneOf(todos: readonly VistaCompromiso[]): Tone {
  if (todos.some((vista) => vista.vencido)) return "vencido"
  return todos.some(({ dias }) => dias !== null && dias <= SOON) ? "atencion" : "aviso"
}

function grupo(titulo: string, filas: readonly VistaCompromiso[], hoy: Fecha): readonly Block[] {
  if (filas.length === 0) return []
  return [
    { kind: "heading", text: titulo },
    listaConBotones(
      filas,
      (fila) => linea(fila, hoy),
      ({ clave }) => boton("compromiso.ver", clave, `Ver ${clave}`),
    ),
  ]
}

/** Clave, institution, text if it may be seen, date and state, in this order, on every list. */
export function linea(vista: VistaCompromiso, hoy: Fecha): RichText {
  const { detalle } = vista
  const quien = vista.siglas ? ` (${vista.siglas}${conQuien(vista)})` : " (responsable por definir)"
  const que = detalle ? ` ${recortar(detalle.texto, MAX_TEXT)}` : ""
  return [{ kind: "bold", text: vista.clave }, `${quien}${que} — ${situacion(vista, hoy)}`]
}

const MAX_CORRESPONSABLES = 3

/** ", con SALUD y STPS" */
function conQuien({ corresponsables }: VistaCompromiso): string {
  if (corresponsables.length === 0) return ""
  return corresponsables.length > MAX_CORRESPONSABLES
    ? `, con ${corresponsables.length} corresponsables`
    : `, con ${enumerar(corresponsables)}`
}

/** "en proceso; 15-mar-2024, faltan 3 días hábiles (fecha original: 01-mar-2024)" */
function situacion(vista: VistaCompromiso, hoy: Fecha): string {
  const estado = ESTADO_COMPROMISO[vista.estado]
  const fecha = fechaYPlazo(vista, hoy)
  const original = vista.detalle?.fechaOriginal
  const antes = original ? ` (reprogramado; fecha original: ${fechaCorta(original)})` : ""
  const pide = vista.detalle?.prorroga ?? null
  const prorroga = pide === null ? "" : `; ${prorrogaPorDecidir(pide)}`
  const informe = informeDicho(vista.detalle?.informe ?? null)
  if (fecha === null)
    return `${estado}${vista.estado === "permanente" ? "" : "; sin fecha registrada"}${informe}`
  return `${estado}; ${fecha}${antes}${prorroga}${informe}`
}

/** "; informe cada mes: a más tardar el 15-mar-2024" */
const informeDicho = (informe: InformePedido | null): string =>
  informe === null
    ? ""
    : `; informe ${cadenciaEnPalabras(informe.cadencia)}: ${informe.vencido ? "venció" : "a más tardar"} el ${fechaCorta(informe.vence)}`

/** "15-mar-2024, faltan 3 días hábiles"; only the date once nothing is owed. */
function fechaYPlazo(vista: VistaCompromiso, hoy: Fecha): string | null {
  if (vista.fecha === null) return null
  const plazo = vista.abierto ? `, ${plazoEntre(hoy, vista.fecha, vista.inhabiles)}` : ""
  return `${fechaCorta(vista.fecha)}${plazo}`
}

/** There are some, but none on which what was asked can be done now. */
export function ningunCompromisoPosible(organo: Organo): Card {
  return {
    title: "No hay un compromiso para eso",
    tone: "error",
    blocks: [
      texto(
        "Por su estado o su fecha, ninguno de los compromisos que usted puede consultar admite ahora lo que pidió. No se hizo nada.",
      ),
    ],
    actions: boton("compromiso.mios", "", "Ver mis compromisos"),
    ...marcaDemo([organo.origen]),
  }
}

/** Linked, and without an institution: nothing can be theirs. */
export function sinInstitucion(): Card {
  return {
    title: "Mis compromisos",
    tone: "aviso",
    blocks: [
      texto(
        "Usted no representa a ninguna institución en este órgano, así que no tiene compromisos propios.",
      ),
    ],
    actions: [
      ...boton("compromiso.lista", "", "Ver todos los compromisos"),
      ...boton("plenaria.quien-soy", "", "Ver mis designaciones"),
    ],
  }
}
