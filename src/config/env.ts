import { z } from "zod"
import { OperatorError } from "../domain/operator-error.ts"
import { leerTerminos } from "../domain/testado/terminos.ts"
import { esZona } from "../domain/tiempo/zona.ts"
import type { Environment, EnvSchema } from "../ports/adapter-module.ts"
import type { Cifrado } from "../ports/cifrado.ts"
import type { DireccionPublica } from "../ports/direccion-publica.ts"
import { cifradoCon, leerClave } from "./cifrado.ts"

/** An empty variable in a `.env` file means "not set". */
const unsetWhenEmpty = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value

const masterKey = () =>
  z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .transform((written, context) => {
        const key = leerClave(written.trim())
        if (key !== null) return key
        context.addIssue({
          code: "custom",
          message: "debe ser de 32 octetos en base64; escriba una con: openssl rand -base64 32",
        })
        return z.NEVER
      })
      .optional(),
  )

const CADA = /^([1-9]\d{0,4})([mhd])$/
const UNIDADES_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Settings of the process itself. Each adapter adds its own (adapters/<id>/config.ts). */
export const coreEnvSchema = z.object({
  DATABASE_URL: z
    .preprocess(
      unsetWhenEmpty,
      z
        .string()
        .regex(/^postgres(ql)?:\/\//, "debe comenzar con postgresql://")
        .optional(),
    )
    .describe("PostgreSQL. Vacía: base de datos incorporada, en DATA_DIR."),
  DATA_DIR: z
    .preprocess(unsetWhenEmpty, z.string().default("data"))
    .describe("Carpeta de la base de datos incorporada."),
  PORT: z
    .preprocess(
      unsetWhenEmpty,
      z.coerce
        .number("debe ser un número de puerto, por ejemplo 3000")
        .int("debe ser un número entero")
        .min(0, "debe estar entre 0 y 65535")
        .max(65535, "debe estar entre 0 y 65535")
        .default(3000),
    )
    .describe("Puerto del servidor HTTP."),
  HOST: z
    .preprocess(unsetWhenEmpty, z.string().default("127.0.0.1"))
    .describe("Dirección en la que escucha el servidor HTTP."),
  PUBLIC_URL: z
    .preprocess(
      unsetWhenEmpty,
      z
        .url({
          protocol: /^https?$/,
          error: "debe ser una dirección, por ejemplo https://plenaria.ejemplo.gob.mx",
        })
        .transform((url) => url.replace(/\/+$/, ""))
        .optional(),
    )
    .describe("Dirección con la que se llega a este servidor desde fuera, para los calendarios."),
  CLAVE_MAESTRA: masterKey().describe(
    "Clave con la que se cifran las credenciales de los espacios que se conectan.",
  ),
  CLAVE_MAESTRA_ANTERIOR: masterKey().describe("La que se usaba antes, mientras se cifra todo con la nueva."),
  CONEXIONES: z
    .preprocess(
      unsetWhenEmpty,
      z
        .string()
        .transform((written, context) => {
          const named = written.split(/[\s,]+/u).filter((one) => one !== "")
          if (named.length > 0 && named.every((one) => /^[a-z]+\/[\w-]+$/u.test(one))) return new Set(named)
          context.addIssue({
            code: "custom",
            message: "debe nombrar espacios con su plataforma, por ejemplo: slack/T0123ABCD, slack/T0456EFGH",
          })
          return z.NEVER
        })
        .optional(),
    )
    .describe("Los únicos espacios conectados que atiende este proceso; vacía: todos."),
  TSA_URL: z
    .preprocess(
      unsetWhenEmpty,
      z
        .url({
          protocol: /^https?$/,
          error: "debe ser una dirección, por ejemplo https://tsa.ejemplo.gob.mx",
        })
        .optional(),
    )
    .describe("Autoridad de sellado de tiempo (RFC 3161) para la cabeza diaria de la bitácora."),
  LIMITES_FACTOR: z
    .preprocess(
      unsetWhenEmpty,
      z.coerce
        .number("debe ser un número, por ejemplo 2")
        .min(0.1, "debe estar entre 0.1 y 1000000")
        .max(1_000_000, "debe estar entre 0.1 y 1000000")
        .default(1),
    )
    .describe(
      "Cuántas veces su tamaño usual miden los límites por persona, institución y espacio de trabajo.",
    ),
  RESPALDO_DIR: z
    .preprocess(unsetWhenEmpty, z.string().default("respaldos"))
    .describe("Carpeta de los respaldos."),
  RESPALDO_CADA: z
    .preprocess(
      unsetWhenEmpty,
      z
        .string()
        .regex(CADA, "debe ser un número y su unidad: 30m, 12h o 1d")
        .transform((escrito) => {
          const [, cuantos, unidad] = CADA.exec(escrito) ?? []
          return Number(cuantos) * (UNIDADES_MS[unidad ?? ""] ?? 0)
        })
        .optional(),
    )
    .describe("Cada cuánto se respalda solo. Vacía: solo cuando se pide."),
  RESPALDO_CONSERVAR: z
    .preprocess(
      unsetWhenEmpty,
      z.coerce
        .number("debe ser un número, por ejemplo 14")
        .int("debe ser un número entero")
        .min(1, "debe ser 1 o más")
        .default(14),
    )
    .describe("Cuántos respaldos se conservan."),
  RESPALDO_CLAVE: masterKey().describe("Clave con la que se cifran los respaldos. Vacía: no se cifran."),
  LOG_LEVEL: z
    .preprocess(
      unsetWhenEmpty,
      z
        .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
          error: "debe ser fatal, error, warn, info, debug, trace o silent",
        })
        .default("info"),
    )
    .describe("Detalle de la bitácora técnica."),
  METRICAS_TOKEN: z
    .preprocess(
      unsetWhenEmpty,
      z
        .string()
        .trim()
        .min(24, "debe tener 24 caracteres o más; escriba uno con: openssl rand -hex 24")
        .optional(),
    )
    .describe("Con él se leen las métricas desde otro equipo."),
  DEPURACION: z
    .preprocess(
      unsetWhenEmpty,
      z
        .string()
        .default("")
        .transform((escritos, context) => {
          const terminos = leerTerminos(escritos)
          if (!("error" in terminos)) return terminos
          context.addIssue({ code: "custom", message: terminos.error })
          return z.NEVER
        }),
    )
    .describe("Cuántos días se conserva cada clase de copia técnica."),
  TZ_OFICIAL: z
    .preprocess(
      unsetWhenEmpty,
      z
        .string()
        .refine(esZona, "debe ser una zona IANA, por ejemplo America/Mexico_City")
        .default("America/Mexico_City"),
    )
    .describe("Zona horaria oficial cuando un órgano no define la suya."),
})

export type CoreEnv = z.infer<typeof coreEnvSchema>

/** `url`: where the server really listens, once it does. */
export function direccionPublica(
  { PUBLIC_URL, HOST, PORT }: CoreEnv,
  url = `http://${HOST}:${PORT}`,
): DireccionPublica {
  return { base: PUBLIC_URL ?? url, publica: PUBLIC_URL !== undefined }
}

/** `null`: the installation has no master key, and no workspace can be connected. */
export function cifradoDe({ CLAVE_MAESTRA, CLAVE_MAESTRA_ANTERIOR }: CoreEnv): Cifrado | null {
  if (CLAVE_MAESTRA === undefined) return null
  return cifradoCon(CLAVE_MAESTRA, ...(CLAVE_MAESTRA_ANTERIOR ? [CLAVE_MAESTRA_ANTERIOR] : []))
}

/** Every problem of a group of variables, with its variable; no value is in it. */
export function problemsOf(
  schema: EnvSchema<unknown>,
  env: Environment,
): readonly { readonly variable: string; readonly mensaje: string }[] {
  const result = schema.safeParse(env)
  if (result.success) return []
  return result.error.issues.map(({ path, message }) => ({ variable: path.join("."), mensaje: message }))
}

/** Validates a group of variables; lists every problem with its variable, and never prints a value. */
export function parseEnv<Config>(schema: EnvSchema<Config>, env: Environment): Config {
  const result = schema.safeParse(env)
  if (result.success) return result.data
  const problems = problemsOf(schema, env).map(({ variable, mensaje }) => `  ${variable}: ${mensaje}`)
  throw new OperatorError(
    `La configuración tiene ${problems.length === 1 ? "un problema" : `${problems.length} problemas`}:\n${problems.join("\n")}`,
    "Corrija esas variables en el archivo .env o en el entorno (vea .env.example) y vuelva a iniciar.",
  )
}
