import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Actuacion } from "../actuacion.ts"
import { huellaDe, nuevoSecreto } from "./secreto.ts"

/** An institution's IT has to find somebody who may install applications. */
const VALE_MS = 7 * 24 * 60 * 60_000

/** A link for one institution: good once, and for a week. Its code is given back this one time. */
export function invitar(
  { data, organo, persona, plataforma, now }: Actuacion,
  institucion: Institucion,
  adapter: AdapterId,
): Promise<{ readonly codigo: string; readonly venceEn: Instante }> {
  const codigo = nuevoSecreto()
  const venceEn = sumarMs(now, VALE_MS)
  return data.transaction(async ({ conexiones, eventos }) => {
    await conexiones.invite(
      {
        adapter,
        institucionId: institucion.id,
        organoId: organo.id,
        personaId: persona.id,
        venceEn,
        codigo: huellaDe(codigo),
      },
      now,
    )
    await eventos.append({
      tipo: "conexion.invitada",
      objeto: `institucion:${institucion.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: null,
      despues: { adapter, venceEn },
      instante: now,
    })
    return { codigo, venceEn }
  })
}
