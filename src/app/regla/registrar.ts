import type { Actuacion } from "../actuacion.ts"
import { ultimaVersion } from "./perfil.ts"
import type { NuevasVersiones } from "./preparar.ts"

/** Puts new versions of a body's rules on record. `false`: somebody else changed them meanwhile, and nothing was done. */
export function registrarReglas(
  { data, organo, persona, plataforma, now }: Actuacion,
  { base, versiones }: NuevasVersiones,
  fuente: string,
): Promise<boolean> {
  return data.transaction(async (repositories) => {
    await repositories.directorioWriter.exclusive()
    if (ultimaVersion(await repositories.organos.versiones(organo.id)) !== base) return false
    for (const { perfil, antes } of versiones) {
      const version = { perfil, fuente, personaId: persona.id, registradoEn: now }
      if (
        !(await repositories.directorioWriter.registrarReglas(
          organo.id,
          version,
          antes?.perfil.version ?? null,
        ))
      )
        throw new Error("the rules were changed at this very moment")
      await repositories.eventos.append({
        tipo: "organo.reglas",
        objeto: `organo:${organo.id}`,
        organoId: organo.id,
        personaId: persona.id,
        plataforma,
        antes: antes?.perfil ?? null,
        despues: { ...perfil, fuente },
        instante: now,
      })
    }
    return true
  })
}
