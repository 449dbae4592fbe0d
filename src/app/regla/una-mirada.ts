import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Method = (...args: readonly unknown[]) => unknown

/**
 * The same data, of which each question is asked once: two rehearsals that are compared look at the same, and take little
 * longer than one. Only for who reads.
 */
export function unaMirada(read: Repositories): Repositories {
  const known = new Map<string, unknown>()
  const recordada =
    (name: string, method: Method): Method =>
    (...args) => {
      const key = JSON.stringify([name, ...args])
      if (!known.has(key)) known.set(key, method(...args))
      return known.get(key)
    }
  const repositorio = (name: string, source: object) =>
    Object.fromEntries(
      Object.keys(source).map((method) => {
        const member: unknown = Reflect.get(source, method)
        return [
          method,
          typeof member === "function"
            ? recordada(`${name}.${method}`, (...args) => Reflect.apply(member, source, args))
            : member,
        ]
      }),
    )
  const names = Object.keys(read) as (keyof Repositories)[]
  return Object.fromEntries(
    names.map((name) => [name, repositorio(name, read[name])]),
  ) as unknown as Repositories
}
