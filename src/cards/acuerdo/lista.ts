import { fueAdoptado, situacionAcuerdo } from "../../domain/compromiso/exigible.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_ACUERDO, TIPO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaCorta, plazoEntre } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, RichText } from "../card.ts"
import { listaConBotones } from "../card-actions.ts"
import { comando, frase } from "../comando.ts"
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

export interface AcuerdoConSesion {
  readonly acuerdo: Acuerdo
  readonly sesion: Sesion | null
}

export interface FilaAcuerdo extends AcuerdoConSesion {
  /** Follow-up of its commitments; `null` when that is not for the asker. */
  readonly seguimiento: SeguimientoAcuerdo | null
}

export interface SeguimientoAcuerdo {
  readonly abiertos: number
  readonly vencidos: number
  /** Earliest date still owed. */
  readonly fecha: Fecha | null
  /** Business days to it, in the body's calendar. */
  readonly dias: number | null
  readonly inhabiles: Inhabiles
}

export interface ListaAcuerdosCard {
  readonly filtro: "pendientes" | "todos"
  readonly organo: string
  readonly hoy: Fecha
  readonly filas: readonly FilaAcuerdo[]
  readonly todos: readonly FilaAcuerdo[]
  readonly pagina: Pagina
  /** Someone not linked sees public acuerdos only, and is told so. */
  readonly soloPublicos: boolean
}

const MAX_TEXT = 160

export function listaAcuerdos(data: ListaAcuerdosCard): Card {
  const { filtro, filas, todos, pagina } = data
  const vencidos = todos.some(({ seguimiento }) => (seguimiento?.vencidos ?? 0) > 0)
  return {
    title: filtro === "pendientes" ? `Acuerdos pendientes: ${data.organo}` : `Acuerdos: ${data.organo}`,
    tone: vencidos ? "vencido" : "aviso",
    blocks: [
      texto(encabezado(data)),
      ...(filas.length > 0
        ? [
            listaConBotones(
              filas,
              (fila) => linea(fila, data.hoy),
              ({ acuerdo: { clave } }) => boton("acuerdo.ver", clave, `Ver ${clave}`),
            ),
          ]
        : []),
      ...avisoPagina(pagina),
      ...(data.soloPublicos
        ? [
            nota(
              "Se muestran solo acuerdos públicos. Para consultar los demás se requiere una designación vigente.",
            ),
          ]
        : []),
    ],
    actions: [
      ...filas
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap(({ acuerdo }) => boton("acuerdo.ver", acuerdo.clave, `Ver detalle de ${acuerdo.clave}`)),
      ...botonesPagina(pagina, "acuerdo.lista", filtro),
      ...(filtro === "pendientes" ? boton("acuerdo.lista", "todos", "Ver todos los acuerdos") : []),
    ],
    ...marcaDemo(todos.map(({ acuerdo }) => acuerdo.origen)),
  }
}

function encabezado({ filtro, todos }: ListaAcuerdosCard): RichText {
  if (todos.length === 0) {
    return filtro === "pendientes"
      ? frase`No hay acuerdos pendientes que usted pueda consultar. Vea los demás con ${comando("acuerdo.lista", { estado: "todos" })}.`
      : "No hay acuerdos registrados que usted pueda consultar."
  }
  const count = plural(todos.length, "acuerdo", "acuerdos")
  return filtro === "pendientes"
    ? `${count} ${todos.length === 1 ? "pendiente" : "pendientes"}, por urgencia.`
    : `${count}, por urgencia.`
}

function linea({ acuerdo, sesion, seguimiento }: FilaAcuerdo, hoy: Fecha): RichText {
  const estado =
    acuerdo.tipo === "informativo" && fueAdoptado(acuerdo)
      ? TIPO_ACUERDO.informativo
      : ESTADO_ACUERDO[situacionAcuerdo(acuerdo)]
  const origen = sesion ? `${sesion.clave}; ${estado}` : estado
  const plazo = seguimiento ? avance(seguimiento, hoy) : ""
  return [{ kind: "bold", text: acuerdo.clave }, ` ${recortar(acuerdo.texto, MAX_TEXT)} — ${origen}${plazo}`]
}

/** "; 3 compromisos abiertos, 1 vencido; 15-mar-2024, faltan 3 días hábiles" */
function avance({ abiertos, vencidos, fecha, inhabiles }: SeguimientoAcuerdo, hoy: Fecha): string {
  if (abiertos === 0) return ""
  const late = vencidos > 0 ? `, ${plural(vencidos, "vencido", "vencidos")}` : ""
  const date = fecha === null ? "" : `; ${fechaCorta(fecha)}, ${plazoEntre(hoy, fecha, inhabiles)}`
  return `; ${plural(abiertos, "compromiso abierto", "compromisos abiertos")}${late}${date}`
}
