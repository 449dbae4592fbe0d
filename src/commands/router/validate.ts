import type { z } from "zod"
import { perfilVigente } from "../../app/perfil.ts"
import type { FormProblem } from "../../cards/form.ts"
import { recortar } from "../../cards/respuesta.ts"
import type { DatoProtegido } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import { vaADominioPermitido } from "../../domain/texto/dominio.ts"
import { enlaceEvidencia } from "../../domain/texto/evidencia.ts"
import { enBlanco } from "../../domain/texto/texto-libre.ts"
import { dominioNoPermitido } from "../../texts/dominios.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Command, CommandContext } from "../definition/definition.ts"
import { type OptionInfo, optionsOf } from "../definition/options.ts"
import type { Values } from "../parser/values.ts"
import { type Reparo, reparosDe } from "./reparos.ts"

const MAX_SHOWN = 40

export type Validated =
  | { readonly kind: "valid"; readonly options: Record<string, unknown> }
  /** One sentence each: which option, what was received, what is accepted. */
  | {
      readonly kind: "invalid"
      readonly problems: readonly FormProblem[]
      /** Those about what must not be kept. */
      readonly reparos: readonly Reparo[]
    }

/** `dispensados`: kinds of protected data that the Secretaría Técnica has said, with a reason, to be public here. */
export function validateOptions(
  command: Command,
  values: Values,
  dispensados: readonly DatoProtegido[] = [],
): Validated {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => !enBlanco(value)))
  const result = command.options.safeParse(given)
  const options = optionsOf(command)
  const reparos = reparosDe(options, given, dispensados)
  if (result.success && reparos.length === 0) return { kind: "valid", options: result.data }
  const others = (result.error?.issues ?? []).flatMap((issue): readonly FormProblem[] => {
    const option = options.find(({ name }) => name === issue.path[0])
    if (!option) return [{ field: null, message: issue.message }]
    // What must not be kept is not said again either, so nothing else is said of the same text.
    if (reparos.some(({ field }) => field === option.name)) return []
    if (option.kind === "secreto" && given[option.name] !== undefined)
      return [{ field: option.name, message: `«${option.name}»: ${whatIsAccepted(option, issue)}.` }]
    return [{ field: option.name, message: describeIssue(option, given[option.name], issue) }]
  })
  const problems = [...others, ...reparos.map(({ field, message }) => ({ field, message }))]
  return { kind: "invalid", problems: problems.filter(isFirst), reparos }
}

const isFirst = ({ message }: FormProblem, i: number, all: readonly FormProblem[]) =>
  all.findIndex((other) => other.message === message) === i

function describeIssue(option: OptionInfo, value: string | undefined, issue: z.core.$ZodIssue): string {
  if (value === undefined) return `Falta «${option.name}»: ${option.summary}.`
  return refusalOf(option, value, whatIsAccepted(option, issue))
}

/** Which option, what was received and why it is not taken. */
export function refusalOf({ name }: Pick<OptionInfo, "name">, value: string, why: string): string {
  return `«${name}» recibió «${recortar(value, MAX_SHOWN)}»: ${why}.`
}

function whatIsAccepted(option: OptionInfo, issue: z.core.$ZodIssue): string {
  if (option.values) return `se acepta ${enumerar(option.values).replace(/ [ye] (?=\S+$)/u, " o ")}`
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "number" || issue.expected === "int"
        ? "debe ser un número entero"
        : "no es válido"
    case "too_big":
      return issue.origin === "string"
        ? `admite hasta ${issue.maximum} caracteres`
        : `debe ser ${issue.maximum} o menos`
    case "too_small":
      return issue.origin === "string"
        ? `necesita al menos ${issue.minimum} caracteres`
        : `debe ser ${issue.minimum} o más`
    case "custom":
      return issue.message
    default:
      return `no es válido. Se espera: ${option.summary}`
  }
}

/** Addresses that lead where the body allows none; also those inside a report, which are its evidence. */
export async function fueraDeDominio(
  command: Command,
  values: Values,
  { data, organo, hoy }: Pick<CommandContext, "data" | "organo" | "hoy">,
): Promise<readonly FormProblem[]> {
  const dadas = optionsOf(command).flatMap((option) => {
    const url = direccionEn(option, values[option.name] ?? "")
    return url === null ? [] : [{ option, url }]
  })
  if (dadas.length === 0) return []
  const { dominiosPermitidos } = await perfilVigente(data.read, organo.id, hoy)
  return dadas
    .filter(({ url }) => !vaADominioPermitido(url, dominiosPermitidos))
    .map(({ option, url }) => ({
      field: option.name,
      message: refusalOf(option, url, dominioNoPermitido(dominiosPermitidos)),
    }))
}

function direccionEn({ kind, evidence }: OptionInfo, typed: string): string | null {
  if (kind === "direccion") return typed.trim() === "" ? null : typed.trim()
  if (!evidence) return null
  const found = enlaceEvidencia(typed)
  return found.kind === "enlace" ? found.url : null
}
