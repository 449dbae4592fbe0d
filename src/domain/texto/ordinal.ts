import { normalizar } from "./texto.ts"

/** Stems of Spanish ordinals; a stem that begins like a shorter one goes before it. */
const RAICES: readonly (readonly [string, number])[] = [
  ["ducentesim", 200],
  ["tricentesim", 300],
  ["septuagesim", 70],
  ["sexagesim", 60],
  ["septim", 7],
  ["sext", 6],
  ["duodecim", 12],
  ["undecim", 11],
  ["decim", 10],
  ["vigesim", 20],
  ["trigesim", 30],
  ["cuadragesim", 40],
  ["quincuagesim", 50],
  ["octogesim", 80],
  ["nonagesim", 90],
  ["centesim", 100],
  ["primer", 1],
  ["segund", 2],
  ["tercer", 3],
  ["cuart", 4],
  ["quint", 5],
  ["octav", 8],
  ["noven", 9],
]

/** `vigesimoprimera` → 21, `primer` → 1; `null`: the word is no ordinal. */
function valorOrdinal(palabra: string): number | null {
  let rest = palabra
  let total = 0
  while (rest !== "") {
    const found = RAICES.find(([raiz]) => rest.startsWith(raiz))
    if (found === undefined) return null
    const [raiz, valor] = found
    total += valor
    rest = rest.slice(raiz.length).replace(/^[oa]/u, "")
  }
  return total === 0 ? null : total
}

/** Ordinals in words, in any of their spellings and genders, become numbers: "vigésimo primera ordinaria" → "21 ordinaria". */
export function ordinalesANumero(texto: string): string {
  const words: (string | number)[] = []
  for (const word of normalizar(texto).split(" ")) {
    const value = valorOrdinal(word)
    const last = words.at(-1)
    if (value === null) words.push(word)
    else if (typeof last === "number" && last > value) words[words.length - 1] = last + value
    else words.push(value)
  }
  return words.join(" ")
}

const UNIDADES = [
  "",
  "Primera",
  "Segunda",
  "Tercera",
  "Cuarta",
  "Quinta",
  "Sexta",
  "Séptima",
  "Octava",
  "Novena",
] as const
const DECENAS = [
  "",
  "Décima",
  "Vigésima",
  "Trigésima",
  "Cuadragésima",
  "Quincuagésima",
  "Sexagésima",
  "Septuagésima",
  "Octogésima",
  "Nonagésima",
] as const
const CENTENAS = ["", "Centésima", "Ducentésima", "Tricentésima"] as const

/** 22 → "Vigésima Segunda", as the label of a session begins; `null` past 399. */
export function ordinalFemenino(n: number): string | null {
  if (!Number.isInteger(n) || n < 1 || n > 399) return null
  const words = [CENTENAS[Math.floor(n / 100)], DECENAS[Math.floor((n % 100) / 10)], UNIDADES[n % 10]]
  return words.filter(Boolean).join(" ")
}
