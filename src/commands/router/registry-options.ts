import type { ZodType } from "zod"
import type { FormInput } from "../../cards/form.ts"
import type { Command, Completes, OptionMeta, Written } from "./definition.ts"

/** What the parser, the descriptions and the error messages need to know of one option. */
export interface OptionInfo {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  /** Values of a closed list, `null` when the text is free. */
  readonly values: readonly string[] | null
  readonly labels: Readonly<Record<string, string>>
  readonly completes: Completes | null
  readonly rest: boolean
  readonly verbatim: boolean
  /** How a date or an hour is read; `null`: it is neither. */
  readonly written: Written | null
  /** Name and kind of its field in a form. */
  readonly label: string
  readonly input: FormInput
  /** Longest text it takes, in UTF-16 units. */
  readonly maxLength: number
}

/** The options of a command, in the order in which typed words fill them. */
export function optionsOf(command: Command): readonly OptionInfo[] {
  return Object.entries(command.options.shape).map(([name, schema]) =>
    describeOption(name, schema as ZodType),
  )
}

function describeOption(name: string, schema: ZodType): OptionInfo {
  const layers = layersOf(schema)
  const meta = layers.map((layer) => layer.meta() as OptionMeta | undefined).find((found) => found?.summary)
  const values = layers.map(enumValues).find((found) => found !== null) ?? null
  return {
    name,
    summary: meta?.summary ?? "",
    required: !schema.safeParse(undefined).success,
    values,
    labels: meta?.labels ?? {},
    completes: meta?.completes ?? null,
    rest: meta?.rest ?? false,
    verbatim: meta?.verbatim ?? false,
    written: meta?.written ?? null,
    label: meta?.label ?? capital(name),
    input: values ? "opcion" : (meta?.input ?? "texto"),
    maxLength: layers.map(maxLengthOf).find((found) => found !== null) ?? MAX_TEXT,
  }
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

/** `/sesion agenda <sesión>`: how the command is typed, with its options. */
export function usageOf(command: Command): string {
  const options = optionsOf(command).map((option) => {
    const shown = option.values ? option.values.join("|") : option.name
    return option.required ? `<${shown}>` : `[${shown}]`
  })
  return [`/${command.name}`, command.subcommand, ...options].join(" ")
}
