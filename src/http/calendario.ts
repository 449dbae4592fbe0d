import { createHash } from "node:crypto"
import { create as contentDisposition } from "content-disposition"
import { type Request, type Response, Router } from "express"
import { TIPO_CALENDARIO } from "../app/calendario/archivo.ts"
import { asentandoLecturas } from "../app/calendario/asentar-lectura.ts"
import { type CalendarioLeido, calendarioDeSesion, leerSuscripcion } from "../app/calendario/leer.ts"
import { nombreDeArchivo } from "../domain/texto/nombre-de-archivo.ts"
import type { Clock } from "../ports/clock.ts"
import type { Logger } from "../ports/logger.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"

interface CalendarDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
}

type Disposition = "inline" | "attachment"

/**
 * Calendars by their secret address, read only. Whoever has the address may read, so that it is never logged, and an
 * unknown one, a revoked one and one that is not an address at all are answered alike.
 */
export function calendarRoutes({ data, clock, log }: CalendarDeps): Router {
  const router = Router({ caseSensitive: true })
  const asentar = asentandoLecturas()
  const answer =
    (find: typeof leerSuscripcion, as: Disposition) =>
    async (request: Request, response: Response): Promise<void> => {
      response.set({
        "Cache-Control": "private, max-age=0, must-revalidate",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
        "Referrer-Policy": "no-referrer",
      })
      try {
        const token = String(request.params.token)
        const now = clock.now()
        const found = await find({ read: data.fresh, now }, token)
        if (found !== null) await asentar(data.fresh, found, now)
        sendCalendar(request, response, found, as)
      } catch (error) {
        log.error({ error }, "A calendar could not be read.")
        response.status(503).type("text/plain").send("El calendario no está disponible. Intente más tarde.\n")
      }
    }
  router.get("/calendario/sesion/:token.ics", answer(calendarioDeSesion, "attachment"))
  router.get("/calendario/:token.ics", answer(leerSuscripcion, "inline"))
  router.use("/calendario", (_request, response) => notFound(response))
  return router
}

function sendCalendar(request: Request, response: Response, found: CalendarioLeido, as: Disposition): void {
  if (found === null) {
    notFound(response)
    return
  }
  const { nombre, texto } = found
  const etag = etagOf(texto)
  response.set("ETag", etag)
  // Not by Express: some programs say "no-cache" together with the ETag they have, and would get it all each time.
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.status(304).end()
    return
  }
  response.set({
    "Content-Type": TIPO_CALENDARIO,
    "Content-Disposition": contentDisposition(`${nombre}.ics`, {
      type: as,
      fallback: `${nombreDeArchivo(nombre)}.ics`,
    }),
  })
  response.send(texto)
}

/** Of what the calendar says; DTSTAMP says when it was written, which is each time. Weak for that reason. */
function etagOf(texto: string): string {
  const said = texto.replaceAll(/^DTSTAMP:.*$/gm, "")
  return `W/"${createHash("sha256").update(said).digest("base64url")}"`
}

function notFound(response: Response): void {
  response.status(404).type("text/plain").send("No hay ningún calendario en esta dirección.\n")
}
