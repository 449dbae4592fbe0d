import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { EstadoConexion } from "../../domain/tipos/canal.ts"
import type { ConexionRegistrada } from "../../ports/conexiones.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { asunto, type QuienConecta } from "./conectar.ts"

const EVENTOS: Readonly<Record<Exclude<EstadoConexion, "por_confirmar">, TipoEvento>> = {
  activa: "conexion.confirmada",
  desconectada: "conexion.cerrada",
  revocada: "conexion.revocada",
}

/**
 * Opens or closes a workspace. Closed, nothing is kept of what opened it, and what is for it waits until somebody
 * connects it again. `false`: somebody else changed it meanwhile, and nothing was done.
 */
export function cambiarEstado(
  { data, now }: { readonly data: UnitOfWork; readonly now: string },
  conexion: ConexionRegistrada,
  to: { readonly estado: Exclude<EstadoConexion, "por_confirmar">; readonly motivo: string | null },
  { nombre: _nombre, ...quien }: QuienConecta,
): Promise<boolean> {
  return data.transaction(async ({ conexiones, eventos }) => {
    if (!(await conexiones.change(conexion.id, conexion.estado, to, now))) return false
    await eventos.append({
      ...quien,
      tipo: EVENTOS[to.estado],
      objeto: asunto(conexion),
      antes: { estado: conexion.estado },
      despues: { ...to, adapter: conexion.adapter, workspace: conexion.workspace },
      instante: now,
    })
    return true
  })
}
