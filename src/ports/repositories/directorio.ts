import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Designacion, Institucion, Integrante, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../chat-adapter.ts"

export interface OrganoRepository {
  all(): Promise<readonly Organo[]>
  byId(id: string): Promise<Organo | null>
  byClave(clave: string): Promise<Organo | null>
  /** The profile in force on a date; `null` when none was ever recorded. */
  /** Those whose recorded days off hold for it: itself, and those above whose calendar it keeps. */
  conDiasDe(organoId: string): Promise<readonly string[]>
  perfil(organoId: string, fecha: Fecha): Promise<PerfilReglas | null>
  integrantes(organoId: string, fecha: Fecha): Promise<readonly Integrante[]>
}

export interface InstitucionRepository {
  all(): Promise<readonly Institucion[]>
  byId(id: string): Promise<Institucion | null>
}

/** A post in force, who holds it and the chat accounts that are linked to them. */
export interface Designado {
  readonly designacion: Designacion
  readonly persona: Persona
  readonly cuentas: readonly ExternalUser[]
}

export interface PersonaRepository {
  /** An account that stands in no workspace is whose it is in all of them; of several persons it is nobody's. */
  byAccount(user: ExternalUser): Promise<Persona | null>
  byClave(clave: string): Promise<Persona | null>
  byId(id: string): Promise<Persona | null>
  /** The account is nobody's from now on; whose it was, or `null`. What they did stays theirs. */
  unlink(user: ExternalUser): Promise<Persona | null>
  /** Posts in force on a date, every body. */
  designaciones(personaId: string, fecha: Fecha): Promise<readonly Designacion[]>
  /** Posts of a body in force on a date, longest held first. */
  designados(organoId: string, fecha: Fecha): Promise<readonly Designado[]>
  /** Everyone who has an account on an adapter, with their posts in force. */
  withAccount(
    adapter: AdapterId,
    fecha: Fecha,
  ): Promise<
    readonly {
      readonly user: string
      readonly persona: Persona
      readonly designaciones: readonly Designacion[]
    }[]
  >
}
