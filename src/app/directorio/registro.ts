import type { ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Persona } from "../../domain/tipos/directorio.ts"
import type { Origen } from "../../domain/tipos/registro.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

/** Who changes the directory; without `persona`, whoever operates the installation. */
export interface Autor {
  readonly persona: Persona | null
  /** The body on whose register it stands; `null`: there is none yet. */
  readonly organoId: string | null
  readonly plataforma: NewEvento["plataforma"]
  readonly now: string
}

/** The same inside a transaction that nobody else writes the directory in. */
export interface Registro extends Autor {
  readonly repositories: Repositories
}

/** What was written, or why nothing was. */
export type Hecho<T> =
  | { readonly kind: "hecho"; readonly valor: T }
  | { readonly kind: "reparo"; readonly reparo: ReparoDirectorio }

export const hecho = <T>(valor: T): Hecho<T> => ({ kind: "hecho", valor })

export const reparo = (
  que: ReparoDirectorio,
): { readonly kind: "reparo"; readonly reparo: ReparoDirectorio } => ({
  kind: "reparo",
  reparo: que,
})

class Deshecho extends Error {
  readonly hecho: { readonly kind: string }

  constructor(deshecho: { readonly kind: string }) {
    super("undone")
    this.hecho = deshecho
  }
}

/**
 * One transaction for as many acts as `work` does: all of them, or, once `work` gives back anything but what was done, none. Acts
 * inside it see what those before them wrote, and nobody else writes in the directory meanwhile.
 */
export async function enDirectorio<R extends { readonly kind: string }>(
  data: UnitOfWork,
  autor: Autor,
  work: (registro: Registro) => Promise<R>,
): Promise<R> {
  try {
    return await data.transaction(async (repositories) => {
      await repositories.directorioWriter.exclusive()
      const result = await work({ ...autor, repositories })
      if (result.kind !== "hecho") throw new Deshecho(result)
      return result
    })
  } catch (error) {
    if (error instanceof Deshecho) return error.hecho as R
    throw error
  }
}

interface Acto {
  readonly tipo: TipoEvento
  readonly objeto: string
  readonly organoId?: string | null
  readonly antes?: unknown
  readonly despues: unknown
}

/** Every act of the directory leaves its Evento. */
export function asentar(
  { repositories: { eventos }, persona, organoId, plataforma, now }: Registro,
  { antes = null, ...acto }: Acto,
): Promise<void> {
  return eventos.append({
    organoId,
    ...acto,
    antes,
    personaId: persona?.id ?? null,
    plataforma,
    instante: now,
  })
}

/** What a demonstration's person writes belongs to the demonstration. */
export const origenDe = ({ persona }: Pick<Autor, "persona">): Origen =>
  persona?.origen === "demo" ? "demo" : "registro"
