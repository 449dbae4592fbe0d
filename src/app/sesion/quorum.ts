import { type EntradaQuorum, evaluarQuorum, type Quorum } from "../../domain/desahogo/quorum.ts"
import type { ReglasSesion } from "../../domain/reglas/reglas-sesion.ts"
import type { RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Consulta } from "../consulta.ts"
import { reglasDeSesion } from "./reglas.ts"

/** Whether those who are in the room are a quórum by the body's rule. `null`: nobody was called. Only reads. */
export async function quorumDe(consulta: Consulta, sesion: Sesion): Promise<Quorum | null> {
  const { read } = consulta
  const [integrantes, registros, instituciones, reglas] = await Promise.all([
    read.sesiones.integrantes(sesion.id),
    read.asistencias.registros(sesion.id, sesion.llamado),
    read.instituciones.all(),
    reglasDeSesion(consulta, sesion),
  ])
  if (integrantes.length === 0) return null
  return quorumConLeido(sesion, { integrantes, registros, instituciones, reglas })
}

/** The same, of what was read already. */
export function quorumConLeido(
  { llamado }: Pick<Sesion, "llamado">,
  { integrantes, registros, instituciones, reglas }: Leido,
): Quorum {
  const enSala = registros.filter(({ salida }) => salida === null)
  return evaluarQuorum({
    regla: reglas.quorum,
    integrantes,
    presentes: new Set(enSala.map(({ institucionId }) => institucionId)),
    segunda: llamado === 2 ? reglas.segundaConvocatoria : null,
    instituciones,
  })
}

interface Leido extends Pick<EntradaQuorum, "integrantes" | "instituciones"> {
  readonly registros: readonly Pick<RegistroAsistencia, "institucionId" | "salida">[]
  readonly reglas: ReglasSesion
}
