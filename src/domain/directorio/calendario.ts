import type { Organo } from "../tipos/directorio.ts"

type ConCalendario = Pick<Organo, "id" | "padreId" | "calendario">

/**
 * The bodies whose calendar a body keeps, itself first: one that names no regime works as the body above it does, with the
 * days off recorded for that one too; one that names its own has a calendar of its own.
 */
export function cuerposDelCalendario<O extends ConCalendario>(
  organo: O,
  organos: readonly O[],
): readonly O[] {
  const cuerpos = [organo]
  for (let uno: O | undefined = organo; uno !== undefined && uno.calendario === null; ) {
    const { padreId }: ConCalendario = uno
    uno = organos.find(({ id }) => id === padreId && !cuerpos.some((visto) => visto.id === id))
    if (uno !== undefined) cuerpos.push(uno)
  }
  return cuerpos
}

/** With the regime that it is counted by; `null`: neither it nor any above it names one. */
export function conCalendarioHeredado<O extends ConCalendario>(organo: O, organos: readonly O[]): O {
  const calendario = cuerposDelCalendario(organo, organos).at(-1)?.calendario ?? null
  return { ...organo, calendario }
}
