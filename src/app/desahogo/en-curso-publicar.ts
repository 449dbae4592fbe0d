import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { canalesDe } from "../canal/canales.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { atOnce, type Message } from "../mensaje/delivery.ts"
import { enqueueIn } from "../mensaje/enqueue.ts"
import { modeloEnCurso, tarjetaEnCurso } from "./en-curso-revision.ts"

/**
 * The card that shows how the session goes, once in each of the members' channels; afterwards it is changed in its
 * place. A second call of the same session, after one without quórum, has a card of its own.
 */
export async function publicarEnCurso(
  repositories: Repositories,
  { organo, hoy, now }: Pick<Actuacion, "organo" | "hoy" | "now">,
  sesion: Sesion,
): Promise<void> {
  const canales = await dondeSeSigue(repositories, organo, hoy, sesion)
  if (canales.length === 0) return
  const mensaje: Message = {
    purpose: "aviso",
    subject: ["en_curso", sesion.id, String(sesion.llamado)],
    organo,
    card: await tarjetaEnCurso(repositories, organo, sesion),
    ...atOnce(now),
    why: `Desarrollo de ${sesion.clave}: se instaló la sesión.`,
    ...modeloEnCurso(sesion),
  }
  await enqueueIn(repositories, canales, mensaje, now)
}

/** The channels in which all members read; a body without any has those of each institution. */
async function dondeSeSigue(
  read: Repositories,
  organo: Organo,
  hoy: Fecha,
  { difusion }: Sesion,
): Promise<readonly Canal[]> {
  if (difusion === "interna") return []
  const comunes = await canalesDe(read, organo, "integrantes")
  if (comunes.length > 0) return comunes
  return (await destinosDeIntegrantes(read, organo, hoy)).canales.map(({ canal }) => canal)
}
