import { recall, remember } from "./almacen.js"

/** @import { PageMessage } from "../page-data.ts" */

/**
 * `base`: the newest message when this tab first opened; `canales`: the last one read in each.
 *
 * @typedef {{ base: number | null, canales: Record<string, number> }} Read
 */

/** What was posted to the channels, and up to where each one was read in this tab. */
export function createPosted() {
  /** @type {Map<string, readonly PageMessage[]>} */
  const byChannel = new Map()
  /** @type {Read} */
  const nothing = { base: null, canales: {} }
  const read = recall("leidos", nothing)
  let newest = 0
  let position = 0

  /** @param {string} channel */
  const list = (channel) => byChannel.get(channel) ?? []
  /** @param {string} channel */
  const last = (channel) => list(channel).at(-1)?.id ?? 0

  return {
    list,
    last,
    /** Up to where the news were received; a change of an old message is news too. */
    position: () => position,
    /**
     * A message, new or as it stands now; they come in the order of their last change. `false`: it was there already.
     *
     * @param {PageMessage} message
     */
    add(message) {
      position = Math.max(position, message.revision)
      const known = list(message.canal)
      const before = known.find(({ id }) => id === message.id)
      if (before && before.revision >= message.revision) return false
      const others = known.filter((each) => each !== before)
      byChannel.set(
        message.canal,
        [...others, message].sort((a, b) => a.id - b.id),
      )
      newest = Math.max(newest, message.id)
      return true
    },
    /** What was there before this tab first opened is not news; nor is a database that began anew. */
    upToDate() {
      if (read.base !== null && read.base <= newest) return
      read.base = newest
      read.canales = {}
      remember("leidos", read)
    },
    /** @param {string} channel */
    markRead(channel) {
      read.canales[channel] = last(channel)
      remember("leidos", read)
    },
    /** @param {string} channel */
    unread(channel) {
      if (read.base === null) return 0
      const from = Math.max(read.base, read.canales[channel] ?? 0)
      return list(channel).filter(({ id }) => id > from).length
    },
  }
}
