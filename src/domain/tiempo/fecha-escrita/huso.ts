import { Temporal } from "temporal-polyfill"
import { normalizar } from "../../texto/texto.ts"
import type { Fecha, Hora } from "../../tipos/tiempo.ts"

/** Where an hour is said to be of, in its compared form. `null`: of here. */
const LUGARES: readonly (readonly [string | null, string])[] = [
  [null, "local|oficial"],
  [
    "America/Mexico_City",
    "centro|central|ciudad de mexico|cdmx|mexico|monterrey|guadalajara|chihuahua|merida",
  ],
  ["America/Tijuana", "noroeste|tijuana|baja california|mexicali|ensenada"],
  ["America/Hermosillo", "sonora|hermosillo"],
  ["America/Mazatlan", "pacifico|mazatlan|sinaloa|culiacan|baja california sur|la paz|nayarit|tepic"],
  ["America/Cancun", "sureste|cancun|quintana roo|chetumal"],
  ["America/Ciudad_Juarez", "ciudad juarez|juarez"],
  ["America/Matamoros", "matamoros|reynosa|nuevo laredo"],
  ["America/New_York", "nueva york|washington|este"],
  ["Europe/Madrid", "madrid|espana"],
  ["UTC", "utc|gmt|zulu"],
]
const ZONA_DE = new Map(
  LUGARES.flatMap(([zona, lugares]) => lugares.split("|").map((lugar) => [lugar, zona] as const)),
)

const CON_LUGAR = /^(.*\S)[\s(,]+(?:hora|tiempo|horario)(?: (?:de la|del|de))? ([a-z ]+?)[\s).]*$/
const SIN_PALABRA = /^(.*\S)[\s(,]+(utc|gmt|cdmx)[\s).]*$/
const ZULU = /^(.*\dt?\d\d:\d\d(?::\d\d)?)z$/

export interface EnHuso {
  readonly texto: string
  /** IANA; `null`: none was said, or the official hour was. */
  readonly zona: string | null
}

/** Takes the place apart that an hour was said to be of: "10:00 hora de Tijuana". */
export function separarHuso(texto: string): EnHuso {
  const plain = normalizar(texto)
  const zulu = ZULU.exec(plain)
  if (zulu) return { texto: zulu[1] ?? "", zona: "UTC" }
  const match = CON_LUGAR.exec(plain) ?? SIN_PALABRA.exec(plain)
  const zona = ZONA_DE.get(match?.[2] ?? "")
  return match === null || zona === undefined ? { texto, zona: null } : { texto: match[1] ?? "", zona }
}

/** The same moment on the clock of another zone. */
export function enOtraZona(
  fecha: Fecha,
  hora: Hora,
  de: string,
  a: string,
): { readonly fecha: Fecha; readonly hora: Hora } {
  const alla = Temporal.PlainDate.from(fecha).toZonedDateTime({
    timeZone: de,
    plainTime: Temporal.PlainTime.from(hora),
  })
  const aqui = alla.withTimeZone(a)
  return {
    fecha: aqui.toPlainDate().toString(),
    hora: aqui.toPlainTime().toString({ smallestUnit: "minute" }),
  }
}
