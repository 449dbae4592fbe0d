import { esMes } from "../tiempo/mes.ts"
import type { TipoSesion } from "../tipos/sesion.ts"
import type { Palabra } from "./dicho.ts"
import type { Mundo, SesionNombrable } from "./mundo.ts"
import { numeroEn } from "./numeros.ts"

/** A session that a phrase names. */
export interface SesionDicha {
  /** Its clave, or its number as it was said where there is none such. */
  readonly clave: string
  readonly conocida: boolean
  /** The words that name it, from one to before the other. */
  readonly desde: number
  readonly hasta: number
}

const NOMBRES = new Set(["sesion", "sesiones", "reunion", "junta", "asamblea", "plenaria"])
const TIPOS: Readonly<Record<string, TipoSesion>> = {
  ordinaria: "ordinaria",
  ordinario: "ordinaria",
  extraordinaria: "extraordinaria",
  extraordinario: "extraordinaria",
  so: "ordinaria",
  se: "extraordinaria",
}
/** After these a number is a quantity. */
const UNIDADES = /^(?:dias?|horas?|semanas?|mes(?:es)?|minutos?|am|pm|a|personas?|votos?|instituciones)$/u
const ARTICULOS = new Set(["la", "dela", "esa", "esta", "ala"])

const claveDe = (tipo: TipoSesion | null, numero: number, { sesiones }: Mundo): SesionNombrable | null => {
  const mismas = sesiones.filter((una) => una.numero === numero && (tipo === null || una.tipo === tipo))
  return mismas.find((una) => una.tipo === "ordinaria") ?? mismas[0] ?? null
}

/** The first session that is named by its clave, by its number, or by its kind where there is one of it. */
export function sesionDicha(palabras: readonly Palabra[], mundo: Mundo): SesionDicha | null {
  for (let i = 0; i < palabras.length; i += 1) {
    const found = porClave(palabras, i, mundo) ?? porNumero(palabras, i, mundo) ?? porTipo(palabras, i, mundo)
    if (found) return found
  }
  return null
}

const CLAVE = /^(so|se)[-_/.]?0*(\d{1,3})$/u

function porClave(palabras: readonly Palabra[], i: number, mundo: Mundo): SesionDicha | null {
  const dicha = palabras[i]?.dicha ?? ""
  const junta = CLAVE.exec(dicha)
  const numero = /^\d{1,3}$/u.exec(palabras[i + 1]?.dicha ?? "")
  const aparte = (dicha === "so" || dicha === "se") && numero !== null
  if (junta === null && !aparte) return null
  const tipo = TIPOS[junta?.[1] ?? dicha] ?? "ordinaria"
  const n = Number(junta?.[2] ?? numero?.[0])
  return dichaComo(
    claveDe(tipo, n, mundo),
    `${tipo === "ordinaria" ? "SO" : "SE"}-${n}`,
    i,
    i + (junta ? 1 : 2),
  )
}

function porNumero(palabras: readonly Palabra[], i: number, mundo: Mundo): SesionDicha | null {
  const numero = numeroEn(palabras.slice(i, i + 3).map(({ dicha }) => dicha))
  if (numero === null || numero.valor > 399 || numero.valor === 0) return null
  const fin = i + numero.largo
  const siguiente = palabras[fin]?.dicha ?? ""
  if (UNIDADES.test(siguiente) || esMes(siguiente === "de" ? (palabras[fin + 1]?.dicha ?? "") : siguiente))
    return null
  const antes = palabras[i - 1]?.dicha ?? ""
  const masAntes = antes === "numero" ? (palabras[i - 2]?.dicha ?? "") : antes
  const despues = siguiente in TIPOS || NOMBRES.has(siguiente)
  const nombrada = NOMBRES.has(masAntes) || masAntes in TIPOS || despues
  const conArticulo = ARTICULOS.has(antes)
  const solo = numero.ordinal && numero.valor > 10
  if (!nombrada && !conArticulo && !solo) return null
  const tipo = tipoCerca(palabras, i, fin)
  const una = claveDe(tipo, numero.valor, mundo)
  // «la segunda» is a session only where there is one.
  if (una === null && !nombrada && !(conArticulo && !numero.ordinal)) return null
  const hasta = fin + (despues ? 1 : 0) + (despues && (palabras[fin + 1]?.dicha ?? "") in TIPOS ? 1 : 0)
  return dichaComo(una, String(numero.valor), i - (nombrada && !despues ? 1 : 0), hasta)
}

function tipoCerca(palabras: readonly Palabra[], i: number, fin: number): TipoSesion | null {
  for (const at of [fin, fin + 1, i - 1, i - 2]) {
    const tipo = TIPOS[palabras[at]?.dicha ?? ""]
    if (tipo && (palabras[at]?.dicha.length ?? 0) > 2) return tipo
  }
  return null
}

/** «la extraordinaria»: the last one that was held, or the only one. */
function porTipo(palabras: readonly Palabra[], i: number, { sesiones }: Mundo): SesionDicha | null {
  const dicha = palabras[i]?.dicha ?? ""
  const antes = palabras[i - 1]?.dicha ?? ""
  const definida = ARTICULOS.has(antes) || (NOMBRES.has(antes) && ARTICULOS.has(palabras[i - 2]?.dicha ?? ""))
  if (dicha !== "extraordinaria" || !definida) return null
  const suyas = sesiones.filter(({ tipo }) => tipo === "extraordinaria").sort(porFecha)
  const una = suyas.findLast(({ estado }) => estado === "clausurada") ?? suyas.at(-1)
  return una ? { clave: una.clave, conocida: true, desde: i - 1, hasta: i + 1 } : null
}

const porFecha = (a: SesionNombrable, b: SesionNombrable) => (a.fecha ?? "").localeCompare(b.fecha ?? "")

const dichaComo = (
  una: SesionNombrable | null,
  escrita: string,
  desde: number,
  hasta: number,
): SesionDicha => ({ clave: una?.clave ?? escrita, conocida: una !== null, desde, hasta })
