import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { directoDe } from "../../ports/chat-adapter.ts"
import type { Designado } from "../../ports/repositories/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Escritura = Pick<Repositories, "canales" | "personas">

/** Where those people are written to by themselves, for what has no channel to be said in. Inside a transaction. */
async function directos(
  { canales }: Escritura,
  organo: Organo,
  designados: readonly Designado[],
): Promise<readonly Canal[]> {
  const suyos = new Map<string, Canal>()
  for (const cuenta of designados.flatMap(({ cuentas }) => cuentas)) {
    const canal = await canales.directo(organo.id, directoDe(cuenta))
    suyos.set(canal.id, canal)
  }
  return [...suyos.values()]
}

/** The accounts of the Secretaría Técnica of a body. */
export async function directosDeSecretaria(
  repositories: Escritura,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly Canal[]> {
  const designados = await repositories.personas.designados(organo.id, hoy)
  return directos(
    repositories,
    organo,
    designados.filter(({ designacion }) => designacion.calidad === "secretaria_tecnica"),
  )
}

/** The accounts of a person, as far as they have a post in the body today. */
export async function directosDePersona(
  repositories: Escritura,
  organo: Organo,
  hoy: Fecha,
  personaId: string,
): Promise<readonly Canal[]> {
  const designados = await repositories.personas.designados(organo.id, hoy)
  return directos(
    repositories,
    organo,
    designados.filter(({ persona }) => persona.id === personaId),
  )
}
