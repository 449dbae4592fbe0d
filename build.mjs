// `npm run build`: the whole program in `dist/`, ready to run under `node` alone, with no other package to install but
// what is copied beside it. It is faster to start than the sources, and a server can hold it read-only.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { basename, dirname, join, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const root = dirname(fileURLToPath(import.meta.url))
const out = resolve(process.argv[2] ?? join(root, "dist"))
/** Programs to compile beside ours, under their own names: those that the tests start. */
const OTHERS = Object.fromEntries(process.argv.slice(3).map((path) => [basename(path, ".ts"), path]))
/** It brings a WebAssembly database of its own, which it looks for beside itself. */
const APART = "@electric-sql/pglite"
/** Files that the program reads, where it looks for them: as far from the top as in the sources. */
const FILES = [
  "LICENSE",
  "adapters/consola/page",
  "docs/licencias.md",
  "docs/verificar-bitacora.mjs",
  "prisma/demo",
  "prisma/migrations",
  `node_modules/${APART}`,
  // What pictures are drawn by, and with which letters.
  "node_modules/@resvg/resvg-wasm/index_bg.wasm",
  ...["400Regular/PublicSans_400Regular", "700Bold/PublicSans_700Bold"].map(
    (letra) => `node_modules/@expo-google-fonts/public-sans/${letra}.ttf`,
  ),
]

/** A file that asks where it is (to find those that it reads) is answered as if it still stood there. */
const addresses = {
  name: "addresses",
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8")
      if (path.includes("node_modules") || !text.includes("import.meta.url")) return undefined
      const here = JSON.stringify(`./${relative(root, path)}`)
      return {
        loader: "ts",
        contents: text.replaceAll("import.meta.url", `new URL(${here}, import.meta.url).href`),
      }
    })
  },
}

/** Packages written for `require` look for these. */
const banner = `import { createRequire as __createRequire } from "node:module"
import { dirname as __dirnameOf } from "node:path"
import { fileURLToPath as __fileOf } from "node:url"
const require = __createRequire(import.meta.url)
const __filename = __fileOf(import.meta.url)
const __dirname = __dirnameOf(__filename)`

await rm(out, { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: "src/main.ts", plenaria: "src/cli.ts", ...OTHERS },
  outdir: out,
  outExtension: { ".js": ".mjs" },
  // Beside the entries: from there, too, "./src/…" is where a file stood.
  chunkNames: "parte-[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  banner: { js: banner },
  // The last ones are optional accelerators that nobody installs here.
  external: [APART, `${APART}/*`, "zlib-sync", "bufferutil", "utf-8-validate", "pg-native"],
  plugins: [addresses],
})

for (const file of FILES) {
  await mkdir(dirname(join(out, file)), { recursive: true })
  await cp(join(root, file), join(out, file), { recursive: true })
}
const { name, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"))
await writeFile(
  join(out, "package.json"),
  `${JSON.stringify({ name, version, private: true, type: "module" }, null, 2)}\n`,
)
await writeFile(join(out, "AVISOS.txt"), await notices(Object.keys(metafile.inputs)))

/** The licence of every package whose code is inside, which is what those licences ask for. */
async function notices(inputs) {
  const packages = new Set()
  for (const input of inputs) {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? []
    if (folder) packages.add(folder)
  }
  const parts = [...packages].sort().map(async (folder) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length)
    const text = await licenceIn(join(root, folder))
    return `=== ${name}\n\n${text.trim()}\n`
  })
  return (await Promise.all(parts)).join("\n")
}

async function licenceIn(folder) {
  const names = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "License", "LICENCE", "LICENSE-MIT.txt"]
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8").catch(() => null)
    if (text !== null) return text
  }
  const { license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"))
  return `Licencia: ${license ?? "sin declarar"}`
}
