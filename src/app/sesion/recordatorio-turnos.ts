import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import {
  momentoPrevio,
  type PeldanoSesion,
  peldanoDeHoy,
  previoBasta,
  tocaPlanearPrevio,
} from "../../domain/sesion/recordatorio.ts"
import { instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Calendarios } from "../inhabil/calendarios.ts"
import { finDeSesion, type SesionFechada } from "./por-venir.ts"

/** What a session asks for today in an institution's channels. */
export type TurnoSesion = {
  readonly notBefore: Instante
  readonly expiresAt: Instante
  /** With the session's date, so that one that is moved is reminded of again. */
  readonly ocurrencia: readonly string[]
} & (
  | { readonly kind: "dia"; readonly peldano: PeldanoSesion }
  | { readonly kind: "previo"; readonly horas: number; readonly momento: Instante }
)

export interface DiaDeSesion {
  readonly organo: Organo
  readonly politica: PoliticaRecordatorios
  readonly hoy: Fecha
  readonly now: Instante
  /** When today's messages may start to go out. */
  readonly inicio: Instante
  readonly calendarios: Calendarios
}

/** At most a day's reminder and the one shortly before the session. */
export function turnosDe(
  dia: DiaDeSesion,
  sesion: SesionFechada,
  institucionId: string,
): readonly TurnoSesion[] {
  const { organo, politica, hoy, calendarios } = dia
  const propios = calendarios.de(institucionId)
  const momento = momentoPrevio(sesion, politica.sesiones.horasAntes, organo.zona)
  const previo = momento !== null && tocaPlanearPrevio(hoy, momento, organo.zona, propios) ? momento : null
  const deDia = turnoDeDia(dia, sesion, institucionId)
  return [
    ...(deDia && !(previo !== null && sobra(dia, sesion, previo)) ? [deDia] : []),
    ...(previo === null ? [] : [turnoPrevio(dia, sesion, previo)]),
  ]
}

/** Of the two messages of one morning the one shortly before the session is kept: it comes when it is most needed. */
function sobra(
  { organo, politica, hoy, now }: DiaDeSesion,
  { fecha }: SesionFechada,
  previo: Instante,
): boolean {
  if (hoy !== fecha) return false
  const manana = instanteDe(hoy, politica.horario.desde, organo.zona)
  return previoBasta(previo, manana) || msEntre(previo, now) >= 0
}

function turnoDeDia(
  { organo, politica, hoy, inicio, calendarios }: DiaDeSesion,
  sesion: SesionFechada,
  institucionId: string,
): TurnoSesion | null {
  const { fecha } = sesion
  const found = peldanoDeHoy(hoy, {
    fecha,
    politica: politica.sesiones,
    inhabiles: calendarios.organo,
    propios: calendarios.de(institucionId),
  })
  if (found === null) return null
  const { peldano, siguiente } = found
  return {
    kind: "dia",
    peldano,
    notBefore: inicio,
    expiresAt: siguiente ? instanteDe(siguiente.envio, "00:00", organo.zona) : finDeSesion(sesion, organo),
    ocurrencia: [fecha, `T-${peldano.dias}`],
  }
}

function turnoPrevio(
  { organo, politica }: DiaDeSesion,
  sesion: SesionFechada,
  momento: Instante,
): TurnoSesion {
  return {
    kind: "previo",
    horas: politica.sesiones.horasAntes ?? 0,
    momento,
    notBefore: momento,
    expiresAt: finDeSesion(sesion, organo),
    ocurrencia: [sesion.fecha, sesion.hora ?? "", "previo"],
  }
}
