import { faltaInstitucion, titularTraslapado } from "../../domain/directorio/puestos.ts"
import { seTraslapan, vigenteEn } from "../../domain/directorio/vigencia.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Designacion } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { primero, reparoDeVigencia } from "./datos.ts"
import { asentar, type Hecho, hecho, type Registro, reparo } from "./registro.ts"

/** Who is designated for what; what is left out nobody has said. */
export interface DatosDesignacion
  extends Pick<Designacion, "personaId" | "organoId" | "institucionId" | "calidad" | "desde">,
    Partial<Pick<Designacion, "oficio" | "hasta">> {}

export async function registrarDesignacion(
  registro: Registro,
  { oficio = null, hasta = null, ...datos }: DatosDesignacion,
): Promise<Hecho<Designacion>> {
  const { personas, instituciones, directorioWriter } = registro.repositories
  const { personaId, organoId, institucionId, calidad, desde } = datos
  const otras = await directorioWriter.designaciones(organoId)
  const persona = await personas.byId(personaId)
  const existeInstitucion = institucionId === null || (await instituciones.byId(institucionId)) !== null
  const mal = primero(
    persona === null ? { campo: "persona", kind: "no_existe" } : null,
    existeInstitucion ? null : { campo: "institucion", kind: "no_existe" },
    faltaInstitucion(calidad, institucionId) ? { campo: "institucion", kind: "falta_institucion" } : null,
    reparoDeVigencia({ desde, hasta }),
    await reparoDeTraslape(registro, otras, { ...datos, hasta }),
  )
  if (mal) return reparo(mal)
  const designacion = await directorioWriter.createDesignacion({ ...datos, oficio, hasta })
  if (designacion === null)
    return reparo({ campo: "desde", kind: "se_traslapa", con: persona?.nombre ?? "", desde, hasta })
  await asentar(registro, {
    tipo: "designacion.registrada",
    objeto: `designacion:${designacion.id}`,
    organoId,
    despues: designacion,
  })
  return hecho(designacion)
}

/** The same person in the same post, or another titular of the seat, on any of its days. */
async function reparoDeTraslape(
  { repositories: { personas } }: Registro,
  otras: readonly Designacion[],
  nueva: DatosDesignacion & { readonly hasta: Fecha | null },
) {
  const puesto = { ...nueva, organo: nueva.organoId, institucion: nueva.institucionId }
  const misma = otras.find(
    (otra) =>
      otra.personaId === nueva.personaId &&
      otra.calidad === nueva.calidad &&
      otra.institucionId === nueva.institucionId &&
      seTraslapan(otra, puesto),
  )
  const titulares = otras
    .filter(({ calidad }) => calidad === "titular")
    .map((una) => ({ ...una, organo: una.organoId, institucion: una.institucionId }))
  const estorba = misma ?? titularTraslapado(puesto, titulares)
  if (!estorba) return null
  const con = (await personas.byId(estorba.personaId))?.nombre ?? ""
  const { desde, hasta } = estorba
  return { campo: "desde", kind: "se_traslapa", con, desde, hasta } as const
}

/**
 * Its last day. It is not the last one of a body's Secretaría Técnica, unless another one follows: nobody could then approve
 * anything in chat. One that ends at once is followed by somebody who has an account.
 */
export async function terminarDesignacion(
  registro: Registro,
  designacion: Designacion,
  { hasta, hoy }: { readonly hasta: Fecha; readonly hoy: Fecha },
): Promise<Hecho<Designacion>> {
  const mal = primero(
    reparoDeVigencia({ desde: designacion.desde, hasta }),
    designacion.hasta === hasta ? { campo: "hasta", kind: "sin_cambio" } : null,
    (await quedaSecretaria(registro, designacion, { hasta, hoy }))
      ? null
      : { campo: "hasta", kind: "ultima_secretaria" },
  )
  if (mal) return reparo(mal)
  await registro.repositories.directorioWriter.endDesignacion(designacion.id, hasta)
  const nueva = { ...designacion, hasta }
  await asentar(registro, {
    tipo: "designacion.terminada",
    objeto: `designacion:${designacion.id}`,
    organoId: designacion.organoId,
    antes: designacion,
    despues: nueva,
  })
  return hecho(nueva)
}

async function quedaSecretaria(
  { repositories: { directorioWriter } }: Registro,
  { id, organoId, calidad, hasta: antes }: Designacion,
  { hasta, hoy }: { readonly hasta: Fecha; readonly hoy: Fecha },
): Promise<boolean> {
  if (calidad !== "secretaria_tecnica" || (antes !== null && antes <= hasta)) return true
  const siguiente = sumarDias(hasta, 1)
  const otras = (await directorioWriter.designaciones(organoId)).filter(
    (otra) => otra.id !== id && otra.calidad === calidad && vigenteEn(siguiente, otra),
  )
  if (siguiente > sumarDias(hoy, 1)) return otras.length > 0
  for (const otra of otras) {
    const cuentas = await directorioWriter.cuentas(otra.personaId)
    if (cuentas.some(({ suspendidaEn }) => suspendidaEn === null)) return true
  }
  return false
}
