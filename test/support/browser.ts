import { existsSync } from "node:fs"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"

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

/** Only for what never comes: a busy machine is no reason to fail. */
const PATIENCE_MS = 90_000

export async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options)
  page.setDefaultTimeout(PATIENCE_MS)
  return page
}

/** In one's own conversation with the bot, which begins with what waits: from then on only answers are added to it. */
export async function greeted(page: Page): Promise<void> {
  if ((await page.locator("#titulo").innerText()) === "Mensajes directos con Plenaria")
    await page.locator(".es-privada").first().waitFor()
}

/** From now on it is this person who looks. */
export async function becomes(page: Page, user: string): Promise<void> {
  await page.selectOption("#identidad", user)
  await greeted(page)
}
