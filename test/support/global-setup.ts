import type { TestProject } from "vitest/node"
import { startTestServer } from "./postgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string
  }
}

/** One PostgreSQL for the whole run; each test file clones databases from its template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide("postgresUrl", server.url)
  return () => server.stop()
}
