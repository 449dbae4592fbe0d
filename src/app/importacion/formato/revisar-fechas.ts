import { enCursoImportada } from "../../../domain/convocatoria/importada.ts"
import type { CompromisoDoc, DocumentoImportacion, SesionDoc } from "../../../domain/importacion/documento.ts"
import { fechaEnZona, msEntre } from "../../../domain/tiempo/tiempo.ts"
import type { EstadoSesion } from "../../../domain/tipos/sesion.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import { ZONA } from "./campos.ts"
import type { Path, Reporte } from "./problemas.ts"

interface Vigencia {
  readonly desde: Fecha | null
  readonly hasta: Fecha | null
}

/** An open end reaches for ever. */
export function seTraslapan(a: Vigencia, b: Vigencia): boolean {
  const before = (x: Vigencia, y: Vigencia) => x.hasta !== null && y.desde !== null && x.hasta < y.desde
  return !before(a, b) && !before(b, a)
}

/** Dates that contradict each other within the file. */
export function revisarFechas(documento: DocumentoImportacion, reporte: Reporte): void {
  revisarVigencias(documento, reporte)
  revisarTraslapes(documento, reporte)
  const zonas = new Map(documento.organos.map((o) => [o.clave, o.zona]))
  documento.sesiones.forEach((sesion, i) => {
    const zona = zonas.get(sesion.organo) ?? ZONA
    revisarSesion(sesion, ["sesiones", i], reporte)
    revisarHoras(sesion, zona, ["sesiones", i], reporte)
    sesion.acuerdos.forEach((acuerdo, j) => {
      acuerdo.compromisos.forEach((c, k) => {
        revisarCompromiso(c, sesion.fecha, zona, ["sesiones", i, "acuerdos", j, "compromisos", k], reporte)
      })
    })
  })
}

function revisarVigencias(documento: DocumentoImportacion, { problem }: Reporte): void {
  const order = (path: Path, desde: Fecha | null, hasta: Fecha | null) => {
    if (desde && hasta && hasta < desde) problem(path, `termina (${hasta}) antes de comenzar (${desde})`)
  }
  documento.instituciones.forEach((item, i) => {
    order(["instituciones", i, "vigenteHasta"], item.vigenteDesde, item.vigenteHasta)
    item.alias.forEach((a, j) => {
      order(["instituciones", i, "alias", j, "hasta"], a.desde, a.hasta)
    })
  })
  for (const lista of ["integrantes", "designaciones"] as const) {
    documento[lista].forEach((item, i) => {
      order([lista, i, "hasta"], item.desde, item.hasta)
    })
  }
}

/** A seat has one term at a time, and one titular person at a time. */
function revisarTraslapes(documento: DocumentoImportacion, { problem, place }: Reporte): void {
  documento.integrantes.forEach((item, i) => {
    const other = documento.integrantes.findIndex(
      (o, j) =>
        j < i && o.organo === item.organo && o.institucion === item.institucion && seTraslapan(item, o),
    )
    // Two seats with the same beginning are reported as repeated.
    if (other >= 0 && documento.integrantes[other]?.desde !== item.desde)
      problem(["integrantes", i], `se traslapa con ${place(["integrantes", other])}: es el mismo asiento`)
  })
  documento.designaciones.forEach((item, i) => {
    if (item.calidad !== "titular") return
    const other = documento.designaciones.findIndex(
      (o, j) =>
        j < i &&
        o.calidad === "titular" &&
        o.organo === item.organo &&
        o.institucion === item.institucion &&
        seTraslapan(item, o),
    )
    if (other >= 0)
      problem(
        ["designaciones", i],
        `se traslapa con ${place(["designaciones", other])}: un asiento tiene una persona titular a la vez`,
      )
  })
}

function revisarSesion(sesion: SesionDoc, at: Path, { problem }: Reporte): void {
  const { fecha, hora, horaFin, convocadaEl } = sesion
  // One that ended after midnight says so by its instants.
  if (hora && horaFin && horaFin <= hora && !sesion.clausuradaEn)
    problem([...at, "horaFin"], `la sesión termina (${horaFin}) antes de comenzar (${hora})`)
  if ((hora || horaFin) && !fecha) problem([...at, hora ? "hora" : "horaFin"], "tiene hora y no tiene fecha")
  if (fecha && convocadaEl && convocadaEl > fecha)
    problem([...at, "convocadaEl"], `se convocó (${convocadaEl}) después de la sesión (${fecha})`)
  if (!fecha && CON_FECHA.includes(sesion.estado))
    problem([...at, "fecha"], `falta: el estado es «${sesion.estado}»`)
  if (convocadaEl && sesion.estado === "programada")
    problem(
      [...at, "convocadaEl"],
      `consta que se convocó el ${convocadaEl} y el estado es «programada»; cambie «estado», o escriba «convocada_el: null» si no se convocó`,
    )
  if (enCursoImportada(sesion) && !sesion.instaladaEn)
    problem(
      [...at, "instaladaEn"],
      `falta: el estado es «${sesion.estado}»; escriba cuándo se instaló, por ejemplo ${fecha ?? "2024-02-16"}T10:05:00-06:00`,
    )
}

/** States of a session that was called for a day. One that is deferred may wait for its new one. */
const CON_FECHA: readonly EstadoSesion[] = ["convocada", "sin_quorum", "instalada", "receso", "clausurada"]

/** What really happened is of the session's own day, and begins before it ends. */
function revisarHoras(
  { fecha, instaladaEn, clausuradaEn }: SesionDoc,
  zona: string,
  at: Path,
  { problem }: Reporte,
): void {
  const dia = instaladaEn ? fechaEnZona(instaladaEn, zona) : null
  if (dia !== null && dia !== fecha)
    problem([...at, "instaladaEn"], `se instaló el ${dia} y la sesión es del ${fecha ?? "día que no consta"}`)
  if (clausuradaEn && !instaladaEn) problem([...at, "clausuradaEn"], "falta cuándo se instaló (instalada_en)")
  if (clausuradaEn && instaladaEn && msEntre(instaladaEn, clausuradaEn) < 0)
    problem([...at, "clausuradaEn"], "se clausuró antes de instalarse")
}

function revisarCompromiso(
  c: CompromisoDoc,
  sesion: Fecha | null,
  zona: string,
  at: Path,
  { problem }: Reporte,
): void {
  const { fechaCompromiso: original, fechaReprogramada: segunda } = c
  if (sesion && original && original < sesion)
    problem([...at, "fechaCompromiso"], `vence (${original}) antes de la sesión que lo acordó (${sesion})`)
  if (segunda && !original)
    problem([...at, "fechaReprogramada"], "hay segunda fecha y falta la original (fecha_compromiso)")
  if (segunda && original && segunda <= original)
    problem(
      [...at, "fechaReprogramada"],
      `la segunda fecha (${segunda}) debe ser posterior a la original (${original})`,
    )
  if (c.reprogramaciones > 0 !== (segunda !== null))
    problem(
      [...at, "reprogramaciones"],
      segunda === null
        ? "dice que se reprogramó y falta la fecha que rige (fecha_reprogramada)"
        : "es 0 y el compromiso tiene fecha_reprogramada",
    )
  c.avances.forEach((avance, m) => {
    const dia = fechaEnZona(avance.registradoEn, zona)
    if (sesion && dia < sesion)
      problem(
        [...at, "avances", m, "registradoEn"],
        `el avance (${dia}) es anterior a la sesión que acordó el compromiso (${sesion})`,
      )
  })
}
