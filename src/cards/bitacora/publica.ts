import { stringify } from "csv-stringify/sync"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { actoEnPalabras } from "../../texts/bitacora.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, CardFile } from "../card.ts"
import { boton, deOrgano, marcaDemo, texto } from "../respuesta.ts"

export interface AsientoPublico {
  readonly tipo: string
  /** `SO-22`, `CI/SO-21/03/2024` */
  readonly registro: string
  readonly instante: Instante
  /** Who did it by virtue of a post; `null`: nobody of the directory. */
  readonly persona: Persona | null
  /** Its link in the chain; `null`: none yet. */
  readonly posicion: number | null
  readonly huella: string | null
}

/** What of a body's log may be given to anybody, and how much is left out. */
export interface BitacoraPublica {
  readonly organo: Organo
  readonly now: Instante
  readonly asientos: readonly AsientoPublico[]
  readonly omitidos: readonly { readonly clase: string; readonly cuantos: number }[]
}

export const FORMATOS_PUBLICOS = ["csv", "json"] as const
export type FormatoPublico = (typeof FORMATOS_PUBLICOS)[number]

const QUE_FALTA = [
  "Contiene los actos del órgano sobre sesiones, resúmenes y acuerdos que hoy son públicos.",
  "Omite los actos sobre registros que no son públicos, con los nombres de quienes los hicieron; los votos y los borradores; y qué consultó cada persona.",
  "De lo que contiene omite las cuentas, el lugar y la plataforma, y el texto de lo que cambió.",
  "El eslabón y su huella permiten cotejar cada acto con la bitácora completa y con la cabeza que se publica cada día.",
] as const

/** What a spreadsheet reads well: accents, and no text of a person's taken for a formula. */
const HOJA_DE_CALCULO = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const

const COLUMNAS = ["fecha", "hora", "acto", "registro", "persona", "cargo", "eslabon", "huella"] as const

/** The file, its header first: whose log it is, of when, and what is left out. */
export function archivoPublico(publica: BitacoraPublica, formato: FormatoPublico): string {
  return formato === "csv" ? enCsv(publica) : enJson(publica)
}

function enCsv(publica: BitacoraPublica): string {
  const encabezado = [
    `Versión pública de la bitácora ${deOrgano(publica.organo.nombreOficial)}`,
    `Obtenida el ${momentoOficial(publica.now, publica.organo.zona)}`,
    ...QUE_FALTA,
    ...publica.omitidos.map(({ clase, cuantos }) => `Se omiten: ${clase}: ${cuantos}`),
  ]
  const filas = publica.asientos.map((asiento) => {
    const fila = filaDe(asiento, publica.organo)
    return COLUMNAS.map((columna) => fila[columna])
  })
  return stringify([...encabezado.map((linea) => [linea]), [...COLUMNAS], ...filas], HOJA_DE_CALCULO)
}

function enJson({ organo, now, asientos, omitidos }: BitacoraPublica): string {
  const encabezado = {
    documento: "versión pública de la bitácora",
    organo: organo.nombreOficial,
    obtenida_en: now,
    zona: organo.zona,
    que_contiene_y_que_omite: QUE_FALTA,
    omitidos,
  }
  return `${JSON.stringify({ encabezado, asientos: asientos.map((uno) => filaDe(uno, organo)) }, null, 2)}\n`
}

function filaDe(
  { tipo, registro, instante, persona, posicion, huella }: AsientoPublico,
  { zona }: Organo,
): Readonly<Record<(typeof COLUMNAS)[number], string | number | null>> {
  return {
    fecha: fechaEnZona(instante, zona),
    hora: horaEnZona(instante, zona),
    acto: actoEnPalabras(tipo),
    registro,
    persona: persona === null ? null : [persona.titulo, persona.nombre].filter(Boolean).join(" "),
    cargo: persona?.cargo ?? null,
    eslabon: posicion,
    huella,
  }
}

export function bitacoraPublicaCard(publica: BitacoraPublica, formato: FormatoPublico): Card {
  const { organo, asientos, omitidos, now } = publica
  return {
    title: `Versión pública de la bitácora: ${organo.nombreCorto}`,
    tone: "aviso",
    blocks: [
      texto(`Contiene ${plural(asientos.length, "acto", "actos")} sobre registros que hoy son públicos.`),
      { kind: "list", ordered: false, items: QUE_FALTA.slice(1) },
      ...(omitidos.length === 0
        ? []
        : [
            { kind: "heading" as const, text: "Asientos que se omiten" },
            {
              kind: "list" as const,
              ordered: false,
              items: omitidos.map(({ clase, cuantos }) => `${clase}: ${cuantos}`),
            },
          ]),
    ],
    actions: boton("plenaria.bitacora", "", "Ver la bitácora"),
    file: archivo(publica, formato, fechaEnZona(now, organo.zona)),
    ...marcaDemo([organo.origen]),
  }
}

function archivo(publica: BitacoraPublica, formato: FormatoPublico, fecha: string): CardFile {
  return {
    name: `bitacora-publica-${publica.organo.clave}-${fecha}.${formato}`,
    mediaType: formato === "csv" ? "text/csv; charset=utf-8" : "application/json",
    content: archivoPublico(publica, formato),
    label: "Descargar la versión pública",
    url: null,
  }
}
