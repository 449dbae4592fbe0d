import { OperatorError } from "../domain/operator-error.ts"

/** The database cannot be reached or refuses us. Never holds the URL: it may carry a password. */
export class DatabaseUnavailable extends OperatorError {}

/** The stored data and this program's migrations do not fit together. */
export class MigrationProblem extends OperatorError {}

/** Another process holds the data folder. */
export class DataFolderInUse extends OperatorError {}

/** PostgreSQL's SQLSTATE, or Node's socket error code; an AggregateError (several addresses tried) counts as its first. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  if (typeof error !== "object" || error === null || !("code" in error)) return null
  return typeof error.code === "string" ? error.code : null
}

/** What went wrong on connecting, and how to mend it, without repeating the URL. */
export function databaseUnavailable(databaseUrl: string, error: unknown): DatabaseUnavailable {
  const { at, name, user } = describeUrl(databaseUrl)
  const code = codeOf(error)
  const [message, hint] = explain(code, at, name, user, error)
  return new DatabaseUnavailable(message, hint, { cause: error })
}

function explain(
  code: string | null,
  at: string,
  name: string,
  user: string,
  error: unknown,
): readonly [string, string] {
  switch (code) {
    case "ECONNREFUSED":
      return [
        `La base de datos no responde en ${at}: nada atiende ahí.`,
        "Compruebe que PostgreSQL esté en marcha y que el equipo y el puerto de DATABASE_URL sean correctos.",
      ]
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return [
        `No se encontró el equipo de la base de datos (${at}).`,
        "Revise el nombre del equipo en DATABASE_URL y la conexión de red.",
      ]
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return [
        `La base de datos en ${at} no contestó a tiempo.`,
        "Revise la red, el cortafuegos y el puerto de DATABASE_URL.",
      ]
    case "28P01":
    case "28000":
      return [
        `La base de datos en ${at} rechazó el acceso de «${user}».`,
        "Revise el usuario y la contraseña en DATABASE_URL y los permisos en PostgreSQL.",
      ]
    case "3D000":
      return [
        `La base de datos «${name}» no existe en ${at}.`,
        `Créela (CREATE DATABASE "${name}") o corrija el nombre en DATABASE_URL.`,
      ]
    case "42501":
      return [
        `El usuario «${user}» no tiene permiso para preparar la base de datos «${name}».`,
        `Concédale permisos, por ejemplo: GRANT ALL ON DATABASE "${name}" y GRANT ALL ON SCHEMA public.`,
      ]
    case "53300":
    case "57P03":
      return [
        `La base de datos en ${at} no acepta conexiones por ahora.`,
        "Espere a que termine de arrancar o libere conexiones, y vuelva a intentarlo.",
      ]
    default:
      return [
        `No se pudo usar la base de datos «${name}» en ${at}${code ? ` (${code})` : ""}: ${reasonOf(error)}`,
        "Revise DATABASE_URL y que PostgreSQL (15 o posterior) esté en marcha.",
      ]
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : "sin más detalle."
}

function describeUrl(databaseUrl: string): {
  readonly at: string
  readonly name: string
  readonly user: string
} {
  try {
    const url = new URL(databaseUrl)
    return {
      at: `${url.hostname || "localhost"}:${url.port || "5432"}`,
      name: decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username),
      user: decodeURIComponent(url.username),
    }
  } catch {
    throw new DatabaseUnavailable(
      "DATABASE_URL no es una dirección válida.",
      "Use la forma postgresql://usuario:contraseña@equipo:5432/base (los signos especiales de la contraseña, codificados: %40 por @).",
    )
  }
}

/** Prisma's codes for a database that cannot be reached, and PostgreSQL's for one that is going down. */
const CONNECTION_CODES = new Set([
  ...["P1000", "P1001", "P1002", "P1003", "P1008", "P1010", "P1011", "P1017", "P2024", "P2037"],
  ...["57P01", "57P02", "57P03", "53300", "08000", "08001", "08003", "08006"],
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EPIPE", "EHOSTUNREACH"],
])

/** The database went away, as opposed to a query it refused. */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== null && CONNECTION_CODES.has(code)) return true
  if (!(error instanceof Error)) return false
  return (
    /connection (terminated|timeout|ended|closed)|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(
      error.message,
    ) || isConnectionFailure(error.cause)
  )
}
