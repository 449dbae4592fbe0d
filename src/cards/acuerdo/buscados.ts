import { enContexto, type Termino } from "../../domain/acuerdo/palabras.ts"
import { situacionAcuerdo } from "../../domain/compromiso/exigible.ts"
import { ESTADO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaCorta } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, RichText } from "../card.ts"
import { listaConBotones } from "../card-actions.ts"
import { comando, frase } from "../comando.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  deOrgano,
  MAX_DETAIL_BUTTONS,
  marcaDemo,
  nota,
  type Pagina,
  recortar,
  texto,
} from "../respuesta.ts"
import type { AcuerdoConSesion } from "./lista.ts"

/** What was found of what somebody looked for among the agreements. */
export interface AcuerdosBuscados {
  readonly buscado: string
  readonly terminos: readonly Termino[]
  /** None has all the words: these have some of them. */
  readonly parcial: boolean
  readonly filas: readonly AcuerdoConSesion[]
  readonly total: number
}

export interface AcuerdosBuscadosCard extends AcuerdosBuscados {
  readonly organo: string
  readonly pagina: Pagina
  /** Someone not linked finds public acuerdos only, and is told so. */
  readonly soloPublicos: boolean
}

/** Letters of each agreement around what was found. */
const CONTEXTO = 180

/** A longer one has no room in a button. */
const MAX_BUSCADO = 60

export function acuerdosBuscadosCard(data: AcuerdosBuscadosCard): Card {
  const { organo, buscado, terminos, filas, pagina, soloPublicos } = data
  return {
    title: `Acuerdos sobre «${recortar(buscado, MAX_BUSCADO)}»`,
    tone: "aviso",
    blocks: [
      texto(encabezado(data)),
      ...(filas.length === 0
        ? [
            nota(
              frase`Pruebe con otra palabra o con menos. Todos los acuerdos ${deOrgano(organo)}: ${comando("acuerdo.lista", { estado: "todos" })}`,
            ),
          ]
        : [
            listaConBotones(
              filas,
              (fila) => linea(fila, terminos),
              ({ acuerdo: { clave } }) => boton("acuerdo.ver", clave, `Ver ${clave}`),
            ),
          ]),
      ...avisoPagina(pagina),
      ...(soloPublicos ? [nota("Se buscó solo en los acuerdos públicos.")] : []),
    ],
    actions: [
      ...filas
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap(({ acuerdo }) => boton("acuerdo.ver", acuerdo.clave, `Ver detalle de ${acuerdo.clave}`)),
      ...(buscado.length > MAX_BUSCADO ? [] : botonesPagina(pagina, "acuerdo.buscar", buscado)),
    ],
    ...marcaDemo(filas.map(({ acuerdo }) => acuerdo.origen)),
  }
}

function encabezado({ terminos, parcial, total, organo }: AcuerdosBuscadosCard): string {
  if (terminos.length === 0) return "Escriba al menos una palabra de lo que busca, por ejemplo su tema."
  const palabras = terminos.map(({ palabra }) => palabra).join(", ")
  if (total === 0)
    return `Ningún acuerdo ${deOrgano(organo)} que usted pueda consultar menciona: ${palabras}.`
  const cuantos = plural(total, "acuerdo", "acuerdos")
  return parcial
    ? `Ninguno menciona todo; ${cuantos} con parte de: ${palabras}. Primero, los que más coinciden.`
    : `${cuantos}, de la sesión más reciente a la más antigua.`
}

function linea({ acuerdo, sesion }: AcuerdoConSesion, terminos: readonly Termino[]): RichText {
  const donde = [
    sesion?.clave,
    sesion?.fecha ? fechaCorta(sesion.fecha) : undefined,
    ESTADO_ACUERDO[situacionAcuerdo(acuerdo)],
  ]
  return [
    { kind: "bold", text: acuerdo.clave },
    " ",
    ...enContexto(acuerdo.texto, terminos, CONTEXTO).map((trozo) =>
      trozo.hallado ? { kind: "bold" as const, text: trozo.texto } : trozo.texto,
    ),
    ` — ${donde.filter(Boolean).join("; ")}`,
  ]
}
