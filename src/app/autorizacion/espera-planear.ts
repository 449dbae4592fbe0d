import { resueltaCard } from "../../cards/autorizacion/respuesta.ts"
import { solicitudCard } from "../../cards/autorizacion/solicitud.ts"
import type { AutorizacionVista } from "../../cards/autorizacion/vista.ts"
import { esHabil, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { canalesDe } from "../canal/canales.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"
import { autorizacionesEnEspera, destinosDePresidencia } from "./leer.ts"
import { modeloSolicitud } from "./solicitud-revision.ts"

/**
 * Once each business day, to the presidencia: what waits for it since an earlier day. What no longer holds is asked of
 * nobody, and the Secretaría Técnica is told of that, once.
 */
export async function planearAutorizaciones(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  if ((await read.autorizaciones.abiertas(organo.id)).length === 0) return []
  const { organo: inhabiles } = await leerCalendarios(read, organo, hoy, hoy)
  const inicio = inicioDeEnvio(await politicaRecordatorios(read, organo, hoy), organo, hoy, now)
  if (inicio === null || !esHabil(hoy, inhabiles)) return []
  const { canales, reservados } = await destinosDePresidencia(read, organo, hoy)
  const secretaria = await canalesDe(read, organo, "secretaria_tecnica")
  const cuando = { organo, hoy, inicio }
  const items: PlanItem[] = []
  for (const vista of await autorizacionesEnEspera({ read, organo, hoy })) {
    if (fechaEnZona(vista.autorizacion.solicitadaEn, organo.zona) >= hoy) continue
    items.push(
      ...(vista.saldria === null
        ? secretaria.map((canal) => sinEfecto(canal, vista, cuando))
        : canales.map((canal) => recordatorio(canal, vista, reservados, cuando))),
    )
  }
  return items
}

interface Cuando {
  readonly organo: Organo
  readonly hoy: Fecha
  readonly inicio: Instante
}

function recordatorio(
  canal: Canal,
  vista: AutorizacionVista,
  reservado: boolean,
  { organo, hoy, inicio }: Cuando,
): PlanItem {
  const { sesion, autorizacion } = vista
  const como = { reservado, recordatorio: true }
  const delivery = deliveryTo(canal, {
    purpose: "recordatorio",
    subject: ["autorizacion", autorizacion.id, hoy],
    organo,
    card: solicitudCard(vista, como),
    notBefore: inicio,
    expiresAt: instanteDe(sumarDias(hoy, 1), "00:00", organo.zona),
    why: `Lo que saldría de ${sesion.clave} espera la autorización de la Presidencia; se recuerda cada día hábil.`,
    ...modeloSolicitud(sesion, autorizacion, como),
  })
  return { canal, institucion: null, delivery }
}

function sinEfecto(canal: Canal, vista: AutorizacionVista, { organo, inicio }: Cuando): PlanItem {
  const { sesion, autorizacion } = vista
  const delivery = deliveryTo(canal, {
    purpose: "aviso",
    subject: ["autorizacion-sin-efecto", autorizacion.id],
    organo,
    card: resueltaCard({ ...vista, autorizacion: { ...autorizacion, estado: "sin_efecto" } }),
    notBefore: inicio,
    expiresAt: null,
    why: `Lo que se pidió autorizar de ${sesion.clave} cambió antes de que la Presidencia respondiera.`,
  })
  return { canal, institucion: null, delivery }
}
