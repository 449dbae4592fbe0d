import { destinosDeIntegrantes } from "../../app/canal/destinos.ts"
import { sinRecepcion } from "../../app/canal/recepcion.ts"
import { avisoDeQuienNoRecibe, conQuienNoRecibe, conSecretariaSinAviso } from "../../cards/canal/recepcion.ts"
import type { Card } from "../../cards/card.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { CommandContext } from "../definition/definition.ts"

/** A draft says, before it is confirmed, to whom it would not get now. */
export async function borradorConQuienNoRecibe(
  context: CommandContext,
  card: Card,
  canales: readonly Canal[],
): Promise<Card> {
  return conQuienNoRecibe(card, await sordos(context, canales), { ...context, enviado: false })
}

/** For the form whose answer is announced to every institution with a seat: who would not get it now. */
export async function avisoParaIntegrantes(context: CommandContext): Promise<string> {
  const { data, organo, hoy, plataformas } = context
  const { canales } = await destinosDeIntegrantes(data.read, organo, hoy)
  const noReciben = await sordos(
    context,
    canales.map(({ canal }) => canal),
  )
  return avisoDeQuienNoRecibe(noReciben, plataformas)
}

/** The answer to an act says which of the messages that it caused cannot leave now. */
export async function conLoQueNoSale(
  context: CommandContext,
  card: Card,
  encoladas: readonly NewDelivery[],
): Promise<Card> {
  const ids = [...new Set(encoladas.filter(esMensaje).map(({ canalId }) => canalId))]
  const canales: Canal[] = []
  for (const id of ids) canales.push(...((await canalDe(context, id)) ?? []))
  const noReciben = await sordos(context, canales)
  if (context.puede("plenaria.entregas"))
    return conQuienNoRecibe(card, noReciben, { ...context, enviado: true })
  // How the channels of others fare is not for everybody.
  const propio = noReciben.some(({ canal }) => canal.audiencia === "secretaria_tecnica")
  return propio ? conSecretariaSinAviso(card) : card
}

/** Not what is done to a message that is there already, nor a test, which speaks of its own channel. */
const esMensaje = ({ editsId, pinsId, purpose }: NewDelivery) => !editsId && !pinsId && purpose !== "prueba"

async function canalDe({ data }: CommandContext, id: string): Promise<readonly Canal[] | null> {
  const canal = await data.read.canales.byId(id)
  return canal && [canal]
}

async function sordos({ data: { read }, conexiones }: CommandContext, canales: readonly Canal[]) {
  if (canales.length === 0) return []
  const motivos = await sinRecepcion(read, conexiones, canales)
  if (motivos.size === 0) return []
  const instituciones = new Map((await read.instituciones.all()).map((one) => [one.id, one]))
  return canales.flatMap((canal) => {
    const motivo = motivos.get(canal.id)
    const institucion = instituciones.get(canal.institucionId ?? "") ?? null
    return motivo === undefined ? [] : [{ canal, institucion, motivo }]
  })
}
