import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import { type ActoAsistencia, type Dependencia, deshacerActo } from "../../domain/sesion/transiciones.ts"
import type { RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion } from "../sesion/leer.ts"
import { leerPaseDeLista } from "./pase-de-lista.ts"
import { suspenderSinQuorum } from "./quorum-votacion.ts"

export type PaseDeshecho =
  | { readonly kind: "deshecho"; readonly acto: ActoAsistencia; readonly pase: PaseDeLista }
  /** The roll-call has nothing of that institution. */
  | { readonly kind: "nada"; readonly pase: PaseDeLista }
  | {
      readonly kind: "depende"
      readonly acto: ActoAsistencia
      readonly pase: PaseDeLista
      readonly de: readonly Dependencia[]
    }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly pase: PaseDeLista }

/** Takes back the last thing that the roll-call registered of an institution; the log keeps what it was. */
export function deshacerPase(
  actuacion: Actuacion,
  sesionId: string,
  institucion: Institucion,
): Promise<PaseDeshecho> {
  return actuacion.data.transaction(async (repositories): Promise<PaseDeshecho> => {
    const sesion = await leerSesion(repositories, sesionId)
    const consulta = { ...actuacion, read: repositories }
    const antes = await leerPaseDeLista(consulta, sesion)
    if (antes === null) return { kind: "fuera_de_estado", sesion }
    const registros = await repositories.asistencias.registros(sesion.id, sesion.llamado)
    const registro = registros.findLast(({ institucionId }) => institucionId === institucion.id)
    if (registro === undefined) return { kind: "nada", pase: antes }
    const acto: ActoAsistencia = registro.salida === null ? "llegada" : "salida"
    const puede = deshacerActo(acto, sesion.estado, await dependencias(repositories, sesion, registro))
    if (puede.kind === "fuera_de_estado") return { kind: "fuera_de_estado", sesion }
    if (puede.kind === "depende") return { kind: "depende", acto, pase: antes, de: puede.de }
    // The session's turn: whoever installs it at the same moment counts with the one or the other, never with half of it.
    const turno = await repositories.sesionesWriter.update(sesion.id, sesion.revision, {})
    if (turno === null || !(await volver(repositories, acto, registro)))
      return { kind: "otra_persona", pase: antes }
    const despues = acto === "llegada" ? null : { ...registro, salida: null }
    await repositories.eventos.append(
      evento(actuacion, `asistencia.${acto}_deshecha`, sesion.id, registro, despues),
    )
    const ahora = (await leerPaseDeLista(consulta, turno)) ?? antes
    await suspenderSinQuorum(repositories, actuacion, turno, ahora)
    const pase = (await leerPaseDeLista(consulta, await leerSesion(repositories, sesion.id))) ?? ahora
    return { kind: "deshecho", acto, pase }
  })
}

/** `false`: somebody else changed it meanwhile. */
const volver = (
  { asistencias }: Repositories,
  acto: ActoAsistencia,
  registro: RegistroAsistencia,
): Promise<boolean> => (acto === "llegada" ? asistencias.quitar(registro) : asistencias.reabrir(registro))

async function dependencias(
  { votaciones }: Repositories,
  { id, instaladaEn }: Sesion,
  { institucionId, llegada, salida }: RegistroAsistencia,
): Promise<ReadonlySet<Dependencia>> {
  const desde = salida ?? llegada
  const hechas = new Set<Dependencia>()
  if (instaladaEn !== null && llegada <= instaladaEn) hechas.add("instalacion")
  for (const votacion of await votaciones.list(id)) {
    if (votacion.anuladaEn !== null) continue
    if (votacion.cerradaEn !== null && votacion.cerradaEn >= desde) hechas.add("votacion_cerrada")
    if (votacion.cerradaEn !== null) continue
    const votos = await votaciones.votos(votacion.id)
    if (votos.some((voto) => voto.institucionId === institucionId)) hechas.add("voto")
  }
  return hechas
}
