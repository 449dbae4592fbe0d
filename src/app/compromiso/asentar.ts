import type { Card } from "../../cards/card.ts"
import type { TransicionCompromiso } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { CambiosCompromiso, CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { canalesDeInstitucion } from "../canal/canales.ts"
import { atOnce } from "../mensaje/delivery.ts"
import { enqueueIn } from "../mensaje/enqueue.ts"
import { modeloAviso } from "./aviso-revision.ts"

/** What every act on a commitment does in the same way, inside its transaction. */

/** Somebody else changed it, or its date, meanwhile: this is how it is now. */
interface OtraPersona {
  readonly kind: "otra_persona"
  readonly compromiso: Compromiso
}

/** Why an act is not done. */
export type NoSeHizo = Exclude<TransicionCompromiso, { readonly kind: "permitida" }> | OtraPersona

export async function leerCompromiso(read: Repositories, id: string): Promise<CompromisoConAcuerdo> {
  const row = await read.compromisos.byId(id)
  if (row === null) throw new Error("a compromiso that was just found is gone")
  return row
}

/** Writes what was decided, unless it is no longer as it was when that was decided. `null`: it is written. */
export async function escribirCambios(
  repositories: Repositories,
  antes: Compromiso,
  cambios: CambiosCompromiso,
): Promise<OtraPersona | null> {
  if (await repositories.compromisos.update(antes, cambios)) return null
  return { kind: "otra_persona", compromiso: (await leerCompromiso(repositories, antes.id)).compromiso }
}

/** `mas`: what the act says beside how the commitment is left. */
export function asentarActo(
  { eventos }: Pick<Repositories, "eventos">,
  { organo, persona, plataforma, now }: Actuacion,
  tipo: NewEvento["tipo"],
  { antes, despues, mas = {} }: { antes: Compromiso; despues: Compromiso; mas?: object },
): Promise<void> {
  return eventos.append({
    tipo,
    objeto: `compromiso:${antes.id}`,
    organoId: organo.id,
    personaId: persona.id,
    plataforma,
    antes,
    despues: { ...despues, ...mas },
    instante: now,
  })
}

/** Tells an institution of what was done to a commitment, in its own channels; whether it has any. */
export async function avisarDelActo(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  { compromiso, acuerdo }: CompromisoConAcuerdo,
  aviso: {
    readonly institucionId: string | null
    /** Which act it is, and to whom. */
    readonly subject: readonly string[]
    readonly card: Card
    readonly why: string
  },
): Promise<boolean> {
  const { institucionId, subject, card, why } = aviso
  const canales = await canalesDeInstitucion(repositories, organo, hoy, institucionId)
  const message = {
    purpose: "aviso" as const,
    subject: ["compromiso", compromiso.id, ...subject, now],
    organo,
    card,
    ...atOnce(now),
    why,
    ...modeloAviso(compromiso, acuerdo),
  }
  await enqueueIn(repositories, canales, message, now)
  return canales.length > 0
}
