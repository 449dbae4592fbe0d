import { MINUTOS_SIN_TERMINO } from "../../cards/calendario/entrada.ts"
import { eventoDeSesion } from "../../cards/calendario/evento.ts"
import { instanteDe, msEntre, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { nivelDeSesion } from "../../domain/visibilidad/nivel.ts"
import type { EventoAgendado } from "../../ports/chat-adapter.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Lectura = Pick<Repositories, "condicionesCanal">

/**
 * Whether a session may stand in the calendar of a channel's workspace, which everybody in it reads: what is public may,
 * and what is for the members where everybody reads the channel too. What is internal never.
 */
export async function seMuestraEn(read: Lectura, sesion: Sesion, canal: Canal): Promise<boolean> {
  const nivel = nivelDeSesion(sesion)
  if (nivel === "interna") return false
  return nivel === "publica" || (await read.condicionesCanal.de(canal.id))?.publico === true
}

/** One channel, of those by which it is told, of each workspace in whose calendar it may stand. */
export async function dondeSeMuestra(
  read: Lectura,
  sesion: Sesion,
  canales: readonly Canal[],
): Promise<readonly Canal[]> {
  const donde: Canal[] = []
  for (const canal of canales) if (await seMuestraEn(read, sesion, canal)) donde.push(canal)
  return porEspacio(donde)
}

type Lugar = Pick<Canal, "adapter" | "workspace">

export const delMismo = (a: Lugar, b: Lugar) => a.adapter === b.adapter && a.workspace === b.workspace

export const porEspacio = <T extends Lugar>(lugares: readonly T[]): readonly T[] =>
  lugares.filter((lugar, i) => lugares.findIndex((otro) => delMismo(otro, lugar)) === i)

/**
 * How a session stands in the calendar: `null`, it is not held on a day and hour that anybody was called for.
 * `ya_comenzo`: what is there stays as it is.
 */
export function enLaAgenda(
  sesion: Sesion,
  organo: Organo,
  now: Instante,
): EventoAgendado | null | "ya_comenzo" {
  const { estado, fecha, hora, horaFin } = sesion
  if (estado === "programada" || estado === "cancelada") return null
  if (fecha === null || hora === null) return null
  const inicio = instanteDe(fecha, hora, organo.zona)
  if ((estado !== "convocada" && estado !== "diferida") || msEntre(now, inicio) <= 0) return "ya_comenzo"
  // An end that is not after the beginning is of another day, and nobody recorded which.
  const consta = horaFin !== null && horaFin > hora
  const fin = consta ? instanteDe(fecha, horaFin, organo.zona) : sumarMs(inicio, MINUTOS_SIN_TERMINO * 60_000)
  return { ...eventoDeSesion(organo, sesion, consta), inicio, fin }
}
