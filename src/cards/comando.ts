import type { CommandMention, Inline, RichText } from "./card.ts"

/** How a platform calls a command: what is read, and what opens it there. */
export type CommandNames = (mention: CommandMention) => Pick<CommandMention, "text" | "native">

/** As it is typed where text is free; what a platform does that calls its commands by no other name. */
export const asTyped: CommandNames = ({ text }) => ({ text })

/**
 * A command, by its target: `comando("plenaria.entregas", { estado: "rechazadas" })` is read
 * `/plenaria entregas rechazadas` where text is free. Values are typed in their order; with a colon after its name, one is
 * typed by it: `{ "institucion:": "SRE" }`.
 */
export function comando(target: string, given: Readonly<Record<string, string>> = {}): CommandMention {
  const words = Object.entries(given).map(([name, value]) =>
    name.endsWith(":") ? `${name}${/\s/u.test(value) ? `"${value}"` : value}` : value,
  )
  const options = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.replace(/:$/u, ""), value]),
  )
  return mencion(target, [nombreEscrito(target), ...words].join(" "), options)
}

/** The same where how it is typed is known already. */
export function mencion(
  target: string,
  text: string,
  options: Readonly<Record<string, string>> = {},
): CommandMention {
  return { kind: "command", command: target, options, text }
}

/** `sesion.agenda` → `/sesion agenda`. */
const nombreEscrito = (target: string): string => `/${target.replace(".", " ")}`

/** `sesion.agenda:SO-22`, a button's id, as something that one can type. */
export function mencionDeAccion(id: string): CommandMention {
  const colon = id.indexOf(":")
  const [target, arg] = colon < 0 ? [id, ""] : [id.slice(0, colon), id.slice(colon + 1)]
  return mencion(target, `${nombreEscrito(target)} ${arg}`.trimEnd())
}

/** A sentence with commands in it: `frase\`Vea la causa con ${comando("plenaria.canales")}.\``. */
export function frase(strings: TemplateStringsArray, ...values: readonly (RichText | Inline)[]): RichText {
  return unida(strings.flatMap((piece, i) => [piece, values[i] ?? ""]))
}

/** "Escriba su clave, por ejemplo: /acuerdo ver so 7 1"; without a command of the body's own data, only what to write. */
export function conOrden(que: string, ejemplo: CommandMention | null): RichText {
  return ejemplo === null ? `${que}.` : frase`${que}, por ejemplo: ${ejemplo}`
}

/** Texts one after another. */
export function unida(texts: readonly (RichText | Inline)[]): RichText {
  const joined: Inline[] = []
  for (const inline of texts.flatMap((text): readonly Inline[] => (isInline(text) ? [text] : text))) {
    const last = joined.at(-1)
    if (inline === "") continue
    if (typeof inline === "string" && typeof last === "string") joined[joined.length - 1] = last + inline
    else joined.push(inline)
  }
  const [only = "", ...others] = joined
  return typeof only === "string" && others.length === 0 ? only : joined
}

const isInline = (text: RichText | Inline): text is Inline => typeof text === "string" || "kind" in text
