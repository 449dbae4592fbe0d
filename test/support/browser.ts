import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

/** Debian's Chromium; the tests that need it say so and are skipped where it is not installed. */
const EXECUTABLE = "/usr/bin/chromium"

export const hasBrowser = existsSync(EXECUTABLE)
if (!hasBrowser)
  process.stdout.write(`Skipped: ${EXECUTABLE} is not installed, so the page's browser tests cannot run.\n`)

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
}
