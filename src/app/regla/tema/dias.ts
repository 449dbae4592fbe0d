import { normalizar } from "../../../domain/texto/texto.ts"
import { enumerar, plural } from "../../../texts/plurales.ts"
import { type Forma, type Leido, partes } from "./campo.ts"

/** Rules that count business days from a date, and whom each of them reaches. */

const MISMO_DIA = "el mismo día"
const PRIMERO = "desde el primer aviso"
/** Before any rung that a profile may have. */
const DESDE_SIEMPRE = -365
const MAX_DIAS = 60

const dicho = (dias: number): string =>
  dias === 0 ? MISMO_DIA : `${Math.abs(dias)} ${dias < 0 ? "antes" : "después"}`

/** «5 antes», «el mismo día», «3 después», and as engineers write them: -5, 0, 3. */
function leerDias(parte: string): number | null {
  const texto = normalizar(parte)
    .replace(/\bdias?\b|\bhabil(?:es)?\b/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
  if (/^(?:el )?mismo$|^0$/u.test(texto)) return 0
  const [, signo, n, cuando] = /^([+-]?)\s?(\d{1,3})(?: (antes|despues))?$/u.exec(texto) ?? []
  if (n === undefined || (signo !== "" && cuando !== undefined)) return null
  const antes = signo === "-" || cuando === "antes"
  if (signo === "" && cuando === undefined) return null
  return antes ? -Number(n) : Number(n)
}

/** Business days before and after the due date. */
export const diasAlrededor: Forma = {
  valores: null,
  escribir: (valor) => (valor as readonly number[]).map(dicho).join(", "),
  palabras: (valor) =>
    `${enumerar((valor as readonly number[]).map(dicho))} (días hábiles, respecto del vencimiento)`,
  leer: (escrito) =>
    lista(escrito, leerDias, "Escriba los días así: 5 antes, 1 antes, el mismo día, 3 después."),
}

/** Business days before something. */
export const diasAntes = (de: string): Forma => ({
  valores: null,
  escribir: (valor) => (valor as readonly number[]).join(", "),
  palabras: (valor) => {
    const dias = valor as readonly number[]
    if (dias.length === 0) return "ninguno"
    const [solo] = dias
    if (dias.length === 1 && solo !== undefined)
      return solo === 0 ? MISMO_DIA : `${plural(solo, "día hábil", "días hábiles")} antes ${de}`
    const antes = `${enumerar(dias.filter((n) => n > 0).map(String))} días hábiles antes ${de}`
    return dias.includes(0) ? `${antes}, y ${MISMO_DIA}` : antes
  },
  leer: (escrito) =>
    escrito === ""
      ? { valor: [] }
      : lista(
          escrito,
          (parte) => (/^\d{1,2}$/u.test(parte) ? Number(parte) : null),
          "Escriba los números de días separados por comas: 5, 1",
        ),
})

function lista(escrito: string, leer: (parte: string) => number | null, reparo: string): Leido {
  const dias = partes(escrito).map(leer)
  if (dias.length === 0 || dias.some((n) => n === null || Math.abs(n) > MAX_DIAS)) return { reparo }
  return { valor: [...new Set(dias)] }
}

const QUIENES = {
  enlace: "enlace",
  suplente: "suplente",
  titular: "titular",
  secretaria_tecnica: "Secretaría Técnica",
} as const
type Quien = keyof typeof QUIENES

interface Paso {
  readonly desde: number
  readonly a: readonly Quien[]
}

const pasoEscrito = ({ desde, a }: Paso): string =>
  `${desde <= DESDE_SIEMPRE ? PRIMERO : dicho(desde)}: ${a.map((uno) => QUIENES[uno]).join(", ")}`

/** To whom from which day on: a line for each step. */
export const destinatarios: Forma = {
  valores: null,
  parrafo: true,
  escribir: (valor) => (valor as readonly Paso[]).map(pasoEscrito).join("\n"),
  palabras: (valor) => (valor as readonly Paso[]).map(pasoEscrito).join("; "),
  leer: (escrito) => {
    const pasos = escrito
      .split(/[\n;]+/u)
      .filter((linea) => linea.trim() !== "")
      .map(leerPaso)
    return pasos.length === 0 || pasos.includes(null)
      ? {
          reparo:
            "Escriba un paso por renglón: cuándo, dos puntos y a quiénes (enlace, suplente, titular, Secretaría Técnica). Por ejemplo: 5 después: enlace, titular",
        }
      : { valor: pasos }
  },
}

function leerPaso(linea: string): Paso | null {
  const colon = linea.indexOf(":")
  if (colon < 0) return null
  const cuando = linea.slice(0, colon).trim()
  const desde = /primer aviso/u.test(normalizar(cuando)) ? DESDE_SIEMPRE : leerDias(cuando)
  const a = partes(linea.slice(colon + 1)).map(quienEs)
  if (desde === null || a.length === 0 || a.includes(null)) return null
  return { desde, a: a.flatMap((uno) => (uno === null ? [] : [uno])) }
}

function quienEs(dicho: string): Quien | null {
  const texto = normalizar(dicho)
  return (Object.keys(QUIENES) as Quien[]).find((quien) => normalizar(QUIENES[quien]) === texto) ?? null
}
