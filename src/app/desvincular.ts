import type { Persona } from "../domain/tipos/directorio.ts"
import type { ExternalUser } from "../ports/chat-adapter.ts"
import type { Actuacion } from "./actuacion.ts"

/** Who does it: the Secretaría Técnica of a body in chat, or whoever operates the installation. */
type Quien = Pick<Actuacion, "data" | "plataforma" | "now"> &
  Partial<Pick<Actuacion, "organo" | "persona" | "hoy">>

/** `ultima_secretaria`: with it nobody could conduct the body in chat any more, and it stays. */
export type Desvinculada = Persona | "ultima_secretaria" | null

/**
 * Takes an account from the person it was linked to: from its next request on it is nobody's, in every process. What
 * was done with it stays on record as that person's. `null`: it was nobody's, or, where a body asks, nobody's of that
 * body: of the others nothing is said, not even that they are there.
 */
export function desvincularCuenta(
  { data, plataforma, now, hoy, organo, persona: quien }: Quien,
  { adapter, workspace, user }: ExternalUser,
): Promise<Desvinculada> {
  return data.transaction(async ({ personas, directorioWriter, eventos }) => {
    if (organo !== undefined && hoy !== undefined) {
      await directorioWriter.exclusive()
      const suya = await personas.byAccount({ adapter, workspace, user })
      const designaciones = suya === null ? [] : await personas.designaciones(suya.id, hoy)
      if (!designaciones.some(({ organoId }) => organoId === organo.id)) return null
      const secretarias = (await personas.designados(organo.id, hoy)).filter(
        ({ designacion }) => designacion.calidad === "secretaria_tecnica",
      )
      const esSuya = (una: ExternalUser) =>
        una.adapter === adapter && una.workspace === workspace && una.user === user
      const quedan = secretarias.flatMap(({ cuentas }) => cuentas).filter((una) => !esSuya(una))
      const esDeSecretaria = secretarias.some(({ cuentas }) => cuentas.some(esSuya))
      if (esDeSecretaria && quedan.length === 0) return "ultima_secretaria"
    }
    const persona = await personas.unlink({ adapter, workspace, user })
    if (persona === null) return null
    await eventos.append({
      tipo: "cuenta.desvinculada",
      objeto: `persona:${persona.id}`,
      organoId: organo?.id ?? null,
      personaId: quien?.id ?? null,
      plataforma,
      antes: { adapter, workspace, user, persona: persona.clave },
      despues: null,
      instante: now,
    })
    return persona
  })
}
