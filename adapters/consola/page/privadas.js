import { recall, remember } from "./almacen.js"

/** @import { Card } from "../../../src/cards/card.ts" */

/**
 * What only the asker sees: a question, or a card that answers one.
 *
 * @typedef {{ id: string, after: number, pregunta: string }
 *   | { id: string, after: number, tarjeta: Card, hora: string }} PrivateItem
 */

const MAX_KEPT = 100

/** Private questions and answers: each identity's own, kept in this browser tab and nowhere else. */
export function createPrivate() {
  /** @type {[string, readonly PrivateItem[]][]} */
  const none = []
  const kept = new Map(recall("privadas", none))

  /** @type {(user: string, place: string) => string} */
  const keyOf = (user, place) => `${user}|${place}`

  /** @type {(user: string, place: string) => readonly PrivateItem[]} */
  const list = (user, place) => kept.get(keyOf(user, place)) ?? []

  /** @type {(user: string, place: string, items: readonly PrivateItem[]) => void} */
  function keep(user, place, items) {
    kept.set(keyOf(user, place), items.slice(-MAX_KEPT))
    remember("privadas", [...kept])
  }

  return {
    list,
    /** @type {(user: string, place: string, ...items: readonly PrivateItem[]) => void} */
    add(user, place, ...items) {
      keep(user, place, [...list(user, place), ...items])
    },
    /**
     * Puts an answer in the place of the message whose button was pressed.
     *
     * @type {(user: string, place: string, id: string, items: readonly PrivateItem[]) => void}
     */
    replace(user, place, id, items) {
      keep(
        user,
        place,
        list(user, place).flatMap((item) => (item.id === id ? items : [item])),
      )
    },
  }
}
