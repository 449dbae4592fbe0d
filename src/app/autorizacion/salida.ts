import { esTardia } from "../../cards/convocatoria/borrador.ts"
import { antesDeLaEspera } from "../../domain/convocatoria/segunda.ts"
import type { Autorizacion, ObjetoAutorizacion } from "../../domain/tipos/autorizacion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { type ActoConvocatoria, cambiar } from "../convocatoria/cambiar.ts"
import { convocar, prepararConvocatoria } from "../convocatoria/convocar.ts"
import { esperaSegunda, segundaVez } from "../convocatoria/segunda.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"

/** The session changed while it was being answered: nothing of it was done. */
export class CambioMeanwhile extends Error {}

/** Takes a cancellation back and tells the institutions `texto`. `false`: the session is no longer as it was. */
export type DeshacerCancelacion = (
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  pedido: { readonly texto: string; readonly solicitanteId: string },
) => Promise<boolean>

/** A cancelled session is not rectified: what waits is that it is held after all. */
const esDeshacer = ({ estado }: Sesion, { objeto }: Autorizacion): boolean =>
  objeto === "rectificacion" && estado === "cancelada"

const ACTO: Partial<Readonly<Record<ObjetoAutorizacion, ActoConvocatoria>>> = {
  rectificacion: "rectificar",
  diferimiento: "diferir",
  cancelacion: "cancelar",
}

/** Whether it may still leave by the body's rule of notice, as of now: what was in time when it was asked may not be. */
export async function hayTiempo(
  read: Repositories,
  { organo, hoy, now }: Actuacion,
  sesion: Sesion,
  autorizacion: Autorizacion,
): Promise<boolean> {
  const { objeto, pedido } = autorizacion
  // On a day that has gone by it is not held.
  if (esDeshacer(sesion, autorizacion)) return sesion.fecha === null || sesion.fecha >= hoy
  const consulta = { read, organo, hoy, now }
  if (objeto === "convocatoria") {
    const preparada = await prepararConvocatoria(consulta, sesion)
    return preparada.kind === "borrador" && (pedido.motivo !== null || !esTardia(preparada.borrador))
  }
  if (objeto !== "segunda_convocatoria") return true
  const { segundaConvocatoria: regla } = await reglasDeSesion(consulta, sesion)
  return !antesDeLaEspera(cuandoDe(pedido), await esperaSegunda(read, organo, now, regla))
}

/** Sends what was authorised, in the transaction that put the authorisation on record. The comunicado leaves by hand. */
export async function ejecutar(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  autorizacion: Autorizacion,
  deshacer: DeshacerCancelacion,
): Promise<void> {
  const { objeto, pedido, solicitanteId } = autorizacion
  if (objeto === "comunicado") return
  const hecho = await enviar()
  if (!hecho) throw new CambioMeanwhile()

  async function enviar(): Promise<boolean> {
    const { motivo, cambios } = pedido
    if (objeto === "convocatoria") {
      const { organo, hoy, now } = actuacion
      const preparada = await prepararConvocatoria({ read: repositories, organo, hoy, now }, sesion)
      if (preparada.kind !== "borrador") return false
      const enviada = await convocar(repositories, actuacion, preparada.borrador, { motivo, solicitanteId })
      return enviada.kind === "enviada"
    }
    if (objeto === "segunda_convocatoria") {
      const segunda = await segundaVez(repositories, actuacion, sesion, cuandoDe(pedido), solicitanteId)
      return segunda.kind === "convocada"
    }
    if (esDeshacer(sesion, autorizacion))
      return deshacer(repositories, actuacion, sesion, { texto: motivo ?? "", solicitanteId })
    const acto = ACTO[objeto]
    if (acto === undefined) return false
    const pedida = { cambios: cambios ?? {}, motivo: motivo ?? "", solicitanteId }
    return (await cambiar(repositories, actuacion, acto, sesion, pedida)).kind === "hecho"
  }
}

function cuandoDe({ cambios }: Autorizacion["pedido"]) {
  const { fecha, hora } = cambios ?? {}
  if (!fecha) throw new Error("a second call without its day was asked for")
  return { fecha, hora: hora ?? null }
}
