import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml"
import { type Problema, placeOf } from "./problemas.ts"

/** A whole commission with decades of sessions stays well below it; a larger file is a mistake. */
export const MAX_ARCHIVO = 10_000_000
/** The format itself nests seven levels deep. */
const MAX_NIVELES = 40
const MAX_ALIAS = 100
const MAX_ERRORES = 20
const TOO_DEEP = "anida demasiados niveles; revise corchetes y sangrías"

export type LecturaYaml =
  /** `value` has the code's spelling of the names; `problems` are those of the names themselves. */
  | { readonly kind: "ok"; readonly value: object; readonly problems: readonly Problema[] }
  | { readonly kind: "invalid"; readonly problems: readonly Problema[] }

/** Text to plain values. Never throws for what a file may hold. */
export function leerYaml(text: string): LecturaYaml {
  if (text.length > MAX_ARCHIVO) return refuse("es demasiado grande (máximo 10 MB)")
  if (text.trim() === "") return refuse("está vacío")
  const damaged = text.indexOf("\uFFFD")
  if (damaged >= 0) {
    return refuse(
      "hay letras que no se pueden leer; guarde el archivo con codificación UTF-8",
      `línea ${text.slice(0, damaged).split("\n").length}`,
    )
  }
  try {
    return interpretar(text)
  } catch (error) {
    // Brackets nested thousands of times exhaust the parser's stack.
    if (error instanceof RangeError) return refuse(TOO_DEEP)
    throw error
  }
}

function refuse(message: string, place = "archivo"): LecturaYaml {
  return { kind: "invalid", problems: [{ place, message }] }
}

function interpretar(text: string): LecturaYaml {
  const lines = new LineCounter()
  const where = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return `línea ${line}, columna ${col}`
  }
  // The library's own search for repeated names compares each with each: minutes for a long list.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    logLevel: "error",
  })
  if (document.errors.some(({ code }) => code === "RESOURCE_EXHAUSTION")) return refuse(TOO_DEEP)
  // One slip of the pen derails all that follows it; the first ones are those to mend.
  const problems = document.errors.slice(0, MAX_ERRORES).map((error) => ({
    place: where(error.pos[0]),
    message: YAML_ERRORS[error.code] ?? "el texto no es YAML válido; revise sangrías, comillas y dos puntos",
  }))
  if (problems.length > 0) return { kind: "invalid", problems }
  const found = nodeProblems(document, where)
  if (found.length > 0) return { kind: "invalid", problems: found }
  if (!isMap(document.contents))
    return refuse("debe comenzar con «version: 1» y tener campos como «organos:» y «sesiones:»")
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIAS })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return refuse("usa demasiadas referencias (&, *); escriba los datos sin ellas")
  }
  const names: Problema[] = []
  return { kind: "ok", value: Object(codeNames(value, [], names)), problems: names }
}

/** Fields written twice, and aliases of nothing. */
function nodeProblems(document: Document, where: (offset: number) => string): readonly Problema[] {
  const problems: Problema[] = []
  const anchors = new Set<string>()
  const seen = new WeakMap<object, Set<string>>()
  visit(document, {
    Alias(_, alias) {
      if (anchors.has(alias.source)) return
      problems.push({
        place: where(alias.range?.[0] ?? 0),
        message: `la referencia «*${alias.source}» es a algo que no se definió antes`,
      })
    },
    Collection(_, { anchor }) {
      if (anchor) anchors.add(anchor)
    },
    Scalar(_, { anchor }) {
      if (anchor) anchors.add(anchor)
    },
    Pair(_, { key }, path) {
      const map = path.at(-1)
      if (!isMap(map) || !isScalar(key)) return
      const name = String(key.value)
      const names = seen.get(map) ?? new Set()
      seen.set(map, names)
      if (names.has(name))
        problems.push({
          place: where(key.range?.[0] ?? 0),
          message: `el campo «${name}» está escrito dos veces en el mismo grupo`,
        })
      names.add(name)
    },
  })
  return problems
}

const YAML_ERRORS: Readonly<Record<string, string>> = {
  BAD_INDENT: "la sangría no coincide con la de las líneas vecinas",
  TAB_AS_INDENT: "la sangría usa tabuladores; use espacios",
  MISSING_CHAR: "falta un signo: comillas, dos puntos, guion o corchete de cierre",
  UNEXPECTED_TOKEN: "hay un signo inesperado; ponga entre comillas los textos con «:» o «#»",
  BLOCK_AS_IMPLICIT_KEY: "hay un «:» dentro de un texto sin comillas, o una sangría equivocada",
  MULTIPLE_DOCS: "hay más de un documento («---»); deje uno solo",
  BAD_ALIAS: "hay una referencia (*) sin nombre",
  NON_STRING_KEY: "el nombre de un campo debe ser un texto",
}

/** Files are written in `snake_case`, the code in `camelCase`. */
function codeNames(value: unknown, path: readonly PropertyKey[], problems: Problema[]): unknown {
  if (path.length > MAX_NIVELES) throw new RangeError("nested too deep")
  if (Array.isArray(value)) return value.map((inner, i) => codeNames(inner, [...path, i], problems))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (/[A-Z]/.test(key)) {
        problems.push({
          place: placeOf([...path, key]),
          message: "los nombres de los campos se escriben con minúsculas y guion bajo, como «nombre_corto»",
        })
      }
      const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      return [name, codeNames(inner, [...path, name], problems)]
    }),
  )
}
