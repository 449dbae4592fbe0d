import { admiteCumplido } from "../../../domain/compromiso/compromiso.ts"
import { enCursoImportada } from "../../../domain/convocatoria/importada.ts"
import { asientoTraslapado, titularTraslapado } from "../../../domain/directorio/puestos.ts"
import { terminaAntes, type Vigencia } from "../../../domain/directorio/vigencia.ts"
import type { CompromisoDoc, DocumentoImportacion, SesionDoc } from "../../../domain/importacion/documento.ts"
import { fechaEnZona, msEntre } from "../../../domain/tiempo/tiempo.ts"
import type { EstadoSesion } from "../../../domain/tipos/sesion.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import { ZONA } from "./campos.ts"
import type { Path, Reporte } from "./problemas.ts"

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
  const order = (path: Path, vigencia: Vigencia) => {
    const { desde, hasta } = vigencia
    if (terminaAntes(vigencia)) problem(path, `termina (${hasta}) antes de comenzar (${desde})`)
  }
  documento.instituciones.forEach((item, i) => {
    const { vigenteDesde: desde, vigenteHasta: hasta } = item
    order(["instituciones", i, "vigenteHasta"], { desde, hasta })
    item.alias.forEach((a, j) => {
      order(["instituciones", i, "alias", j, "hasta"], a)
    })
  })
  for (const lista of ["integrantes", "designaciones"] as const) {
    documento[lista].forEach((item, i) => {
      order([lista, i, "hasta"], item)
    })
  }
}

/** A seat has one term at a time, and one titular person at a time. */
function revisarTraslapes(
  { integrantes, designaciones }: DocumentoImportacion,
  { problem, place }: Reporte,
): void {
  integrantes.forEach((item, i) => {
    const other = asientoTraslapado(item, integrantes.slice(0, i))
    // Two seats with the same beginning are reported as repeated.
    if (other && other.desde !== item.desde)
      problem(
        ["integrantes", i],
        `se traslapa con ${place(["integrantes", integrantes.indexOf(other)])}: es el mismo asiento`,
      )
  })
  const titulares = designaciones.map((item) => (item.calidad === "titular" ? item : null))
  designaciones.forEach((item, i) => {
    const other = titularTraslapado(
      item,
      titulares.slice(0, i).filter((una) => una !== null),
    )
    if (other)
      problem(
        ["designaciones", i],
        `se traslapa con ${place(["designaciones", designaciones.indexOf(other)])}: un asiento tiene una persona titular a la vez`,
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
  if (c.cumplidoEl !== null && !admiteCumplido(c))
    problem([...at, "cumplidoEl"], `dice cuándo se cumplió y su estado es ${c.estado}`)
  if (sesion && c.cumplidoEl !== null && c.cumplidoEl < sesion)
    problem(
      [...at, "cumplidoEl"],
      `se cumplió (${c.cumplidoEl}) antes de la sesión que lo acordó (${sesion})`,
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
