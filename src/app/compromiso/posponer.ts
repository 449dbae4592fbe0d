import { estaAbierto, fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { puedeInformar } from "../../domain/compromiso/transiciones.ts"
import { esHabil, type Inhabiles, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { leerCompromiso } from "./asentar.ts"

export type Pospuesto =
  | { readonly kind: "pospuesto"; readonly hasta: Fecha; readonly vence: Fecha }
  | { readonly kind: "no_autorizado" }
  /** Nothing is reminded of: it is no longer owed, has no date, is overdue or falls due on the next business day. */
  | { readonly kind: "no_procede"; readonly vence: Fecha | null }
  /** Not a business day of the institution between tomorrow and the day before it falls due. */
  | { readonly kind: "fecha_invalida"; readonly desde: Fecha; readonly hasta: Fecha }

/** Business days to which a reminder may be put off: after today and before the due date, in the institution's calendar. */
export interface Margen {
  readonly vence: Fecha
  readonly primero: Fecha
  readonly ultimo: Fecha
  readonly inhabiles: Inhabiles
}

/** `null`: there is no day left to put it off to. */
export async function margenParaPosponer(
  read: Repositories,
  organo: Organo,
  compromiso: Compromiso,
  hoy: Fecha,
): Promise<Margen | null> {
  const vence = fechaVigente(compromiso)
  if (vence === null || vence <= hoy || !estaAbierto(compromiso)) return null
  const calendarios = await leerCalendarios(read, organo, hoy, vence)
  const inhabiles =
    compromiso.institucionId === null ? calendarios.organo : calendarios.de(compromiso.institucionId)
  const primero = sumarDiasHabiles(hoy, 1, inhabiles)
  const ultimo = sumarDiasHabiles(vence, -1, inhabiles)
  return primero <= ultimo ? { vence, primero, ultimo, inhabiles } : null
}

/** Puts off the reminders of a compromiso to a business day before it falls due. The due date stays as it is. */
export function posponerAviso(
  actuacion: Actuacion,
  actor: Actor,
  visto: Pick<Compromiso, "id">,
  hasta: Fecha,
): Promise<Pospuesto> {
  const { organo, hoy, now, persona, plataforma } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<Pospuesto> => {
    const compromiso = await enFirme(repositories, visto.id)
    if (!puedeInformar(compromiso, actor, organo.id)) return { kind: "no_autorizado" }
    const margen = await margenParaPosponer(repositories, organo, compromiso, hoy)
    if (margen === null) return { kind: "no_procede", vence: fechaVigente(compromiso) }
    const { primero, ultimo, vence, inhabiles } = margen
    if (hasta < primero || hasta > ultimo || !esHabil(hasta, inhabiles)) {
      return { kind: "fecha_invalida", desde: primero, hasta: ultimo }
    }
    await repositories.aplazamientos.create({
      compromisoId: compromiso.id,
      hasta,
      personaId: persona.id,
      plataforma,
      creadoEn: now,
    })
    await repositories.eventos.append({
      tipo: "compromiso.aviso_pospuesto",
      objeto: `compromiso:${compromiso.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: null,
      despues: { hasta },
      instante: now,
    })
    return { kind: "pospuesto", hasta, vence }
  })
}

/** As it is now and stays until this is over: if another institution comes to owe it, nothing is put off for that one. */
async function enFirme(repositories: Repositories, id: string): Promise<Compromiso> {
  for (;;) {
    const { compromiso } = await leerCompromiso(repositories, id)
    if (await repositories.compromisos.update(compromiso, { estado: compromiso.estado })) return compromiso
  }
}
