import { stringify } from "csv-stringify/sync"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { type Cedula, encabezadoCedula, type FilaCedula } from "./cedula.ts"

export interface ColumnaCedula {
  readonly titulo: string
  /** In characters, where it is printed. */
  readonly ancho: number
  readonly tipo: "texto" | "fecha" | "numero"
  valor(fila: FilaCedula): string | number | null
}

const columna = (
  titulo: string,
  ancho: number,
  valor: ColumnaCedula["valor"],
  tipo: ColumnaCedula["tipo"] = "texto",
): ColumnaCedula => ({ titulo, ancho, tipo, valor })

/** In the order of the table. Their headings are among those by which it is read back. */
export const COLUMNAS_CEDULA: readonly ColumnaCedula[] = [
  columna("Sesión", 8, ({ sesion }) => sesion),
  columna("Fecha de la sesión", 11, ({ fechaSesion }) => fechaSesion, "fecha"),
  columna("Acuerdo", 17, ({ acuerdo }) => acuerdo),
  columna("Texto del acuerdo", 34, ({ textoAcuerdo }) => textoAcuerdo),
  columna("Clave del compromiso", 22, ({ clave }) => clave),
  columna("Compromiso", 34, ({ texto }) => texto),
  columna("Institución", 13, ({ siglas }) => siglas),
  columna("Corresponsables", 13, ({ corresponsables }) =>
    corresponsables.length === 0 ? null : corresponsables.join(", "),
  ),
  columna("Fecha compromiso", 12, ({ fechaCompromiso }) => fechaCompromiso, "fecha"),
  columna("Fecha reprogramada", 13, ({ fechaReprogramada }) => fechaReprogramada, "fecha"),
  columna("Estado", 13, ({ estado }) => ESTADO_COMPROMISO[estado]),
  columna("Días hábiles de atraso", 9, ({ diasDeAtraso }) => diasDeAtraso, "numero"),
  columna("Último avance", 34, ({ avance }) => avance?.texto ?? null),
  columna("Fecha del avance", 11, ({ avance }) => avance?.fecha ?? null, "fecha"),
  columna("Evidencia", 18, ({ avance }) => avance?.url ?? null),
]

/** What a spreadsheet reads well: accents, and no text of a person's taken for a formula. */
const HOJA_DE_CALCULO = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const

export function cedulaCsv(cedula: Cedula): string {
  const filas = cedula.filas.map((fila) => COLUMNAS_CEDULA.map(({ valor }) => valor(fila)))
  return stringify(
    [
      ...encabezadoCedula(cedula).map((linea) => [linea]),
      COLUMNAS_CEDULA.map(({ titulo }) => titulo),
      ...filas,
    ],
    HOJA_DE_CALCULO,
  )
}

/** Open data: only what anybody may know. */
export function cedulaJson(cedula: Cedula): string {
  const { organo, corte, sesion, publicas } = cedula
  const encabezado = {
    documento: "cédula de seguimiento: datos públicos",
    organo: organo.nombreOficial,
    ...(organo.origen === "demo" ? { aviso: "DATOS DE DEMOSTRACIÓN" } : {}),
    corte,
    sesion: sesion?.clave ?? null,
    que_contiene:
      "Acuerdos públicos de sesiones clausuradas, con su institución responsable y su fecha. Omite el estado, los avances y las evidencias de cada compromiso.",
  }
  const compromisos = publicas.map(({ fechaSesion, textoAcuerdo, ...fila }) => ({
    sesion: fila.sesion,
    fecha_sesion: fechaSesion,
    acuerdo: fila.acuerdo,
    texto: textoAcuerdo,
    institucion: fila.institucion,
    fecha_compromiso: fila.fecha,
  }))
  return `${JSON.stringify({ encabezado, compromisos }, null, 2)}\n`
}
