import { libroDePartes } from "./libro-en-partes.ts"

/**
 * Five follow-up tables as five offices have them, each in the XML that its program writes. Nothing here is shared with
 * what reads them.
 */
const CABEZA = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
const PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const OFICINA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PAQUETE = "http://schemas.openxmlformats.org/package/2006"

interface HojaXml {
  readonly nombre: string
  readonly filas: string
  readonly combinadas?: readonly string[]
}

/** Style 1 is a date. */
const ESTILOS = `${CABEZA}<styleSheet xmlns="${PRINCIPAL}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

function libro(hojas: readonly HojaXml[], compartidos: readonly string[] = []): Buffer {
  const n = hojas.map((_, i) => i + 1)
  const deHojas = n.map(
    (i) => `<Relationship Id="rId${i}" Type="${OFICINA}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  )
  const tipo = (parte: string, cual: string) =>
    `<Override PartName="${parte}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${cual}+xml"/>`
  return libroDePartes({
    "[Content_Types].xml": `${CABEZA}<Types xmlns="${PAQUETE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${tipo("/xl/workbook.xml", "sheet.main")}${n.map((i) => tipo(`/xl/worksheets/sheet${i}.xml`, "worksheet")).join("")}${tipo("/xl/styles.xml", "styles")}${tipo("/xl/sharedStrings.xml", "sharedStrings")}</Types>`,
    "_rels/.rels": `${CABEZA}<Relationships xmlns="${PAQUETE}/relationships"><Relationship Id="rId1" Type="${OFICINA}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${CABEZA}<workbook xmlns="${PRINCIPAL}" xmlns:r="${OFICINA}"><sheets>${hojas.map(({ nombre }, i) => `<sheet name="${nombre}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${CABEZA}<Relationships xmlns="${PAQUETE}/relationships">${deHojas.join("")}<Relationship Id="rId90" Type="${OFICINA}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${OFICINA}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": ESTILOS,
    "xl/sharedStrings.xml": `${CABEZA}<sst xmlns="${PRINCIPAL}" count="${compartidos.length}" uniqueCount="${compartidos.length}">${compartidos.map((texto) => `<si><t xml:space="preserve">${texto}</t></si>`).join("")}</sst>`,
    ...Object.fromEntries(
      hojas.map(({ filas, combinadas = [] }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${CABEZA}<worksheet xmlns="${PRINCIPAL}"><sheetData>${filas}</sheetData>${combinadas.length === 0 ? "" : `<mergeCells count="${combinadas.length}">${combinadas.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`}</worksheet>`,
      ]),
    ),
  })
}

type Valor = string | number | null | { readonly dia: number }
/** As a spreadsheet counts days. */
const dia = (serial: number): Valor => ({ dia: serial })

function filasXml(
  filas: readonly (readonly Valor[])[],
  texto: (celda: string, ref: string) => string,
): string {
  return filas
    .map((fila, r) => {
      const celdas = fila.map((celda, c) => {
        const ref = `${String.fromCharCode(65 + c)}${r + 1}`
        if (celda === null) return ""
        if (typeof celda === "number") return `<c r="${ref}"><v>${celda}</v></c>`
        return typeof celda === "string" ? texto(celda, ref) : `<c r="${ref}" s="1"><v>${celda.dia}</v></c>`
      })
      return `<row r="${r + 1}">${celdas.join("")}</row>`
    })
    .join("")
}

/** Excel: texts in a table of their own. */
function conCompartidos(
  hojas: readonly {
    readonly nombre: string
    readonly filas: readonly (readonly Valor[])[]
    readonly combinadas?: readonly string[]
  }[],
): Buffer {
  const textos: string[] = []
  const indice = (texto: string) => {
    if (!textos.includes(texto)) textos.push(texto)
    return textos.indexOf(texto)
  }
  const xml = hojas.map(({ filas, ...resto }) => ({
    ...resto,
    filas: filasXml(filas, (texto, ref) => `<c r="${ref}" t="s"><v>${indice(texto)}</v></c>`),
  }))
  return libro(xml, textos)
}

const enLinea = (texto: string, ref: string) => `<c r="${ref}" t="inlineStr"><is><t>${texto}</t></is></c>`

/** From Excel: title above, dates as dates, headings in the fifth row. */
const excel = conCompartidos([
  {
    nombre: "Seguimiento",
    filas: [
      ["CÉDULA DE SEGUIMIENTO DE ACUERDOS"],
      ["Secretaría Técnica"],
      [],
      [],
      ["No.", "Clave", "Acuerdo", "Institución responsable", "Fecha compromiso", "Estatus", "Días de atraso"],
      [
        1,
        "CI/SO-21/02/2024",
        "Las instituciones integrantes remitirán a la Secretaría Técnica sus actividades calendarizadas del Programa Anual de Trabajo 2024.",
        "FGR",
        dia(45366),
        "Concluido",
        0,
      ],
      [2, "CI/SO-21/02/2024", null, "SICT", dia(45366), "En trámite", 12],
      [
        3,
        "CI/SO-21/09/2024",
        "Las instituciones nombrarán a quien coordine sus archivos.",
        "SEP",
        dia(45412),
        "Pendiente",
        null,
      ],
    ],
  },
])

/** Texts in each cell, columns in another order, and the claves in five ways. */
const enOtroOrden = libro([
  {
    nombre: "SO-21",
    filas: filasXml(
      [
        ["Situación", "Dependencia", "Compromiso", "No. de acuerdo", "Vencimiento"],
        ["en validación", "SRE", "Entregar el inventario A.", "CI/SO-21/10/2024", "15/03/24"],
        ["en validación", "SEP", "Entregar el inventario A.", "ci so 21 10", "15 de marzo"],
        ["en validación", "FGR", "Entregar el inventario A.", "SO-21/10", "10 días hábiles"],
        ["en validación", "INM", "Entregar el inventario A.", "Acuerdo 10/2024", "15-mar-2024"],
        ["en validación", "SALUD", "Entregar el inventario A.", "10", "2024-03-15"],
      ],
      enLinea,
    ),
  },
])

/** LibreOffice: headings in two rows, joined across and down. */
const libreOffice = conCompartidos([
  {
    nombre: "Hoja1",
    combinadas: ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"],
    filas: [
      ["Sesión", "Compromiso", "Responsable", "Fecha", null, "Estado"],
      [null, null, null, "Compromiso", "Reprogramada", null],
      ["21ª Ordinaria", "Publicar el directorio.", "SEGOB", dia(45366), dia(45412), "reprogramado"],
      ["21ª Ordinaria", "Publicar el calendario.", "Relaciones Exteriores", dia(45366), null, "Cumplidos"],
    ],
  },
])

/** Google: titles joined over the whole width, each session under its own heading. */
const google = libro([
  {
    nombre: "Hoja 1",
    combinadas: ["A1:E1", "A3:E3", "A5:E5"],
    filas: filasXml(
      [
        ["Matriz de compromisos"],
        ["Acuerdo", "Responsables", "Plazo", "Avance", "Status"],
        ["20ª Sesión Ordinaria (15 de noviembre de 2023)"],
        [
          "Integrar el programa de trabajo.",
          "SEGOB, SRE y FGR",
          "15 de diciembre",
          "Se integró.",
          "Atendidos",
        ],
        ["Vigésimo Primera Sesión Ordinaria"],
        ["Revisar el glosario.", "Todavía no", "sin fecha", "-", "informe en elaboración"],
      ],
      enLinea,
    ),
  },
])

/** By hand, over the years: the agreement joined down its rows, a second sheet of the same, a list, and who signs. */
const aMano = conCompartidos([
  { nombre: "Catálogo", filas: [["Estados"], ["Atendido"], ["Pendiente"]] },
  {
    nombre: "2023",
    combinadas: ["A2:A3", "B2:B3"],
    filas: [
      [
        "Sesión",
        "Acuerdo",
        "Fecha de la sesión",
        "Actividad",
        "Institución",
        "Fecha límite",
        "Situación",
        "Observaciones",
      ],
      ["SO-19", "3", dia(45000), "Reunir los formatos.", "SRE", dia(45030), "Solventado", "Se entregaron."],
      [null, null, dia(45000), "Revisar los formatos.", "FGR", dia(45030), "Sin avance", null],
      [],
      ["Elaboró: la Secretaría Técnica"],
    ],
  },
  {
    nombre: "Pendientes",
    filas: [
      ["Sesión", "Acuerdo", "Actividad", "Institución", "Fecha límite", "Situación"],
      ["SO-19", "3", "Revisar los formatos.", "FGR", dia(45030), "Sin avance"],
    ],
  },
])

export const CINCO_CEDULAS = { excel, enOtroOrden, libreOffice, google, aMano } as const

/** Of one sheet, with texts in its cells: for what is refused. */
export const cedulaSencilla = (filas: readonly (readonly (string | number | null)[])[]): Buffer =>
  libro([{ nombre: "Hoja1", filas: filasXml(filas, enLinea) }])

/** The same with a program in it. */
export const conMacros = (): Buffer =>
  libroDePartes({ "[Content_Types].xml": "<Types/>", "xl/vbaProject.bin": "programa" })
