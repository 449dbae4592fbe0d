import { asuntoAcuerdo, asuntoCompromiso, hechoCompromiso } from "../../domain/mensaje/hechos.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { ModeloConAsuntos, RevisionMensaje } from "../mensaje/revision.ts"

/** What a message about one compromiso says of it, so that it is corrected in place when that changes. */
export function modeloAviso(compromiso: Compromiso, acuerdo: Acuerdo): ModeloConAsuntos {
  const asunto = asuntoCompromiso(compromiso.id)
  return {
    asuntos: [asunto, asuntoAcuerdo(acuerdo.id)],
    modelo: { tipo: "aviso", hechos: { [asunto]: hechoCompromiso(compromiso, acuerdo) }, datos: null },
  }
}

/** What was done was done: it leaves as it was written, and what changed since is told in its place. */
export const revisionAviso: RevisionMensaje = {
  async vigente() {
    return { kind: "sigue" }
  },
}
