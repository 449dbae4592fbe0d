import type { ConnectionNews } from "../../src/ports/connection-news.ts"

/** Nobody writes down what becomes of the workspaces. */
export const silentNews: ConnectionNews = {
  async opened() {},
  async present() {},
  async lost() {},
  async channel() {},
}
