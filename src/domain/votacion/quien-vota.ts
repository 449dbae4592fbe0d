import type { Calidad } from "../tipos/directorio.ts"
import type { Actor } from "../visibilidad/actor.ts"

/** As whom somebody is in the room, by the roll-call. */
export type CalidadEnSala = "titular" | "suplente"

/** The post by which somebody sits there; who presides does so as titular. */
const EN_SALA: Partial<Readonly<Record<Calidad, CalidadEnSala>>> = {
  titular: "titular",
  presidencia: "titular",
  suplente: "suplente",
}

/**
 * Whether there is a vote that somebody may be asked for: by their own post, or as the Secretaría Técnica, which puts on
 * record what was said in the room.
 */
export function tieneVoto(actor: Actor, organoId: string): boolean {
  if (actor.kind === "sin_vincular") return false
  return actor.designaciones.some(
    (post) =>
      post.organoId === organoId &&
      (post.calidad === "secretaria_tecnica" ||
        (post.institucionId !== null && EN_SALA[post.calidad] !== undefined)),
  )
}

/**
 * Whether somebody casts the vote of an institution: by a post in force there, as whom the roll-call has in the room. A
 * suplente's powers begin with the oficio that names them. A name is nobody's identity: what was typed in a
 * confirmation or in the roll-call gives no vote.
 */
export function puedeVotar(
  actor: Actor,
  { organoId, institucionId }: { readonly organoId: string; readonly institucionId: string },
  enSala: CalidadEnSala,
): boolean {
  if (actor.kind === "sin_vincular") return false
  return actor.designaciones.some(
    (post) =>
      post.organoId === organoId &&
      post.institucionId === institucionId &&
      EN_SALA[post.calidad] === enSala &&
      (post.calidad !== "suplente" || post.oficio !== null),
  )
}
