import type { CuentaChat, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { directoDe, type ExternalUser } from "../../ports/chat-adapter.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { retirarPortada } from "../mensaje/portada.ts"
import { reparoDeAjena } from "./ajena.ts"
import { asentar, type Hecho, hecho, type Registro, reparo } from "./registro.ts"

/** From now on that account is that person, wherever it asks. One that is the person's already stays as it is. */
export async function vincularCuenta(
  registro: Registro,
  { adapter, workspace, user }: ExternalUser,
  persona: Persona,
): Promise<Hecho<CuentaChat>> {
  const { personas, directorioWriter } = registro.repositories
  const duena = await personas.byAccount({ adapter, workspace, user })
  const cuenta = {
    adapter,
    workspace,
    user,
    personaId: persona.id,
    vinculadaEn: registro.now,
    suspendidaEn: null,
  }
  if (duena?.id === persona.id) {
    const suya = (await directorioWriter.cuentas(persona.id)).find(
      (una) => una.adapter === adapter && una.workspace === workspace && una.user === user,
    )
    return hecho(suya ?? cuenta)
  }
  const ajena = await reparoDeAjena(registro, persona)
  if (ajena) return reparo(ajena)
  if (duena !== null || !(await directorioWriter.link(cuenta)))
    return reparo({
      campo: "cuenta",
      kind: "ocupado",
      de: (duena ?? (await personas.suspendida(cuenta)))?.clave ?? "",
    })
  await asentar(registro, {
    tipo: "cuenta.vinculada",
    objeto: `persona:${persona.id}`,
    despues: { adapter, workspace, user, persona: persona.clave },
  })
  return hecho(cuenta)
}

/**
 * From now on that account is nobody's: what was written to it as to that person, and has not left, does not, no file that was answered to
 * them waits any more, and what their own page showed goes. `null`: it was nobody's. Its Evento is left by whoever asks, who knows why.
 */
export async function soltarCuenta(
  repositories: Pick<
    Repositories,
    "personas" | "deliveryReview" | "descargas" | "canales" | "deliveries" | "organos" | "portadas"
  >,
  { adapter, workspace, user }: ExternalUser,
  now: Instante,
): Promise<{ readonly persona: Persona; readonly noSalieron: number } | null> {
  const { personas, deliveryReview, descargas } = repositories
  const persona = await personas.unlink({ adapter, workspace, user })
  if (persona === null) return null
  await descargas.olvidar(persona.id)
  const noSalieron = await deliveryReview.discardWaiting(
    directoDe({ adapter, workspace, user }),
    "La cuenta ya no es de la persona para quien se escribió.",
    now,
  )
  await retirarPortada(repositories, { adapter, workspace, user }, now)
  return { persona, noSalieron }
}
