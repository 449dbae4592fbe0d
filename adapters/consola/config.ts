import { z } from "zod"
import type { Environment } from "../../src/ports/adapter-module.ts"

const unset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value)

/** The console needs no credentials: it only answers this machine (see receive.ts). */
export const schema = z.object({
  CONSOLA: z
    .preprocess(unset, z.enum(["auto", "si", "no"], { error: "debe ser auto, si o no" }).default("auto"))
    .describe("Consola web: auto (solo cuando no hay otra plataforma), si o no."),
  CONSOLA_ENTRADA: z
    .preprocess(
      unset,
      z
        .string()
        .regex(/^[\w-]{32,200}$/u, {
          error: "debe tener de 32 a 200 letras, cifras, guiones o guiones bajos",
        })
        .optional(),
    )
    .describe("Clave de la dirección de la consola; vacía, una nueva en cada inicio."),
})

export type ConsolaConfig = z.infer<typeof schema>

/** Whatever else is written asks for it, and is then refused by the schema. */
export function wanted({ CONSOLA = "" }: Environment): "yes" | "no" | "alone" {
  const said = CONSOLA.trim()
  if (said === "" || said === "auto") return "alone"
  return said === "no" ? "no" : "yes"
}
