import { FORMA_CLAVE } from "../directorio/claves.ts"
import { formarClaveAcuerdo, normalizarClave } from "../texto/clave.ts"
import { ordinalesANumero } from "../texto/ordinal.ts"
import type { TipoSesion } from "../tipos/sesion.ts"
import type { Fecha } from "../tipos/tiempo.ts"

export interface SesionEscrita {
  readonly tipo: TipoSesion
  readonly numero: number
}

const TIPOS: Readonly<Record<string, TipoSesion>> = { so: "ordinaria", se: "extraordinaria" }
/** A session has fewer, a year more. */
const MAX_SESION = 999

/**
 * The session that a text names, wherever it stands in it: «SO-21», «21ª Sesión Ordinaria (16 de febrero de 2024)»,
 * «Primera extraordinaria», `CI/SO-21/03/2024`.
 */
export function sesionEscrita(texto: string): SesionEscrita | null {
  const partes = normalizarClave(ordinalesANumero(texto)).split(" ")
  for (const [i, parte] of partes.entries()) {
    const tipo = TIPOS[parte]
    if (tipo === undefined) continue
    const numero = [partes[i - 1], partes[i + 1]].map(Number).find((n) => n > 0 && n <= MAX_SESION)
    if (numero !== undefined) return { tipo, numero }
  }
  return null
}

export interface ClaveEscrita {
  readonly clave: string
  /** Its place among those of its session; `null`: the clave does not say. */
  readonly numero: number | null
}

/**
 * An agreement's clave as an office writes it, made whole: «3», «Acuerdo 03/2024», «so 21 3» and «SO-21/3» are the third one
 * of the session, as the body's own template has it. One that follows another numbering is kept. `null`: it is none.
 */
export function claveEscrita(
  texto: string,
  plantilla: string,
  sesion: SesionEscrita & { readonly fecha: Fecha },
): ClaveEscrita | null {
  const partes = normalizarClave(texto).split(" ").filter(Boolean)
  const numero = consecutivoDe(partes, sesion)
  if (numero !== null) {
    const { tipo, fecha } = sesion
    const clave = formarClaveAcuerdo(plantilla, {
      tipo,
      numeroSesion: sesion.numero,
      consecutivo: numero,
      fecha,
    })
    if (caben(partes, clave, fecha)) return { clave, numero }
  }
  const escrita = texto.trim()
  const propia = FORMA_CLAVE.test(escrita) && escrita.length <= MAX_PROPIA && /\d/u.test(escrita)
  return propia ? { clave: escrita, numero } : null
}

const MAX_PROPIA = 60

/** The one number that is neither the session's nor the year's. */
function consecutivoDe(
  partes: readonly string[],
  sesion: SesionEscrita & { readonly fecha: Fecha },
): number | null {
  const numeros = partes.filter((parte) => /^\d+$/u.test(parte)).map(Number)
  const conSesion = partes.some((parte) => parte in TIPOS)
  if (conSesion && numeros.length > 1 && numeros[0] === sesion.numero) numeros.shift()
  const anio = Number(sesion.fecha.slice(0, 4))
  if (numeros.length > 1 && [anio, anio % 100].includes(numeros.at(-1) ?? 0)) numeros.pop()
  const [uno, otro] = numeros
  return uno !== undefined && otro === undefined && uno > 0 && uno <= MAX_SESION ? uno : null
}

/** Nothing of what was written says otherwise than the whole clave. */
function caben(partes: readonly string[], clave: string, fecha: Fecha): boolean {
  const todas = new Set([...normalizarClave(clave).split(" "), String(Number(fecha.slice(2, 4)))])
  const anio = fecha.slice(0, 4)
  return partes.every((parte) => todas.has(parte) || parte === anio || RELLENO.has(parte))
}

const RELLENO: ReadonlySet<string> = new Set(["ac", "ord", "no", "n"])
