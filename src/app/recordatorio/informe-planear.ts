import { informeCumplimientoCard } from "../../cards/recordatorio/informe-cumplimiento.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import {
  diaDeInforme,
  informeCumplimiento,
  informeDeHoy,
  lunesSiguiente,
  semanaIso,
} from "../../domain/recordatorio/cumplimiento.ts"
import type { DiaLaboral } from "../../domain/reglas/perfil-reglas.ts"
import { esHabil, type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { canalesDe } from "../canal/canales.ts"
import { tendenciaDelOrgano } from "../compromiso/tendencia.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { cargasDeInstituciones } from "./carga.ts"
import { diasPlaneados } from "./dia-planeado.ts"
import { politicaRecordatorios } from "./politica.ts"

/** Days that are looked back on and ahead: a week's report is not made up for after its week. */
export const SEMANA = 7
/** Calendar read ahead, in days: longer than any vacation. */
export const MARGEN = 60

/**
 * The week's report of compliance to the Secretaría Técnica: on its day, or on the next business day of that week. A
 * sub-body that speaks through the channel of the body above it stays silent while nothing is owed to it.
 */
export async function planearCumplimiento(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const politica = await politicaRecordatorios(read, organo, hoy)
  const inicio = inicioDeEnvio(politica, organo, hoy, now)
  const { informeSemanal } = politica
  if (informeSemanal === null || inicio === null) return []
  const semana = await leerCalendarios(read, organo, sumarDias(hoy, -SEMANA), sumarDias(hoy, MARGEN))
  const inhabiles = semana.organo
  const correspondia = await correspondeHoy(read, organo, hoy, informeSemanal, inhabiles)
  if (correspondia === null) return []
  const canales = await canalesDe(read, organo, "secretaria_tecnica")
  if (canales.length === 0) return []

  const [instituciones, integrantes] = await Promise.all([
    read.instituciones.all(),
    read.organos.integrantes(organo.id, hoy),
  ])
  const responsable = responsables(instituciones, hoy)
  const cargas = await cargasDeInstituciones(read, organo, hoy, inhabiles, responsable)
  const informe = informeCumplimiento({
    cargas: [...cargas.values()],
    asientos: integrantes.map(({ institucionId }) => institucionId),
    responsable,
  })
  const [primero = hoy] = informe.conPendientes.flatMap(({ vencidoDesde }) => vencidoDesde ?? []).sort()
  const calendarios = await leerCalendarios(read, organo, primero, hoy)
  const tendencia = await tendenciaDelOrgano({ read, organo, hoy })
  const porId = new Map(instituciones.map((institucion) => [institucion.id, institucion]))
  return canales
    .filter((canal) => canal.organoId === organo.id || informe.conPendientes.length > 0)
    .map((canal): PlanItem => {
      const delivery = deliveryTo(canal, {
        purpose: "recordatorio",
        subject: ["informe", organo.id, semanaIso(hoy)],
        organo,
        card: informeCumplimientoCard({
          informe,
          tendencia,
          organo,
          hoy,
          correspondia,
          instituciones: porId,
          inhabilesDe: (id) => (id === null ? calendarios.organo : calendarios.de(id)),
          conBotones: canal.organoId === organo.id,
        }),
        notBefore: inicio,
        expiresAt: instanteDe(lunesSiguiente(hoy), "00:00", organo.zona),
        why: `Informe semanal a la Secretaría Técnica, semana ${semanaIso(hoy)}: correspondía al ${fechaMedia(correspondia)}.`,
      })
      return { canal, institucion: null, delivery }
    })
}

/** The day of the report that goes out today; `null`: none does. */
export async function correspondeHoy(
  read: Pick<Repositories, "eventos">,
  organo: Organo,
  hoy: Fecha,
  dia: DiaLaboral,
  inhabiles: Inhabiles,
): Promise<Fecha | null> {
  if (diaDeInforme(hoy, dia, inhabiles) === hoy) return hoy
  const planeados = await diasPlaneados(read, organo, hoy, SEMANA)
  const ultimo = planeados.findLast((uno) => esHabil(uno, inhabiles)) ?? planeados[0] ?? null
  return informeDeHoy(hoy, dia, inhabiles, ultimo)
}
