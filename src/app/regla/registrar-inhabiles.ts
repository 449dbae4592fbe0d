import { inhabilesAvisoCard, inhabilesDeFueraCard, resumenAviso } from "../../cards/regla/inhabiles.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { DiaInhabil } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarSecretaria, canalesDeSecretaria } from "../canal/avisar-secretaria.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { filasQueCambian, otrosConAsiento, type PedidoInhabiles } from "./inhabiles.ts"

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
    await avisarALosDemas(repositories, actuacion, pedido, filas)
    return filas
  })
}

/** Terms of the other bodies in which the institution sits are counted by them too: each Secretaría Técnica is told. */
async function avisarALosDemas(
  repositories: Repositories,
  { organo, now }: Actuacion,
  { acto, institucion, motivo }: PedidoInhabiles,
  filas: readonly DiaInhabil[],
): Promise<void> {
  if (institucion === null) return
  const dias = filas.map(({ fecha }) => fecha)
  for (const otro of await otrosConAsiento(repositories, organo, institucion, now)) {
    const canales = await canalesDeSecretaria(repositories, otro, fechaEnZona(now, otro.zona))
    const avisos = canales.map((canal) =>
      deliveryTo(canal, {
        purpose: "aviso",
        subject: ["inhabiles-de-fuera", institucion.id, otro.id, acto, ...dias.slice(0, 1), now],
        organo: otro,
        card: inhabilesDeFueraCard({ organo: otro, institucion, acto, dias, motivo }),
        ...atOnce(now),
        why: `Cambiaron los días inhábiles propios de ${institucion.siglas}.`,
      }),
    )
    await enqueue(repositories, avisos, now)
  }
}
