import type { ReglaVotacion } from "./reglas-sesion.ts"

export type SentidoVoto = "a_favor" | "en_contra" | "abstencion"

export interface EntradaVotacion {
  readonly regla: ReglaVotacion
  /** One vote for each institution with a vote. */
  readonly votos: ReadonlyMap<string, SentidoVoto>
  /** Institutions with a vote that are there, and all of them. */
  readonly presentes: number
  readonly integrantes: number
  /** The institution that presides; `null`: nobody with a vote does. */
  readonly presidencia: string | null
}

export interface Votacion {
  readonly aFavor: number
  readonly enContra: number
  readonly abstenciones: number
  /** Present with a vote, and no vote on record. */
  readonly sinVoto: number
  /** Votes in favour that are needed. */
  readonly requeridos: number
  readonly resultado: "aprobado" | "rechazado" | "empate"
  /** The tie was decided by who presides. */
  readonly votoCalidad: boolean
}

/**
 * Counts a vote by the body's rule. A simple majority is more in favour than against and as many as the base asks for
 * when it is not the votes cast; `absoluta` is more than half of the base.
 */
export function contarVotos({
  regla,
  votos,
  presentes,
  integrantes,
  presidencia,
}: EntradaVotacion): Votacion {
  const count = (sentido: SentidoVoto) => [...votos.values()].filter((voto) => voto === sentido).length
  const [aFavor, enContra, abstenciones] = [count("a_favor"), count("en_contra"), count("abstencion")]
  const base = { presentes, integrantes, votos_emitidos: aFavor + enContra }[regla.sobre]
  const requeridos = votosRequeridos(regla, base, enContra)
  // Two thirds are reached or not: there is no tie to decide.
  const empate = aFavor === enContra && aFavor > 0 && regla.mayoria !== "dos_terceras_partes"
  const calidad = empate && regla.votoCalidad && presidencia !== null ? votos.get(presidencia) : undefined
  const dirime = calidad === "a_favor" || calidad === "en_contra"
  // A casting vote decides a tie, and counts as the one more that the majority lacked.
  const aprobado = dirime
    ? calidad === "a_favor" && aFavor + 1 >= requeridos
    : aFavor >= requeridos && aFavor > enContra
  return {
    aFavor,
    enContra,
    abstenciones,
    sinVoto: Math.max(0, presentes - votos.size),
    requeridos,
    resultado: empate && !dirime ? "empate" : aprobado ? "aprobado" : "rechazado",
    votoCalidad: dirime,
  }
}

function votosRequeridos({ mayoria }: ReglaVotacion, base: number, enContra: number): number {
  switch (mayoria) {
    case "simple":
      return enContra + 1
    case "absoluta":
      return Math.floor(base / 2) + 1
    case "dos_terceras_partes":
      return Math.max(1, Math.ceil((2 * base) / 3))
  }
}
