import { corregidoCard } from "../../cards/resumen/errata.ts"
import {
  asuntoAcuerdo,
  asuntoResumen,
  asuntoSesion,
  cambiosEntre,
  type Hechos,
  hechoResumen,
  hechoSesion,
  idDe,
} from "../../domain/mensaje/hechos.ts"
import type { VersionResumen } from "../../domain/tipos/resumen.ts"
import { hechosActuales, hechosDeCompromisos } from "../mensaje/hechos-actuales.ts"
import type { ModeloConAsuntos, RevisionMensaje } from "../mensaje/revision.ts"
import type { Destino } from "./destinos.ts"

/** What a channel is told of the session, of what its institution owes, and of what was put right. */
export function modeloResumen(
  { resumen: { sesion }, canal, compromisos }: Destino,
  versiones: readonly VersionResumen[],
): ModeloConAsuntos {
  const hechos: Hechos = {
    [asuntoSesion(sesion.id)]: hechoSesion(sesion),
    [asuntoResumen(sesion.id)]: hechoResumen(sesion, canal.id, versiones),
    ...hechosDeCompromisos(compromisos),
  }
  const deAcuerdos = compromisos.map(({ acuerdo }) => asuntoAcuerdo(acuerdo.id))
  return {
    asuntos: [...Object.keys(hechos), ...deAcuerdos],
    modelo: { tipo: "resumen", hechos, datos: null },
  }
}

/**
 * A summary says what it said: only that it was put right is added to it. Before it leaves, an erratum that overtook it
 * is told in it; afterwards its message is edited like any other.
 */
export const revisionResumen: RevisionMensaje = {
  async vigente(read, { modelo, card }) {
    const [id] = Object.keys(modelo.hechos).flatMap((asunto) => idDe("resumen", asunto) ?? [])
    if (id === undefined) return { kind: "sigue" }
    const asunto = asuntoResumen(id)
    const dicho = modelo.hechos[asunto]
    const hoy = dicho ? await hechosActuales(read, { [asunto]: dicho }) : {}
    const ahora = hoy[asunto]
    if (dicho === undefined || ahora?.kind !== "resumen" || ahora.errata === null) return { kind: "sigue" }
    if (cambiosEntre({ [asunto]: dicho }, hoy).length === 0) return { kind: "sigue" }
    const hechos = { ...modelo.hechos, [asunto]: ahora }
    return { kind: "cambia", card: corregidoCard(card, ahora.errata), modelo: { ...modelo, hechos } }
  },
}
