import { asuntoAcuerdo, asuntoCompromiso, hechoCompromiso } from "../../domain/mensaje/hechos.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
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
