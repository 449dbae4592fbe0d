import { defineConfig } from "vitest/config"

const SOCKETLESS_CONTRACT = "test/contract/*-rendering.test.ts"
const postgres = ["test/support/global-setup.ts"]

/**
 * `rapido`: what needs neither database nor socket. `integracion`: the rest of `npm test`. `resistencia`: the long ones, at
 * their full size.
 */
export default defineConfig({
  test: {
    setupFiles: ["test/support/setup.ts"],
    pool: "forks",
    // One more than cores: a good part of these tests waits for a platform, a database or a process.
    maxWorkers: 3,
    // Each process loads the program once for all the files it runs: loading it is a third of what a file costs.
    isolate: false,
    // Each project, and each run, would turn the same thousand sources into JavaScript anew. Kept by their content in
    // node_modules; `npx vitest --clearCache` forgets it.
    experimental: { fsModuleCache: true },
    // Only for what hangs: a busy machine is no reason to fail.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rapido",
          include: ["test/{unit,render,architecture}/**/*.test.ts", SOCKETLESS_CONTRACT],
        },
      },
      {
        extends: true,
        test: {
          name: "integracion",
          include: ["test/{integration,contract}/**/*.test.ts"],
          exclude: [SOCKETLESS_CONTRACT],
          globalSetup: postgres,
        },
      },
      {
        extends: true,
        test: { name: "resistencia", include: ["test/resistencia/**/*.test.ts"], globalSetup: postgres },
      },
    ],
  },
})
