import type { TipoEvento } from "../domain/tipos/bitacora.ts"
import type { Organo, Persona } from "../domain/tipos/directorio.ts"
import type { Fecha } from "../domain/tipos/tiempo.ts"
import type { DireccionPublica } from "../ports/direccion-publica.ts"
import type { NewEvento } from "../ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../ports/repositories/unit-of-work.ts"

/** Who does it, and from where. */
export interface Actuacion {
  readonly data: UnitOfWork
  readonly organo: Organo
  readonly hoy: Fecha
  readonly persona: Persona
  readonly plataforma: NewEvento["plataforma"]
  readonly now: string
  /** For the addresses that a message gives; without it, none is given. */
  readonly direccion?: DireccionPublica
}

export function evento(
  { organo, persona, plataforma, now }: Actuacion,
  tipo: TipoEvento,
  sesionId: string,
  antes: unknown,
  despues: unknown,
): NewEvento {
  return {
    tipo,
    objeto: `sesion:${sesionId}`,
    organoId: organo.id,
    personaId: persona.id,
    plataforma,
    antes,
    despues,
    instante: now,
  }
}
