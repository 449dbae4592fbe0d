// `npm start`: what was compiled, where it is of the sources that stand here; else the sources themselves.
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL(".", import.meta.url))
const compiled = join(root, "dist/main.mjs")

/** Nothing that goes into it has changed since. */
function upToDate() {
  if (!existsSync(compiled)) return false
  const { mtimeMs } = statSync(compiled)
  return ["src", "adapters", "prisma", "docs/verificar-bitacora.mjs", "package-lock.json"].every(
    (path) => newest(join(root, path)) <= mtimeMs,
  )
}

function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

if (upToDate()) {
  process.setSourceMapsEnabled(true)
  await import(compiled)
} else {
  if (existsSync(compiled))
    process.stdout.write(
      "La compilación (dist) es anterior al código: se usa el código. Repita «npm run build».\n",
    )
  const { register } = await import("tsx/esm/api")
  register()
  await import("./src/main.ts")
}
