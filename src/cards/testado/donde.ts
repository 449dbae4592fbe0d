import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, RichText } from "../card.ts"
import { recortar } from "../respuesta.ts"

/** Where a text stands, as the Secretaría Técnica is shown it: never the text. */
export interface DondeConsta {
  /** Tables as the database calls them, with what names each record; `null`: nothing does. */
  readonly registros: readonly {
    readonly tabla: string
    readonly campo: string
    readonly nombre: string | null
  }[]
  readonly eventos: number
  readonly porEnviar: number
  readonly porCorregir: readonly MensajeEnviado[]
  readonly aMano: readonly MensajeEnviado[]
  readonly zona: string
}

export interface MensajeEnviado {
  readonly plataforma: string
  readonly canal: string
  /** When it was written; `null`: it is being sent now. */
  readonly enviado: Instante | null
  readonly titulo: string
  readonly conArchivo: boolean
}

/** More of these are counted: a phone shows no more. */
const MAX_LINEAS = 12
const MAX_TITULO = 80

const TABLAS: Readonly<Record<string, string>> = {
  sesion: "Sesión",
  hecho_sesion: "Lo dicho en la sesión",
  punto_orden_dia: "Punto del orden del día de",
  asistencia: "Asistencia de",
  acuerdo: "Acuerdo",
  compromiso: "Compromiso",
  avance: "Avance de",
  convocatoria: "Convocatoria de",
  confirmacion_asistencia: "Confirmación de asistencia a",
  registro_asistencia: "Pase de lista de",
  documento: "Documento de",
  votacion: "Votación de",
  voto: "Voto particular en",
  resumen_sesion: "Resumen de",
  autorizacion: "Autorización pedida de",
  cargo_institucion: "Cargo",
  designacion: "Oficio de una designación",
  integrante: "Fundamento de un lugar",
  dia_inhabil: "Día inhábil",
  canal: "Canal",
  organo: "Objetivo del órgano",
  perfil_reglas: "Reglas del órgano, versión",
  consola_mensaje: "Mensaje de la consola",
}

const CAMPOS: Readonly<Record<string, string>> = {
  etiqueta: "nombre",
  sede: "sede",
  url: "dirección",
  nombre_organo_en_documento: "órgano en el documento",
  lugar_y_fecha_documento: "lugar y fecha del documento",
  texto: "texto",
  numero: "número",
  titulo: "título",
  resultado_texto: "resultado",
  motivo: "motivo",
  motivo_anulacion: "motivo de anulación",
  persona_nombre: "nombre",
  persona_titulo: "título",
  persona_cargo: "cargo",
  nombre_en_documento: "nombre en el documento",
  caracter: "carácter",
  nombre: "nombre",
  cargo: "cargo",
  oficio: "oficio",
  contenido: "contenido",
  pedido: "lo pedido",
  constancia: "constancia",
  resultado: "resultado",
  voto_particular: "texto",
  fundamento: "fundamento",
  falla_motivo: "causa de su falla",
  objetivo: "texto",
  reglas: "textos",
  card: "texto",
}

/** «Acuerdo CI/SO-21/03/2024: texto». */
export function nombreDeCampo({ tabla, campo, nombre }: DondeConsta["registros"][number]): string {
  const registro = [TABLAS[tabla] ?? "Registro", nombre]
    .filter((parte) => parte !== null && parte !== "")
    .join(" ")
  return `${recortar(registro, MAX_TITULO)}: ${CAMPOS[campo] ?? "texto"}`
}

/** One line for each place, in the order in which somebody would look. */
export function dondeBlocks(donde: DondeConsta): readonly Block[] {
  const { registros, eventos, porEnviar, porCorregir, aMano, zona } = donde
  const lineas = [...new Set(registros.map(nombreDeCampo))]
  return [
    ...listado("En el registro", lineas),
    ...listado("En copias y mensajes", [
      ...(eventos > 0 ? [`Bitácora: ${plural(eventos, "anotación", "anotaciones")}`] : []),
      ...(porEnviar > 0
        ? [`${plural(porEnviar, "mensaje", "mensajes")} por enviar: saldrán sin el dato`]
        : []),
    ]),
    ...listado(
      "Mensajes enviados que se corrigen en su lugar",
      porCorregir.map((uno) => mensaje(uno, zona)),
    ),
    ...listado(
      "Mensajes que debe borrar una persona",
      aMano.map((uno) => mensaje(uno, zona)),
    ),
  ]
}

export function listado(titulo: string, lineas: readonly RichText[]): readonly Block[] {
  if (lineas.length === 0) return []
  const faltan = lineas.length - MAX_LINEAS
  return [
    { kind: "heading", text: titulo },
    {
      kind: "list",
      ordered: false,
      items: [...lineas.slice(0, MAX_LINEAS), ...(faltan > 0 ? [`Y ${faltan} más`] : [])],
    },
  ]
}

const mensaje = ({ plataforma, canal, enviado, titulo }: MensajeEnviado, zona: string): string =>
  `${plataforma}, ${canal}, ${enviado === null ? "enviándose" : momentoOficial(enviado, zona)}: ${recortar(titulo, MAX_TITULO)}`
