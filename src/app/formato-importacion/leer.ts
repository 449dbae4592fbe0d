import { LineCounter, parseDocument } from "yaml"
import type { z } from "zod"
import type { DocumentoImportacion } from "../../domain/importacion.ts"
import type { Fecha } from "../../domain/tipos.ts"
import { esquemaDocumento } from "./esquema.ts"
import { type Problema, problemasDeZod } from "./problemas.ts"

/** A whole commission with decades of sessions stays well below it; a larger file is a mistake. */
export const MAX_ARCHIVO = 10_000_000

export type Lectura =
  | { readonly kind: "ok"; readonly documento: DocumentoImportacion }
  | { readonly kind: "invalid"; readonly problems: readonly Problema[] }

/** Reads and validates the form of a file. References between its parts are checked by `revisar.ts`. */
export function leerDocumento(text: string, hoy: Fecha): Lectura {
  const yaml = leerYaml(text)
  if (yaml.kind === "invalid") return yaml
  const input = camelKeys(yaml.value)
  const demostracion =
    typeof input === "object" && input !== null && Reflect.get(input, "demostracion") === true
  const schema = esquemaDocumento({ hoy, demostracion })
  const result = schema.safeParse(input)
  if (!result.success) {
    return {
      kind: "invalid",
      problems: problemasDeZod(result.error.issues, input, (path) => keysAt(schema, path)),
    }
  }
  const { version: _version, demostracion: _demostracion, ...documento } = result.data
  return { kind: "ok", documento }
}

function leerYaml(
  text: string,
): { readonly kind: "ok"; readonly value: unknown } | Extract<Lectura, { kind: "invalid" }> {
  const refuse = (message: string, place = "archivo") =>
    ({ kind: "invalid", problems: [{ place, message }] }) as const
  if (text.length > MAX_ARCHIVO) return refuse("es demasiado grande (máximo 10 MB)")
  if (text.trim() === "") return refuse("está vacío")
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  if (document.errors.length > 0) {
    return {
      kind: "invalid",
      problems: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0])
        return {
          place: `línea ${line}, columna ${col}`,
          message:
            YAML_ERRORS[error.code] ?? "el texto no es YAML válido; revise sangrías, comillas y dos puntos",
        }
      }),
    }
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { kind: "ok", value }
    return refuse("debe comenzar con «version: 1» y tener campos como «organos:» y «sesiones:»")
  } catch {
    return refuse("usa demasiadas referencias (&, *); escriba los datos sin ellas")
  }
}

const YAML_ERRORS: Readonly<Record<string, string>> = {
  BAD_INDENT: "la sangría no coincide con la de las líneas vecinas",
  TAB_AS_INDENT: "la sangría usa tabuladores; use espacios",
  DUPLICATE_KEY: "el campo está escrito dos veces en el mismo grupo",
  MISSING_CHAR: "falta un signo (comillas, dos puntos o corchete de cierre)",
  UNEXPECTED_TOKEN: "hay un signo inesperado; ponga entre comillas los textos con «:» o «#»",
  BLOCK_AS_IMPLICIT_KEY: "hay un «:» dentro de un texto sin comillas, o una sangría equivocada",
  MULTIPLE_DOCS: "hay más de un documento («---»); deje uno solo",
  BAD_ALIAS: "hay una referencia (*) a algo que no se definió",
}

/** Files are written in `snake_case`, the code in `camelCase`. */
function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelKeys(inner),
    ]),
  )
}

/** Field names that the schema admits at a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let current: unknown = schema
  for (const part of path) {
    current = unwrap(current)
    current =
      typeof part === "number"
        ? Reflect.get(Object(current), "element")
        : Reflect.get(Object(Reflect.get(Object(current), "shape")), part)
  }
  return Object.keys(Object(Reflect.get(Object(unwrap(current)), "shape")))
}

/** Past defaults, nullables and transforms, to the object or list inside. */
function unwrap(schema: unknown): unknown {
  let current = schema
  for (;;) {
    const definition = Reflect.get(Object(current), "def") ?? {}
    const inner = Reflect.get(Object(definition), "innerType") ?? Reflect.get(Object(definition), "in")
    if (inner === undefined) return current
    current = inner
  }
}
