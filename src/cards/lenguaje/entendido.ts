import type { Card, CommandMention } from "../card.ts"
import { frase, unida } from "../comando.ts"
import type { Sugerencia } from "../error.ts"
import { boton, nota, recortar, texto } from "../respuesta.ts"

/** Says how what was written was read, above the answer. */
export const conEntendido = (card: Card, orden: CommandMention): Card => ({
  ...card,
  blocks: [nota(frase`Entendí: ${orden}`), ...card.blocks],
})

export interface DatoEntendido {
  readonly label: string
  readonly valor: string
}

/** An act that was asked for in plain words: what it would be, and the button that goes on with it. */
export function propuestaCard(propuesta: {
  readonly orden: CommandMention
  readonly que: string
  readonly datos: readonly DatoEntendido[]
  /** Of the button. */
  readonly id: string
  /** It opens a form, which is still to be sent. */
  readonly formulario: boolean
  /** Texts were left out because of protected data. */
  readonly sinTextos: boolean
}): Card {
  const { orden, que, datos, id, formulario, sinTextos } = propuesta
  return {
    title: "Confirme antes de registrar",
    tone: "atencion",
    blocks: [
      nota(frase`Entendí: ${orden}`),
      texto(`${que}.`),
      ...(datos.length === 0
        ? []
        : [
            {
              kind: "list" as const,
              ordered: false,
              items: datos.map(({ label, valor }) => `${label}: ${valor}`),
            },
          ]),
      ...(sinTextos
        ? [
            nota(
              "El texto que escribió parece contener datos protegidos de una persona: no se guarda ni se repite. Escríbalo sin ellos en el formulario.",
            ),
          ]
        : []),
      nota("Todavía no se ha registrado ni enviado nada."),
    ],
    actions: [
      ...boton(id, "", formulario ? "Abrir el formulario" : "Sí, continuar", "primary"),
      ...boton("plenaria.ayuda", "", "Otra cosa"),
    ],
  }
}

/** What needs more than was said, and is asked for in a form that the button opens. */
export function faltanDatosCard(orden: CommandMention, id: string): Card {
  return {
    title: "Faltan datos",
    tone: "aviso",
    blocks: [nota(frase`Entendí: ${orden}`), texto("Indique lo que falta en el formulario.")],
    actions: boton(id, "", "Abrir el formulario", "primary"),
  }
}

/** Why what was spoken of is not done. */
export type PorQueNo = "negada" | "condicion" | "ajena" | "pregunta" | "ironia" | "varias"

const POR_QUE_NO: Readonly<Record<PorQueNo, string>> = {
  negada: "No se ha hecho nada: entendí que no desea que se haga.",
  condicion: "No se ha hecho nada ni queda programado: Plenaria no actúa bajo condición.",
  ajena: "Lo que cita no se da por pedido. No se ha hecho nada.",
  pregunta: "No se ha hecho nada: entendí que es una pregunta.",
  ironia: "No se ha registrado nada.",
  varias: "Pidió más de una cosa.",
}

export function cualCard(opciones: readonly Sugerencia[], porQueNo: PorQueNo | null): Card {
  return {
    title: "¿Qué desea?",
    tone: "atencion",
    blocks: [
      texto(
        porQueNo === null
          ? opciones.length === 1
            ? "No es del todo claro. ¿Quiso decir esto?"
            : "Puede ser más de una cosa. Elija una:"
          : `${POR_QUE_NO[porQueNo]} Puede elegir:`,
      ),
      { kind: "list", ordered: false, items: opciones.map(({ command }) => unida([command])) },
    ],
    actions: opciones.flatMap(({ command, id }) =>
      boton(id, "", recortar(command.text, 40)).map((one) => ({ ...one, command })),
    ),
  }
}
