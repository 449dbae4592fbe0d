import type { Plazo } from "./perfil-reglas.ts"
import type { Fecha } from "./tipos.ts"

export type EstadoConvocatoria =
  | { readonly kind: "enviada"; readonly el: Fecha }
  /** The last day is the body's own configured rule, not a statement of law. */
  | {
      readonly kind: "por_enviar"
      /** `null`: the body has recorded no rule, or it is not for the asker. */
      readonly limite: { readonly ultimoDia: Fecha; readonly plazo: Plazo } | null
    }
