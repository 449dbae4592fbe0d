import { randomBytes } from "node:crypto"
import { asuntoSuscripcion } from "../../domain/mensaje/hechos.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { conduce, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { NewEvento } from "../../ports/repositories/bitacora.ts"
import type { Suscripcion } from "../../ports/repositories/calendario.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { puedeSuscribir } from "./lector.ts"
import { huellaDeToken } from "./leer.ts"

/** In force at once for one institution, or for the body itself; a forgotten one is to be revoked first. */
const MAXIMO = 20
/** Longer than anybody could guess, and in an address as it is. */
const TOKEN_BYTES = 32

export type SuscripcionCreada =
  /** `token` is told once: only its SHA-256 is kept. */
  | { readonly kind: "creada"; readonly suscripcion: Suscripcion; readonly token: string }
  | { readonly kind: "no_autorizada" }
  | { readonly kind: "demasiadas"; readonly maximo: number }

/** `institucion`: `null` for the body's calendar, which only those who conduct it are given. */
export function crearSuscripcion(
  actuacion: Actuacion,
  actor: Actor,
  institucion: Institucion | null,
): Promise<SuscripcionCreada> {
  const { organo, persona, now, data } = actuacion
  const institucionId = institucion?.id ?? null
  return data.transaction(async (repositories): Promise<SuscripcionCreada> => {
    if (!puedeSuscribir(actor, organo.id, institucionId)) return { kind: "no_autorizada" }
    const vigentes = await repositories.calendario.list(organo.id)
    if (vigentes.filter((una) => una.institucionId === institucionId).length >= MAXIMO)
      return { kind: "demasiadas", maximo: MAXIMO }
    const token = nuevoToken()
    const suscripcion = await repositories.calendario.create({
      organoId: organo.id,
      institucionId,
      sesionId: null,
      personaId: persona.id,
      huella: huellaDeToken(token),
      creadaEn: now,
    })
    await repositories.eventos.append(eventoDe(actuacion, "suscripcion.creada", null, suscripcion))
    return { kind: "creada", suscripcion, token }
  })
}

export const nuevoToken = () => randomBytes(TOKEN_BYTES).toString("base64url")

export interface SuscripcionVista {
  readonly suscripcion: Suscripcion
  /** `null`: the body's. */
  readonly institucion: Institucion | null
  readonly persona: Persona | null
}

/** Those in force that the asker may revoke: the body's all, or their own institutions'. */
export async function suscripcionesVisibles(
  read: Pick<Repositories, "calendario" | "instituciones" | "personas">,
  actor: Actor,
  organo: Organo,
): Promise<readonly SuscripcionVista[]> {
  const todas = await read.calendario.list(organo.id)
  const propias = institucionesDe(actor, organo.id)
  const visibles = conduce(actor, organo.id)
    ? todas
    : todas.filter(({ institucionId }) => institucionId !== null && propias.includes(institucionId))
  const instituciones = await read.instituciones.all()
  const personas = new Map<string, Persona | null>()
  for (const { personaId } of visibles)
    if (!personas.has(personaId)) personas.set(personaId, await read.personas.byId(personaId))
  return visibles.map((suscripcion) => ({
    suscripcion,
    institucion: instituciones.find(({ id }) => id === suscripcion.institucionId) ?? null,
    persona: personas.get(suscripcion.personaId) ?? null,
  }))
}

/** `false`: somebody revoked it meanwhile. The address answers nothing from now on. */
export function revocarSuscripcion(actuacion: Actuacion, suscripcion: Suscripcion): Promise<boolean> {
  return actuacion.data.transaction(async (repositories) => {
    const done = await repositories.calendario.revoke(suscripcion.id, actuacion.now)
    if (!done) return false
    const revocada = { ...suscripcion, revocadaEn: actuacion.now }
    await repositories.eventos.append(eventoDe(actuacion, "suscripcion.revocada", suscripcion, revocada))
    return true
  })
}

function eventoDe(
  actuacion: Actuacion,
  tipo: TipoEvento,
  antes: Suscripcion | null,
  despues: Suscripcion,
): NewEvento {
  return { ...evento(actuacion, tipo, "", antes, despues), objeto: asuntoSuscripcion(despues.id) }
}
