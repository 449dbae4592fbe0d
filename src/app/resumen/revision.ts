import { corregidoCard } from "../../cards/resumen/errata.ts"
import { asuntoResumen, cambiosEntre, idDe } from "../../domain/mensaje/hechos.ts"
import { hechosActuales } from "../mensaje/hechos-actuales.ts"
import type { RevisionMensaje } from "../mensaje/revision.ts"

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
