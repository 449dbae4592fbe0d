import { normalizar } from "../../domain/texto/texto.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Medio } from "../../domain/tipos/canal.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { vincularCuenta } from "../directorio/cuenta.ts"
import { registrarDesignacion } from "../directorio/designacion.ts"
import { crearOrgano, type DatosOrgano } from "../directorio/organo.ts"
import { type DatosPersona, registrarPersona } from "../directorio/persona.ts"
import { enDirectorio, type Hecho, hecho, type Registro } from "../directorio/registro.ts"
import { reclamo } from "./codigo-inicial.ts"

interface QuienComienza {
  readonly data: UnitOfWork
  readonly user: ExternalUser
  readonly platform: Medio
  readonly now: Instante
}

type Quien = Pick<DatosPersona, "nombre" | "cargo">

/** The account did not claim the beginning, or it is over. */
type SinReclamo = { readonly kind: "sin_reclamo" }

/** The first body, and whoever claimed the beginning as its Secretaría Técnica: both or neither. */
export function comenzarOrgano(
  comienza: QuienComienza,
  datos: DatosOrgano,
  quien: Quien,
): Promise<Hecho<Organo> | SinReclamo> {
  return reclamando(comienza, null, async (registro) => {
    const organo = await crearOrgano(registro, datos)
    if (organo.kind === "reparo") return organo
    const persona = await registrarPersona(registro, quien)
    if (persona.kind === "reparo") return persona
    return designar(registro, comienza.user, organo.valor, persona.valor)
  })
}

/**
 * Whoever claimed the beginning becomes the Secretaría Técnica of a body that is on record already: the person of the
 * directory with that name or that clave, or a new one.
 */
export function comenzarConOrgano(
  comienza: QuienComienza,
  organo: Organo,
  quien: Quien,
): Promise<Hecho<Organo> | SinReclamo> {
  return reclamando(comienza, organo.id, async (registro) => {
    const nombre = normalizar(quien.nombre)
    const tocayas = (await registro.repositories.directorioWriter.personas()).filter(
      (una) => normalizar(una.nombre) === nombre || una.clave === quien.nombre,
    )
    const [conocida, otra] = tocayas
    // Of two with the same name the act itself says that the clave tells them apart.
    const persona = conocida && !otra ? hecho(conocida) : await registrarPersona(registro, quien)
    return persona.kind === "reparo" ? persona : designar(registro, comienza.user, organo, persona.valor)
  })
}

function reclamando(
  { data, user, platform, now }: QuienComienza,
  organoId: string | null,
  work: (registro: Registro) => Promise<Hecho<Organo>>,
): Promise<Hecho<Organo> | SinReclamo> {
  const autor = { persona: null, organoId, plataforma: platform, now }
  return enDirectorio<Hecho<Organo> | SinReclamo>(data, autor, async (registro) => {
    if (!(await reclamo(registro.repositories, user, now))) return { kind: "sin_reclamo" }
    const result = await work(registro)
    if (result.kind === "hecho") await registro.repositories.codigoInicial.retirar()
    return result
  })
}

async function designar(
  registro: Registro,
  user: ExternalUser,
  organo: Organo,
  persona: Persona,
): Promise<Hecho<Organo>> {
  const { repositories, now } = registro
  const hoy = fechaEnZona(now, organo.zona)
  const vinculada = await vincularCuenta(registro, user, persona)
  if (vinculada.kind === "reparo") return vinculada
  const designaciones = await repositories.personas.designaciones(persona.id, hoy)
  const yaLoEs = designaciones.some(
    ({ organoId, calidad }) => organoId === organo.id && calidad === "secretaria_tecnica",
  )
  if (yaLoEs) return hecho(organo)
  const designada = await registrarDesignacion(registro, {
    personaId: persona.id,
    organoId: organo.id,
    institucionId: null,
    calidad: "secretaria_tecnica",
    desde: hoy,
  })
  return designada.kind === "reparo" ? designada : hecho(organo)
}
