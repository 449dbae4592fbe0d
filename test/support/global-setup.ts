import type { TestProject } from "vitest/node"
import { startTestServer } from "./postgres.ts"

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string
    /** Of this run alone, and removed with the server. */
    readonly scratch: string
  }
}

/** One PostgreSQL for the whole run; each test file clones databases from its template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide("postgresUrl", server.url)
  project.provide("scratch", server.scratch)
  return () => server.stop()
}
