/** One installed package, as npm's lock file records it. */
interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
}

/** What a lock file does not say because the package does not declare it: read in its own LICENSE file. */
const READ_BY_HAND: Readonly<Record<string, string>> = { "seq-queue": "MIT" }

/**
 * Licences under which a public institution may use and redistribute a program without publishing its own: permissive
 * ones, and those whose duty stops at the package's own files (EPL, MPL: none of them is changed here) or to a font of the same name (OFL).
 */
export const ACCEPTED = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "EPL-2.0",
  "ISC",
  "MIT",
  "MIT AND OFL-1.1",
  "MIT and ISC",
  "MPL-2.0",
  "Unlicense",
] as const

export interface Component {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** What a working installation holds (not the tools of development), by name. */
export function componentsIn(lock: {
  readonly packages: Readonly<Record<string, Locked>>
}): readonly Component[] {
  const found = new Map<string, Component>()
  for (const [path, { version = "", license, dev }] of Object.entries(lock.packages)) {
    if (path === "" || dev === true) continue
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)
    const licence = license ?? READ_BY_HAND[name] ?? "sin declarar"
    found.set(`${name}@${version}`, { name, version, licence })
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

/** `docs/licencias.md`, from the lock file: `npm run docs` writes it. */
export function licencesDocument(components: readonly Component[]): string {
  const sections = [...grouped(components)]
    .sort(([a, few], [b, many]) => many.length - few.length || compare(a, b))
    .map(([licence, those]) => {
      const list = those.map(({ name, version }) => `${name} ${version}`).join(", ")
      return `## ${licence} (${those.length})\n\n${list}.\n`
    })
  return `${HEADER}\n${sections.join("\n")}`
}

const HEADER = `# Licencias de los componentes

Plenaria se distribuye con licencia MIT ([LICENSE](../LICENSE)). Esta lista sale de \`package-lock.json\` con \`npm run docs\`: es lo que queda en una instalación de trabajo, sin las herramientas de desarrollo. Algunos componentes son el mismo programa para distintos sistemas y solo se instala el que corresponde. El inventario en formato CycloneDX o SPDX, para quien lo pida, se obtiene con \`npm sbom --omit dev --sbom-format cyclonedx\`.

Ninguna obliga a publicar el código de quien lo usa. EPL-2.0 y MPL-2.0 piden publicar los cambios a sus propios archivos: aquí se usan sin cambios.
`

function grouped(components: readonly Component[]): Map<string, Component[]> {
  const found = new Map<string, Component[]>()
  for (const one of components) found.set(one.licence, [...(found.get(one.licence) ?? []), one])
  return found
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
