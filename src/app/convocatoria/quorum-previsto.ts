import type {
  Acuses,
  QuorumPrevisto,
  RenglonAcuse,
  RenglonAsistencia,
} from "../../cards/convocatoria/respuesta.ts"
import { pronosticarQuorum } from "../../domain/convocatoria/pronostico-quorum.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
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
  return { pronostico, renglones: renglones.sort(porSiglas) }
}

const porSiglas = (a: { institucion: Institucion }, b: { institucion: Institucion }) =>
  a.institucion.siglas.localeCompare(b.institucion.siglas, "es")

/** Which institutions have acknowledged the latest version of the convocatoria. `null`: nobody was called. */
export async function acusesDe(read: Repositories, sesion: Sesion): Promise<Acuses | null> {
  const convocatoria = (await read.convocatorias.list(sesion.id)).at(-1)
  if (convocatoria === undefined) return null
  const [integrantes, acuses, instituciones] = await Promise.all([
    read.sesiones.integrantes(sesion.id),
    read.convocatorias.acuses(convocatoria.id),
    read.instituciones.all(),
  ])
  const personas = await Promise.all(acuses.map(({ personaId }) => read.personas.byId(personaId)))
  const nombre = new Map(personas.flatMap((persona) => (persona ? [[persona.id, persona.nombre]] : [])))
  const renglones = integrantes.flatMap(({ institucionId }): readonly RenglonAcuse[] => {
    const institucion = instituciones.find(({ id }) => id === institucionId)
    const acuse = acuses.find((uno) => uno.institucionId === institucionId) ?? null
    return institucion ? [{ institucion, acuse, por: nombre.get(acuse?.personaId ?? "") ?? null }] : []
  })
  return { convocatoria, renglones: renglones.sort(porSiglas) }
}
