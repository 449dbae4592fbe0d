import type { CargoInstitucion } from "../../domain/cargo/cargo.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"

export type CargoRegistrado =
  | { readonly kind: "registrado"; readonly cargo: CargoInstitucion }
  /** Another institution holds it on some of those days. */
  | { readonly kind: "ocupado"; readonly por: CargoInstitucion }

/** Puts on record that an institution holds a post of the body for a term, as an election or an agreement gave it. */
export function registrarCargo(
  actuacion: Actuacion,
  institucion: Institucion,
  cargo: Pick<CargoInstitucion, "nombre" | "desde" | "hasta">,
): Promise<CargoRegistrado> {
  return actuacion.data.transaction((repositories) =>
    asentarCargo(repositories, actuacion, institucion, cargo),
  )
}

/** The same as part of an act that does more. */
export async function asentarCargo(
  repositories: Pick<Repositories, "cargos" | "eventos">,
  { organo, persona, plataforma, now }: Omit<Actuacion, "data">,
  institucion: Institucion,
  { nombre, desde, hasta }: Pick<CargoInstitucion, "nombre" | "desde" | "hasta">,
): Promise<CargoRegistrado> {
  const cargos = await repositories.cargos.list(organo.id)
  const por = cargos.find((uno) => uno.nombre === nombre && uno.desde <= hasta && desde <= uno.hasta)
  if (por) return { kind: "ocupado", por }
  const cargo = await repositories.cargos.register({
    organoId: organo.id,
    institucionId: institucion.id,
    nombre,
    desde,
    hasta,
    personaId: persona.id,
    registradoEn: now,
  })
  if (cargo === null) throw new Error("the same post was registered at this very moment")
  await repositories.eventos.append({
    tipo: "cargo.registrado",
    objeto: `institucion:${institucion.id}`,
    organoId: organo.id,
    personaId: persona.id,
    plataforma,
    antes: null,
    despues: cargo,
    instante: now,
  })
  return { kind: "registrado", cargo }
}
