import type { Difusion } from "../tipos/registro.ts"
import type { Sesion } from "../tipos/sesion.ts"

/** From the strictest to the widest. */
const NIVELES: readonly Difusion[] = ["interna", "integrantes", "publica"]

/** That a session was held, and when and where, is public once it closes, unless it is internal. */
export const nivelDeSesion = ({ difusion, estado }: Pick<Sesion, "difusion" | "estado">): Difusion =>
  difusion === "integrantes" && estado === "clausurada" ? "publica" : difusion

/**
 * The level at which something is handled: the strictest of its own and of everything it belongs to (the session, the
 * item, the acuerdo). A handling level and not a classification, which nobody may make before a request (LGTAIP 102).
 */
export function nivelEfectivo(...niveles: readonly (Difusion | null | undefined)[]): Difusion {
  const presentes = new Set(niveles)
  return NIVELES.find((nivel) => presentes.has(nivel)) ?? "interna"
}
