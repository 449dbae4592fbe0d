import type { Decision, Quorum } from "../../domain/desahogo/quorum.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { faltasDeQuorum } from "../../texts/quorum.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

const DECISION: Readonly<Record<Exclude<Decision, "acordar">, readonly [que: string, nada: string]>> = {
  votar: ["no se puede votar", "No se abrió la votación."],
  resolver: ["no se puede aprobar ni elegir", "No se registró el resultado."],
  ratificar: ["no se pueden ratificar los acuerdos", "No se registró nada."],
}

/** Something that the body decides only with a quórum, and there is none. `quorum`: `null`, nobody was called. */
export function sinQuorumCard(
  organo: Organo,
  sesion: Sesion,
  quorum: Quorum | null,
  decision: keyof typeof DECISION,
): Card {
  const [que, nada] = DECISION[decision]
  const faltas = quorum === null ? [] : faltasDeQuorum(quorum)
  return {
    title: `No hay quórum: ${sesion.clave}`,
    tone: "error",
    blocks: [
      texto([`No hay quórum: ${que}.`, ...faltas, nada].join(" ")),
      nota(frase`Registre a quienes lleguen: ${comando("sesion.pase-llegada")}`),
      ...(decision === "votar" ? [] : [nota(ANTES)]),
    ],
    actions: [
      ...boton("sesion.pase-ver", sesion.clave, "Ver el pase de lista", "primary"),
      ...boton("sesion.en-curso", sesion.clave, "Ver cómo va la sesión"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

const ANTES = frase`Si se decidió antes de perderlo, deshaga la salida con ${comando("sesion.pase-deshacer")}, registre lo decidido y anote de nuevo la salida, con su hora.`
