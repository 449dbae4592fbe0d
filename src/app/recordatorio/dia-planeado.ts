import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/**
 * Which days of a body were planned, on the append-only log: after the bot was off, what was missed since is made up
 * for. Written in the transaction that enqueues, so that a day counts as planned only if its messages exist.
 */
const TIPO = "recordatorios.planeados"

function objeto(organo: Organo): string {
  return `organo:${organo.id}:recordatorios`
}

function dia(evento: Evento): Fecha | null {
  const { despues } = evento
  if (typeof despues !== "object" || despues === null || !("fecha" in despues)) return null
  return typeof despues.fecha === "string" ? despues.fecha : null
}

async function dias(read: Pick<Repositories, "eventos">, organo: Organo): Promise<readonly Fecha[]> {
  const eventos = await read.eventos.byObjeto(objeto(organo))
  return eventos.map(dia).filter((fecha) => fecha !== null)
}

/** Planned days before `hoy`, in order: the last one and those of the `atras` days before it. */
export async function diasPlaneados(
  read: Pick<Repositories, "eventos">,
  organo: Organo,
  hoy: Fecha,
  atras: number,
): Promise<readonly Fecha[]> {
  const antes = (await dias(read, organo)).filter((fecha) => fecha < hoy).sort()
  const ultimo = antes.at(-1)
  return ultimo === undefined ? [] : antes.filter((fecha) => fecha >= sumarDias(ultimo, -atras))
}

/** Whether today was planned before: by an earlier tick or by another process. */
export async function diaPlaneado(
  read: Pick<Repositories, "eventos">,
  organo: Organo,
  hoy: Fecha,
): Promise<boolean> {
  return (await dias(read, organo)).includes(hoy)
}

/**
 * Since when today's messages may have left without these data knowing: the backup from which they came back. `null`:
 * they did not, or a day before today was planned since, and with it what had to be made up for.
 */
export async function enviosEnDudaDesde(
  read: Pick<Repositories, "eventos" | "deliveries">,
  organo: Organo,
  hoy: Fecha,
): Promise<Instante | null> {
  const restored = await read.deliveries.restored()
  if (restored === null) return null
  const eventos = await read.eventos.byObjeto(objeto(organo))
  const planeado = eventos.some(
    (evento) => msEntre(restored.at, evento.instante) > 0 && (dia(evento) ?? hoy) < hoy,
  )
  return planeado ? null : restored.since
}

/** Records `hoy` as planned, once. */
export async function marcarDiaPlaneado(
  repositories: Pick<Repositories, "eventos">,
  organo: Organo,
  hoy: Fecha,
  now: Instante,
): Promise<void> {
  if (await diaPlaneado(repositories, organo, hoy)) return
  await repositories.eventos.append({
    tipo: TIPO,
    objeto: objeto(organo),
    organoId: organo.id,
    personaId: null,
    plataforma: "sistema",
    antes: null,
    despues: { fecha: hoy },
    instante: now,
  })
}
