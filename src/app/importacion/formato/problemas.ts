import type { z } from "zod"
import { shorten } from "../../../domain/texto/cut.ts"
import { masParecido } from "../../../domain/texto/texto.ts"

/** One thing wrong in a file: `place` is where (`sesiones[0].puntos[2].titulo`), `message` what and how to mend it. */
export interface Problema {
  readonly place: string
  readonly message: string
}

type Issue = z.core.$ZodIssue

const NOMBRE_TIPO: Readonly<Record<string, string>> = {
  string: "un texto",
  number: "un número",
  int: "un número entero",
  boolean: "true o false",
  array: "una lista (con guiones)",
  object: "un grupo de campos",
  null: "nada",
  undefined: "nada",
}

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** `["sesiones", 0, "puntos", 2, "titulo"]` → `sesiones[0].puntos[2].titulo`, in the file's own spelling. */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${snake(String(part))}`))
    .join("")
    .replace(/^\./, "")
  return place || "archivo"
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nada"
  if (Array.isArray(value)) return "una lista"
  if (typeof value === "object") return "un grupo de campos"
  return `«${shorten(String(value), 40)}»`
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    root,
  )
}

function wrongType(expected: string, value: unknown): string {
  const wanted = NOMBRE_TIPO[expected] ?? expected
  if (value === undefined || value === null) return `falta; se esperaba ${wanted}`
  const quotes = expected === "string" && typeof value !== "object" ? "; póngalo entre comillas" : ""
  return `se esperaba ${wanted} y se recibió ${shown(value)}${quotes}`
}

/** What is wrong and what is accepted, of one issue. */
export function messageOf(issue: Issue, input: unknown): string {
  const received = shown(valueAt(input, issue.path))
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, valueAt(input, issue.path))
    case "invalid_value":
      return issue.message.startsWith("debe")
        ? issue.message
        : `se recibió ${received}; se admite: ${issue.values.map(String).join(", ")}`
    case "too_big":
    case "too_small":
      return isOurs(issue.message)
        ? issue.message
        : `${received} está fuera de los límites (${issue.code === "too_big" ? `máximo ${issue.maximum}` : `mínimo ${issue.minimum}`})`
    default:
      if (!isOurs(issue.message)) return `el valor ${received} no es válido`
      return /^(debe|solo)/.test(issue.message) ? `se recibió ${received}; ${issue.message}` : issue.message
  }
}

/** zod's own sentences are English and start with a capital letter; ours are Spanish and do not. */
const isOurs = (message: string) => !/^[A-Z]/.test(message)

function unknownKeys(
  issue: Extract<Issue, { code: "unrecognized_keys" }>,
  known: readonly string[],
): Problema[] {
  return issue.keys.map((key) => {
    const near = masParecido(snake(key), known.map(snake))
    return {
      place: placeOf([...issue.path, key]),
      message: `este campo no existe${near ? `; ¿quiso decir «${near}»?` : ""}`,
    }
  })
}

/** Every zod issue as problems of the file. `knownKeys` yields the field names that a place admits. */
export function problemasDeZod(
  issues: readonly Issue[],
  input: unknown,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): Problema[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? unknownKeys(issue, knownKeys(issue.path))
      : [{ place: placeOf(issue.path), message: messageOf(issue, input) }],
  )
}

/** Where what is wrong with a file is told. */
export interface Reporte {
  problem(path: Path, message: string): void
  /** A place for use within a message. */
  place(path: Path): string
}

export type Path = readonly PropertyKey[]
