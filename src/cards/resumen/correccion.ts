import type { Sesion } from "../../domain/tipos/sesion.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Block } from "../card.ts"
import { boton, nota, texto } from "../respuesta.ts"
import { type Correccion, correccionBlocks } from "./errata.ts"

/** What a correction of the facts of a session means for its summary. */
export type EfectoEnResumen =
  /** The session is open, or has no summary for the institutions. */
  | { readonly kind: "sin_resumen" }
  /** Nobody has read it: the draft says the corrected facts. `caducas`: edits that no longer hold. */
  | { readonly kind: "borrador"; readonly caducas: number }
  /** It was published: the erratum is written, and waits to be confirmed. */
  | {
      readonly kind: "errata"
      readonly numero: number
      readonly correcciones: readonly Correccion[]
      readonly marca: string
    }
  /** It was published, and says nothing else than it did. */
  | { readonly kind: "sin_cambios" }

/** On the card that tells what was and what is. */
export function efectoBlocks(efecto: EfectoEnResumen): readonly Block[] {
  switch (efecto.kind) {
    case "sin_resumen":
      return []
    case "borrador":
      return [
        nota("El borrador del resumen ya dice lo corregido. Nada se ha publicado."),
        ...(efecto.caducas === 0
          ? []
          : [
              nota(
                `${plural(efecto.caducas, "párrafo editado deja", "párrafos editados dejan")} de valer porque cambió lo registrado; se muestran en el borrador para que los revise.`,
              ),
            ]),
      ]
    case "sin_cambios":
      return [nota("El resumen publicado no cambia: no hace falta una fe de erratas.")]
    case "errata":
      return [
        texto(
          `El resumen ya se publicó. Se preparó la fe de erratas ${efecto.numero}; nadie la recibe hasta que usted la confirme.`,
        ),
        ...efecto.correcciones.flatMap(correccionBlocks),
      ]
  }
}

export function efectoActions({ clave, estado }: Sesion, efecto: EfectoEnResumen): readonly Action[] {
  switch (efecto.kind) {
    case "borrador":
      return boton("sesion.publicar", clave, "Revisar el resumen", "primary")
    case "errata":
      return boton(
        "sesion.erratas-confirmar",
        `${clave}@${efecto.marca}`,
        `Publicar la fe de erratas ${efecto.numero}`,
        "primary",
      )
    case "sin_resumen":
    case "sin_cambios":
      return estado === "clausurada" ? boton("sesion.resumen", clave, "Ver el resumen") : []
  }
}
