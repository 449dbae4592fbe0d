import { isDeepStrictEqual } from "node:util"
import type { Card } from "../../cards/card.ts"
import { sesionEnCursoCard } from "../../cards/desahogo/en-curso.ts"
import { asuntoDesahogo, asuntoSesion, hechoDesahogo, idDe } from "../../domain/mensaje/hechos.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { MensajeConModelo, ModeloConAsuntos, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { lectorDeIntegrantes, leerSesionEnCurso } from "./en-curso.ts"

/** What the card of a session that is being held was written from: the log speaks of the session, the fact of its acts. */
export function modeloEnCurso(sesion: Sesion): ModeloConAsuntos {
  const hechos = { [asuntoDesahogo(sesion.id)]: hechoDesahogo(sesion) }
  return { asuntos: [asuntoSesion(sesion.id)], modelo: { tipo: "en_curso", hechos, datos: null } }
}

/** The card as the members' channels may read it. */
export async function tarjetaEnCurso(read: Repositories, organo: Organo, sesion: Sesion): Promise<Card> {
  return sesionEnCursoCard(await leerSesionEnCurso(read, organo, sesion, lectorDeIntegrantes(sesion)))
}

/** One message while the session lasts: it always says how things stand, and is never sent again. */
export const revisionEnCurso: RevisionMensaje = {
  vivo: true,
  async vigente(read, mensaje): Promise<Revised> {
    const leida = await leer(read, mensaje)
    if (leida === null) return { kind: "sigue" }
    const card = await tarjetaEnCurso(read, leida.organo, leida.sesion)
    if (isDeepStrictEqual(card, mensaje.card)) return { kind: "sigue" }
    return { kind: "cambia", card, modelo: modeloEnCurso(leida.sesion).modelo }
  },
  async cuerpo(read, mensaje): Promise<Card | null> {
    const leida = await leer(read, mensaje)
    return leida === null ? null : tarjetaEnCurso(read, leida.organo, leida.sesion)
  },
}

async function leer(
  read: Repositories,
  { modelo, organoId }: MensajeConModelo,
): Promise<{ readonly sesion: Sesion; readonly organo: Organo } | null> {
  const [id] = Object.keys(modelo.hechos).flatMap((asunto) => idDe("desahogo", asunto) ?? [])
  const [sesion, organo] = await Promise.all([
    id === undefined ? null : read.sesiones.byId(id),
    read.organos.byId(organoId),
  ])
  return sesion && organo ? { sesion, organo } : null
}
