import { asientoTraslapado } from "../../domain/directorio/puestos.ts"
import { seTraslapan } from "../../domain/directorio/vigencia.ts"
import type { Institucion, Integrante } from "../../domain/tipos/directorio.ts"
import type { CambiosAsiento } from "../../ports/repositories/directorio.ts"
import { primero, reparoDeVigencia } from "./datos.ts"
import { asentar, type Hecho, hecho, type Registro, reparo } from "./registro.ts"

/** A seat in a body; what is left out nobody has said. */
export interface DatosAsiento
  extends Pick<Integrante, "organoId" | "conVoto" | "rol">,
    Partial<Pick<Integrante, "orden" | "fundamento" | "desde" | "hasta">> {}

export async function registrarAsiento(
  registro: Registro,
  institucion: Institucion,
  { orden = null, fundamento = null, desde = null, hasta = null, ...datos }: DatosAsiento,
): Promise<Hecho<Integrante>> {
  const { directorioWriter } = registro.repositories
  const { organoId } = datos
  const otros = await directorioWriter.asientos(organoId)
  const propio = asientoTraslapado(
    { organo: organoId, institucion: institucion.id, desde, hasta },
    otros.map((uno) => ({ ...uno, organo: uno.organoId, institucion: uno.institucionId })),
  )
  const mal = primero(
    reparoDeVigencia({ desde, hasta }),
    propio
      ? {
          campo: "desde",
          kind: "se_traslapa",
          con: institucion.siglas,
          desde: propio.desde,
          hasta: propio.hasta,
        }
      : null,
    await reparoDeOrden(registro, otros, { orden, desde, hasta, institucionId: institucion.id }),
  )
  if (mal) return reparo(mal)
  const asiento = await directorioWriter.createIntegrante({
    ...datos,
    institucionId: institucion.id,
    orden,
    fundamento,
    desde,
    hasta,
  })
  if (asiento === null)
    return reparo({ campo: "desde", kind: "se_traslapa", con: institucion.siglas, desde, hasta })
  await asentar(registro, {
    tipo: "asiento.registrado",
    objeto: `integrante:${asiento.id}`,
    organoId,
    despues: asiento,
  })
  return hecho(asiento)
}

/** With or without a vote, another role or place, or its last day: what is given is changed. */
export async function cambiarAsiento(
  registro: Registro,
  asiento: Integrante,
  cambios: CambiosAsiento,
): Promise<Hecho<Integrante>> {
  const { directorioWriter } = registro.repositories
  const nuevo = { ...asiento, ...cambios }
  const otros = (await directorioWriter.asientos(asiento.organoId)).filter(({ id }) => id !== asiento.id)
  const mal = primero(
    reparoDeVigencia(nuevo),
    nuevo.orden === asiento.orden ? null : await reparoDeOrden(registro, otros, nuevo),
    Object.entries(cambios).every(([campo, valor]) => Reflect.get(asiento, campo) === valor)
      ? { campo: "institucion", kind: "sin_cambio" }
      : null,
  )
  if (mal) return reparo(mal)
  await directorioWriter.updateIntegrante(asiento.id, cambios)
  await asentar(registro, {
    tipo: "asiento.cambiado",
    objeto: `integrante:${asiento.id}`,
    organoId: asiento.organoId,
    antes: asiento,
    despues: nuevo,
  })
  return hecho(nuevo)
}

/** Two institutions are not at one place of the list at the same time. */
async function reparoDeOrden(
  { repositories: { instituciones } }: Registro,
  otros: readonly Integrante[],
  asiento: Pick<Integrante, "orden" | "desde" | "hasta" | "institucionId">,
) {
  if (asiento.orden === null) return null
  const ocupante = otros.find(
    (otro) =>
      otro.orden === asiento.orden &&
      otro.institucionId !== asiento.institucionId &&
      seTraslapan(otro, asiento),
  )
  if (!ocupante) return null
  const de = (await instituciones.byId(ocupante.institucionId))?.siglas ?? ""
  return { campo: "orden", kind: "lugar_ocupado", de } as const
}
