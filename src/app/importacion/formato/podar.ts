import type { z } from "zod"

type Path = readonly PropertyKey[]

/** What is left of a file without its malformed parts, so that the rest can be reviewed in the same go. */
export interface Poda {
  readonly value: unknown
  /** Where a place of what is left was in the whole file. */
  at(path: Path): Path
}

const keyOf = (path: Path) => path.map(String).join("\u0000")

/** Takes out the smallest list item that holds each problem; unknown fields go alone. */
export function podar(input: unknown, issues: readonly z.core.$ZodIssue[]): Poda {
  const out = new Set<string>()
  const blank = new Set<string>()
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) out.add(keyOf([...issue.path, key]))
      continue
    }
    const item = itemOf(issue.path)
    // Acuerdos refer to items by position: one that goes must leave its place taken.
    if (item.at(-2) === "puntos") blank.add(keyOf(item))
    else out.add(keyOf(item))
  }
  const kept = new Map<string, number[]>()
  const walk = (value: unknown, path: Path, newPath: Path): unknown => {
    if (blank.has(keyOf(path))) return { titulo: "?" }
    if (Array.isArray(value)) {
      const indices = value.map((_, i) => i).filter((i) => !out.has(keyOf([...path, i])))
      kept.set(keyOf(newPath), indices)
      return indices.map((i, to) => walk(value[i], [...path, i], [...newPath, to]))
    }
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !out.has(keyOf([...path, key])))
        .map(([key, inner]) => [key, walk(inner, [...path, key], [...newPath, key])]),
    )
  }
  const value = { ...Object(walk(input, [], [])), version: 1 }
  return {
    value,
    at: (path) =>
      path.map((part, i) =>
        typeof part === "number" ? (kept.get(keyOf(path.slice(0, i)))?.[part] ?? part) : part,
      ),
  }
}

/** `sesiones[0].puntos[2].titulo` → `sesiones[0].puntos[2]`; outside any list, the field itself. */
function itemOf(path: Path): Path {
  const last = path.findLastIndex((part) => typeof part === "number")
  return last < 0 ? path.slice(0, 1) : path.slice(0, last + 1)
}
