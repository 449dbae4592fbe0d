import type { AmbitoLimite, ClaseLimite } from "../domain/limites/limites.ts"
import { fechaEnZona, horaEnZona, sumarMs } from "../domain/tiempo/tiempo.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import { fechaYHora } from "../texts/fechas.ts"
import { plural } from "../texts/plurales.ts"
import type { Card } from "./card.ts"
import { nota, texto } from "./respuesta.ts"

export interface LimiteAlcanzado {
  readonly clase: Extract<ClaseLimite, "orden" | "propuesta" | "mensaje">
  readonly ambito: AmbitoLimite
  /** In milliseconds. */
  readonly espera: number
  readonly now: Instante
  readonly zona: string
}

const DESDE: Readonly<Record<AmbitoLimite, string>> = {
  persona: "Desde su cuenta",
  institucion: "Desde las cuentas de su institución",
  espacio: "Desde este espacio de trabajo",
}
const QUE: Readonly<Record<LimiteAlcanzado["clase"], string>> = {
  orden: "se enviaron muchas solicitudes en poco tiempo",
  propuesta: "se enviaron muchas propuestas, documentos o informes en poco tiempo",
  mensaje: "se causaron muchos mensajes a otras personas en poco tiempo",
}
const MINUTO = 60_000

/** What happened and when one can go on, in a form or in a message. */
export function limiteTexto({ clase, ambito, espera, now, zona }: LimiteAlcanzado): string {
  return `${DESDE[ambito]} ${QUE[clase]}, y por ahora no se reciben más. No se registró nada. Puede continuar ${cuando(espera, now, zona)}.`
}

function cuando(espera: number, now: Instante, zona: string): string {
  const segundos = Math.max(1, Math.ceil(espera / 1_000))
  if (segundos < 60) return `en ${plural(segundos, "segundo", "segundos")}`
  // To the next whole minute: at the hour that is said one really can.
  const desde = sumarMs(now, espera + MINUTO - 1)
  const [dia, hora] = [fechaEnZona(desde, zona), horaEnZona(desde, zona)]
  return dia === fechaEnZona(now, zona) ? `a las ${hora}` : `el ${fechaYHora(dia, hora, zona)}`
}

/** `otraVez`: id of the button that asks for the same again; `null`: it is not kept, and is to be written again. */
export function limiteCard(
  limite: LimiteAlcanzado,
  { otraVez, conTexto }: { readonly otraVez: string | null; readonly conTexto: boolean },
): Card {
  const conserva = otraVez === null ? "Copie lo que escribió: no se guardó." : "Lo que escribió se conserva."
  return {
    title: "Espere un momento",
    tone: "error",
    blocks: [texto(limiteTexto(limite)), ...(conTexto ? [nota(conserva)] : [])],
    actions: otraVez === null ? [] : [{ id: otraVez, label: "Volver a intentar", style: "primary" }],
  }
}
