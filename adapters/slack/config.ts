import { z } from "zod"
import type { Environment } from "../../src/ports/adapter-module.ts"

const unset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value)
const optional = (schema: z.ZodType<string>) => z.preprocess(unset, schema.optional())
const token = (prefix: string, where: string) =>
  z.string().regex(new RegExp(`^${prefix}`), `debe comenzar con ${prefix}; cópielo de ${where}`)

export const schema = z
  .object({
    SLACK_BOT_TOKEN: optional(token("xoxb-", "«OAuth & Permissions» en api.slack.com/apps")),
    SLACK_APP_TOKEN: optional(token("xapp-", "«Basic Information → App-Level Tokens» en api.slack.com/apps")),
    SLACK_SIGNING_SECRET: optional(
      z.string().min(8, "es demasiado corto; cópielo de «Basic Information → Signing Secret»"),
    ),
    SLACK_CLIENT_ID: optional(
      z
        .string()
        .regex(/^[0-9.]+$/, "cópielo de «Basic Information → App Credentials»: son dos números con un punto"),
    ),
    SLACK_CLIENT_SECRET: optional(z.string().min(8, "es demasiado corto; cópielo de «Basic Information»")),
    SLACK_MODE: z.preprocess(
      unset,
      z.enum(["socket", "http"], { error: "debe ser socket o http" }).default("socket"),
    ),
    SLACK_API_URL: optional(
      z.string().regex(/^https?:\/\//, "debe ser una dirección que comience con http:// o https://"),
    ),
  })
  .superRefine((env, context) => {
    const invites = Boolean(env.SLACK_CLIENT_ID || env.SLACK_CLIENT_SECRET)
    if (invites)
      for (const variable of ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET"] as const)
        if (!env[variable])
          context.addIssue({
            code: "custom",
            path: [variable],
            message:
              "falta para que las instituciones autoricen sus espacios; cópielo de «Basic Information» en api.slack.com/apps",
          })
    // Without credentials of the settings, only workspaces that institutions connect are served.
    if (!env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && (invites || !env.SLACK_SIGNING_SECRET)) return
    const missing = (variable: string, message: string) =>
      context.addIssue({ code: "custom", path: [variable], message })
    if (!env.SLACK_BOT_TOKEN)
      missing(
        "SLACK_BOT_TOKEN",
        "falta el token del bot; cópielo de «OAuth & Permissions» en api.slack.com/apps",
      )
    if (env.SLACK_MODE === "socket" && !env.SLACK_APP_TOKEN)
      missing(
        "SLACK_APP_TOKEN",
        "falta el token de aplicación, necesario en modo socket; créelo en «Basic Information → App-Level Tokens» con el permiso connections:write",
      )
    if (env.SLACK_MODE === "http" && !env.SLACK_SIGNING_SECRET)
      missing(
        "SLACK_SIGNING_SECRET",
        "falta el secreto de firma, necesario en modo http; cópielo de «Basic Information → Signing Secret»",
      )
  })

export type SlackConfig = z.infer<typeof schema>

export const isConfigured = (env: Environment): boolean =>
  ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID"].some((name) =>
    Boolean(env[name]?.trim()),
  )
