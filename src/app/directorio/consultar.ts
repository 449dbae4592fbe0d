import type { RenglonDirectorio } from "../../cards/directorio/directorio.ts"
import { buscarInstitucion, nombreEnFecha } from "../../domain/directorio/institucion.ts"
import { buscarPersona, porCalidad } from "../../domain/directorio/persona.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Lectura = Pick<Repositories, "organos" | "instituciones" | "personas">

/** Who is who in a body, and what was looked for if it was something. */
export type Directorio =
  | { readonly kind: "renglones"; readonly renglones: readonly RenglonDirectorio[] }
  | { readonly kind: "sin_resultado"; readonly buscado: string }

/**
 * Who holds a post of the body today, those of its members in their order: what public servants are, never their accounts. What is
 * looked for is an institution or part of a name.
 */
export async function consultarDirectorio(
  read: Lectura,
  organo: Organo,
  hoy: Fecha,
  buscado: string | null,
): Promise<Directorio> {
  const renglones = await renglonesDe(read, organo, hoy)
  if (buscado === null) return { kind: "renglones", renglones }
  const instituciones = renglones.flatMap(({ institucion }) => institucion ?? [])
  const una = buscarInstitucion(buscado, [...new Set(instituciones)])
  const elegidas = una.kind === "una" ? [una.item] : una.kind === "varias" ? una.items : []
  const personas = buscarPersona(
    buscado,
    renglones.map(({ persona }) => persona),
  )
  const nombradas =
    personas.kind === "una" ? [personas.item] : personas.kind === "varias" ? personas.items : []
  const found = renglones.filter(
    ({ institucion, persona }) =>
      (institucion !== null && elegidas.includes(institucion)) || nombradas.includes(persona),
  )
  return found.length === 0 ? { kind: "sin_resultado", buscado } : { kind: "renglones", renglones: found }
}

async function renglonesDe(
  { organos, instituciones, personas }: Lectura,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly RenglonDirectorio[]> {
  const [designados, asientos, todas] = await Promise.all([
    personas.designados(organo.id, hoy),
    organos.integrantes(organo.id, hoy),
    instituciones.all(),
  ])
  const lugar = new Map(asientos.map(({ institucionId }, i) => [institucionId, i]))
  const porId = new Map(todas.map((una) => [una.id, una]))
  return designados
    .map(({ designacion: { calidad, institucionId, desde, hasta }, persona }) => {
      const institucion = porId.get(institucionId ?? "") ?? null
      return { calidad, desde, hasta, persona, institucion, nombreInstitucion: nombreDe(institucion, hoy) }
    })
    .toSorted(
      (a, b) =>
        sitio(a.institucion, lugar) - sitio(b.institucion, lugar) ||
        (a.institucion?.siglas ?? "").localeCompare(b.institucion?.siglas ?? "", "es") ||
        porCalidad(a.calidad, b.calidad) ||
        a.persona.nombre.localeCompare(b.persona.nombre, "es"),
    )
}

const nombreDe = (institucion: Institucion | null, hoy: Fecha) =>
  institucion && nombreEnFecha(institucion, hoy)

/** Those who conduct without an institution first, then the seats in their order, then the rest. */
const sitio = (institucion: Institucion | null, lugar: ReadonlyMap<string, number>): number =>
  institucion === null ? -1 : (lugar.get(institucion.id) ?? lugar.size)
