import type { EstadoCompromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, CardFile } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

export const FORMATOS_CEDULA = ["excel", "csv", "json"] as const
export type FormatoCedula = (typeof FORMATOS_CEDULA)[number]

/** A commitment in the follow-up table, as one reader may see it: what is not theirs to see is not here. */
export interface FilaCedula {
  readonly sesion: string
  readonly fechaSesion: Fecha | null
  readonly acuerdo: string
  /** `null`: not for this reader. */
  readonly textoAcuerdo: string | null
  readonly clave: string
  /** `null`: not for this reader. */
  readonly texto: string | null
  readonly siglas: string | null
  readonly institucion: string | null
  /** Siglas of those that contribute to it. */
  readonly corresponsables: readonly string[]
  readonly fechaCompromiso: Fecha | null
  readonly fechaReprogramada: Fecha | null
  readonly estado: EstadoCompromiso | "no_atendido"
  /** Business days since its date, in the institution's own calendar; `null`: it is not overdue. */
  readonly diasDeAtraso: number | null
  /** The newest; `null`: none, or not for this reader. */
  readonly avance: { readonly texto: string; readonly fecha: Fecha; readonly url: string | null } | null
  readonly origen: Origen
}

/** Of a commitment of an agreement that is public: what anybody may know of it. */
export interface FilaPublica {
  readonly sesion: string
  readonly fechaSesion: Fecha | null
  readonly acuerdo: string
  readonly textoAcuerdo: string
  readonly institucion: string | null
  readonly fecha: Fecha | null
}

export interface Cedula {
  readonly organo: Organo
  /** The day that it says how things stand on. */
  readonly corte: Fecha
  /** Of this session alone, as people call it; `null`: of all. */
  readonly sesion: { readonly clave: string; readonly etiqueta: string } | null
  /** Whose it is, when it is not everybody's. */
  readonly instituciones: readonly Institucion[] | null
  readonly filas: readonly FilaCedula[]
  readonly publicas: readonly FilaPublica[]
}

/** Lines that stand above the table, wherever it is read. */
export function encabezadoCedula({ organo, corte, sesion, instituciones, filas }: Cedula): readonly string[] {
  const de = [
    sesion === null ? "Todas las sesiones" : `${sesion.etiqueta} (${sesion.clave})`,
    ...(instituciones === null ? [] : [enumerar(instituciones.map(({ siglas }) => siglas))]),
  ]
  return [
    "Cédula de seguimiento",
    organo.nombreOficial,
    `${de.join(". ")}. Corte al ${fechaMedia(corte)}.`,
    ...(filas.some(({ origen }) => origen === "demo") || organo.origen === "demo"
      ? ["DATOS DE DEMOSTRACIÓN"]
      : []),
  ]
}

/** How many there are of each state, in the order in which they are worked on. */
function cuentaPorEstado(
  filas: readonly FilaCedula[],
): readonly { readonly estado: FilaCedula["estado"]; readonly cuantos: number }[] {
  return ORDEN.map((estado) => ({
    estado,
    cuantos: filas.filter((fila) => fila.estado === estado).length,
  })).filter(({ cuantos }) => cuantos > 0)
}

const ORDEN: readonly FilaCedula["estado"][] = [
  "no_atendido",
  "pendiente",
  "en_proceso",
  "en_validacion",
  "atendido",
  "permanente",
  "cancelado",
]

/** `importa`: the reader may ask who runs the server to put an office's own table on record. */
export function cedulaCard(cedula: Cedula, file: CardFile, formato: FormatoCedula, importa: boolean): Card {
  const { organo, sesion, filas, publicas, corte } = cedula
  const publico = formato === "json"
  const cuantas = publico ? publicas.length : filas.length
  return {
    title: `Cédula de seguimiento: ${sesion?.clave ?? organo.nombreCorto}`,
    tone: !publico && filas.some(({ estado }) => estado === "no_atendido") ? "vencido" : "aviso",
    blocks: [
      texto(
        cuantas === 0
          ? `No hay ${publico ? "acuerdos públicos con compromisos" : "compromisos que usted pueda consultar"}. Corte al ${fechaMedia(corte)}.`
          : `${plural(cuantas, "compromiso", "compromisos")} ${deOrgano(organo.nombreCorto)}. Corte al ${fechaMedia(corte)}.`,
      ),
      ...(publico
        ? [nota(SOLO_PUBLICO)]
        : [...porEstado(filas), ...(cedula.instituciones === null ? [] : [nota(SOLO_PROPIO)])]),
      ...(importa ? [nota(COMO_ENTRA)] : []),
    ],
    actions: [
      ...(formato === "excel" ? [] : boton("compromiso.cedula", argumento(sesion, "excel"), "En Excel")),
      ...(publico ? [] : boton("compromiso.cedula", argumento(sesion, "json"), "Solo datos públicos (JSON)")),
      ...boton("compromiso.lista", "vencidos", "Ver los vencidos"),
    ],
    file,
    ...marcaDemo([organo.origen, ...filas.map(({ origen }) => origen)]),
  }
}

const argumento = (sesion: Cedula["sesion"], formato: FormatoCedula) =>
  `${sesion?.clave ?? "todos"} formato:${formato}`

const SOLO_PUBLICO =
  "Contiene solo acuerdos públicos de sesiones clausuradas, con su institución responsable y su fecha, sin el estado de cada compromiso ni sus avances."
const SOLO_PROPIO =
  "Contiene los compromisos de su institución. La de todas la obtienen la Secretaría Técnica y la Presidencia."
const COMO_ENTRA =
  "Una cédula que ya tenga en Excel se incorpora en el servidor: pídalo a la administración técnica, con «importar-cedula»."

function porEstado(filas: readonly FilaCedula[]): readonly Block[] {
  const items = cuentaPorEstado(filas).map(
    ({ estado, cuantos }) => `${ESTADO_COMPROMISO[estado]}: ${cuantos}`,
  )
  return items.length === 0 ? [] : [{ kind: "list", ordered: false, items }]
}
