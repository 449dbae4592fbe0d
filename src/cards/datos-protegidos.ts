import type { Card, RichText } from "./card.ts"
import { boton, nota } from "./respuesta.ts"

interface TextoProtegido {
  /** What each text seems to hold and how to write it: whole sentences, with none of it. */
  readonly problemas: readonly RichText[]
  /** The button back to the form; `null`: there is none. */
  readonly corregir: string | null
  /** The button to say why it is public; `null`: it is not for the asker to say, or nobody can. */
  readonly dispensar: string | null
  /** The Secretaría Técnica can say it. */
  readonly pidaLo: boolean
  /** The text was not kept, not even as a draft. */
  readonly sinGuardar: boolean
}

/** A text that seems to hold what must not be kept. What was typed is not said again. */
export function textoProtegidoCard(refused: TextoProtegido): Card {
  const { problemas, corregir, dispensar, pidaLo, sinGuardar } = refused
  return {
    title: "Revise lo que escribió: no se registró",
    tone: "error",
    blocks: [
      { kind: "list", ordered: false, items: problemas },
      ...(sinGuardar ? [nota("Ese texto no se guardó. Lo demás que escribió se conserva.")] : []),
      ...(dispensar === null
        ? pidaLo
          ? [nota("Si es un dato público, la Secretaría Técnica puede registrarlo y asentar por qué lo es.")]
          : []
        : [
            nota(
              "Si es un dato público, por ejemplo el teléfono de una oficina, puede registrarlo si escribe por qué. En la bitácora quedan usted, la clase de dato y el motivo.",
            ),
          ]),
    ],
    actions: [
      ...(corregir === null ? [] : boton(corregir, "", "Corregir", "primary")),
      ...(dispensar === null ? [] : boton(dispensar, "", "Es un dato público…")),
    ],
  }
}

/** Above the form that asks for the reason. */
export const porQueEsPublico = (datos: string): string =>
  `Lo que escribió parece contener ${datos}. Si es público, escriba el motivo: se registrará tal como lo escribió, y en la bitácora quedan usted, la clase de dato y el motivo, sin el texto.`
