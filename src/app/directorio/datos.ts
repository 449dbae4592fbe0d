import { FORMA_CLAVE, LARGOS } from "../../domain/directorio/claves.ts"
import type { CampoDirectorio, ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import { terminaAntes, type Vigencia } from "../../domain/directorio/vigencia.ts"

/** The first of these that stands against it, or `null`. */
export const primero = (...reparos: readonly (ReparoDirectorio | null)[]): ReparoDirectorio | null =>
  reparos.find((uno) => uno !== null) ?? null

/** A text that must be there, no longer than the directory takes. */
export function reparoDeNombre(
  campo: CampoDirectorio,
  texto: string,
  largo: keyof typeof LARGOS,
): ReparoDirectorio | null {
  if (texto.trim() === "") return { campo, kind: "vacio" }
  return texto.length > LARGOS[largo] ? { campo, kind: "largo", maximo: LARGOS[largo] } : null
}

export function reparoDeClave(campo: "clave" | "siglas", texto: string): ReparoDirectorio | null {
  return reparoDeNombre(campo, texto, "clave") ?? (FORMA_CLAVE.test(texto) ? null : { campo, kind: "forma" })
}

export function reparoDeVigencia(vigencia: Vigencia): ReparoDirectorio | null {
  const { desde } = vigencia
  return desde !== null && terminaAntes(vigencia) ? { campo: "hasta", kind: "termina_antes", desde } : null
}
