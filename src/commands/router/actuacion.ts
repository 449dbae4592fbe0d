import type { Actuacion } from "../../app/actuacion.ts"
import type { CommandContext } from "../definition/definition.ts"

/** Who acts, for what is written. Only for commands whose audience is linked: the router has let nobody else through. */
export function actuacionOf({
  actor,
  data,
  organo,
  hoy,
  platform,
  now,
  direccion,
}: CommandContext): Actuacion {
  if (actor.kind !== "vinculado") throw new Error("someone who is not linked reached a command that writes")
  return { data, organo, hoy, persona: actor.persona, plataforma: platform, now, direccion }
}
