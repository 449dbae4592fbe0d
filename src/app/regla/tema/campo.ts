import { normalizar } from "../../../domain/texto/texto.ts"
import { plural } from "../../../texts/plurales.ts"

/** What was typed for a rule, as the profile keeps it; or why it cannot be that. */
export type Leido = { readonly valor: unknown } | { readonly reparo: string }

/** How the value of a rule is said, typed and read. */
export interface Forma {
  /** As it stands in a sentence: "5 días hábiles". */
  palabras(valor: unknown): string
  /** As it stands in the field of a form, and reads back the same. */
  escribir(valor: unknown): string
  leer(escrito: string): Leido
  /** Values of a closed list with their labels; `null`: it is typed. */
  readonly valores: Readonly<Record<string, string>> | null
  /** Several lines may be typed. */
  readonly parrafo?: true
}

/** One rule of a body's profile. */
export interface CampoRegla extends Forma {
  /** Where it stands in the profile: `sesiones.quorum.regla`. */
  readonly ruta: string
  /** Its option in its form: `regla`. */
  readonly opcion: string
  readonly etiqueta: string
  /** How to write it, with an example. */
  readonly ayuda: string
}

/** Rules that are changed together, in one form. */
export interface FormularioReglas {
  /** Its command: `plenaria.regla-quorum`. */
  readonly clave: string
  readonly titulo: string
  readonly campos: readonly CampoRegla[]
}

export const campo = (
  ruta: string,
  opcion: string,
  etiqueta: string,
  ayuda: string,
  forma: Forma,
): CampoRegla => ({ ...forma, ruta, opcion, etiqueta, ayuda })

/** What a list of days before something looks like in its field. */
export const CUANTOS = "días hábiles antes, separados por comas; vacío, ninguno"

const NINGUNO = "no se fija"

/** One of a closed list; `null` stands for the value that says that there is none. */
export function opciones(valores: Readonly<Record<string, string>>, nulo: string | null = null): Forma {
  const claveDe = (valor: unknown) => (valor === null && nulo !== null ? nulo : String(valor))
  return {
    valores,
    escribir: claveDe,
    palabras: (valor) => valores[claveDe(valor)] ?? claveDe(valor),
    leer: (escrito) => {
      if (escrito === nulo) return { valor: null }
      return Object.hasOwn(valores, escrito)
        ? { valor: escrito }
        : { reparo: `Elija una de las opciones: ${Object.values(valores).join("; ")}.` }
    },
  }
}

/** Yes or no. */
export function siNo(si = "sí", no = "no"): Forma {
  return {
    valores: { si, no },
    escribir: (valor) => (valor ? "si" : "no"),
    palabras: (valor) => (valor ? si : no),
    leer: (escrito) =>
      escrito === "si" || escrito === "no" ? { valor: escrito === "si" } : { reparo: "Elija sí o no." },
  }
}

/** A number with what it counts; `nulo`: what no number means, where it may be left empty. */
export function numero(uno: string, varios: string, nulo: string | null = null): Forma {
  return {
    valores: null,
    escribir: (valor) => (valor === null ? "" : String(valor)),
    palabras: (valor) => (valor === null ? (nulo ?? NINGUNO) : plural(Number(valor), uno, varios)),
    leer: (escrito) => {
      if (escrito === "" && nulo !== null) return { valor: null }
      return /^\d{1,4}$/u.test(escrito)
        ? { valor: Number(escrito) }
        : { reparo: `Escriba un número entero${nulo === null ? "" : `, o deje vacío (${nulo})`}.` }
    },
  }
}

/** One of the days of the week on which people work, or none. */
export function diaLaboral(): Forma {
  const dias = ["ninguno", "lunes", "martes", "miercoles", "jueves", "viernes"]
  const etiquetas = ["no se envía", "lunes", "martes", "miércoles", "jueves", "viernes"]
  const valores = Object.fromEntries(dias.map((dia, i) => [dia, etiquetas[i] ?? dia]))
  return {
    valores,
    escribir: (valor) => dias[Number(valor ?? 0)] ?? "ninguno",
    palabras: (valor) => etiquetas[Number(valor ?? 0)] ?? "no se envía",
    leer: (escrito) => {
      const at = dias.indexOf(escrito)
      if (at < 0) return { reparo: "Elija un día de lunes a viernes, o ninguno." }
      return { valor: at === 0 ? null : at }
    },
  }
}

/** An hour of the day, `09:00`. */
export const hora: Forma = {
  valores: null,
  escribir: String,
  palabras: (valor) => `${valor} horas`,
  leer: (escrito) => {
    const [, horas = "", minutos = "00"] =
      /^(\d{1,2})(?::(\d\d))?(?:\s*(?:h|hrs?|horas))?$/u.exec(escrito) ?? []
    return horas === "" || Number(horas) > 23 || Number(minutos) > 59
      ? { reparo: "Escriba la hora así: 09:00" }
      : { valor: `${horas.padStart(2, "0")}:${minutos}` }
  },
}

/** A sentence of the body's own; left empty, there is none. */
export const frasePropia: Forma = {
  valores: null,
  parrafo: true,
  escribir: (valor) => (valor === null ? "" : String(valor)),
  palabras: (valor) => (valor === null ? "sin texto propio" : `«${valor}»`),
  leer: (escrito) => ({ valor: escrito === "" ? null : escrito }),
}

/** A text in one piece. */
export const codigo: Forma = {
  valores: null,
  escribir: String,
  palabras: String,
  leer: (escrito) => (escrito === "" ? { reparo: "No puede quedar vacío." } : { valor: escrito }),
}

/** Hosts, one a line or between commas. */
export const sitios: Forma = {
  valores: null,
  parrafo: true,
  escribir: (valor) => (valor as readonly string[]).join("\n"),
  palabras: (valor) => (valor as readonly string[]).join(", ") || "cualquier sitio",
  leer: (escrito) => ({ valor: partes(escrito) }),
}

/** What stands between commas or in lines. */
export const partes = (escrito: string): readonly string[] =>
  escrito
    .split(/[\n,;]+/u)
    .map((parte) => parte.trim())
    .filter((parte) => parte !== "")

const UNIDADES = {
  dias_habiles: ["día hábil", "días hábiles"],
  dias_naturales: ["día natural", "días naturales"],
  horas: ["hora", "horas"],
  minutos: ["minuto", "minutos"],
} as const

interface Plazo {
  readonly n: number
  readonly unidad: keyof typeof UNIDADES
}

/** A term: "5 días hábiles", "48 horas". */
export function plazo(conMinutos = false): Forma {
  const decir = (valor: unknown) => {
    const { n, unidad } = valor as Plazo
    const [uno, varios] = UNIDADES[unidad]
    return plural(n, uno, varios)
  }
  return {
    valores: null,
    escribir: decir,
    palabras: decir,
    leer: (escrito) => {
      const [, n, unidad = ""] = /^(\d{1,3})\s*(.*)$/u.exec(normalizar(escrito)) ?? []
      if (n === undefined) return { reparo: "Escriba cuánto y de qué: 5 días hábiles, 48 horas." }
      const leida = unidadDe(unidad)
      if (leida === null || (leida === "minutos" && !conMinutos))
        return { reparo: "Diga si son días hábiles, días naturales u horas: 5 días hábiles, 48 horas." }
      return { valor: { n: Number(n), unidad: leida } }
    },
  }
}

function unidadDe(dicha: string): Plazo["unidad"] | null {
  if (/^(?:dias? )?habil(?:es)?$|^dh$/u.test(dicha)) return "dias_habiles"
  if (/^(?:dias? )?(?:natural(?:es)?|corridos?)$/u.test(dicha)) return "dias_naturales"
  if (/^h(?:oras?|rs?)?$/u.test(dicha)) return "horas"
  return /^min(?:utos?)?$/u.test(dicha) ? "minutos" : null
}
