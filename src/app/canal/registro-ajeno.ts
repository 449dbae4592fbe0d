import { type RegistroAjeno, registroAjenoCard } from "../../cards/canal/registro-ajeno.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { MEDIO_CONSTANCIA } from "../../texts/etiquetas.ts"
import type { Actuacion } from "../actuacion.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { canalesDeInstitucion } from "./canales.ts"

/** "oficio: SRE/045/2024" */
export const medioEscrito = ({ medio, constancia }: Constancia): string =>
  `${MEDIO_CONSTANCIA[medio]}: ${constancia}`

/**
 * Tells an institution, where it reads, what the Secretaría Técnica put on record on its word, in the transaction that did.
 * `subject`: which act it is.
 */
export async function avisarRegistroAjeno(
  repositories: Repositories,
  { organo, hoy, now, persona }: Actuacion,
  registro: Omit<RegistroAjeno, "organo" | "por" | "instante">,
  subject: readonly string[],
): Promise<void> {
  const { institucion, asunto } = registro
  const canales = await canalesDeInstitucion(repositories, organo, hoy, institucion.id)
  const card = registroAjenoCard({ ...registro, organo, por: persona.nombre, instante: now })
  const avisos = canales.map((canal) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["registro-ajeno", ...subject, now],
      organo,
      card,
      ...atOnce(now),
      why: `La Secretaría Técnica registró algo de ${asunto} en nombre de ${institucion.siglas}.`,
    }),
  )
  await enqueue(repositories, avisos, now)
}
