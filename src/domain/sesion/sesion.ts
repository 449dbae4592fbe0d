import { type Busqueda, primerNivel } from "../texto/busqueda.ts"
import { buscarPorClave, normalizarClave } from "../texto/clave.ts"
import { ordinalesANumero } from "../texto/ordinal.ts"
import { normalizar } from "../texto/texto.ts"
import { fechaEnZona, horaEnZona } from "../tiempo/tiempo.ts"
import type { Asistencia } from "../tipos/desahogo.ts"
import type { Integrante } from "../tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../tipos/sesion.ts"
import type { Fecha, Hora } from "../tipos/tiempo.ts"

const MAX_TYPED = 200

/** A session in these states will not take place on its date, or already did. */
export const NO_POR_VENIR: readonly EstadoSesion[] = ["cancelada", "clausurada", "sin_quorum"]

/** By date and hour; on the same day, one without an hour on record goes last. */
export function porFecha(a: Sesion, b: Sesion): number {
  return `${a.fecha} ${a.hora ?? "99"}`.localeCompare(`${b.fecha} ${b.hora ?? "99"}`)
}

/**
 * The next session: the earliest from today on that is still to come, today's included until it closes. One without a
 * date yet counts only when none has a date.
 */
export function proximaSesion(sesiones: readonly Sesion[], hoy: Fecha): Sesion | null {
  const porVenir = sesiones.filter(({ estado }) => !NO_POR_VENIR.includes(estado))
  const fechadas = porVenir.filter(({ fecha }) => fecha !== null && fecha >= hoy).sort(porFecha)
  const sinFecha = porVenir.filter(({ fecha }) => fecha === null).sort((a, b) => a.numero - b.numero)
  return fechadas[0] ?? sinFecha[0] ?? null
}

/**
 * When it began: the hour at which it was installed. Of one whose installation is not on record, the hour it was called
 * for; of one that was put on record on another day, nobody said.
 */
export function horaDeInicio({ instaladaEn, fecha, hora }: Sesion, zona: string): Hora | null {
  if (instaladaEn === null) return hora
  return fechaEnZona(instaladaEn, zona) === fecha ? horaEnZona(instaladaEn, zona) : null
}

/** The last session that was held and closed. */
export function ultimaClausurada(sesiones: readonly Sesion[]): Sesion | null {
  const clausuradas = sesiones.filter(({ estado, fecha }) => estado === "clausurada" && fecha !== null)
  return [...clausuradas].sort((a, b) => (b.fecha ?? "").localeCompare(a.fecha ?? ""))[0] ?? null
}

/** What people call a session by its place among the others. */
const RELATIVAS: readonly {
  readonly palabras: readonly string[]
  readonly cual: (sesiones: readonly Sesion[], hoy: Fecha) => Sesion | null
}[] = [
  { palabras: ["proxima", "siguiente", "que sigue"], cual: proximaSesion },
  { palabras: ["ultima", "anterior", "pasada", "mas reciente"], cual: ultimaClausurada },
]

/**
 * Finds a session by a loosely typed clave (`21`, `so21`), by its ordinal in words, by words of its label or by its
 * place among the others ("próxima", "última"). Its clave, its label, or its type and number name it exactly.
 */
export function buscarSesion(texto: string, sesiones: readonly Sesion[], hoy: Fecha): Busqueda<Sesion> {
  const said = normalizar(texto.slice(0, MAX_TYPED))
  const plain = said.replace(/^(?:de |del )?(?:la |las )?|(?: sesion)$/gu, "")
  const relativa = RELATIVAS.find(({ palabras }) => palabras.includes(plain))?.cual(sesiones, hoy) ?? null
  if (relativa !== null) return { kind: "una", item: relativa, exacta: false }
  const typed = normalizarClave(ordinalesANumero(said))
  const exactas = sesiones.filter(
    ({ clave, etiqueta }) =>
      normalizar(etiqueta) === said || sinOrden(normalizarClave(clave)) === sinOrden(typed),
  )
  const porClave = primerNivel([exactas]) ?? buscarPorClave(typed, sesiones)
  if (porClave.kind !== "ninguna") return porClave
  const palabras = said.split(" ").filter(Boolean)
  const porEtiqueta = sesiones.filter(({ etiqueta }) => {
    const propias = normalizar(etiqueta).split(" ")
    return palabras.every((palabra) => palabra.length > 2 && propias.includes(palabra))
  })
  return primerNivel([], palabras.length > 0 ? porEtiqueta : []) ?? porClave
}

/** "22 so" says what "so 22" says: a type and a number, in either order. */
const sinOrden = (clave: string) => clave.split(" ").sort().join(" ")

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
