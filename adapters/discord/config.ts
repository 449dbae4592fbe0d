import { z } from "zod"
import type { Environment } from "../../src/ports/adapter-module.ts"

const PORTAL = "https://discord.com/developers/applications"
const unset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value)
const snowflake = z.string().regex(/^\d{5,25}$/, "debe ser un identificador de Discord: solo cifras")
const optional = (schema: z.ZodType<string>) => z.preprocess(unset, schema.optional())

export const schema = z
  .object({
    DISCORD_TOKEN: optional(
      z.string().regex(/^\S{20,}$/, `no parece un token de bot; cópielo de «Bot → Reset Token» en ${PORTAL}`),
    ),
    DISCORD_APP_ID: optional(snowflake),
    DISCORD_GUILD_ID: optional(snowflake),
    DISCORD_API_URL: optional(
      z.string().regex(/^https?:\/\//, "debe ser una dirección que comience con http:// o https://"),
    ),
  })
  .superRefine((env, context) => {
    const missing = (variable: string, message: string) =>
      context.addIssue({ code: "custom", path: [variable], message })
    if (!env.DISCORD_TOKEN)
      missing("DISCORD_TOKEN", `falta el token del bot; cópielo de «Bot → Reset Token» en ${PORTAL}`)
    if (!env.DISCORD_APP_ID)
      missing(
        "DISCORD_APP_ID",
        `falta el identificador; cópielo de «General Information → Application ID» en ${PORTAL}`,
      )
  })

export type DiscordConfig = z.infer<typeof schema>

export const isConfigured = (env: Environment): boolean =>
  ["DISCORD_TOKEN", "DISCORD_APP_ID"].some((name) => Boolean(env[name]?.trim()))
