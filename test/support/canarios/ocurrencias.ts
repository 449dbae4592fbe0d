import type { Form } from "../../../src/cards/form.ts"
import type { Command } from "../../../src/commands/definition/definition.ts"
import { type OptionInfo, optionsOf } from "../../../src/commands/definition/options.ts"
import type { Azar } from "./azar.ts"
import { INEXISTENTE, OCULTA } from "./plantar.ts"

/** What somebody may write: right, wrong, of somebody else, and meant to break something. */

const SESIONES = ["SO-21", "SO-22", "SO-23", "SO-24", "SE-1", "SO-1", OCULTA, INEXISTENTE, "so 23", "21"]
const ACUERDOS = [
  "CI/SO-21/03/2024",
  "CI/SO-23/01/2024",
  `CI/${OCULTA}/01/2024`,
  "CI/SE-1/01/DEMO",
  "CI/SE-1/04/DEMO",
  "so 21 3",
]
const SIGLAS = ["SRE", "SALUD", "SEGOB", "SSPC", "STPS", "FGR", "SEMUJERES", "CNDH", "SESNSP", "XYZ"]
const ORGANOS = ["ci-trata", "subcomision-consultiva", "grupo-capacitacion"]
const HOSTILES = [
  "<script>alert(1)</script> *_~`@everyone <!channel>",
  "'; DROP TABLE acuerdo; --",
  "organo:subcomision-consultiva sesion:SO-1",
  "\u202ecsid\u0000\u200b",
  "{x} %s %n ../../etc/passwd",
  "ñ".repeat(3_100),
  "  ",
  '«»: "sin cerrar',
  "🙂".repeat(40),
]
const TEXTOS = [
  "Informe anual",
  "Se aprobó por unanimidad",
  "Programa Anual",
  "Protocolo",
  "Falta el dictamen",
  "1",
  "2",
  "9",
]
const FECHAS = [
  "2024-06-20",
  "2024-07-31",
  "2024-09-25",
  "15 de agosto",
  "mañana",
  "viernes",
  "31/02/2024",
  "2031-01-01",
  "ayer",
]
const HORAS = ["10:00", "16:30", "25:00", "10 am", "mediodía"]
const DIRECCIONES = [
  "https://ejemplo.gob.mx/documento.pdf",
  "http://ejemplo.gob.mx",
  "javascript:alert(1)",
  "https://usuario:clave@ejemplo.mx/",
]

/** What the data and the answers so far name: claves, ids. */
export interface Sabido {
  readonly claves: readonly string[]
}

export function valorPara(
  azar: Azar,
  { name, kind, values, completes }: OptionInfo,
  { claves }: Sabido,
): string {
  if (azar.cae(0.06)) return azar.uno(HOSTILES)
  if (name === "organo") return azar.uno(ORGANOS)
  if (completes === "sesion" || name === "sesion") return azar.uno(SESIONES)
  if (completes === "institucion" || /instituci|responsable|proponente/u.test(name)) return azar.uno(SIGLAS)
  if (completes === "acuerdo") return azar.uno(ACUERDOS)
  if (completes === "compromiso") return `${azar.uno(ACUERDOS)}/${azar.uno(SIGLAS)}`
  switch (kind) {
    case "opcion":
      return azar.uno(values ?? TEXTOS)
    case "fecha":
      return azar.uno(FECHAS)
    case "hora":
      return azar.uno(HORAS)
    case "numero":
      return azar.uno(["1", "2", "3", "7", "23", "25", "0", "-1", "nueve"])
    case "direccion":
      return azar.uno(DIRECCIONES)
    case "referencia":
      return azar.uno(
        claves.length > 0 && azar.cae(0.6) ? claves : [...SESIONES, ...ACUERDOS, ...SIGLAS, "1", "2", "3"],
      )
    default:
      return azar.uno([...TEXTOS, ...SESIONES, ...ACUERDOS, ...claves.slice(-5)])
  }
}

export function ordenPara(azar: Azar, command: Command, sabido: Sabido): Readonly<Record<string, string>> {
  const dichas = optionsOf(command).filter(({ required }) => azar.cae(required ? 0.9 : 0.4))
  return Object.fromEntries(dichas.map((option) => [option.name, valorPara(azar, option, sabido)]))
}

/** What a form comes back with: what it held, or anything. */
export function respuestasA(azar: Azar, form: Form, command: Command | undefined, sabido: Sabido) {
  const options = new Map((command ? optionsOf(command) : []).map((option) => [option.name, option]))
  const pairs = form.fields.map((field) => {
    const option = options.get(field.name)
    const queda = azar.cae(field.value === "" ? 0.15 : 0.6)
    if (queda) return [field.name, field.value] as const
    if (field.choices.length > 0) return [field.name, azar.uno(field.choices).value] as const
    return [field.name, option ? valorPara(azar, option, sabido) : azar.uno(TEXTOS)] as const
  })
  return Object.fromEntries(pairs)
}
