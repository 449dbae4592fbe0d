import {
  type Periodo,
  RESULTADOS,
  type Resultado,
  type Situacion,
  VACIOS,
  type Vacio,
} from "../../domain/compromiso/informe.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, CardFile, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** A commitment in the report of a period, as one reader may see it. */
export interface FilaInforme extends Situacion {
  /** Who answers for it today; `null`: nobody is responsible yet. */
  readonly siglas: string | null
  readonly institucion: string | null
  /** Siglas of those that contribute to it. */
  readonly corresponsables: readonly string[]
  readonly sesion: string
  readonly fechaSesion: Fecha | null
  readonly acuerdo: string
  /** `null`: not for this reader. */
  readonly textoAcuerdo: string | null
  readonly clave: string
  readonly texto: string
  readonly fechaCompromiso: Fecha | null
  readonly fechaReprogramada: Fecha | null
  readonly cumplidoEl: Fecha | null
  /** The newest of the period; `null`: none. */
  readonly informe: { readonly texto: string; readonly fecha: Fecha } | null
  /** Addresses that were given until the end of the period, newest first, each once. */
  readonly evidencias: readonly string[]
  readonly vacios: readonly Vacio[]
  readonly origen: Origen
}

export interface InformeVisto {
  readonly organo: Organo
  readonly periodo: Periodo
  readonly hoy: Fecha
  /** Whose it is, when it is not everybody's. */
  readonly instituciones: readonly Institucion[] | null
  /** By institution, then in the order in which they were agreed. */
  readonly filas: readonly FilaInforme[]
}

/** What one message holds on every platform; the file has all of them. */
const MAX_FILAS = 25
const MAX_CLAVES = 5

export const RESULTADO: Readonly<Record<Resultado, string>> = {
  a_tiempo: "cumplido a tiempo",
  tarde: "cumplido tarde",
  sin_constancia: "atendido, sin constancia del día o de la fecha",
  en_validacion: "reportado cumplido, en validación",
  en_plazo: "por atender, en plazo",
  vencido: "vencido",
  sin_fecha: "por atender, sin fecha",
  permanente: "permanente",
}

const CUENTA: Readonly<Record<Resultado, readonly [string, string]>> = {
  a_tiempo: ["cumplido a tiempo", "cumplidos a tiempo"],
  tarde: ["cumplido tarde", "cumplidos tarde"],
  sin_constancia: ["atendido sin constancia de cuándo", "atendidos sin constancia de cuándo"],
  en_validacion: ["en validación", "en validación"],
  en_plazo: ["en plazo", "en plazo"],
  vencido: ["vencido", "vencidos"],
  sin_fecha: ["sin fecha", "sin fecha"],
  permanente: ["permanente", "permanentes"],
}

export const VACIO: Readonly<Record<Vacio, string>> = {
  sin_evidencia: "sin evidencia",
  sin_fecha: "sin fecha",
  sin_responsable: "sin institución responsable",
  sin_dia_de_cumplimiento: "no consta el día en que se cumplió",
}

/** The last day that it tells of. */
export const corteInforme = ({ periodo, hoy }: Pick<InformeVisto, "periodo" | "hoy">): Fecha =>
  periodo.hasta < hoy ? periodo.hasta : hoy

/** Of each institution its rows, in the order of the report. */
export function porInstitucion(
  filas: readonly FilaInforme[],
): readonly { readonly siglas: string | null; readonly suyas: readonly FilaInforme[] }[] {
  const grupos = new Map<string | null, FilaInforme[]>()
  for (const fila of filas) {
    const suyas = grupos.get(fila.siglas) ?? []
    grupos.set(fila.siglas, suyas)
    suyas.push(fila)
  }
  return [...grupos].map(([siglas, suyas]) => ({ siglas, suyas }))
}

/** What was promised, done and late in a period: raw material of the report that a body owes. */
export function informeCard(visto: InformeVisto, file: CardFile | null): Card {
  const { organo, periodo, filas } = visto
  const grupos = porInstitucion(filas)
  return {
    title: `Informe de compromisos: ${organo.nombreCorto}`,
    tone: filas.some(({ resultado }) => resultado === "vencido") ? "vencido" : "aviso",
    blocks: [
      texto(`Del ${fechaMedia(periodo.desde)} al ${fechaMedia(periodo.hasta)}: ${resumen(filas)}`),
      ...(grupos.length === 0
        ? []
        : [{ kind: "list" as const, ordered: false, items: grupos.slice(0, MAX_FILAS).map(renglon) }]),
      ...(grupos.length > MAX_FILAS
        ? [nota(`Se muestran ${MAX_FILAS} instituciones de ${grupos.length}; el archivo las tiene todas.`)]
        : []),
      ...porCompletar(filas),
      ...notas(visto),
    ],
    actions: [
      ...boton("compromiso.lista", "vencidos", "Ver los vencidos"),
      ...boton("compromiso.cedula", "", "Cédula de seguimiento"),
    ],
    ...(file === null ? {} : { file }),
    ...marcaDemo([organo.origen, ...filas.map(({ origen }) => origen)]),
  }
}

/** "54 compromisos, 40 de ellos acordados en el periodo: 20 cumplidos a tiempo, 3 cumplidos tarde y 4 vencidos." */
function resumen(filas: readonly FilaInforme[]): string {
  if (filas.length === 0) return "no hay compromisos que usted pueda consultar."
  const acordados = filas.filter(({ acordado }) => acordado).length
  const total = plural(filas.length, "compromiso", "compromisos")
  return `${total}, ${acordados === 0 ? "ninguno acordado" : plural(acordados, "acordado", "acordados")} en el periodo: ${cuentas(filas)}.`
}

const cuentas = (filas: readonly FilaInforme[]): string =>
  enumerar(
    RESULTADOS.flatMap((resultado) => {
      const n = filas.filter((fila) => fila.resultado === resultado).length
      return n === 0 ? [] : [plural(n, ...CUENTA[resultado])]
    }),
  )

const renglon = ({ siglas, suyas }: ReturnType<typeof porInstitucion>[number]): RichText => [
  { kind: "bold", text: siglas ?? "Responsable por definir" },
  `: ${cuentas(suyas)}`,
]

/** What is missing is listed, never supposed. */
function porCompletar(filas: readonly FilaInforme[]): readonly Block[] {
  const items = VACIOS.flatMap((vacio): readonly RichText[] => {
    const con = filas.filter(({ vacios }) => vacios.includes(vacio))
    if (con.length === 0) return []
    const claves = con.slice(0, MAX_CLAVES).map(({ clave }) => clave)
    const mas = con.length - claves.length
    return [
      `${con.length} ${VACIO[vacio]}: ${enumerar([...claves, ...(mas > 0 ? [`${mas} más en el archivo`] : [])])}`,
    ]
  })
  if (items.length === 0) return []
  return [
    { kind: "heading", text: "Por completar" },
    { kind: "list", ordered: false, items },
  ]
}

function notas(visto: InformeVisto): readonly Block[] {
  const corte = corteInforme(visto)
  return [
    nota(
      `Cómo estaba cada compromiso al ${fechaMedia(corte)}${corte === visto.periodo.hasta ? "" : " (el periodo aún no termina)"}, con las fechas que hoy constan. Incluye los acordados antes que se debían o se cumplieron en el periodo.`,
    ),
    nota("Los acuerdos no registran estrategia ni eje, así que el informe no los agrupa de ese modo."),
    ...(visto.instituciones === null
      ? []
      : [
          nota(
            "Contiene los compromisos de su institución y aquellos de los que es corresponsable. El de todas lo obtienen la Secretaría Técnica y la Presidencia.",
          ),
        ]),
  ]
}
