import { inhabilesAvisoCard, resumenAviso } from "../../cards/regla/inhabiles.ts"
import type { DiaInhabil } from "../../domain/tipos/tiempo.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarSecretaria } from "../canal/avisar-secretaria.ts"
import { atOnce } from "../mensaje/delivery.ts"
import { filasQueCambian, type PedidoInhabiles } from "./inhabiles.ts"

/**
 * Records days off, or takes them out, and says which changed. Whoever does it for an institution of their own tells the
 * Secretaría Técnica, for terms are counted by them.
 */
export function registrarInhabiles(
  actuacion: Actuacion,
  pedido: PedidoInhabiles,
  { avisa }: { readonly avisa: boolean },
): Promise<readonly DiaInhabil[]> {
  const { data, organo, persona, plataforma, now } = actuacion
  const { acto, institucion } = pedido
  return data.transaction(async (repositories) => {
    const filas = await filasQueCambian(repositories, organo, pedido)
    if (filas.length === 0) return []
    await (acto === "agregar" ? repositories.inhabiles.add(filas) : repositories.inhabiles.remove(filas))
    await repositories.eventos.append({
      tipo: acto === "agregar" ? "inhabiles.agregados" : "inhabiles.quitados",
      objeto: institucion === null ? `organo:${organo.id}` : `institucion:${institucion.id}`,
      organoId: organo.id,
      personaId: persona.id,
      plataforma,
      antes: acto === "quitar" ? { dias: filas, motivo: pedido.motivo, fuente: pedido.fuente } : null,
      despues: acto === "agregar" ? { dias: filas } : null,
      instante: now,
    })
    if (avisa && institucion !== null) {
      const dias = filas.map(({ fecha }) => fecha)
      const card = inhabilesAvisoCard({ organo, persona, institucion, acto, dias, motivo: pedido.motivo })
      await avisarSecretaria(
        repositories,
        actuacion,
        {
          purpose: "aviso",
          subject: ["inhabiles", institucion.id, acto, ...dias.slice(0, 1), now],
          organo,
          card,
          ...atOnce(now),
          why: `${institucion.siglas} ${acto === "agregar" ? "registró" : "quitó"} días inhábiles propios.`,
        },
        {
          clase: "inhabiles",
          texto: resumenAviso(institucion, acto, dias),
          accion: null,
          origen: institucion.origen,
        },
        institucion,
      )
    }
    return filas
  })
}
