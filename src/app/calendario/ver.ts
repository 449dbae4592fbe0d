import type { CalendarioMes, MotivoInhabil } from "../../cards/calendario/calendario.ts"
import {
  inhabilesBase,
  observaBase,
  REGIMENES_LEGALES,
  regimenDe,
  regimenPrudente,
} from "../../domain/tiempo/calendario-base.ts"
import { diasDelMes, type Mes } from "../../domain/tiempo/mes.ts"
import { esHabil } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { DiaInhabil, Fecha } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { conduce, institucionesDe, veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"

export interface ConsultaCalendario {
  readonly read: Repositories
  readonly actor: Actor
  readonly organo: Organo
}

/**
 * A month of the body's business calendar: the days of its legal calendar by rule, the body's own, and those of the asker's
 * institutions (who conducts the body sees every institution's).
 */
export async function verCalendario(
  { read, actor, organo }: ConsultaCalendario,
  mes: Mes,
): Promise<CalendarioMes> {
  const dias = diasDelMes(mes)
  const [desde, hasta] = [dias[0] ?? "", dias.at(-1) ?? ""]
  const [rows, cuerpos, instituciones, calendarios, sesiones] = await Promise.all([
    read.inhabiles.allBetween(desde, hasta),
    read.organos.conDiasDe(organo.id),
    read.instituciones.all(),
    leerCalendarios(read, organo, desde, hasta),
    read.sesiones.list(organo.id),
  ])
  const enMes = (fecha: Fecha | null) => fecha !== null && fecha >= desde && fecha <= hasta
  const base = inhabilesBase(mes.anio, regimenDe(organo)).filter(({ fecha }) => enMes(fecha))
  const registrados = rows
    .filter((row) => row.organoId === null || cuerpos.includes(row.organoId))
    .filter(({ ambito }) => ambito !== "base" || observaBase(organo))
  const suyas = institucionesVisibles(actor, organo, instituciones)
  const laborable = (fecha: Fecha) => esHabil(fecha, new Set())
  const prudentes = inhabilesBase(mes.anio, regimenPrudente(organo)).map(({ fecha }) => fecha)
  const discrepan = prudentes.filter((fecha) => enMes(fecha) && esHabil(fecha, calendarios.organo)).sort()
  return {
    mes,
    inhabiles: [...base, ...registrados]
      .filter(
        (dia) => laborable(dia.fecha) && (dia.ambito !== "institucion" || suyas.has(dia.institucionId ?? "")),
      )
      .map((dia) => motivoDe(dia, suyas))
      .filter(unico)
      .sort((a, b) => a.fecha.localeCompare(b.fecha) || (a.siglas ?? "").localeCompare(b.siglas ?? "", "es")),
    habiles: dias.filter((dia) => esHabil(dia, calendarios.organo)).length,
    discrepan: discrepan.map((fecha) => ({ fecha, en: regimenesCon(fecha) })),
    sesiones: sesiones.filter((sesion) => enMes(sesion.fecha) && veSesion(actor, sesion)),
  }
}

/** In which statutory calendars it is a day off. */
const regimenesCon = (fecha: Fecha) =>
  REGIMENES_LEGALES.filter((cual) =>
    inhabilesBase(Number(fecha.slice(0, 4)), cual).some((dia) => dia.fecha === fecha),
  )

function institucionesVisibles(
  actor: Actor,
  organo: Organo,
  instituciones: readonly Institucion[],
): ReadonlyMap<string, string> {
  const todas = conduce(actor, organo.id)
  const propias = new Set(institucionesDe(actor, organo.id))
  return new Map(
    instituciones.filter(({ id }) => todas || propias.has(id)).map(({ id, siglas }) => [id, siglas]),
  )
}

function motivoDe(dia: DiaInhabil, siglas: ReadonlyMap<string, string>): MotivoInhabil {
  const { fecha, motivo, ambito, porAcuerdo, institucionId, fuente } = dia
  return { fecha, motivo, ambito, porAcuerdo, fuente, siglas: siglas.get(institucionId ?? "") ?? null }
}

/** A day may hold by rule and be recorded as well. */
function unico(dia: MotivoInhabil, i: number, todos: readonly MotivoInhabil[]): boolean {
  const same = (otro: MotivoInhabil) =>
    otro.fecha === dia.fecha && otro.ambito === dia.ambito && otro.siglas === dia.siglas
  return todos.findIndex(same) === i
}
