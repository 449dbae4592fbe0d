import { type CorresponsablesHechas, corresponsablesCard } from "../../../cards/compromiso/corresponsables.ts"
import { institucionEnFecha } from "../../../domain/directorio/institucion.ts"
import { leerResponsables, type Responsables } from "../../../domain/directorio/responsables.ts"
import type { Acuerdo } from "../../../domain/tipos/acuerdo.ts"
import type { Institucion } from "../../../domain/tipos/directorio.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import type { Actor } from "../../../domain/visibilidad/actor.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../../actuacion.ts"
import { admiteActo } from "../actuar.ts"
import { asentarActo, avisarDelActo, escribirCambios, leerCompromiso, type NoSeHizo } from "../asentar.ts"

export type CorresponsablesRegistradas = ({ readonly kind: "hecho" } & CorresponsablesHechas) | NoSeHizo

/** The institutions that a list names, as they are called today. «ninguna»: none. */
export async function institucionesNombradas(
  read: Pick<Repositories, "instituciones">,
  texto: string,
  hoy: Fecha,
): Promise<Responsables> {
  if (/^ningun[oa]s?$/iu.test(texto.trim())) return { kind: "instituciones", items: [], corresponsables: [] }
  const todas = await read.instituciones.all()
  const leidas = leerResponsables(texto, { conVoto: [], todas })
  if (leidas.kind !== "instituciones") return leidas
  const vigentes = leidas.items.map((una) => institucionEnFecha(una, hoy, todas))
  return {
    ...leidas,
    items: vigentes.filter(({ id }, i) => vigentes.findIndex((otra) => otra.id === id) === i),
  }
}

/**
 * Puts on record who contributes to a commitment beside the institution that answers for it, and tells those that do from
 * now on, those that no longer do, and the one that answers. One transaction.
 */
export function registrarCorresponsables(
  actuacion: Actuacion,
  actor: Actor,
  compromisoId: string,
  instituciones: readonly Institucion[],
): Promise<CorresponsablesRegistradas> {
  const { organo, hoy } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<CorresponsablesRegistradas> => {
    const { compromiso: antes, acuerdo } = await leerCompromiso(repositories, compromisoId)
    const consulta = { read: repositories, organo, hoy, actor }
    const siguiente = await admiteActo(consulta, antes, "corresponsables")
    if (siguiente.kind !== "permitida") return siguiente
    const todas = await repositories.instituciones.all()
    const debe = todas.find(({ id }) => id === antes.institucionId)
    const responsable = debe === undefined ? null : institucionEnFecha(debe, hoy, todas)
    const quedan = instituciones.filter(({ id }) => id !== antes.institucionId && id !== responsable?.id)
    const corresponsables = quedan.map(({ id }) => id)
    const otra = await escribirCambios(repositories, antes, { corresponsables })
    if (otra !== null) return otra
    const { compromiso } = await leerCompromiso(repositories, compromisoId)
    await asentarActo(repositories, actuacion, "compromiso.corresponsables", { antes, despues: compromiso })
    const nuevas = quedan.filter(({ id }) => !antes.corresponsables.includes(id))
    const retiradas = todas.filter(
      ({ id }) => antes.corresponsables.includes(id) && !corresponsables.includes(id),
    )
    const hecho = { organo, compromiso, responsable, quedan, nuevas, retiradas }
    const sinCanal =
      nuevas.length + retiradas.length === 0 ? [] : await avisar(repositories, actuacion, hecho, acuerdo)
    return { kind: "hecho", ...hecho, sinCanal }
  })
}

/** Each in its own channels; siglas of those that have none. */
async function avisar(
  repositories: Repositories,
  actuacion: Actuacion,
  hecho: Omit<CorresponsablesHechas, "sinCanal">,
  acuerdo: Acuerdo,
): Promise<readonly string[]> {
  const { compromiso, responsable, nuevas, retiradas } = hecho
  const sinCanal: string[] = []
  const destinos = [
    ...nuevas.map((institucion) => ({ institucion, para: "nueva" as const })),
    ...retiradas.map((institucion) => ({ institucion, para: "retirada" as const })),
    ...(responsable === null ? [] : [{ institucion: responsable, para: "responsable" as const }]),
  ]
  for (const { institucion, para } of destinos) {
    const avisada = await avisarDelActo(
      repositories,
      actuacion,
      { compromiso, acuerdo },
      {
        institucionId: institucion.id,
        subject: ["corresponsables", institucion.id, para],
        card: corresponsablesCard({ ...hecho, institucion, para }),
        why: `${compromiso.clave} (${institucion.siglas}): corresponsables.`,
      },
    )
    if (!avisada) sinCanal.push(institucion.siglas)
  }
  return sinCanal
}
