import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Method = (...args: readonly unknown[]) => unknown

/**
 * The same data, of which each question is asked once: two rehearsals that are compared look at the same, and take little
 * longer than one. What is asked day after day is asked of a stretch of days on which the answer is one. Only for who reads.
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
  return porTramos(
    Object.fromEntries(names.map((name) => [name, repositorio(name, read[name])])) as unknown as Repositories,
  )
}

/** Questions about one day, asked of the first day of the stretch that it belongs to; those about a range, of its years. */
function porTramos(read: Repositories): Repositories {
  const { organos, personas, directorioWriter, inhabiles, compromisos } = read
  return {
    ...read,
    organos: {
      ...organos,
      perfil: async (organoId, fecha) => {
        const versiones = await organos.versiones(organoId)
        const comienzos = versiones.map(({ perfil }) => perfil.vigenteDesde)
        return organos.perfil(organoId, comienzoDe(fecha, comienzos))
      },
      integrantes: async (organoId, fecha) =>
        organos.integrantes(organoId, comienzoDe(fecha, cambios(await directorioWriter.asientos(organoId)))),
    },
    personas: {
      ...personas,
      designados: async (organoId, fecha) => {
        const comienzos = cambios(await directorioWriter.designaciones(organoId))
        return personas.designados(organoId, comienzoDe(fecha, comienzos))
      },
    },
    inhabiles: {
      ...inhabiles,
      allBetween: async (desde, hasta) =>
        (await inhabiles.allBetween(`${anio(desde)}-01-01`, `${anio(hasta)}-12-31`)).filter(
          ({ fecha }) => desde <= fecha && fecha <= hasta,
        ),
    },
    compromisos: {
      ...compromisos,
      list: async (filter) => {
        const { venceHasta } = filter
        if (venceHasta === undefined) return compromisos.list(filter)
        const todos = await compromisos.list({ ...filter, venceHasta: `${anio(venceHasta)}-12-31` })
        return todos.filter(({ compromiso }) => (fechaVigente(compromiso) ?? "") <= venceHasta)
      },
    },
  }
}

const anio = (fecha: Fecha): string => fecha.slice(0, 4)

/** The days from which on who is there is no longer the same. */
const cambios = (
  vigencias: readonly { readonly desde: Fecha | null; readonly hasta: Fecha | null }[],
): readonly Fecha[] =>
  vigencias.flatMap(({ desde, hasta }) => [
    ...(desde === null ? [] : [desde]),
    ...(hasta === null ? [] : [sumarDias(hasta, 1)]),
  ])

/** The last of these days up to a date; before them all, the date itself. */
const comienzoDe = (fecha: Fecha, comienzos: readonly Fecha[]): Fecha =>
  comienzos.reduce<Fecha | null>(
    (ultimo, uno) => (uno <= fecha && (ultimo === null || uno > ultimo) ? uno : ultimo),
    null,
  ) ?? fecha
