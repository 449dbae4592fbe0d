import type { DatoProtegido } from "../domain/texto/datos-protegidos/datos-protegidos.ts"
import type { Actuacion } from "./actuacion.ts"

interface Dispensa {
  /** What was asked for: `compromiso.avance`. */
  readonly orden: string
  readonly datos: readonly DatoProtegido[]
  readonly motivo: string
}

/** What a decision about a text is found by in the log. */
export const asuntoDispensas = (organoId: string) => `organo:${organoId}:datos-protegidos`

/**
 * Puts on record that the Secretaría Técnica took a text with what looks like protected data, and why. Before the text is:
 * one that is on record has its reason on record. Which text it was is told by the act that follows; here it is not said.
 */
export async function registrarDispensa(
  { data, organo, persona, plataforma, now }: Actuacion,
  { orden, datos, motivo }: Dispensa,
): Promise<void> {
  await data.transaction(({ eventos }) =>
    eventos.append({
      tipo: "datos.dispensados",
      objeto: asuntoDispensas(organo.id),
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: null,
      despues: { orden, datos, motivo },
      instante: now,
    }),
  )
}
