import type { CardFile } from "../../cards/card.ts"
import { type Cedula, encabezadoCedula, type FormatoCedula } from "../../cards/compromiso/cedula.ts"
import { COLUMNAS_CEDULA, cedulaCsv, cedulaJson } from "../../cards/compromiso/cedula-archivo.ts"
import { nombreDeArchivo } from "../../domain/texto/nombre-de-archivo.ts"
import type { HojaImpresa, Libros } from "../../ports/hojas/libro.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"

/** Colour says nothing that the word beside it does not. */
const FONDOS: ReadonlyMap<string, string> = new Map([
  [ESTADO_COMPROMISO.pendiente, "FFF2CC"],
  [ESTADO_COMPROMISO.en_proceso, "DDEBF7"],
  [ESTADO_COMPROMISO.en_validacion, "D9E1F2"],
  [ESTADO_COMPROMISO.atendido, "E2EFDA"],
  [ESTADO_COMPROMISO.no_atendido, "F8CBAD"],
  [ESTADO_COMPROMISO.cancelado, "EDEDED"],
  [ESTADO_COMPROMISO.permanente, "E4DFEC"],
])

const LIBRO = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The follow-up table as a file that people print, filter and send. */
export async function archivoCedula(
  libros: Pick<Libros, "imprimir">,
  cedula: Cedula,
  formato: FormatoCedula,
): Promise<CardFile> {
  const { organo, sesion, corte } = cedula
  const partes = [
    "cedula",
    nombreDeArchivo(organo.clave),
    ...(sesion ? [nombreDeArchivo(sesion.clave)] : []),
    corte,
  ]
  const archivo = { label: "Descargar la cédula", url: null }
  const nombre = (extension: string) => `${partes.join("-")}.${extension}`
  switch (formato) {
    case "excel": {
      const libro = await libros.imprimir(hojaDe(cedula))
      const content = Buffer.from(libro).toString("base64")
      return { ...archivo, name: nombre("xlsx"), mediaType: LIBRO, content, encoding: "base64" }
    }
    case "csv":
      return {
        ...archivo,
        name: nombre("csv"),
        mediaType: "text/csv; charset=utf-8",
        content: cedulaCsv(cedula),
      }
    case "json":
      return { ...archivo, name: nombre("json"), mediaType: "application/json", content: cedulaJson(cedula) }
  }
}

function hojaDe(cedula: Cedula): HojaImpresa {
  const encabezado = encabezadoCedula(cedula)
  return {
    nombre: "Cédula",
    titulo: encabezado.slice(0, 2).join(": "),
    fecha: cedula.corte,
    encabezado,
    columnas: COLUMNAS_CEDULA.map(({ titulo, ancho, tipo }) => ({
      titulo,
      ancho,
      tipo,
      ...(titulo === "Estado" ? { fondos: FONDOS } : {}),
    })),
    filas: cedula.filas.map((fila) => COLUMNAS_CEDULA.map(({ valor }) => valor(fila))),
    pie: `${cedula.organo.nombreCorto}. Corte al ${fechaMedia(cedula.corte)}.`,
  }
}
