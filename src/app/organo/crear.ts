import { deOrgano } from "../../cards/respuesta.ts"
import { siglasDeNombre } from "../../domain/comienzo/siglas.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../domain/reglas/perfil-reglas-default.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Actuacion } from "../actuacion.ts"
import { asentarCargo } from "../cargo/registrar.ts"
import { registrarDesignacion } from "../directorio/designacion.ts"
import { crearOrgano, fijarReglas } from "../directorio/organo.ts"
import { enDirectorio, type Hecho, hecho, type Registro } from "../directorio/registro.ts"

/** Where the first rules of a body come from. */
export type OrigenReglas = "del_superior" | "usuales"

export interface DatosSubOrgano {
  readonly tipo: "subcomision" | "grupo_de_trabajo"
  readonly nombreOficial: string
  readonly nombreCorto: string
  readonly reglas: OrigenReglas
  /** Which institution coordinates it, until when; `null`: nobody has said. */
  readonly coordinacion: { readonly institucion: Institucion; readonly hasta: Fecha } | null
}

export const nombreDeCoordinacion = (nombreCorto: string): string => `Coordinación ${deOrgano(nombreCorto)}`

/** A body below another, with its rules, its coordination, and as its Secretaría Técnica whoever creates it: all or none. */
export function crearSubOrgano(actuacion: Actuacion, datos: DatosSubOrgano): Promise<Hecho<Organo>> {
  const { data, organo: superior, persona, plataforma, now } = actuacion
  const autor = { persona, organoId: superior.id, plataforma, now }
  return enDirectorio(data, autor, async (registro) => {
    const { tipo, nombreOficial, nombreCorto } = datos
    const { zona } = superior
    const creado = await crearOrgano(registro, {
      tipo,
      nombreOficial,
      nombreCorto,
      zona,
      padreId: superior.id,
    })
    if (creado.kind === "reparo") return creado
    const organo = creado.valor
    const reglas = await fijarReglas(
      registro,
      organo.id,
      ...(await primerasReglas(registro, actuacion, datos)),
    )
    if (reglas.kind === "reparo") return reglas
    const secretaria = await suSecretaria(registro, actuacion, organo)
    if (secretaria.kind === "reparo") return secretaria
    if (datos.coordinacion !== null) {
      const { institucion, hasta } = datos.coordinacion
      const cargo = { nombre: nombreDeCoordinacion(nombreCorto), desde: actuacion.hoy, hasta }
      await asentarCargo(registro.repositories, { ...actuacion, organo }, institucion, cargo)
    }
    return hecho(organo)
  })
}

/**
 * The rules as they are today in the body above, or the usual ones; from today on, with their source. Claves begin with its own
 * siglas, and who must be there is each body's to say.
 */
async function primerasReglas(
  { repositories: { organos } }: Registro,
  { organo: superior, hoy }: Actuacion,
  { reglas: origen, nombreCorto }: DatosSubOrgano,
): Promise<readonly [Omit<PerfilReglas, "version">, string]> {
  const suyas = origen === "del_superior" ? await organos.perfil(superior.id, hoy) : null
  const { version: _, ...reglas } = suyas ?? PERFIL_PREDETERMINADO
  const { quorum } = reglas.sesiones
  const plantilla = reglas.claveAcuerdo.replace(/^[^{]*/u, "")
  return [
    {
      ...reglas,
      vigenteDesde: hoy,
      claveAcuerdo: `${siglasDeNombre(nombreCorto)}/${plantilla}`,
      sesiones: { ...reglas.sesiones, quorum: { ...quorum, composicion: [] } },
    },
    suyas === null ? "las reglas usuales del programa" : `las reglas ${deOrgano(superior.nombreCorto)}`,
  ]
}

/** The same post that they have in the body above: without it nobody could run the new one. */
async function suSecretaria(
  registro: Registro,
  { organo: superior, persona, hoy }: Actuacion,
  organo: Organo,
): Promise<Hecho<unknown>> {
  const puestos = await registro.repositories.personas.designaciones(persona.id, hoy)
  const suya = puestos.find(
    ({ organoId, calidad }) => organoId === superior.id && calidad === "secretaria_tecnica",
  )
  return registrarDesignacion(registro, {
    personaId: persona.id,
    organoId: organo.id,
    institucionId: suya?.institucionId ?? null,
    calidad: "secretaria_tecnica",
    desde: hoy,
  })
}
