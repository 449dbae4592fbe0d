import type { PeldanoConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import { finDelLimite, type LimiteEnvio } from "../../domain/convocatoria/limite-envio.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { sinConvocatoria } from "../../domain/visibilidad/fue-convocada.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import { canalesDe } from "../canal/canales.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { finDeSesion, type SesionFechada, sesionesPorVenir, yaEmpezo } from "../sesion/por-venir.ts"
import {
  type AvisoConvocatoria,
  avisoConvocatoria,
  type EscenaConvocatoria,
  leerEscenaConvocatoria,
  modeloConvocatoria,
} from "./limite-revision.ts"

/**
 * Warnings to the Secretaría Técnica of convocatorias that are not sent yet: before the last safe day, and once after
 * it. One whose day passed without it is made up for until the next one is due.
 */
export async function planearConvocatorias(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const sesiones = (await sesionesPorVenir(read, organo, hoy)).filter(
    (sesion) => sinConvocatoria(sesion) && !yaEmpezo(sesion, organo, now),
  )
  if (sesiones.length === 0) return []
  const canales = await canalesDe(read, organo, "secretaria_tecnica")
  if (canales.length === 0) return []
  const escena = await leerEscenaConvocatoria(read, organo, now, sesiones)
  const inicio = inicioDeEnvio(escena.perfil.recordatorios, organo, hoy, now)
  if (inicio === null) return []
  const items: PlanItem[] = []
  for (const sesion of sesiones) {
    for (const canal of canales) {
      const aviso = avisoConvocatoria(escena, sesion, canal.organoId === organo.id)
      if (aviso === null) continue
      const item = planItem(escena, inicio, sesion, canal, aviso)
      const deHoy = aviso.peldano.envio === hoy
      if (deHoy || (await read.deliveries.byKey(item.delivery.key)) === null) items.push(item)
    }
  }
  return items
}

function planItem(
  { organo }: EscenaConvocatoria,
  notBefore: Instante,
  sesion: SesionFechada,
  canal: Canal,
  { peldano, siguiente, limite, card }: AvisoConvocatoria,
): PlanItem {
  const hasta = [limite.dia, ...(limite.hora === null ? [] : [limite.hora])]
  const ocurrencia = [sesion.fecha, ...hasta, peldano.kind === "vencida" ? "vencida" : `${peldano.dias}`]
  const delivery = deliveryTo(canal, {
    purpose: "recordatorio",
    subject: ["convocatoria", organo.id, sesion.id, ...ocurrencia],
    organo,
    card,
    notBefore,
    expiresAt: siguiente === null ? finDeSesion(sesion, organo) : hastaCuando(siguiente, organo),
    why: porque(sesion, peldano, limite),
    ...modeloConvocatoria(sesion, canal.organoId === organo.id),
  })
  return { canal, institucion: null, delivery }
}

/** A warning holds until the day of the next one; the last one, until the limit itself. */
const hastaCuando = (siguiente: Fecha | LimiteEnvio, { zona }: Organo): Instante =>
  typeof siguiente === "string" ? instanteDe(siguiente, "00:00", zona) : finDelLimite(siguiente, zona)

/** "Convocatoria de SO-22 sin enviar: 3 días hábiles antes del último día seguro (13 de marzo de 2024)." */
function porque({ clave }: Sesion, peldano: PeldanoConvocatoria, { dia: ultimo, hora }: LimiteEnvio): string {
  const dia =
    hora === null
      ? `último día seguro (${fechaMedia(ultimo)})`
      : `último momento seguro (${fechaMedia(ultimo)}, ${hora} horas)`
  if (peldano.kind === "vencida") return `Convocatoria de ${clave} sin enviar: pasó el ${dia}.`
  const antes =
    peldano.dias === 0 ? "llega el" : `${plural(peldano.dias, "día hábil", "días hábiles")} antes del`
  return `Convocatoria de ${clave} sin enviar: ${antes} ${dia}.`
}
