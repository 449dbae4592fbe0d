import { normalizar } from "../texto/texto.ts"
import { type ProblemaDeRenglon, type Renglon, renglonesDe } from "./lista-pegada.ts"
import { siglasDeNombre } from "./siglas.ts"

/** An institution as somebody lists it. */
export interface InstitucionPegada {
  readonly linea: number
  readonly siglas: string
  /** They were made from the name: nobody wrote them. */
  readonly propuestas: boolean
  readonly nombre: string
  readonly conVoto: boolean
}

export interface ListaInstituciones {
  readonly filas: readonly InstitucionPegada[]
  readonly problemas: readonly ProblemaDeRenglon[]
}

const ENCABEZADO = ["siglas", "nombre", "institucion", "con voto", "voto", "con_voto", "dependencia"]
const MAX_SIGLAS = 20
const VOTO: Readonly<Record<string, boolean>> = {
  si: true,
  s: true,
  x: true,
  "con voto": true,
  "voz y voto": true,
  no: false,
  n: false,
  "sin voto": false,
  voz: false,
  "solo voz": false,
}

/**
 * «SRE; Secretaría de Relaciones Exteriores; sí», one a line; siglas and vote may be left out, and siglas come before or
 * after the name. `ocupadas`: siglas that are somebody's already.
 */
export function leerInstituciones(texto: string, ocupadas: readonly string[]): ListaInstituciones {
  const filas: InstitucionPegada[] = []
  const problemas: ProblemaDeRenglon[] = []
  const usadas = new Set(ocupadas.map(normalizar))
  for (const renglon of renglonesDe(texto, ENCABEZADO)) {
    const leida = leer(renglon, usadas)
    if ("message" in leida) problemas.push(leida)
    else {
      usadas.add(normalizar(leida.siglas))
      filas.push(leida)
    }
  }
  return { filas, problemas }
}

function leer(
  { linea, columnas }: Renglon,
  usadas: ReadonlySet<string>,
): InstitucionPegada | ProblemaDeRenglon {
  const textos = columnas.filter((columna) => columna !== "")
  const voto = textos.length > 1 ? VOTO[normalizar(textos.at(-1) ?? "")] : undefined
  const nombres = voto === undefined ? textos : textos.slice(0, -1)
  const [primero = "", segundo, ...demas] = nombres
  if (demas.length > 0)
    return { linea, message: "tiene más columnas de las que se esperan: siglas, nombre y si tiene voto" }
  const conVoto = voto ?? true
  if (segundo === undefined) {
    if (parecenSiglas(primero)) return { linea, message: `falta el nombre de «${primero}»` }
    return { linea, siglas: siglasLibres(primero, usadas), propuestas: true, nombre: primero, conVoto }
  }
  const alReves = !parecenSiglas(primero) && parecenSiglas(segundo)
  const [siglas, nombre] = alReves ? [segundo, primero] : [primero, segundo]
  if (siglas.length > MAX_SIGLAS) return { linea, message: `«${siglas}» es largo para unas siglas` }
  if (usadas.has(normalizar(siglas))) return { linea, message: `las siglas «${siglas}» ya están en uso` }
  return { linea, siglas, propuestas: false, nombre, conVoto }
}

const parecenSiglas = (texto: string): boolean => /^[\p{Lu}\d][\p{Lu}\d./_-]{0,14}$/u.test(texto)

/** Those that the name gives; of those that are taken, with a number. */
function siglasLibres(nombre: string, usadas: ReadonlySet<string>): string {
  const base = siglasDeNombre(nombre)
  let libre = base
  for (let n = 2; usadas.has(normalizar(libre)); n += 1) libre = `${base}${n}`
  return libre
}
