import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Canal, LecturaDeCanal } from "../../domain/tipos/canal.ts"
import type { CambiosCanal } from "../../ports/repositories/canal.ts"
import type { Actuacion } from "../actuacion.ts"

/** `visto`: who was shown to read it as it will be; `null`: nobody looked. */
type Cambio = CambiosCanal & { readonly visto?: (LecturaDeCanal & { readonly nombre: string }) | null }

/** What the Secretaría Técnica changes of a channel of the body's own, with the reason. */
export function cambiarCanal(
  actuacion: Actuacion,
  canal: Canal,
  { visto = null, ...cambios }: Cambio,
  motivo: string,
): Promise<Canal> {
  const { data, organo, persona, plataforma, now } = actuacion
  const tipo: TipoEvento = cambios.activo === false ? "canal.desactivado" : "canal.cambiado"
  return data.transaction(async ({ canales, condicionesCanal, eventos }) => {
    const despues = await canales.update(canal.id, cambios)
    if (visto !== null) await condicionesCanal.registrar(canal.id, visto, now)
    await eventos.append({
      tipo,
      objeto: `canal:${canal.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: canal,
      despues: { ...despues, motivo, ...(visto === null ? {} : { condicion: visto }) },
      instante: now,
    })
    return despues
  })
}

/**
 * From now on it is registered as it is: what waited for it leaves. `visto`: as its platform tells of it now. `false`: it
 * does not wait, or somebody else confirmed it at the same moment.
 */
export function confirmarCanal(
  { data, organo, persona, plataforma, now }: Actuacion,
  canal: Canal,
  visto: LecturaDeCanal & { readonly nombre: string },
): Promise<boolean> {
  return data.transaction(async ({ condicionesCanal, directorioWriter, eventos }) => {
    await directorioWriter.exclusive()
    const antes = await condicionesCanal.de(canal.id)
    if (antes === null || antes.porConfirmarDesde === null) return false
    await condicionesCanal.registrar(canal.id, visto, now)
    await eventos.append({
      tipo: "canal.confirmado",
      objeto: `canal:${canal.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes,
      despues: visto,
      instante: now,
    })
    return true
  })
}
