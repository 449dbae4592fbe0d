import type { PerfilDoc } from "../../src/domain/importacion/documento.ts"
import type { ReglasSesion } from "../../src/domain/reglas/reglas-sesion.ts"
import type { Conversacion } from "./conversacion.ts"

/** Another import changes the rules of every body. */
export function cambiarPerfil(
  { amend }: Pick<Conversacion, "amend">,
  cambiar: (perfil: PerfilDoc) => PerfilDoc,
): Promise<void> {
  return amend((documento) => ({
    ...documento,
    organos: documento.organos.map((organo) => ({ ...organo, perfiles: organo.perfiles.map(cambiar) })),
  }))
}

/** The same for how they hold their sessions. */
export const cambiarReglas = (chat: Pick<Conversacion, "amend">, reglas: Partial<ReglasSesion>) =>
  cambiarPerfil(chat, (perfil) => ({ ...perfil, sesiones: { ...perfil.sesiones, ...reglas } }))
