import { type Busqueda, primerNivel } from "./busqueda.ts"
import { buscarPorClave } from "./clave.ts"
import { normalizar } from "./texto.ts"
import type { Asistencia, EstadoSesion, Fecha, Integrante, Sesion } from "./tipos.ts"

/** A session in these states will not take place on its date, or already did. */
const NO_POR_VENIR: readonly EstadoSesion[] = ["cancelada", "clausurada", "sin_quorum"]

/**
 * The next session: the earliest from today on that is still to come, today's included until it closes. One without a
 * date yet counts only when none has a date.
 */
export function proximaSesion(sesiones: readonly Sesion[], hoy: Fecha): Sesion | null {
  const porVenir = sesiones.filter(({ estado }) => !NO_POR_VENIR.includes(estado))
  const fechadas = porVenir
    .filter(({ fecha }) => fecha !== null && fecha >= hoy)
    .sort((a, b) => `${a.fecha} ${a.hora ?? ""}`.localeCompare(`${b.fecha} ${b.hora ?? ""}`))
  return fechadas[0] ?? porVenir.find(({ fecha }) => fecha === null) ?? null
}

/** The last session that was held and closed. */
export function ultimaClausurada(sesiones: readonly Sesion[]): Sesion | null {
  const clausuradas = sesiones.filter(({ estado, fecha }) => estado === "clausurada" && fecha !== null)
  return [...clausuradas].sort((a, b) => (b.fecha ?? "").localeCompare(a.fecha ?? ""))[0] ?? null
}

/** Finds a session by a loosely typed clave (`21`, `so21`) or by words of its label (`vigésimo primera`). */
export function buscarSesion(texto: string, sesiones: readonly Sesion[]): Busqueda<Sesion> {
  const porClave = buscarPorClave(texto, sesiones)
  if (porClave.kind !== "ninguna") return porClave
  const palabras = normalizar(texto).split(" ").filter(Boolean)
  const porEtiqueta = sesiones.filter(({ etiqueta }) => {
    const propias = normalizar(etiqueta).split(" ")
    return palabras.every((palabra) => palabra.length > 2 && propias.includes(palabra))
  })
  return primerNivel(palabras.length > 0 ? porEtiqueta : []) ?? porClave
}

/**
 * Seats with a vote that the record of a session does not mention. Nobody recorded whether they attended: it must
 * never be read as an absence.
 */
export function noMencionados(
  integrantes: readonly Integrante[],
  asistencias: readonly Asistencia[],
): readonly Integrante[] {
  const mencionadas = new Set(asistencias.map(({ institucionId }) => institucionId))
  return integrantes.filter(({ conVoto, institucionId }) => conVoto && !mencionadas.has(institucionId))
}
