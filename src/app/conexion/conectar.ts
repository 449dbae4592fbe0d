import type { Cifrado } from "../../ports/cifrado.ts"
import type { ConexionRegistrada, NuevaConexion } from "../../ports/conexiones.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { type Credenciales, sellar } from "./credenciales.ts"

/** Who does it, as the register says. */
export type QuienConecta = Pick<NewEvento, "organoId" | "personaId" | "plataforma"> & {
  readonly nombre: string
}

/** What the platform said of whoever holds the credentials. */
export type EspacioComprobado = Pick<
  NuevaConexion,
  "adapter" | "workspace" | "nombre" | "medio" | "permisos" | "institucionId" | "estado"
>

interface Deps {
  readonly data: UnitOfWork
  readonly cifrado: Cifrado
  readonly now: string
}

/**
 * Puts a workspace on record with what opens it, in place of what opened it before. Every process serves it within a
 * minute. `estado`: `por_confirmar` where somebody of the Secretaría Técnica has to say first whose it is.
 */
export function conectar(
  { data, cifrado, now }: Deps,
  espacio: EspacioComprobado,
  credenciales: Credenciales,
  quien: QuienConecta,
): Promise<ConexionRegistrada> {
  const secretos = sellar(cifrado, espacio, credenciales)
  return data.transaction(async ({ conexiones, eventos }) => {
    const antes = await conexiones.byWorkspace(espacio)
    const registrada = await conexiones.save(
      { ...espacio, secretos, motivo: null, conectadaEn: now, conectadaPor: quien.nombre },
      now,
    )
    const { nombre: _nombre, ...registro } = quien
    await eventos.append({
      ...registro,
      tipo: "conexion.conectada",
      objeto: asunto(registrada),
      antes: antes && hechos(antes),
      despues: hechos(registrada),
      instante: now,
    })
    return registrada
  })
}

/** Never the secrets. */
export const hechos = ({
  adapter,
  workspace,
  nombre,
  institucionId,
  estado,
  medio,
  permisos,
}: ConexionRegistrada) => ({ adapter, workspace, nombre, institucionId, estado, medio, permisos })

export const asunto = ({ id }: Pick<ConexionRegistrada, "id">): string => `conexion:${id}`
