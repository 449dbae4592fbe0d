import { type CadenciaHecha, cadenciaCard } from "../../../cards/compromiso/cadencia.ts"
import { siguienteInforme } from "../../../domain/compromiso/cadencia.ts"
import { responsablesDe } from "../../../domain/compromiso/compromiso.ts"
import { sumarDias } from "../../../domain/tiempo/plazo.ts"
import type { Acuerdo } from "../../../domain/tipos/acuerdo.ts"
import type { Cadencia, Compromiso } from "../../../domain/tipos/compromiso.ts"
import type { Actor } from "../../../domain/visibilidad/actor.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../../actuacion.ts"
import { leerCalendarios } from "../../inhabil/calendarios.ts"
import { admiteActo } from "../actuar.ts"
import { asentarActo, avisarDelActo, escribirCambios, leerCompromiso, type NoSeHizo } from "../asentar.ts"

export type CadenciaRegistrada =
  | ({ readonly kind: "hecho" } & CadenciaHecha)
  /** It is asked for at that rhythm already, or at none: its period goes on, and nobody is told anything. */
  | { readonly kind: "sin_cambio"; readonly compromiso: Compromiso }
  | NoSeHizo

/** How far ahead the first report may fall, in days. */
const UN_RITMO = 500

/**
 * At what rhythm progress is asked for, from today on; `null`: no more. Those that owe it, and those that contribute to
 * it, are told. One transaction.
 */
export function registrarCadencia(
  actuacion: Actuacion,
  actor: Actor,
  compromisoId: string,
  ritmo: Pick<Cadencia, "ritmo" | "dias"> | null,
): Promise<CadenciaRegistrada> {
  const { organo, hoy } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<CadenciaRegistrada> => {
    const { compromiso: antes, acuerdo } = await leerCompromiso(repositories, compromisoId)
    const consulta = { read: repositories, organo, hoy, actor }
    const siguiente = await admiteActo(consulta, antes, "cadencia")
    if (siguiente.kind !== "permitida") return siguiente
    if (ritmo?.ritmo === antes.cadencia?.ritmo && ritmo?.dias === antes.cadencia?.dias)
      return { kind: "sin_cambio", compromiso: antes }
    const cadencia = ritmo === null ? null : { ...ritmo, desde: hoy }
    const otra = await escribirCambios(repositories, antes, { cadencia })
    if (otra !== null) return otra
    const { compromiso } = await leerCompromiso(repositories, compromisoId)
    await asentarActo(repositories, actuacion, "compromiso.cadencia", { antes, despues: compromiso })
    const calendarios = await leerCalendarios(repositories, organo, hoy, sumarDias(hoy, UN_RITMO))
    const primero =
      cadencia === null ? null : siguienteInforme(cadencia, compromiso.informadoEl, calendarios.organo)
    const hecho = { organo, compromiso, primero }
    return { kind: "hecho", ...hecho, ...(await avisar(repositories, actuacion, hecho, acuerdo)) }
  })
}

async function avisar(
  repositories: Repositories,
  actuacion: Actuacion,
  hecho: Omit<CadenciaHecha, "sinCanal">,
  acuerdo: Acuerdo,
): Promise<Pick<CadenciaHecha, "sinCanal">> {
  const { compromiso } = hecho
  const sinCanal: string[] = []
  for (const id of responsablesDe(compromiso)) {
    const institucion = await repositories.instituciones.byId(id)
    const avisada = await avisarDelActo(
      repositories,
      actuacion,
      { compromiso, acuerdo },
      {
        institucionId: id,
        subject: ["cadencia", id],
        card: cadenciaCard({ ...hecho, institucion }),
        why: `${compromiso.clave} (${institucion?.siglas ?? ""}): cadencia.`,
      },
    )
    if (institucion !== null && !avisada) sinCanal.push(institucion.siglas)
  }
  return { sinCanal }
}
