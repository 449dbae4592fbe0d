import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { nota, texto } from "../respuesta.ts"

/** As many matters as a page shows: each has its button on it. */
export const ASUNTOS_POR_PORTADA = 10

/** A page stays where it is until the next one: it says how old it is. */
export function portadaCard(card: Card, now: Instante, zona: string): Card {
  return {
    ...card,
    blocks: [
      ...card.blocks,
      nota(
        frase`Al ${momentoOficial(now, zona)}. Solo usted ve esta página; lo mismo, con ${comando("plenaria.inicio")}.`,
      ),
    ],
  }
}

/** In the place of what a platform has no room for. */
export const portadaCortada: Block = nota(
  frase`Aquí no cabe todo. Lo demás, con ${comando("plenaria.inicio")}.`,
)

/** Nobody has looked at it for days: what it told is taken off it. Slack shows it for the moment that a new one takes. */
export function portadaEnPausaCard(): Card {
  return {
    title: "Lo que le espera",
    tone: "aviso",
    blocks: [
      texto("Esta página dejó de mostrar datos porque no se abrió en una semana. Al abrirla se pone al día."),
      nota(frase`Si en un momento no cambia, pídalo con ${comando("plenaria.inicio")}.`),
    ],
    actions: [],
  }
}
