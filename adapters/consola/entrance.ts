import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { NextFunction, Request, Response } from "express"
import { isApi, isConsolePath } from "./guard.ts"

/** What the address carries it as. */
const PARAMETER = "entrada"
const OCTETS = 32

/**
 * What lets a browser into the console: it is in the address that the start prints, and afterwards in a cookie that no
 * script reads and no other site sends along, so that the page can take it out of its address. Whoever else has an account
 * on this machine, and every program that runs on it, reaches its port and does not know it.
 */
export class Entrance {
  readonly #token: string
  readonly #digest: Buffer
  /** A browser shows it to whatever answers on this machine, on any port: the key is not in it. */
  readonly #cookie: string

  /** `fixed`: as it is configured; otherwise a new one each time that the process starts. */
  constructor(fixed: string | undefined) {
    this.#token = fixed ?? randomBytes(OCTETS).toString("base64url")
    this.#digest = digestOf(this.#token)
    this.#cookie = createHmac("sha256", this.#token).update("cookie").digest("base64url")
  }

  /** The whole address, printed once and written in no log. */
  address(base: string): string {
    return `${base}/?${PARAMETER}=${encodeURIComponent(this.#token)}`
  }

  /** A handler: who comes in by the address is given the cookie; who has neither gets nothing of the console. */
  readonly guard = (request: Request, response: Response, next: NextFunction): void => {
    const arrives = request.path === "/" && isDigest(parameterOf(request), this.#digest)
    if (arrives) {
      const cookie = `${cookieName(request)}=${this.#cookie}`
      response.setHeader("Set-Cookie", `${cookie}; Path=/; HttpOnly; SameSite=Strict`)
    }
    if (arrives || !isConsolePath(request.path) || isDigest(cookieOf(request), digestOf(this.#cookie))) next()
    else if (isApi(request.path)) response.status(401).json({ error: CLOSED })
    else response.status(401).type("text/plain; charset=utf-8").send(`${CLOSED}\n`)
  }
}

/** Of whatever length, compared in the same time. */
const isDigest = (given: string | null, digest: Buffer): boolean =>
  given !== null && timingSafeEqual(digestOf(given), digest)

const CLOSED =
  "Abra la consola con la dirección completa que Plenaria imprime en la terminal al iniciar: lleva la clave de entrada, que cambia cada vez que se inicia."

const digestOf = (text: string) => createHash("sha256").update(text).digest()

function parameterOf({ query }: Request): string | null {
  const given: unknown = query[PARAMETER]
  return typeof given === "string" ? given : null
}

/** A browser gives the cookies of a machine to each of its ports: each console has its own. */
const cookieName = ({ socket }: Request) => `plenaria-consola-${socket.localPort}`

function cookieOf(request: Request): string | null {
  const name = `${cookieName(request)}=`
  const found = (request.headers.cookie ?? "")
    .split(";")
    .map((one) => one.trim())
    .find((one) => one.startsWith(name))
  return found === undefined ? null : found.slice(name.length)
}
