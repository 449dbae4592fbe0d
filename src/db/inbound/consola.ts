import { isDeepStrictEqual } from "node:util"
import type { ConsoleMessageStore } from "../../ports/console-demo.ts"
import type { Session } from "../base/client.ts"
import { consoleMessageOf } from "../base/rows.ts"
import { jsonOf } from "../base/values.ts"

export function consoleMessageStore(session: Session): ConsoleMessageStore {
  const db = () => session.queries()
  const find = (channel: string, key: string) =>
    db().consolaMensaje.findUnique({ where: { channel_key: { channel, key } } })
  return {
    async messages(channel, afterRevision, limit) {
      const rows = await db().consolaMensaje.findMany({
        where: { revision: { gt: afterRevision }, ...(channel !== null && { channel }) },
        orderBy: { revision: "asc" },
        take: limit,
      })
      return rows.map(consoleMessageOf)
    },
    async messageByKey(channel, key) {
      const found = await find(channel, key)
      return found && consoleMessageOf(found)
    },
    async append(channel, key, card, sentAt) {
      const known = await find(channel, key)
      if (known !== null) return consoleMessageOf(known)
      await db().consolaMensaje.createMany({
        data: [{ channel, key, card: jsonOf(card), sentAt: new Date(sentAt) }],
        skipDuplicates: true,
      })
      const stored = await find(channel, key)
      if (stored === null) throw new Error("a console message vanished after it was stored")
      return consoleMessageOf(stored)
    },
    async replace(channel, id, card, editedAt) {
      const known = await db().consolaMensaje.findFirst({ where: { id, channel } })
      const wanted = jsonOf(card)
      // A change that is made again is no news for the open pages.
      if (known === null || isDeepStrictEqual(known.card, wanted)) return known && consoleMessageOf(known)
      const data = { card: wanted, editedAt: new Date(editedAt) }
      const [changed] = await db().consolaMensaje.updateManyAndReturn({ where: { id, channel }, data })
      return changed ? consoleMessageOf(changed) : null
    },
    async pin(channel, id, pinnedAt) {
      const data = { pinnedAt: new Date(pinnedAt) }
      await db().consolaMensaje.updateMany({ where: { id, channel, pinnedAt: null }, data })
      const pinned = await db().consolaMensaje.findFirst({ where: { id, channel } })
      return pinned && consoleMessageOf(pinned)
    },
  }
}
