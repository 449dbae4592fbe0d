import { cuentaSuspendidaAviso, type EstadoDeCuenta } from "../../../cards/directorio/suspendida.ts"
import type { Organo, Persona } from "../../../domain/tipos/directorio.ts"
import { directoDe, type ExternalUser } from "../../../ports/chat-adapter.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../../actuacion.ts"
import { CUENTA_SUSPENDIDA } from "../../mensaje/de-la-cuenta.ts"
import { retirarPortada } from "../../mensaje/portada.ts"
import { avisarCambioDeCuenta, avisarCuenta } from "../avisar.ts"
import { cuentaEnTexto } from "../codigo.ts"
import { esUltimaSecretaria, otrosOrganosDe } from "../desvincular.ts"

/** `ya_estaba`: nothing changed. `ultima_secretaria`: without it nobody could conduct some body in chat. */
export type Suspendida =
  | { readonly kind: "hecha"; readonly persona: Persona; readonly noSalieron: number }
  | { readonly kind: "ya_estaba"; readonly persona: Persona }
  | { readonly kind: "ultima_secretaria" }
  | { readonly kind: "de_nadie" }

interface Pedido {
  readonly cuenta: ExternalUser
  readonly motivo: string
  /** `activa`: it is recognised again. */
  readonly queda: EstadoDeCuenta
}

/**
 * An account that is suspended stays its person's and is answered nothing, from its next request on and in every process,
 * until it is active again. What was written to it and has not left does not leave, and no file
 * that was answered to its person waits any more, and what its page showed goes. Whose it is is told, by all their
 * accounts, and the Secretaría Técnica of each body in which they have a post.
 */
export function cambiarSuspension(
  { data, organo, persona: quien, plataforma, now, hoy }: Actuacion,
  { cuenta: { adapter, workspace, user }, motivo, queda }: Pedido,
): Promise<Suspendida> {
  const cuenta = { adapter, workspace, user }
  return data.transaction(async (repositories): Promise<Suspendida> => {
    const { personas, directorioWriter, deliveryReview, descargas, eventos } = repositories
    await directorioWriter.exclusive()
    const activa = await personas.byAccount(cuenta)
    const persona = activa ?? (await personas.suspendida(cuenta))
    const suyas = persona === null ? [] : await personas.designaciones(persona.id, hoy)
    if (persona === null || !suyas.some(({ organoId }) => organoId === organo.id)) return { kind: "de_nadie" }
    if ((activa === null) === (queda === "suspendida")) return { kind: "ya_estaba", persona }
    const suspender = queda === "suspendida"
    if (suspender && (await esUltimaSecretaria(repositories, cuenta, now)))
      return { kind: "ultima_secretaria" }
    const noSalieron = suspender
      ? await deliveryReview.discardWaiting(directoDe(cuenta), CUENTA_SUSPENDIDA, now)
      : 0
    if (suspender) await descargas.olvidar(persona.id)
    await directorioWriter.suspender(cuenta, suspender ? now : null)
    await retirarPortada(repositories, cuenta, now)
    await eventos.append({
      tipo: suspender ? "cuenta.suspendida" : "cuenta.reactivada",
      objeto: `persona:${persona.id}`,
      organoId: organo.id,
      personaId: quien?.id ?? null,
      plataforma,
      antes: { ...cuenta, persona: persona.clave },
      despues: { motivo, ...(noSalieron === 0 ? {} : { noSalieron }) },
      instante: now,
    })
    await avisar(repositories, organo, { persona, cuenta, motivo, queda, now })
    return { kind: "hecha", persona, noSalieron }
  })
}

interface Aviso extends Pedido {
  readonly persona: Persona
  readonly now: string
}

async function avisar(repositories: Repositories, organo: Organo, aviso: Aviso): Promise<void> {
  const { persona, cuenta, motivo, queda, now } = aviso
  const subject = ["cuenta-suspension", persona.id, cuenta.adapter, cuenta.workspace, cuenta.user, queda, now]
  const que = { persona, cuenta: cuentaEnTexto(cuenta), motivo, queda, porOrgano: organo }
  for (const una of await repositories.directorioWriter.cuentas(persona.id))
    await avisarCuenta(repositories, una, {
      organo,
      subject: [...subject, una.adapter, una.workspace, una.user],
      card: cuentaSuspendidaAviso({ ...que, para: "persona", organo }),
      why: `Una cuenta de ${persona.nombre} quedó ${queda}.`,
      propio: "suspension",
      now,
    })
  for (const uno of [organo, ...(await otrosOrganosDe(repositories, persona, organo.id, now))])
    await avisarCambioDeCuenta(repositories, uno, {
      card: cuentaSuspendidaAviso({ ...que, para: "secretaria", organo: uno }),
      subject: [...subject, uno.id],
      now,
    })
}
