import { recall, remember } from "./almacen.js"

const MAX_KEPT = 100

/** Private questions and answers: each identity's own, kept in this browser tab and nowhere else. */
export function createPrivate() {
  const kept = new Map(recall("privadas", []))
  const keyOf = (user, place) => `${user}|${place}`
  const list = (user, place) => kept.get(keyOf(user, place)) ?? []

  function keep(user, place, items) {
    kept.set(keyOf(user, place), items.slice(-MAX_KEPT))
    remember("privadas", [...kept])
  }

  return {
    list,
    add(user, place, ...items) {
      keep(user, place, [...list(user, place), ...items])
    },
    /** Puts an answer in the place of the message whose button was pressed. */
    replace(user, place, id, items) {
      keep(
        user,
        place,
        list(user, place).flatMap((item) => (item.id === id ? items : [item])),
      )
    },
  }
}
