import { create as contentDisposition } from "content-disposition"
import { type Request, type Response, Router } from "express"
import { type Archivo, tomarDescarga } from "../app/mensaje/descarga.ts"
import { bytesOf } from "../cards/card-file.ts"
import type { Clock } from "../ports/clock.ts"
import type { Logger } from "../ports/logger.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"

interface DownloadDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
}

/**
 * A file that was answered where no file goes along, by an address that is good once. Opening it gives nothing away:
 * programs that look at what a link leads to only ask for the page, and the person presses its button.
 */
export function downloadRoutes({ data, clock, log }: DownloadDeps): Router {
  const router = Router({ caseSensitive: true })
  router.use("/descarga", (_request, response, next) => {
    response.set({
      "Cache-Control": "no-store",
      "Content-Security-Policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
      "Referrer-Policy": "no-referrer",
    })
    next()
  })
  router.get("/descarga/:token", (_request, response) => {
    response.type("html").send(page("Descargar el archivo", BUTTON))
  })
  router.post("/descarga/:token", (request, response) => give({ data, clock, log }, request, response))
  router.use("/descarga", (_request, response) => gone(response))
  return router
}

async function give({ data, clock, log }: DownloadDeps, request: Request, response: Response): Promise<void> {
  try {
    const found = await tomarDescarga(data, String(request.params.token), clock.now())
    if (found === null) gone(response)
    else send(response, found)
  } catch (error) {
    log.error({ error }, "A file could not be given.")
    response.status(503).type("html").send(page("El archivo no está disponible", "<p>Intente más tarde.</p>"))
  }
}

function send(response: Response, file: Archivo): void {
  response.set({
    "Content-Type": file.mediaType,
    "Content-Disposition": contentDisposition(file.name, { type: "attachment" }),
  })
  response.send(Buffer.from(bytesOf(file)))
}

function gone(response: Response): void {
  const why = "<p>Ya se descargó, o pasó su hora. Pídalo de nuevo en el chat con el mismo comando.</p>"
  response.status(404).type("html").send(page("No hay ningún archivo en esta dirección", why))
}

const BUTTON = [
  "<p>Se descarga una sola vez. Si lo necesita de nuevo, pídalo en el chat.</p>",
  '<form method="post"><button type="submit">Descargar</button></form>',
].join("\n")

/** Nothing in it comes from anybody: the address is not even read. */
const page = (title: string, body: string) =>
  [
    "<!doctype html>",
    '<html lang="es-MX">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<h1>${title}</h1>`,
    body,
    "</html>",
    "",
  ].join("\n")
