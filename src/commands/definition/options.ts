import type { ZodType } from "zod"
import type { FormInput } from "../../cards/form.ts"
import type { Command, Completes, OptionKind, OptionMeta, Written } from "./definition.ts"

/** What the parser, the descriptions and the error messages need to know of one option. */
export interface OptionInfo {
  readonly name: string
  /** `null`: nothing says what it is, and a test refuses it. */
  readonly kind: OptionKind | null
  readonly summary: string
  readonly required: boolean
  /** Values of a closed list, `null` when the text is free. */
  readonly values: readonly string[] | null
  readonly labels: Readonly<Record<string, string>>
  readonly synonyms: Readonly<Record<string, readonly string[]>>
  readonly completes: Completes | null
  readonly rest: boolean
  readonly literal: boolean
  readonly lead: RegExp | null
  /** How a date or an hour is read; `null`: it is neither. */
  readonly written: Written | null
  /** An address inside it is kept as evidence. */
  readonly evidence: boolean
  /** Name and kind of its field in a form. */
  readonly label: string
  readonly input: FormInput
  /** Longest text it takes, in UTF-16 units. */
  readonly maxLength: number
}

/** The options of a command, in the order in which typed words fill them. */
export function optionsOf(command: Command): readonly OptionInfo[] {
  const found = known.get(command)
  if (found !== undefined) return found
  const options = Object.entries(command.options.shape).map(([name, schema]) =>
    describeOption(name, schema as ZodType),
  )
  known.set(command, options)
  return options
}

/** Every text that is typed is held against the options of many commands. */
const known = new WeakMap<Command, readonly OptionInfo[]>()

function describeOption(name: string, schema: ZodType): OptionInfo {
  const layers = layersOf(schema)
  const meta = layers.map((layer) => layer.meta() as OptionMeta | undefined).find((found) => found?.summary)
  const values = layers.map(enumValues).find((found) => found !== null) ?? null
  return {
    name,
    kind: kindOf(layers, meta),
    summary: meta?.summary ?? "",
    required: !schema.safeParse(undefined).success,
    values,
    labels: meta?.labels ?? {},
    synonyms: meta?.synonyms ?? {},
    completes: meta?.completes ?? null,
    rest: meta?.rest ?? false,
    literal: meta?.literal ?? false,
    lead: meta?.lead ?? null,
    written: meta?.written ?? null,
    evidence: meta?.evidence ?? false,
    label: meta?.label ?? capital(name),
    input: values ? "opcion" : (meta?.input ?? "texto"),
    maxLength: layers.map(maxLengthOf).find((found) => found !== null) ?? MAX_TEXT,
  }
}

function kindOf(layers: readonly ZodType[], meta: OptionMeta | undefined): OptionKind | null {
  if (layers.some(({ type }) => type === "enum")) return "opcion"
  if (layers.some(({ type }) => type === "number")) return "numero"
  if (meta?.written) return meta.written.pedido
  return meta?.kind ?? null
}

/** Where an option sets no limit of its own. */
const MAX_TEXT = 1000

const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

function maxLengthOf(schema: ZodType): number | null {
  const { maxLength } = schema as ZodType & { readonly maxLength?: number | null }
  return schema.type === "string" ? (maxLength ?? null) : null
}

/** `z.enum(…).meta(…).optional()` keeps meta and values in the layer inside. */
function layersOf(schema: ZodType): readonly ZodType[] {
  const layers = [schema]
  for (let inner = unwrapped(schema); inner; inner = unwrapped(inner)) layers.push(inner)
  return layers
}

function unwrapped(schema: ZodType): ZodType | null {
  const wrapper = schema as ZodType & { readonly unwrap?: () => ZodType }
  const wraps = ["optional", "default", "nullable", "prefault", "readonly"].includes(schema.type)
  return wraps && wrapper.unwrap ? wrapper.unwrap() : null
}

function enumValues(schema: ZodType): readonly string[] | null {
  const { options } = schema as ZodType & { readonly options?: readonly unknown[] }
  return schema.type === "enum" && options ? options.map(String) : null
}
