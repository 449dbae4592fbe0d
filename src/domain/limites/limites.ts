import type { Capacidad } from "./cubeta.ts"

/** What is counted. */
export type ClaseLimite =
  /** What is asked of the bot: written, pressed or sent in a form. */
  | "orden"
  /** Suggestions while something is typed. */
  | "sugerencia"
  /** Items, documents and formal reports, each of which somebody has to read. */
  | "propuesta"
  /** Messages that what was done put in the channels of others. */
  | "mensaje"
  /** What was written and is kept when it is refused, so that it need not be written again. */
  | "guardado"
  /** Codes that are tried. */
  | "codigo"
  /** Requests to be linked with somebody of the directory. */
  | "vinculacion"
  /** Messages of their own to the Secretaría Técnica; what exceeds it is told together. */
  | "aviso"

/** Whose they are counted as. */
export type AmbitoLimite = "persona" | "institucion" | "espacio"

/**
 * How much each may do: no person who works comes near it, and a program that runs by itself is held at once. Of an
 * institution and of a workspace it is what many of its people may do together.
 */
export const LIMITES: Readonly<Record<ClaseLimite, Readonly<Record<AmbitoLimite, Capacidad>>>> = {
  orden: {
    persona: { rafaga: 90, porMinuto: 45 },
    institucion: { rafaga: 600, porMinuto: 300 },
    espacio: { rafaga: 3_000, porMinuto: 1_500 },
  },
  sugerencia: {
    persona: { rafaga: 150, porMinuto: 300 },
    institucion: { rafaga: 1_000, porMinuto: 2_000 },
    espacio: { rafaga: 3_000, porMinuto: 6_000 },
  },
  propuesta: {
    persona: { rafaga: 30, porMinuto: 0.5 },
    institucion: { rafaga: 90, porMinuto: 1.5 },
    espacio: { rafaga: 600, porMinuto: 10 },
  },
  mensaje: {
    persona: { rafaga: 60, porMinuto: 2 },
    institucion: { rafaga: 180, porMinuto: 6 },
    espacio: { rafaga: 3_000, porMinuto: 100 },
  },
  guardado: {
    persona: { rafaga: 20, porMinuto: 2 },
    institucion: { rafaga: 200, porMinuto: 20 },
    espacio: { rafaga: 1_000, porMinuto: 100 },
  },
  codigo: {
    persona: { rafaga: 5, porMinuto: 5 / (24 * 60) },
    institucion: { rafaga: 25, porMinuto: 25 / (24 * 60) },
    espacio: { rafaga: 50, porMinuto: 50 / (24 * 60) },
  },
  vinculacion: {
    persona: { rafaga: 3, porMinuto: 3 / (24 * 60) },
    institucion: { rafaga: 40, porMinuto: 40 / (24 * 60) },
    espacio: { rafaga: 120, porMinuto: 120 / (24 * 60) },
  },
  aviso: {
    persona: { rafaga: 3, porMinuto: 0.2 },
    institucion: { rafaga: 30, porMinuto: 2 },
    espacio: { rafaga: 300, porMinuto: 20 },
  },
}

/** Whoever conducts a body writes to all of its institutions at once. */
const VECES_SECRETARIA = 20

/** `factor`: how many times the usual size an installation wants them. */
export function capacidadDe(
  clase: ClaseLimite,
  ambito: AmbitoLimite,
  { factor, secretaria = false }: { readonly factor: number; readonly secretaria?: boolean },
): Capacidad {
  const { rafaga, porMinuto } = LIMITES[clase][ambito]
  const veces = clase === "mensaje" && secretaria ? factor * VECES_SECRETARIA : factor
  return { rafaga: Math.max(1, rafaga * veces), porMinuto: porMinuto * veces }
}
