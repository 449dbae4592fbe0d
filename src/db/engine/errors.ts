import { OperatorError } from "../../domain/operator-error.ts"

/** The database cannot be reached or refuses us. Never holds the URL: it may carry a password. */
export class DatabaseUnavailable extends OperatorError {}

/** The stored data and this program's migrations do not fit together. */
export class MigrationProblem extends OperatorError {}

/** Another process holds the data folder. */
export class DataFolderInUse extends OperatorError {}

type Cause =
  | "refused"
  | "unknown_host"
  | "timeout"
  | "denied"
  | "missing"
  | "forbidden"
  | "busy"
  | "tls"
  | "lost"

/** Codes of Node's sockets, PostgreSQL (SQLSTATE), Prisma, and the kinds of its driver adapters. */
const CAUSES: Readonly<Record<Cause, readonly string[]>> = {
  refused: ["ECONNREFUSED", "P1001", "DatabaseNotReachable"],
  unknown_host: ["ENOTFOUND", "EAI_AGAIN"],
  timeout: ["ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "P1002", "P1008", "SocketTimeout"],
  denied: ["28P01", "28000", "P1000", "P1010", "AuthenticationFailed", "DatabaseAccessDenied"],
  missing: ["3D000", "P1003", "DatabaseDoesNotExist"],
  forbidden: ["42501"],
  busy: ["53300", "57P03", "P2024", "P2037", "TooManyConnections"],
  tls: ["P1011", "TlsConnectionError"],
  lost: ["ECONNRESET", "EPIPE", "57P01", "57P02", "08000", "08003", "08006", "P1017", "ConnectionClosed"],
}

/** What `pg` says without a code. */
const MESSAGES: readonly (readonly [RegExp, Cause])[] = [
  [/timeout expired|timeout exceeded when trying to connect|connection timeout/i, "timeout"],
  [/the server does not support SSL/i, "tls"],
  [/connection terminated|connection ended|not queryable|client was closed|socket hang up/i, "lost"],
]

/** Why the database itself failed; `null` when it answered and refused a query, or the fault is elsewhere. */
function causeOf(error: unknown): Cause | null {
  if (typeof error !== "object" || error === null) return null
  if (error instanceof AggregateError) return causeOf(error.errors[0])
  const { code, originalCode, kind, message, meta, cause } = error as Readonly<Record<string, unknown>>
  const inner = typeof meta === "object" && meta !== null ? Object.values(meta).map(causeOf) : []
  for (const word of [originalCode, code, kind]) {
    const found = (Object.keys(CAUSES) as Cause[]).find((one) => CAUSES[one].some((known) => known === word))
    if (found !== undefined) return found
  }
  const said = MESSAGES.find(([pattern]) => typeof message === "string" && pattern.test(message))
  return said?.[1] ?? inner.find((one) => one !== null) ?? causeOf(cause)
}

/** Gives an error of the database the meaning an operator understands; any other is returned unchanged. */
export function explainDatabaseError(databaseUrl: string, error: unknown): unknown {
  const cause = causeOf(error)
  if (error instanceof OperatorError || cause === null) return error
  const [message, hint] = explain(cause, describeUrl(databaseUrl))
  return new DatabaseUnavailable(message, hint, { cause: error })
}

/** PostgreSQL refused it to this role, which others may do. */
export const isForbidden = (error: unknown): boolean => causeOf(error) === "forbidden"

/** What the role that owns the tables does for one that does not; docs/operacion.md, «Dos roles». */
export const CON_EL_ROL_DUENO =
  "Aplíquela con el usuario dueño de las tablas (npm run -s plenaria -- migrar) y repita después los permisos de este: docs/operacion.md, «Dos roles»."

/** For the first connection, where whatever fails is the database's. */
export function databaseUnavailable(databaseUrl: string, error: unknown): DatabaseUnavailable {
  const explained = explainDatabaseError(databaseUrl, error)
  if (explained instanceof DatabaseUnavailable) return explained
  const { at, name } = describeUrl(databaseUrl)
  const reason = error instanceof Error && error.message !== "" ? error.message : "sin más detalle"
  return new DatabaseUnavailable(
    `No se pudo usar la base de datos «${name}» en ${at}: ${reason}.`,
    "Revise DATABASE_URL y que PostgreSQL (15 o posterior) esté en marcha.",
    { cause: error },
  )
}

interface Place {
  readonly at: string
  readonly name: string
  readonly user: string
}

function explain(cause: Cause, { at, name, user }: Place): readonly [message: string, hint: string] {
  switch (cause) {
    case "refused":
      return [
        `La base de datos no responde en ${at}: nada atiende ahí.`,
        "Compruebe que PostgreSQL esté en marcha y que el equipo y el puerto de DATABASE_URL sean correctos.",
      ]
    case "unknown_host":
      return [
        `No se encontró el equipo de la base de datos (${at}).`,
        "Revise el nombre del equipo en DATABASE_URL y la conexión de red.",
      ]
    case "timeout":
      return [
        `La base de datos en ${at} no contestó a tiempo.`,
        "Revise la red, el cortafuegos y el puerto de DATABASE_URL.",
      ]
    case "denied":
      return [
        `La base de datos en ${at} rechazó el acceso de «${user}».`,
        "Revise el usuario y la contraseña en DATABASE_URL y los permisos en PostgreSQL.",
      ]
    case "missing":
      return [
        `La base de datos «${name}» no existe en ${at}.`,
        `Créela (CREATE DATABASE "${name}") o corrija el nombre en DATABASE_URL.`,
      ]
    case "forbidden":
      return [
        `El usuario «${user}» no tiene los permisos necesarios en la base de datos «${name}».`,
        `¿Falta una migración? ${CON_EL_ROL_DUENO} Si es el único usuario: GRANT ALL ON DATABASE "${name}" y GRANT ALL ON SCHEMA public.`,
      ]
    case "busy":
      return [
        `La base de datos en ${at} no acepta más conexiones por ahora.`,
        "Espere a que termine de arrancar o libere conexiones, y vuelva a intentarlo.",
      ]
    case "tls":
      return [
        `No se pudo establecer una conexión cifrada con la base de datos en ${at}.`,
        "Revise el parámetro sslmode de DATABASE_URL y el certificado del servidor.",
      ]
    case "lost":
      return [
        `Se perdió la conexión con la base de datos en ${at}.`,
        "Compruebe que PostgreSQL siga en marcha; la conexión se restablece sola.",
      ]
  }
}

function describeUrl(databaseUrl: string): Place {
  try {
    const url = new URL(databaseUrl)
    const user = decodeURIComponent(url.username)
    return {
      at: `${url.hostname || "localhost"}:${url.port || "5432"}`,
      name: decodeURIComponent(url.pathname.slice(1)) || user,
      user,
    }
  } catch {
    throw new DatabaseUnavailable(
      "DATABASE_URL no es una dirección válida.",
      "Use la forma postgresql://usuario:contraseña@equipo:5432/base (los signos especiales de la contraseña, codificados: %40 por @).",
    )
  }
}
