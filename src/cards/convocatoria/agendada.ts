import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Card } from "../card.ts"
import { marcaDemo, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"

/** What the deliveries say of a session's event in the calendar of a workspace. */
export function agendadaCard(organo: Organo, sesion: Sesion): Card {
  return {
    title: `Evento de ${sesion.clave} en la agenda del espacio`,
    tone: "aviso",
    blocks: [texto(`${sesion.etiqueta}: ${cuando(sesion, organo)}.`)],
    actions: [],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
