import type { AcuerdoConSesion } from "../../cards/acuerdo/lista.ts"
import type { VistaCompromiso } from "../../cards/compromiso/lista.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import { esDelOrgano, veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import { estaPendiente, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { vistasCompromiso } from "../compromiso/listar.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { acuerdosVisibles } from "./listar.ts"

export type AcuerdoEncontrado =
  | {
      readonly kind: "uno"
      readonly encontrado: AcuerdoConSesion
      /** Its commitments by urgency; `null`: not for the asker. */
      readonly compromisos: readonly VistaCompromiso[] | null
      /** How the body voted it, or its item; none for who is not of the body. */
      readonly votaciones: readonly VotacionDeSesion[]
    }
  | { readonly kind: "varios"; readonly claves: readonly string[]; readonly demo: boolean }
  | { readonly kind: "ninguno"; readonly parecidas: readonly string[]; readonly demo: boolean }

/** Finds by a loosely typed clave among the acuerdos that the asker may see: the others do not exist for them. */
export async function verAcuerdo(consulta: ConsultaPersonal, texto: string): Promise<AcuerdoEncontrado> {
  const { read, actor, organo } = consulta
  const visible = await acuerdosVisibles(consulta)
  const found = buscarPorClave(
    texto,
    visible.map((row) => ({ clave: row.acuerdo.clave, row })),
  )
  if (found.kind === "una") {
    const { row } = found.item
    const votaciones = esDelOrgano(actor, organo.id) ? await votacionesDe(read, row.acuerdo) : []
    if (!veCompromiso(actor, organo.id))
      return { kind: "uno", encontrado: row, compromisos: null, votaciones }
    const [rows, instituciones] = await Promise.all([
      read.compromisos.list({ acuerdoId: row.acuerdo.id }),
      read.instituciones.all(),
    ])
    const compromisos = await vistasCompromiso(consulta, rows, instituciones)
    return { kind: "uno", encontrado: row, compromisos, votaciones }
  }
  const items = found.kind === "varias" ? found.items : found.parecidas
  const claves = items.map(({ clave }) => clave)
  const demo = items.some(({ row }) => row.acuerdo.origen === "demo")
  return found.kind === "varias"
    ? { kind: "varios", claves, demo }
    : { kind: "ninguno", parecidas: claves, demo }
}

/** The closed or annulled votes on it; without any, those on its item that named no other agreement. */
async function votacionesDe(
  read: Repositories,
  { id, sesionId, puntoId }: Acuerdo,
): Promise<readonly VotacionDeSesion[]> {
  const cerradas = (await read.votaciones.list(sesionId)).filter((una) => !estaPendiente(una))
  const propias = cerradas.filter(({ acuerdoId }) => acuerdoId === id)
  if (propias.length > 0 || puntoId === null) return propias
  return cerradas.filter((una) => una.acuerdoId === null && una.puntoId === puntoId)
}
