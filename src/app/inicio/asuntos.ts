import { estaCerrado } from "../../domain/directorio/suborgano.ts"
import { type Asunto, porUrgencia, urgenciaDe } from "../../domain/inicio/asunto.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { soloVigila } from "../../domain/visibilidad/visibilidad.ts"
import { fechaMedia, plazoEntre } from "../../texts/fechas.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { sesionesVisibles } from "../sesion/consultar.ts"
import type { AsuntoHallado, Escena } from "./fuente.ts"
import { FUENTES } from "./fuentes.ts"

/** Who asks, and which commands they may use in a body: no matter is told whose button would be refused. */
export type Quien = Omit<Escena, "organo" | "hoy" | "inhabiles"> & {
  puede(command: string, organoId: string): boolean
}

/** What waits for one person, and what comes next where nothing does. */
export interface Inicio {
  /** The most urgent first, of all bodies. */
  readonly asuntos: readonly Asunto[]
  /** Of each body, the next session that the person may see. */
  readonly proximas: readonly { readonly organo: Organo; readonly sesion: Sesion }[]
}

/** Calendar read around today, in days: longer than any term that is counted here. */
const MARGEN = 120

/** All of it, in every body in which the person acts: the card, the console's first page and others ask here. */
export async function inicioDe(quien: Quien, organos: readonly Organo[]): Promise<Inicio> {
  const asuntos: Asunto[] = []
  const proximas: { organo: Organo; sesion: Sesion }[] = []
  for (const organo of organos) {
    asuntos.push(...(await asuntosDe(quien, organo)))
    const sesion = await proximaDe(quien, organo)
    if (sesion !== null) proximas.push({ organo, sesion })
  }
  return { asuntos: asuntos.sort(porUrgencia), proximas }
}

/** What waits for somebody in one body, the most urgent first. */
export async function asuntosDe(quien: Quien, organo: Organo): Promise<readonly Asunto[]> {
  const puede = (command: string) => quien.puede(command, organo.id)
  const fuentes = FUENTES.filter(({ requiere }) => puede(requiere))
  if (quien.actor.kind === "sin_vincular" || fuentes.length === 0) return []
  const hoy = fechaEnZona(quien.now, organo.zona)
  const { organo: inhabiles } = await leerCalendarios(
    quien.read,
    organo,
    sumarDias(hoy, -MARGEN),
    sumarDias(hoy, MARGEN),
  )
  const escena = { ...quien, organo, hoy, inhabiles }
  const hallados = await Promise.all(fuentes.map((fuente) => fuente.buscar(escena)))
  return hallados
    .flat()
    .filter(({ orden }) => puede(orden.command))
    .map((hallado) => completo(hallado, escena))
    .sort(porUrgencia)
}

function completo(hallado: AsuntoHallado, { organo, hoy, inhabiles: comunes }: Escena): Asunto {
  const { inhabiles = comunes, ...asunto } = hallado
  return {
    ...asunto,
    urgencia: urgenciaDe(asunto, hoy, inhabiles),
    plazo: plazoDe(hallado, hoy, inhabiles),
    organo: { clave: organo.clave, nombreCorto: organo.nombreCorto },
  }
}

function plazoDe(
  { desde, hasta, ya }: AsuntoHallado,
  hoy: Fecha,
  inhabiles: Escena["inhabiles"],
): string | null {
  if (ya === "en_curso") return null
  if (hasta !== null) return `${fechaMedia(hasta)}, ${plazoEntre(hoy, hasta, inhabiles)}`
  return desde === null ? null : `espera desde el ${fechaMedia(desde)}`
}

async function proximaDe({ read, actor, now }: Quien, organo: Organo): Promise<Sesion | null> {
  if (soloVigila(actor, organo.id)) return null
  const hoy = fechaEnZona(now, organo.zona)
  return proximaSesion(await sesionesVisibles({ read, actor, organo, hoy }), hoy)
}

/** The bodies in which somebody has something to do: those of their posts, and those whose presidencia they stand in for. */
export function organosDe(actor: Actor, organos: readonly Organo[], now: Instante): readonly Organo[] {
  if (actor.kind === "sin_vincular") return []
  const suyos = new Set(actor.designaciones.map(({ organoId }) => organoId))
  for (const id of actor.suplePresidencia ?? []) suyos.add(id)
  return organos.filter(
    (organo) => suyos.has(organo.id) && !estaCerrado(organo, fechaEnZona(now, organo.zona)),
  )
}
