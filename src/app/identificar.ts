import { institucionEnFecha } from "../domain/directorio/institucion.ts"
import { estaCerrado } from "../domain/directorio/suborgano.ts"
import type { Invitacion } from "../domain/sesion/invitacion.ts"
import { fechaEnZona } from "../domain/tiempo/tiempo.ts"
import type { Designacion, Organo, Persona } from "../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../domain/tipos/tiempo.ts"
import type { Actor } from "../domain/visibilidad/actor.ts"
import type { Repositories } from "../ports/repositories/unit-of-work.ts"

type Lectura = Pick<Repositories, "personas" | "organos" | "invitaciones" | "instituciones">

/** Who asks, with the posts in force on a date. Only an approved link between account and person counts. */
export async function identificar(read: Lectura, persona: Persona | null, fecha: Fecha): Promise<Actor> {
  if (!persona) return { kind: "sin_vincular" }
  const designaciones = await read.personas.designaciones(persona.id, fecha)
  const suplePresidencia = await presidenciasQueSuple(read, designaciones, fecha)
  const invitaciones = await invitacionesDe(read, designaciones)
  const sucesiones = await sucesionesDe(read, fecha)
  return { kind: "vinculado", persona, designaciones, suplePresidencia, sucesiones, invitaciones }
}

/** Who answers on a date for each institution that ended before it. */
async function sucesionesDe({ instituciones }: Lectura, fecha: Fecha) {
  const todas = await instituciones.all()
  return todas.flatMap((una) => {
    const { id } = institucionEnFecha(una, fecha, todas)
    return id === una.id ? [] : [{ antecesora: una.id, sucesora: id }]
  })
}

/** What the institutions are invited to for which they come as invitado especial. */
async function invitacionesDe({ invitaciones }: Lectura, designaciones: readonly Designacion[]) {
  const suyas: Invitacion[] = []
  for (const { calidad, organoId, institucionId } of designaciones)
    if (calidad === "invitado_especial" && institucionId !== null)
      suyas.push(...(await invitaciones.de(organoId, [institucionId])))
  return suyas
}

/** The bodies over which the institution that they are suplente of presides. Their powers begin with the oficio. */
async function presidenciasQueSuple(
  { organos }: Lectura,
  designaciones: readonly Designacion[],
  fecha: Fecha,
): Promise<readonly string[]> {
  const suyas: string[] = []
  for (const { calidad, oficio, organoId, institucionId } of designaciones) {
    if (calidad !== "suplente" || oficio === null) continue
    const asientos = await organos.integrantes(organoId, fecha)
    if (asientos.some((seat) => seat.rol === "presidencia" && seat.institucionId === institucionId))
      suyas.push(organoId)
  }
  return suyas
}

export type OrganoDelLugar =
  | { readonly kind: "uno"; readonly organo: Organo }
  | { readonly kind: "ninguno" }
  /** Nothing says which: ask from a linked channel. */
  | { readonly kind: "varios"; readonly organos: readonly Organo[] }

/** The body a question is about: the channel's, else the only root body, else the only one in which the asker acts. None that is closed. */
export function organoDelLugar(
  organos: readonly Organo[],
  delCanal: string | null,
  actor: Actor,
  now: Instante,
): OrganoDelLugar {
  if (organos.length === 0) return { kind: "ninguno" }
  const abiertos = organos.filter((organo) => !estaCerrado(organo, fechaEnZona(now, organo.zona)))
  const raices = abiertos.filter((organo) => organo.padreId === null)
  const propios = dondeActua(abiertos, actor)
  const candidatos = [organos.filter((organo) => organo.id === delCanal), raices, propios]
  for (const [organo, otro] of candidatos) if (organo && !otro) return { kind: "uno", organo }
  return { kind: "varios", organos: [propios, raices, abiertos].find((some) => some.length > 0) ?? organos }
}

/** The bodies in which somebody has a post, without those below another of them. */
function dondeActua(organos: readonly Organo[], actor: Actor): readonly Organo[] {
  if (actor.kind === "sin_vincular") return []
  const porId = new Map(organos.map((organo) => [organo.id, organo]))
  const suyos = new Set(actor.designaciones.map((post) => post.organoId))
  const bajoUnoSuyo = ({ padreId }: Organo): boolean => {
    const padre = porId.get(padreId ?? "")
    return padre !== undefined && (suyos.has(padre.id) || bajoUnoSuyo(padre))
  }
  return organos.filter((organo) => suyos.has(organo.id) && !bajoUnoSuyo(organo))
}
