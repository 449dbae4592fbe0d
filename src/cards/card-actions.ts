import type { Action, Block, Card, OwnButtons, RichText } from "./card.ts"

/** The same card with each of its buttons changed, also those of its items; one that becomes `null` is left out. */
export function withActions(card: Card, change: (action: Action) => Action | null): Card {
  return {
    ...card,
    blocks: card.blocks.map((block) => blockWith(block, change)),
    actions: card.actions.flatMap((action) => change(action) ?? []),
  }
}

function blockWith(block: Block, change: (action: Action) => Action | null): Block {
  const own = ownOf(block)
  return own === null ? block : ({ ...block, own: own.map((action) => action && change(action)) } as Block)
}

/** All the buttons of a card, once each, as the card's own where one is also an item's. */
export function actionsOf({ actions, blocks }: Card): readonly Action[] {
  const ofItems = blocks.flatMap((block) => (ownOf(block) ?? []).flatMap((action) => action ?? []))
  return [...new Map([...ofItems, ...actions].map((action) => [action.id, action])).values()]
}

/** `null`: no item of the block has a button of its own. */
export function ownOf(block: Block): OwnButtons | null {
  return block.kind === "list" || block.kind === "table" ? (block.own ?? null) : null
}

/** A list whose items have each their own button; `boton` gives none where there is nothing to do about one. */
export function listaConBotones<T>(
  filas: readonly T[],
  renglon: (fila: T) => RichText,
  boton: (fila: T) => readonly Action[],
): Block {
  return {
    kind: "list",
    ordered: false,
    items: filas.map(renglon),
    own: filas.map((fila) => boton(fila)[0] ?? null),
  }
}
