import { z } from "zod"
import { autorizacionEnEspera, autorizacionesEnEspera } from "../../app/autorizacion/leer.ts"
import { pedirAutorizacion } from "../../app/autorizacion/pedir.ts"
import type { Solicitud } from "../../app/autorizacion/texto.ts"
import { autorizaPresidencia } from "../../app/perfil.ts"
import { nadaPorAutorizarCard, solicitadaCard } from "../../cards/autorizacion/respuesta.ts"
import { esperaBlock } from "../../cards/autorizacion/vista.ts"
import type { Block, Card } from "../../cards/card.ts"
import { type Constancia, MEDIOS_CONSTANCIA } from "../../domain/tipos/autorizacion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { respondeDe } from "../../domain/visibilidad/visibilidad.ts"
import { MEDIO_CONSTANCIA } from "../../texts/etiquetas.ts"
import type { CommandContext, RequestAgain } from "../definition/definition.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { textoLibre } from "./texto.ts"

/** What is done on the word of another: of an institution, with its proof; of the presidencia, once it authorises it. */

/** Who is shown what waits. */
const VER = "sesion.autorizacion-ver"

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
  { actor, organo, puede }: Pick<CommandContext, "actor" | "organo" | "puede">,
  institucionId: string | null,
): boolean =>
  institucionId !== null &&
  puede("compromiso.registrar-avance") &&
  !respondeDe(actor, organo.id).includes(institucionId)

/** Asks for the proof in the form of the command that takes it, with all that was written. */
export const pedirConstancia = (
  command: string,
  values: Readonly<Record<string, string>>,
): { readonly again: RequestAgain } => ({
  again: { command, values, filledIn: false, confirmed: false, dispensados: [], asForm: true },
})

/** Above a form whose answer the convened institutions are told: when that will be. */
export async function cuandoSeAvisa({ data, organo, hoy }: CommandContext): Promise<string> {
  return (await autorizaPresidencia(data.read, organo.id, hoy)) ? AVISO_AUTORIZADO : AVISO_INMEDIATO
}

const AVISO_INMEDIATO = "Se avisa de inmediato a todas las instituciones convocadas."
const AVISO_AUTORIZADO =
  "Se pide la autorización de la Presidencia; cuando la dé, se avisa a todas las instituciones convocadas."

/** Asks the presidencia for what would leave, where the body's rules say so. */
export async function pedirPorPresidencia(
  context: CommandContext,
  sesion: Sesion,
  solicitud: Solicitud,
): Promise<Card> {
  const pedida = await pedirAutorizacion(actuacionOf(context), sesion, solicitud)
  return pedida.kind === "pedida"
    ? solicitadaCard(pedida.vista, pedida.canales, pedida.antes)
    : nadaPorAutorizarCard(context.organo, pedida.sesion, null)
}

/** For whoever conducts the session: that something of it waits, for whom and since when. */
export async function conEspera(context: CommandContext, sesion: Sesion, card: Card): Promise<Card> {
  const { data, organo, hoy, puede } = context
  if (!puede(VER)) return card
  const espera = await autorizacionEnEspera({ read: data.read, organo, hoy }, sesion)
  if (espera === null) return card
  const ver = {
    id: `${VER}:${sesion.clave}`,
    label: "Ver lo que espera",
    style: "normal",
  } as const
  return { ...card, blocks: [esperaBlock(espera), ...card.blocks], actions: [...card.actions, ver] }
}

/** The same of a whole body, or of each that the answer is about. */
export async function esperasDelOrgano(context: CommandContext): Promise<readonly Block[]> {
  const { data, organos, hoy, puede } = context
  const suyos = organos.filter(({ id }) => puede(VER, id))
  const esperas = suyos.map((organo) => autorizacionesEnEspera({ read: data.read, organo, hoy }))
  return (await Promise.all(esperas)).flat().map(esperaBlock)
}
