import { bienvenidaCard, vinculacionRechazadaCard } from "../../cards/directorio/vinculada.ts"
import { vigenteEn } from "../../domain/directorio/vigencia.ts"
import type { Institucion, Persona, SolicitudVinculacion } from "../../domain/tipos/directorio.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarCuenta, avisarOtraCuenta } from "./avisar.ts"
import { vincularCuenta } from "./cuenta.ts"
import { registrarDesignacion } from "./designacion.ts"
import { entregarLoSuyo } from "./entrega.ts"
import { registrarPersona } from "./persona.ts"
import { asentar, enDirectorio, type Hecho, hecho, type Registro } from "./registro.ts"

/** As whom an account is recognised: somebody on record, or a new person; and for what. */
export interface Reconocimiento
  extends Pick<SolicitudVinculacion, "nombre" | "cargo" | "calidad" | "oficio"> {
  readonly institucion: Institucion
  /** Somebody who is on record; `null`: a new person, with that name and post. */
  readonly persona: Persona | null
  /** Somebody with that name is on record, and this is another person. */
  readonly esOtra: boolean
}

/** It waits no more: somebody answered it, or the account asked again. */
interface YaResuelta {
  readonly kind: "ya_resuelta"
}

/**
 * The account is that person's, the person has that designation, and is told so: all of it or nothing. A designation that the
 * person has already is left as it is.
 */
export function aprobarVinculacion(
  { data, organo, persona: quien, plataforma, now, hoy }: Actuacion,
  solicitud: SolicitudVinculacion,
  { institucion, persona: registrada, nombre, cargo, calidad, oficio, esOtra }: Reconocimiento,
): Promise<Hecho<Persona> | YaResuelta> {
  const autor = { persona: quien, organoId: organo.id, plataforma, now }
  return enDirectorio<Hecho<Persona> | YaResuelta>(data, autor, async (registro) => {
    const { repositories } = registro
    const nueva = registrada ? hecho(registrada) : await registrarPersona(registro, { nombre, cargo, esOtra })
    if (nueva.kind === "reparo") return nueva
    const persona = nueva.valor
    const puesto = { personaId: persona.id, organoId: organo.id, institucionId: institucion.id, calidad }
    if (!(await laTiene(registro, puesto, hoy))) {
      const designada = await registrarDesignacion(registro, { ...puesto, oficio, desde: hoy })
      if (designada.kind === "reparo") return designada
    }
    const vinculada = await vincularCuenta(registro, solicitud, persona)
    if (vinculada.kind === "reparo") return vinculada
    await avisarOtraCuenta(repositories, organo, { persona, nueva: solicitud, now })
    const resuelta = {
      estado: "aprobada",
      personaId: persona.id,
      motivo: null,
      resuelveId: quien.id,
    } as const
    if (!(await repositories.vinculaciones.resolve(solicitud.id, resuelta, now)))
      return { kind: "ya_resuelta" }
    await asentar(registro, {
      tipo: "vinculacion.aprobada",
      objeto: `solicitud_vinculacion:${solicitud.id}`,
      despues: { persona: persona.clave, calidad, institucion: institucion.siglas },
    })
    await avisarCuenta(repositories, solicitud, {
      organo,
      subject: ["vinculada", solicitud.id],
      card: bienvenidaCard({ organo, persona, calidad, institucion }),
      why: `Vinculación aprobada: ${persona.nombre}.`,
      now,
    })
    await entregarLoSuyo(registro, solicitud, { organo, persona, hoy })
    return hecho(persona)
  })
}

async function laTiene(
  { repositories: { directorioWriter } }: Registro,
  puesto: Pick<
    Parameters<typeof registrarDesignacion>[1],
    "personaId" | "organoId" | "institucionId" | "calidad"
  >,
  hoy: string,
): Promise<boolean> {
  const puestos = await directorioWriter.puestos(puesto.personaId, hoy)
  return puestos.some(
    (uno) =>
      uno.organoId === puesto.organoId &&
      uno.calidad === puesto.calidad &&
      uno.institucionId === puesto.institucionId &&
      vigenteEn(hoy, uno),
  )
}

/** Refused, with the reason that the person reads. `false`: it waits no more. */
export async function rechazarVinculacion(
  { data, organo, persona: quien, plataforma, now }: Actuacion,
  solicitud: SolicitudVinculacion,
  motivo: string,
): Promise<boolean> {
  return data.transaction(async (repositories) => {
    const resuelta = { estado: "rechazada", personaId: null, motivo, resuelveId: quien.id } as const
    if (!(await repositories.vinculaciones.resolve(solicitud.id, resuelta, now))) return false
    await repositories.eventos.append({
      tipo: "vinculacion.rechazada",
      objeto: `solicitud_vinculacion:${solicitud.id}`,
      organoId: organo.id,
      personaId: quien.id,
      plataforma,
      antes: null,
      despues: { motivo },
      instante: now,
    })
    await avisarCuenta(repositories, solicitud, {
      organo,
      subject: ["vinculacion-rechazada", solicitud.id],
      card: vinculacionRechazadaCard(organo, motivo),
      why: `Vinculación rechazada: solicitud ${solicitud.numero}.`,
      propio: true,
      now,
    })
    return true
  })
}
