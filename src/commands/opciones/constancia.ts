import { z } from "zod"
import { type Constancia, MEDIOS_CONSTANCIA } from "../../domain/tipos/autorizacion.ts"
import { esSecretariaTecnica, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import { MEDIO_CONSTANCIA } from "../../texts/etiquetas.ts"
import type { CommandContext, RequestAgain } from "../definition/definition.ts"
import { textoLibre } from "./texto.ts"

/** What the Secretaría Técnica puts on record on somebody's word: by what they said it, and where that can be seen. */
export const medioOption = z.enum(MEDIOS_CONSTANCIA).meta({
  summary: "por qué medio lo comunicó",
  label: "Medio",
  labels: MEDIO_CONSTANCIA,
  synonyms: { llamada: ["telefono", "llamada telefonica"], correo: ["email", "mail"] },
})

export const constanciaOption = textoLibre({
  summary: "número de oficio, o quién lo comunicó y por qué se registra así",
  label: "Constancia",
  min: 3,
  max: 300,
})

export const constanciaDe = ({ medio, constancia }: Constancia): Constancia => ({ medio, constancia })

/** The Secretaría Técnica speaks for an institution that is not its own: on its word, and with its proof. */
export const porPalabraDeOtra = (
  { actor, organo }: Pick<CommandContext, "actor" | "organo">,
  institucionId: string | null,
): boolean =>
  institucionId !== null &&
  esSecretariaTecnica(actor, organo.id) &&
  !institucionesDe(actor, organo.id).includes(institucionId)

/** Asks for the proof in the form of the command that takes it, with all that was written. */
export const pedirConstancia = (
  command: string,
  values: Readonly<Record<string, string>>,
): { readonly again: RequestAgain } => ({
  again: { command, values, filledIn: false, confirmed: false, dispensados: [], asForm: true },
})
