import type { QuorumPrevisto, RenglonAsistencia } from "../../cards/convocatoria/asistencia.ts"
import { pronosticarQuorum } from "../../domain/convocatoria/pronostico-quorum.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { porSiglas } from "../canal/destinos.ts"
import type { Consulta } from "../consulta.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"

/** Who said that they will come, and whether that would be a quórum. Before the call there is nothing to say. */
export async function quorumPrevisto(consulta: Consulta, sesion: Sesion): Promise<QuorumPrevisto | null> {
  const { read } = consulta
  const [integrantes, confirmaciones, instituciones, reglas] = await Promise.all([
    read.sesiones.integrantes(sesion.id),
    read.convocatorias.confirmaciones(sesion.id),
    read.instituciones.all(),
    reglasDeSesion(consulta, sesion),
  ])
  if (integrantes.length === 0) return null
  const segunda = sesion.llamado === 2 ? reglas.segundaConvocatoria : null
  const regla = reglas.quorum
  const pronostico = pronosticarQuorum({ regla, segunda, integrantes, confirmaciones, instituciones })
  const renglones = integrantes.flatMap(({ institucionId, conVoto, rol }): readonly RenglonAsistencia[] => {
    const institucion = instituciones.find(({ id }) => id === institucionId)
    if (!institucion) return []
    const confirmacion = confirmaciones.find((una) => una.institucionId === institucionId) ?? null
    return [{ institucion, confirmacion, conVoto, preside: rol === "presidencia" }]
  })
  return { pronostico, renglones: renglones.sort((a, b) => porSiglas(a.institucion, b.institucion)) }
}
