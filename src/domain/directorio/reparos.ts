import type { Fecha } from "../tipos/tiempo.ts"

/** Which datum stands against writing something in the directory. Their words: src/cards/directorio/reparos.ts. */
export type CampoDirectorio =
  | "clave"
  | "siglas"
  | "nombre"
  | "corto"
  | "alias"
  | "zona"
  | "padre"
  | "institucion"
  | "sucesora"
  | "persona"
  | "calidad"
  | "orden"
  | "desde"
  | "hasta"
  | "cuenta"

/** Why something is not written: each names the datum to be mended. */
export type ReparoDirectorio = { readonly campo: CampoDirectorio } & (
  | { readonly kind: "vacio" }
  | { readonly kind: "largo"; readonly maximo: number }
  /** Letters, digits, hyphen, dot and slash. */
  | { readonly kind: "forma" }
  /** Another one is called so; `de`: who or what has it. */
  | { readonly kind: "ocupado"; readonly de: string }
  | { readonly kind: "no_existe" }
  | { readonly kind: "zona_desconocida" }
  | { readonly kind: "depende_de_si" }
  | { readonly kind: "termina_antes"; readonly desde: Fecha }
  /** Something that takes effect later is put on record that day. */
  | { readonly kind: "futura" }
  /** Not before what holds now began. */
  | { readonly kind: "anterior"; readonly a: Fecha }
  /** The place in the list of members is taken. */
  | { readonly kind: "lugar_ocupado"; readonly de: string }
  /** Seat and titular person are one at a time. */
  | {
      readonly kind: "se_traslapa"
      readonly con: string
      readonly desde: Fecha | null
      readonly hasta: Fecha | null
    }
  | { readonly kind: "falta_institucion" }
  /** It ended, or nothing of it changes. */
  | { readonly kind: "sin_cambio" }
  /** Who they are is for the Secretaría Técnica of another body to say. */
  | { readonly kind: "de_otro_organo" }
  /** It would leave the body without any Secretaría Técnica that the bot recognises. */
  | { readonly kind: "ultima_secretaria" }
)
