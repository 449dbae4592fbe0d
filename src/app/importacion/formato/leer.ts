import type { z } from "zod"
import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import type { AdapterId } from "../../../domain/tipos/canal.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import { esquemaDocumento } from "./esquema.ts"
import { podar } from "./podar.ts"
import { type Problema, problemasDeZod } from "./problemas.ts"
import { type LecturaYaml, leerYaml } from "./yaml.ts"

export interface Parte {
  readonly documento: DocumentoImportacion
  /** The same as it was written, without default values. */
  readonly escrito: unknown
  /** Where a place of `documento` is in the file. */
  at(path: readonly PropertyKey[]): readonly PropertyKey[]
  /** Natural keys of malformed parts: referring to them is not another mistake. */
  readonly nombrados: { readonly [lista in "organos" | "instituciones" | "personas"]: readonly string[] }
}

export type Lectura =
  | ({ readonly kind: "ok" } & Pick<Parte, "documento" | "escrito">)
  /** `resto`: what is well formed, to be reviewed too, so that one reading lists everything. */
  | { readonly kind: "invalid"; readonly problems: readonly Problema[]; readonly resto: Parte | null }

/** Reads and validates the form of a file. What its parts say of each other is reviewed by `revisar.ts`. */
export const leerDocumento = (text: string, hoy: Fecha, plataformas: readonly AdapterId[]): Lectura =>
  leerEstructura(leerYaml(text), hoy, plataformas)

/** The same of what was read already, from whatever kind of file. */
export function leerEstructura(yaml: LecturaYaml, hoy: Fecha, plataformas: readonly AdapterId[]): Lectura {
  if (yaml.kind === "invalid") return { ...yaml, resto: null }
  const input = yaml.value
  const demostracion = Reflect.get(input, "demostracion") === true
  const schema = esquemaPara({ hoy, demostracion, plataformas })
  const result = schema.safeParse(input)
  if (result.success && yaml.problems.length === 0)
    return { kind: "ok", documento: documentoDe(result.data), escrito: input }
  const issues = result.error?.issues ?? []
  const problems = [...yaml.problems, ...problemasDeZod(issues, input, (path) => keysAt(schema, path))]
  const { value, at } = podar(input, issues)
  const parcial = schema.safeParse(value)
  if (!parcial.success) return { kind: "invalid", problems, resto: null }
  const nombrados = {
    organos: textsAt(input, "organos", "clave"),
    instituciones: textsAt(input, "instituciones", "siglas"),
    personas: textsAt(input, "personas", "clave"),
  }
  return {
    kind: "invalid",
    problems,
    resto: { documento: documentoDe(parcial.data), escrito: value, at, nombrados },
  }
}

let ultimo: { readonly para: string; readonly esquema: ReturnType<typeof esquemaDocumento> } | null = null

/** To build it costs more than to read a small file with it, and whoever mends a file has it read again and again. */
function esquemaPara(lectura: Parameters<typeof esquemaDocumento>[0]): ReturnType<typeof esquemaDocumento> {
  const para = JSON.stringify(lectura)
  if (ultimo?.para !== para) ultimo = { para, esquema: esquemaDocumento(lectura) }
  return ultimo.esquema
}

function documentoDe({
  version: _version,
  demostracion: _demostracion,
  ...documento
}: z.output<ReturnType<typeof esquemaDocumento>>): DocumentoImportacion {
  return documento
}

function textsAt(input: object, list: string, field: string): readonly string[] {
  const items: unknown = Reflect.get(input, list)
  if (!Array.isArray(items)) return []
  return items.map((item) => Reflect.get(Object(item), field)).filter((text) => typeof text === "string")
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
