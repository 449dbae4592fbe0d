import { sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import type { Action } from "../card.ts"
import { boton, recortar } from "../respuesta.ts"
import type { DatosRecordatorio } from "./datos.ts"

/** With "Ver mis compromisos" they make one row on every platform. */
const MAX_AVANCE = 4
/** What every platform prints of a button whole. */
const MAX_LABEL = 75

/** Buttons that act on what the message is about; the first one is what most people need. */
export function botones(datos: DatosRecordatorio): readonly Action[] {
  const { items } = datos.recordatorio
  const [unico] = items
  if (unico === undefined || items.length > 1) return deVarios(datos)
  const { clave } = unico.compromiso
  return [
    ...boton("compromiso.avance", clave, "Informar avance", "primary"),
    ...(unico.corresponsable !== true && sePuedePosponer(datos, unico.fecha)
      ? boton("compromiso.posponer", clave, "Posponer aviso")
      : []),
    ...boton("compromiso.ver", clave, "Ver detalle"),
    ...boton("compromiso.mios", "", "Ver mis compromisos"),
    ...boton("sesion.proxima", "", "Próxima sesión"),
  ]
}

function deVarios({ recordatorio }: DatosRecordatorio): readonly Action[] {
  return [
    ...boton("compromiso.mios", "", "Ver mis compromisos", "primary"),
    ...recordatorio.items
      .slice(0, MAX_AVANCE)
      .flatMap(({ compromiso: { clave } }) =>
        boton("compromiso.avance", clave, recortar(`Avance: ${clave}`, MAX_LABEL)),
      ),
  ]
}

/** A reminder is put off to a business day before the due date: there must be one left. */
function sePuedePosponer({ recordatorio, inhabiles }: DatosRecordatorio, vence: string): boolean {
  return sumarDiasHabiles(recordatorio.fecha, 1, inhabiles) < vence
}
