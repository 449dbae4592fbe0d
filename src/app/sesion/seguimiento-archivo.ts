import type { CardFile } from "../../cards/card.ts"
import { type FilaNovedad, TITULO_NOVEDAD } from "../../cards/compromiso/novedades.ts"
import { nivelSeguimiento, type SeguimientoDeSesion } from "../../cards/sesion/seguimiento.ts"
import { nombreDeArchivo } from "../../domain/texto/nombre-de-archivo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { ColumnaImpresa, Libros } from "../../ports/hojas/libro.ts"
import { DIFUSION, ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaMedia, momentoOficial } from "../../texts/fechas.ts"

const LIBRO = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

type Columna = ColumnaImpresa & { valor(fila: FilaNovedad): string | number | null }

const columna = (
  titulo: string,
  ancho: number,
  valor: Columna["valor"],
  tipo: Columna["tipo"] = "texto",
): Columna => ({ titulo, ancho, tipo, valor })

const COLUMNAS: readonly Columna[] = [
  columna("Qué cambió", 14, ({ novedad }) => TITULO_NOVEDAD[novedad]),
  columna("Acuerdo", 17, ({ acuerdo }) => acuerdo.clave),
  columna("Texto del acuerdo", 34, ({ acuerdo }) => acuerdo.texto),
  columna("Clave del compromiso", 22, ({ vista }) => vista.clave),
  columna("Compromiso", 34, ({ vista }) => vista.detalle?.texto ?? null),
  columna("Institución", 13, ({ vista }) => vista.siglas),
  columna("Fecha compromiso", 12, ({ fechaCompromiso }) => fechaCompromiso, "fecha"),
  columna("Fecha reprogramada", 13, ({ fechaReprogramada }) => fechaReprogramada, "fecha"),
  columna("Prórroga pedida", 12, ({ vista }) => vista.detalle?.prorroga ?? null, "fecha"),
  columna("Motivo de la prórroga", 24, ({ motivoProrroga }) => motivoProrroga),
  columna("Estado al corte", 13, ({ vista }) => ESTADO_COMPROMISO[vista.estado]),
  columna("Días hábiles de atraso", 9, ({ vista }) => atraso(vista), "numero"),
  columna("Último informe", 34, ({ informe }) => informe?.texto ?? null),
  columna("Fecha del informe", 11, ({ informe }) => informe?.fecha ?? null, "fecha"),
  columna("Evidencia", 18, ({ informe }) => informe?.url ?? null),
]

const atraso = ({ vencido, dias }: FilaNovedad["vista"]) => (vencido && dias !== null ? -dias : null)

/** The follow-up of a session as a sheet for its folder: of a cut-off, the same whenever it is asked for. */
export async function archivoSeguimiento(
  libros: Pick<Libros, "imprimir">,
  organo: Organo,
  sesion: Sesion,
  seguimiento: SeguimientoDeSesion,
): Promise<CardFile> {
  const { visto } = seguimiento
  const libro = await libros.imprimir({
    nombre: "Seguimiento",
    titulo: `Seguimiento de acuerdos: ${organo.nombreOficial}`,
    fecha: visto.corte,
    encabezado: encabezado(organo, sesion, seguimiento),
    columnas: COLUMNAS,
    filas: visto.filas.map((fila) => COLUMNAS.map(({ valor }) => valor(fila))),
    pie: `${organo.nombreCorto}. ${sesion.clave}. Corte al ${fechaMedia(visto.corte)}.`,
  })
  const partes = ["seguimiento", nombreDeArchivo(organo.clave), nombreDeArchivo(sesion.clave), visto.corte]
  return {
    name: `${partes.join("-")}.xlsx`,
    mediaType: LIBRO,
    content: Buffer.from(libro).toString("base64"),
    encoding: "base64",
    label: "Descargar el seguimiento",
    url: null,
  }
}

function encabezado(organo: Organo, sesion: Sesion, seguimiento: SeguimientoDeSesion): readonly string[] {
  const { visto, cortado } = seguimiento
  const cuando =
    cortado === null
      ? `Al ${fechaMedia(visto.corte)}, sin corte fijado`
      : `Corte fijado el ${momentoOficial(cortado, organo.zona)}`
  const desde = visto.desde === null ? "" : ` Cambios desde el ${fechaMedia(visto.desde)}.`
  const demo = [organo, sesion, ...visto.filas.map(({ vista }) => vista)].some(
    ({ origen }) => origen === "demo",
  )
  return [
    "Seguimiento de acuerdos",
    organo.nombreOficial,
    `${sesion.etiqueta} (${sesion.clave}). ${cuando}.${desde}`,
    `Difusión: ${DIFUSION[nivelSeguimiento(sesion, seguimiento)]}.`,
    ...(demo ? ["DATOS DE DEMOSTRACIÓN"] : []),
  ]
}
