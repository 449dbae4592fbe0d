import { type Import, isFile } from "./imports.ts"
import { LAYERS, type Layer } from "./layers.ts"

const TABLE = "test/architecture/layers.ts"

/**
 * Every import that the table does not allow, with what is allowed in its place. `all`: those that there are, where only
 * some are asked about.
 */
export function violations(imports: readonly Import[], all = imports): readonly string[] {
  return imports.flatMap((one) => {
    const why = refusal(one, all)
    return why === null ? [] : [`${one.from}:${one.line} imports ${one.to}: ${why}`]
  })
}

function refusal({ from, to }: Import, all: readonly Import[]): string | null {
  const [name, layer] = layerOf(from) ?? []
  if (name === undefined || layer === undefined) return `${from} is in no layer of ${TABLE}`
  if (!isFile(to)) {
    if (layer.packages.includes(to)) return null
    if (name === "adapters/*") return ofAnother(from, to, all)
    return `${name} may import the packages ${list(layer.packages)}`
  }
  if (sameLayer(name, from, to)) return outOfOrder(name, layer, from, to)
  if (layer.uses.some((pattern) => covers(pattern, to))) return null
  return `${name} may import ${list(layer.uses)}, and itself`
}

const list = (names: readonly string[]) => (names.length === 0 ? "nothing" : names.join(", "))

/** The longest name of the table that covers a file. */
function layerOf(file: string): readonly [string, Layer] | undefined {
  return Object.entries(LAYERS)
    .filter(([name]) => covers(name, file))
    .sort(([a], [b]) => b.length - a.length)[0]
}

/** `src/app` covers what is in it; `adapters/*` covers each folder of adapters. */
function covers(pattern: string, file: string): boolean {
  const names = pattern.split("/")
  const path = file.split("/")
  return names.length <= path.length && names.every((name, i) => name === "*" || name === path[i])
}

/** One adapter does not know another. */
function sameLayer(name: string, from: string, to: string): boolean {
  if (layerOf(to)?.[0] !== name) return false
  return name !== "adapters/*" || from.split("/")[1] === to.split("/")[1]
}

function outOfOrder(name: string, { order = ["."] }: Layer, from: string, to: string): string | null {
  if (name === "adapters/*") return null
  const [a, b] = [folderIn(name, from), folderIn(name, to)]
  for (const folder of [a, b])
    if (!order.includes(folder)) return `${name}/${folder} has no place in the order of ${TABLE}`
  return order.indexOf(b) <= order.indexOf(a) ? null : `in ${name}, ${b} comes after ${a}`
}

/** `sesion` for `src/app/sesion/crear.ts`, `.` for `src/app/consulta.ts`. */
function folderIn(layer: string, file: string): string {
  const [folder = ".", ...rest] = file.slice(layer.length + 1).split("/")
  return rest.length === 0 ? "." : folder
}

/** What an adapter imports besides the shared packages is its platform's: nobody else may have it. */
function ofAnother(from: string, to: string, all: readonly Import[]): string | null {
  const own = from.split("/").slice(0, 2).join("/")
  const other = all.find((one) => one.to === to && !one.from.startsWith(`${own}/`))
  return other === undefined ? null : `${other.from} imports it too, and an SDK is one adapter's alone`
}
