import { cuentaCambiadaCard } from "../../cards/directorio/vinculada.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarCambioDeCuenta } from "./avisar.ts"
import { cuentaEnTexto } from "./codigo.ts"
import { soltarCuenta } from "./cuenta.ts"

/** Who does it: the Secretaría Técnica of a body in chat, or whoever operates the installation. */
type Quien = Pick<Actuacion, "data" | "plataforma" | "now"> &
  Partial<Pick<Actuacion, "organo" | "persona" | "hoy">>

/** `ultima_secretaria`: with it nobody could conduct some body in chat any more, and it stays. */
export type Desvinculada = Persona | "ultima_secretaria" | null

/**
 * Takes an account from the person it was linked to: from its next request on it is nobody's, in every process. What
 * was done with it stays on record as that person's. `null`: it was nobody's, or, where a body asks, nobody's of that
 * body: of the others nothing is said, not even that they are there. Those in which the person acts too hear of it.
 */
export function desvincularCuenta(
  { data, plataforma, now, hoy, organo, persona: quien }: Quien,
  { adapter, workspace, user }: ExternalUser,
): Promise<Desvinculada> {
  const cuenta = { adapter, workspace, user }
  return data.transaction(async (repositories) => {
    const { personas, directorioWriter, eventos } = repositories
    if (organo !== undefined && hoy !== undefined) {
      await directorioWriter.exclusive()
      const suya = (await personas.byAccount(cuenta)) ?? (await personas.suspendida(cuenta))
      const designaciones = suya === null ? [] : await personas.designaciones(suya.id, hoy)
      if (!designaciones.some(({ organoId }) => organoId === organo.id)) return null
      if (await esUltimaSecretaria(repositories, cuenta, now)) return "ultima_secretaria"
    }
    const suelta = await soltarCuenta(repositories, cuenta, now)
    if (suelta === null) return null
    const { persona, noSalieron } = suelta
    await eventos.append({
      tipo: "cuenta.desvinculada",
      objeto: `persona:${persona.id}`,
      organoId: organo?.id ?? null,
      personaId: quien?.id ?? null,
      plataforma,
      antes: { ...cuenta, persona: persona.clave },
      despues: noSalieron === 0 ? null : { noSalieron },
      instante: now,
    })
    if (organo !== undefined) await avisarALosDemas(repositories, { persona, cuenta, salvo: organo.id, now })
    return persona
  })
}

/** Whether it is the only one with which some body, whichever, is conducted in chat. */
export async function esUltimaSecretaria(
  { organos, personas }: Repositories,
  { adapter, workspace, user }: ExternalUser,
  now: string,
): Promise<boolean> {
  const esLa = (una: ExternalUser) =>
    una.adapter === adapter && una.workspace === workspace && una.user === user
  for (const { id, zona } of await organos.all()) {
    const cuentas = (await personas.designados(id, fechaEnZona(now, zona)))
      .filter(({ designacion }) => designacion.calidad === "secretaria_tecnica")
      .flatMap(({ cuentas: suyas }) => suyas)
    if (cuentas.some(esLa) && cuentas.every(esLa)) return true
  }
  return false
}

/** The Secretaría Técnica of each other body in which the person has a post. */
async function avisarALosDemas(
  repositories: Repositories,
  que: {
    readonly persona: Persona
    readonly cuenta: ExternalUser
    readonly salvo: string
    readonly now: string
  },
): Promise<void> {
  const { persona, cuenta, salvo, now } = que
  for (const organo of await otrosOrganosDe(repositories, persona, salvo, now))
    await avisarCambioDeCuenta(repositories, organo, {
      card: cuentaCambiadaCard(organo, persona, cuentaEnTexto(cuenta), "desvinculada"),
      subject: ["cuenta-desvinculada", persona.id, organo.id, cuenta.workspace, cuenta.user, now],
      now,
    })
}

/** The bodies in which somebody has a post, without the one that asks. */
export async function otrosOrganosDe(
  { organos, personas }: Pick<Repositories, "organos" | "personas">,
  persona: Persona,
  salvo: string,
  now: string,
): Promise<readonly Organo[]> {
  const suyos: Organo[] = []
  for (const organo of await organos.all()) {
    const puestos = await personas.designaciones(persona.id, fechaEnZona(now, organo.zona))
    if (organo.id !== salvo && puestos.some(({ organoId }) => organoId === organo.id)) suyos.push(organo)
  }
  return suyos
}

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
