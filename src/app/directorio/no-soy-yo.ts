import { cuentaCambiadaCard } from "../../cards/directorio/vinculada.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { avisarCambioDeCuenta } from "./avisar.ts"
import { cuentaEnTexto } from "./codigo.ts"
import { soltarCuenta } from "./cuenta.ts"

interface QuienDice {
  readonly data: UnitOfWork
  readonly organo: Organo
  /** As whom the account is recognised. */
  readonly persona: Persona
  readonly user: ExternalUser
  readonly plataforma: NewEvento["plataforma"]
  readonly now: string
}

/**
 * Whoever uses an account says that they are not that person: it is nobody's at once, and the Secretaría Técnica is told. An
 * account that stands in no workspace is taken from the person in all of them.
 */
export async function noSoyYo({ data, organo, persona, user, plataforma, now }: QuienDice): Promise<void> {
  await data.transaction(async (repositories) => {
    const { directorioWriter, eventos } = repositories
    const suyas = (await directorioWriter.cuentas(persona.id)).filter(
      (una) =>
        una.adapter === user.adapter &&
        una.user === user.user &&
        (user.anywhere === true || una.workspace === user.workspace),
    )
    for (const una of suyas) {
      const { adapter, workspace, user: cuenta } = una
      const suelta = await soltarCuenta(repositories, una, now)
      await eventos.append({
        tipo: "cuenta.desvinculada",
        objeto: `persona:${persona.id}`,
        organoId: organo.id,
        personaId: persona.id,
        plataforma,
        antes: { adapter, workspace, user: cuenta, persona: persona.clave },
        despues: { motivo: "no soy yo", noSalieron: suelta?.noSalieron ?? 0 },
        instante: now,
      })
    }
    await avisarCambioDeCuenta(repositories, organo, {
      card: cuentaCambiadaCard(organo, persona, cuentaEnTexto(user), "no_soy_yo"),
      subject: ["no-soy-yo", persona.id, user.workspace, user.user, now],
      now,
    })
  })
}
