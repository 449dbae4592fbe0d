import type { Logger } from "../../src/ports/logger.ts"

export const silentLog: Logger = { debug() {}, info() {}, warn() {}, error() {} }
