import { stringify } from "csv-stringify/sync"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Acuse, Convocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaYHora } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"
import { respuestas } from "./convocatoria.ts"

export interface RenglonAcuse {
  readonly institucion: Institucion
  readonly acuse: Acuse | null
  readonly por: string | null
}

export interface Acuses {
  readonly convocatoria: Convocatoria
  readonly renglones: readonly RenglonAcuse[]
}

/** " enviada el … (versión 2)"; of one that was sent outside, its day if it is on record. */
function envio(
  { enviadaEn, version }: Convocatoria,
  organo: Organo,
  { convocadaEl }: Pick<Sesion, "convocadaEl">,
): string {
  const dia = convocadaEl === null ? null : fechaLarga(convocadaEl)
  const cuandoFue = enviadaEn === null ? dia : momento(enviadaEn, organo)
  return `${cuandoFue === null ? "" : ` enviada el ${cuandoFue}`}${version > 1 ? ` (versión ${version})` : ""}`
}

const momento = (instante: Instante, { zona }: Organo) =>
  fechaYHora(fechaEnZona(instante, zona), horaEnZona(instante, zona), zona)

const desde = ({ plataforma }: Acuse, plataformas: Plataformas) =>
  plataforma === "cli" || plataforma === "sistema"
    ? "la línea de órdenes"
    : nombrePlataforma(plataformas, plataforma)

export interface AcuseCard {
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly sesion: Sesion
  readonly institucion: Institucion
  readonly acuse: Acuse
  readonly por: string
  /** It had been acknowledged before. */
  readonly previo: boolean
  /** The institution is of whoever reads this: who will come is asked of nobody else. */
  readonly propia: boolean
  readonly admiteSuplencia: boolean
}

/** To whoever acknowledges: what was recorded, which is what can be shown as proof. */
export function acuseCard(data: AcuseCard): Card {
  const { organo, plataformas, sesion, institucion, acuse, por, previo, propia } = data
  const pregunta = propia && sesion.estado === "convocada"
  return {
    title: `${previo ? "Ya se había acusado recibo" : "Acuse registrado"}: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Sesión", value: `${sesion.etiqueta}, ${cuando(sesion, organo)}` },
          { label: "Institución", value: `${institucion.nombre} (${institucion.siglas})` },
          { label: "Acusó", value: por },
          { label: "Cuándo", value: momento(acuse.instante, organo) },
          { label: "Desde", value: desde(acuse, plataformas) },
        ],
      },
      ...(pregunta ? [texto("¿Quién asistirá por su institución?")] : []),
    ],
    actions: pregunta
      ? respuestas(sesion, data.admiteSuplencia)
      : propia
        ? boton("sesion.agenda", sesion.clave, "Ver el orden del día")
        : boton("sesion.acuses", sesion.clave, "Ver los acuses"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** Which institutions have acknowledged, and which have not. */
export function acusesCard(
  organo: Organo,
  sesion: Sesion,
  { convocatoria, renglones }: Acuses,
  plataformas: Plataformas,
): Card {
  const con = renglones.filter(({ acuse }) => acuse !== null)
  const sin = renglones.filter(({ acuse }) => acuse === null)
  return {
    title: `Acuses de la convocatoria: ${sesion.clave}`,
    tone: sin.length > 0 ? "atencion" : "logro",
    blocks: [
      texto(
        `${con.length} de ${plural(renglones.length, "institución ha acusado", "instituciones han acusado")} recibo de la convocatoria${envio(convocatoria, organo, sesion)}.`,
      ),
      ...(sin.length === 0
        ? []
        : ([
            { kind: "heading", text: "Faltan" },
            texto(enumerar(sin.map(({ institucion }) => institucion.siglas))),
          ] satisfies readonly Block[])),
      ...(con.length === 0
        ? []
        : ([
            { kind: "heading", text: "Han acusado" },
            { kind: "list", ordered: false, items: con.map((uno) => renglonAcuse(organo, uno, plataformas)) },
          ] satisfies readonly Block[])),
    ],
    actions: [
      ...(sin.length > 0
        ? boton(
            "sesion.acuses-recordar",
            `${sesion.clave}@${convocatoria.version}`,
            `Recordar a ${plural(sin.length, "institución", "instituciones")}`,
            "primary",
          )
        : []),
      ...boton("sesion.pase-ver", sesion.clave, "Pasar lista"),
      ...boton("sesion.quorum", sesion.clave, "Ver el quórum previsto"),
      ...boton("sesion.acuses-exportar", sesion.clave, "Exportar los acuses"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** The same for the file of the session: a table to be read or copied anywhere, and a spreadsheet where files are taken. */
export function acusesExportadosCard(
  organo: Organo,
  sesion: Sesion,
  { convocatoria, renglones }: Acuses,
  plataformas: Plataformas,
): Card {
  const columns = ["Institución", "Acusó", "Quién", "Fecha y hora", "Desde"]
  const rows = renglones.map(({ institucion, acuse, por }) =>
    acuse === null
      ? [institucion.siglas, "no", "", "", ""]
      : [institucion.siglas, "sí", por ?? "", enZona(acuse.instante, organo), desde(acuse, plataformas)],
  )
  const content = stringify([columns, ...rows], HOJA_DE_CALCULO)
  return {
    title: `Acuses para el expediente: ${sesion.clave}`,
    tone: "aviso",
    blocks: [
      texto(`Convocatoria${envio(convocatoria, organo, sesion)}. Las horas son de la zona del órgano.`),
      { kind: "table", columns, rows },
      nota("Si no ve el archivo para su hoja de cálculo, copie esta tabla."),
    ],
    actions: boton("sesion.acuses", sesion.clave, "Ver los acuses"),
    file: {
      name: `acuses-${sesion.clave}-v${convocatoria.version}.csv`,
      mediaType: "text/csv; charset=utf-8",
      content,
      label: "Descargar los acuses",
      url: null,
    },
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** What a spreadsheet reads well: accents, and no text of a person's taken for a formula. */
const HOJA_DE_CALCULO = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const

/** `2024-06-11 10:00`: sorts as it reads. */
const enZona = (instante: Instante, { zona }: Organo) =>
  `${fechaEnZona(instante, zona)} ${horaEnZona(instante, zona)}`

function renglonAcuse(
  organo: Organo,
  { institucion, acuse, por }: RenglonAcuse,
  plataformas: Plataformas,
): RichText {
  if (acuse === null) return institucion.siglas
  return [
    { kind: "bold", text: institucion.siglas },
    ` ${por ?? ""}, ${momento(acuse.instante, organo)}, desde ${desde(acuse, plataformas)}`,
  ]
}

/** After reminding those who have not acknowledged. */
export function acusesRecordadosCard(
  organo: Organo,
  sesion: Sesion,
  instituciones: readonly Institucion[],
): Card {
  return {
    title: `Recordatorio de acuse: ${sesion.clave}`,
    tone: "logro",
    blocks: [
      texto(
        instituciones.length === 0
          ? "No hay a quién recordar: todas acusaron recibo, ya se les recordó hoy o no tienen canal."
          : `Se recuerda a: ${enumerar(instituciones.map(({ siglas }) => siglas))}.`,
      ),
    ],
    actions: boton("sesion.acuses", sesion.clave, "Ver los acuses"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
