import {
  asuntoAutorizacion,
  asuntoCompromiso,
  asuntoDesahogo,
  asuntoResumen,
  asuntoSesion,
  type Hechos,
  hechoAutorizacion,
  hechoCompromiso,
  hechoDesahogo,
  hechoResumen,
  hechoSesion,
  idDe,
} from "../../domain/mensaje/hechos.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** How things stand now for the subjects of a message. One query for all compromisos, one for each sesion or desahogo. */
export async function hechosActuales(
  read: Pick<Repositories, "compromisos" | "sesiones" | "autorizaciones" | "resumenes">,
  dichos: Hechos,
): Promise<Hechos> {
  const asuntos = Object.keys(dichos)
  const sesiones = asuntos.map((asunto) => idDe("sesion", asunto)).filter((id) => id !== null)
  const now = new Map(Object.entries(hechosDeCompromisos(await compromisosDe(read, dichos))))
  for (const id of sesiones) {
    const sesion = await read.sesiones.byId(id)
    if (sesion !== null) now.set(asuntoSesion(id), hechoSesion(sesion))
  }
  for (const id of asuntos.map((asunto) => idDe("desahogo", asunto))) {
    const sesion = id === null ? null : await read.sesiones.byId(id)
    if (sesion !== null) now.set(asuntoDesahogo(sesion.id), hechoDesahogo(sesion))
  }
  for (const id of asuntos.map((asunto) => idDe("autorizacion", asunto))) {
    const autorizacion = id === null ? null : await read.autorizaciones.byId(id)
    const sesion = autorizacion && (await read.sesiones.byId(autorizacion.sesionId))
    if (sesion) now.set(asuntoAutorizacion(autorizacion.id), hechoAutorizacion(sesion, autorizacion))
  }
  for (const [asunto, dicho] of Object.entries(dichos)) {
    const id = idDe("resumen", asunto)
    if (id === null || dicho.kind !== "resumen") continue
    now.set(asuntoResumen(id), hechoResumen(dicho, dicho.canalId, await read.resumenes.list(id)))
  }
  return Object.fromEntries(now)
}

/** The compromisos that a message speaks of, as they stand now. */
export async function compromisosDe(
  read: Pick<Repositories, "compromisos">,
  dichos: Hechos,
): Promise<readonly CompromisoConAcuerdo[]> {
  const ids = Object.keys(dichos)
    .map((asunto) => idDe("compromiso", asunto))
    .filter((id) => id !== null)
  return ids.length === 0 ? [] : read.compromisos.list({ ids })
}

export function hechosDeCompromisos(rows: readonly CompromisoConAcuerdo[]): Hechos {
  return Object.fromEntries(
    rows.map(({ compromiso, acuerdo }) => [
      asuntoCompromiso(compromiso.id),
      hechoCompromiso(compromiso, acuerdo),
    ]),
  )
}
