import { asuntoAcuerdo, asuntoCompromiso, hechoCompromiso } from "../../domain/hechos.ts"
import type { Acuerdo, Compromiso } from "../../domain/tipos.ts"
import type { ModeloMensaje } from "../../ports/repositories/deliveries.ts"

/** What a message about one compromiso says of it, so that it is corrected in place when that changes. */
export function modeloAviso(
  compromiso: Compromiso,
  acuerdo: Acuerdo,
): { readonly asuntos: readonly string[]; readonly modelo: ModeloMensaje } {
  const asunto = asuntoCompromiso(compromiso.id)
  return {
    asuntos: [asunto, asuntoAcuerdo(acuerdo.id)],
    modelo: { tipo: "aviso", hechos: { [asunto]: hechoCompromiso(compromiso, acuerdo) }, datos: null },
  }
}
