import { type Busqueda, primerNivel } from "../texto/busqueda.ts"
import { sugerir } from "../texto/sugerencia.ts"
import { comoSeEscribe, palabrasDe } from "../texto/texto.ts"
import { sumarDias } from "../tiempo/plazo.ts"
import type { AliasInstitucion, Institucion } from "../tipos/directorio.ts"
import type { Fecha } from "../tipos/tiempo.ts"

const MAX_TYPED = 200
const SIN_VALOR = new Set(["de", "del", "la", "las", "el", "los", "y", "e", "a", "en", "para", "por"])

/** `SCT`, `INMUJERES`: a short form, not a name. */
function sonSiglas(texto: string): boolean {
  return /^[\p{Lu}\d]{2,15}$/u.test(texto)
}

/** Only an alias with a date was somebody's official name; one without dates just helps to search. */
function nombreDeEpoca(institucion: Institucion, fecha: Fecha, siglas: boolean): string | null {
  const inForce = institucion.alias.filter(
    (alias) =>
      (alias.desde !== null || alias.hasta !== null) &&
      (alias.desde === null || alias.desde <= fecha) &&
      (alias.hasta === null || fecha <= alias.hasta) &&
      sonSiglas(alias.texto) === siglas,
  )
  const latest = (a: AliasInstitucion, b: AliasInstitucion): number =>
    (b.desde ?? "").localeCompare(a.desde ?? "") || b.texto.length - a.texto.length
  return [...inForce].sort(latest)[0]?.texto ?? null
}

/**
 * A name, or siglas, that the institution had until a day, as an alias: from the day after the one that it had before.
 */
export function nombreAnterior(institucion: Institucion, texto: string, hasta: Fecha): AliasInstitucion {
  const siglas = sonSiglas(texto)
  const ultimos = institucion.alias.flatMap((alias) =>
    alias.hasta !== null && sonSiglas(alias.texto) === siglas && alias.texto !== texto ? [alias.hasta] : [],
  )
  const [ultimo] = ultimos.sort().reverse()
  return { texto, desde: ultimo === undefined ? institucion.vigenteDesde : sumarDias(ultimo, 1), hasta }
}

/** The name the institution had on a date; its present name when the date is not known. */
export function nombreEnFecha(institucion: Institucion, fecha: Fecha | null): string {
  return (fecha === null ? null : nombreDeEpoca(institucion, fecha, false)) ?? institucion.nombre
}

/** The siglas the institution used on a date. */
export function siglasEnFecha(institucion: Institucion, fecha: Fecha | null): string {
  return (fecha === null ? null : nombreDeEpoca(institucion, fecha, true)) ?? institucion.siglas
}

/**
 * Who answers on a date for what was entrusted to `institucion`: itself while it exists, then its successor
 * (INMUJERES until 2024-12-31, afterwards the Secretaría de las Mujeres).
 */
export function institucionEnFecha(
  institucion: Institucion,
  fecha: Fecha,
  instituciones: readonly Institucion[],
): Institucion {
  const seen = new Set<string>()
  let current = institucion
  while (current.vigenteHasta !== null && current.vigenteHasta < fecha && !seen.has(current.id)) {
    seen.add(current.id)
    const successor = instituciones.find((otra) => otra.id === current.sucesoraId)
    if (successor === undefined) return current
    current = successor
  }
  return current
}

function palabras(texto: string): readonly string[] {
  return palabrasDe(texto).filter((word) => !SIN_VALOR.has(word))
}

function formas(institucion: Institucion): readonly string[] {
  return [institucion.siglas, institucion.nombre, ...institucion.alias.map((alias) => alias.texto)]
}

/** Finds by siglas, by a name of any time, by an alias, or by some words of one. */
export function buscarInstitucion(
  texto: string,
  instituciones: readonly Institucion[],
): Busqueda<Institucion> {
  const typed = palabras(texto.slice(0, MAX_TYPED))
  if (typed.length === 0) return { kind: "ninguna", parecidas: [] }
  const whole = typed.join(" ")
  const where = (fits: (forma: readonly string[]) => boolean): readonly Institucion[] =>
    instituciones.filter((institucion) => formas(institucion).some((forma) => fits(palabras(forma))))
  // «NAA» and «ÑAA» are two institutions: accents are forgiven only to whoever names none with them.
  const escrito = comoSeEscribe(texto)
  const literal = (una: string) => comoSeEscribe(una) === escrito
  const bySiglas = instituciones.filter(({ siglas }) => palabras(siglas).join(" ") === whole)
  const found = primerNivel(
    [
      instituciones.filter(({ siglas }) => literal(siglas)),
      instituciones.filter((institucion) => formas(institucion).some(literal)),
      bySiglas,
      where((forma) => forma.join(" ") === whole),
    ],
    where((forma) => typed.every((word) => forma.includes(word))),
    where((forma) => typed.every((word) => word.length >= 3 && forma.some((own) => own.startsWith(word)))),
  )
  if (found !== null) return found
  const candidatos = instituciones.map((item) => ({ item, formas: formas(item) }))
  return { kind: "ninguna", parecidas: sugerir(whole, candidatos) }
}

/** Who answers on a date for what was entrusted to each institution; itself when it is not known. */
export function responsables(
  instituciones: readonly Institucion[],
  hoy: Fecha,
): (institucionId: string) => string {
  const porId = new Map(instituciones.map((institucion) => [institucion.id, institucion]))
  return (id) => {
    const institucion = porId.get(id)
    return institucion === undefined ? id : institucionEnFecha(institucion, hoy, instituciones).id
  }
}
