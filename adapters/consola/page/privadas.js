const STORE = "plenaria.privadas"
const MAX_KEPT = 100

/** Private questions and answers: each identity's own, kept in this browser tab and nowhere else. */
export function createPrivate() {
  const kept = read()
  const keyOf = (user, place) => `${user}|${place}`

  function read() {
    try {
      return new Map(JSON.parse(sessionStorage.getItem(STORE) ?? "[]"))
    } catch {
      return new Map()
    }
  }

  function save() {
    try {
      sessionStorage.setItem(STORE, JSON.stringify([...kept]))
    } catch {
      // Without storage they last as long as the page.
    }
  }

  return {
    list: (user, place) => kept.get(keyOf(user, place)) ?? [],
    add(user, place, item) {
      kept.set(keyOf(user, place), [...this.list(user, place), item].slice(-MAX_KEPT))
      save()
    },
    /** Puts an answer in the place of the message whose button was pressed. */
    replace(user, place, id, items) {
      const list = this.list(user, place).flatMap((item) => (item.id === id ? items : [item]))
      kept.set(keyOf(user, place), list)
      save()
    },
  }
}
