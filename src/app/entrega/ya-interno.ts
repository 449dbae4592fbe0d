import { idDe } from "../../domain/mensaje/hechos.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { MensajeConModelo } from "../mensaje/revision.ts"

/** For whoever reviews the deliveries. */
export const ES_AHORA_INTERNA = "La sesión de la que habla es ahora de difusión interna."

/**
 * Whether a session that a message speaks of became internal after it was written: from then on nothing more of it is told
 * in a channel, neither by the message nor by what changes it in its place. The Secretaría Técnica's own goes on.
 */
export async function yaEsInterno(
  read: Pick<Repositories, "sesiones" | "canales">,
  { asuntos, modelo, canalId }: MensajeConModelo,
): Promise<boolean> {
  const ids = [...asuntos, ...Object.keys(modelo.hechos)].map(
    (asunto) => idDe("sesion", asunto) ?? idDe("desahogo", asunto) ?? idDe("resumen", asunto),
  )
  for (const id of new Set(ids)) {
    const sesion = id === null ? null : await read.sesiones.byId(id)
    if (sesion?.difusion === "interna")
      return (await read.canales.byId(canalId))?.audiencia !== "secretaria_tecnica"
  }
  return false
}
