import { subOrganos } from "../../domain/directorio/suborgano.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { canalesActivos } from "../canal/canales.ts"
import { asentar, enDirectorio, type Hecho, hecho, type Registro, reparo } from "../directorio/registro.ts"

/** What keeps a body from being closed. */
export interface PorConcluir {
  readonly sesiones: readonly Sesion[]
  readonly compromisos: readonly Compromiso[]
  readonly organos: readonly Organo[]
}

const POR_CELEBRAR: readonly EstadoSesion[] = ["programada", "convocada", "diferida", "instalada", "receso"]

type Lectura = Pick<Repositories, "sesiones" | "compromisos" | "organos">

/** Sessions to be held, commitments that are owed and bodies below it that go on. */
export async function porConcluir(read: Lectura, organo: Organo, hoy: Fecha): Promise<PorConcluir> {
  const { id } = organo
  const owed = await read.compromisos.list({
    organoId: id,
    estados: ["pendiente", "en_proceso", "en_validacion"],
  })
  return {
    sesiones: (await read.sesiones.list(id)).filter(({ estado }) => POR_CELEBRAR.includes(estado)),
    compromisos: owed.map(({ compromiso }) => compromiso),
    organos: subOrganos(organo, await read.organos.all(), hoy),
  }
}

export const nadaPorConcluir = ({ sesiones, compromisos, organos }: PorConcluir): boolean =>
  sesiones.length + compromisos.length + organos.length === 0

type Cierre =
  | Hecho<{ readonly organo: Organo; readonly canales: readonly Canal[] }>
  | { readonly kind: "por_concluir"; readonly que: PorConcluir }

/** Its last day, and the end of its channels. What it did stays on record, to be read by whoever could read it. */
export function cerrarOrgano(
  { data, persona, plataforma, now, hoy }: Actuacion,
  organo: Organo,
  { fecha, motivo }: { readonly fecha: Fecha; readonly motivo: string },
): Promise<Cierre> {
  const autor = { persona, organoId: organo.id, plataforma, now }
  return enDirectorio<Cierre>(data, autor, async (registro) => {
    if (fecha > hoy) return reparo({ campo: "hasta", kind: "futura" })
    const que = await porConcluir(registro.repositories, organo, hoy)
    if (!nadaPorConcluir(que)) return { kind: "por_concluir", que }
    const canales = await canalesActivos(registro.repositories, organo)
    for (const canal of canales) await desactivar(registro, canal, motivo)
    const cerrado = { ...organo, cerradoEl: fecha }
    await registro.repositories.directorioWriter.updateOrgano(organo.id, { cerradoEl: fecha })
    await asentar(registro, {
      tipo: "organo.cerrado",
      objeto: `organo:${organo.id}`,
      antes: organo,
      despues: { ...cerrado, motivo },
    })
    return hecho({ organo: cerrado, canales })
  })
}

async function desactivar(
  { repositories: { canales, eventos }, persona, organoId, plataforma, now }: Registro,
  canal: Canal,
  motivo: string,
): Promise<void> {
  const despues = await canales.update(canal.id, { activo: false })
  await eventos.append({
    tipo: "canal.desactivado",
    objeto: `canal:${canal.id}`,
    organoId,
    personaId: persona?.id ?? null,
    plataforma,
    antes: canal,
    despues: { ...despues, motivo },
    instante: now,
  })
}
