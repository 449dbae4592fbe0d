import type { EntradaCalendario } from "../../cards/calendario/entrada.ts"
import type { CardFile } from "../../cards/card.ts"
import { nombreDeArchivo } from "../../domain/texto/nombre-de-archivo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { TIPO_CALENDARIO } from "../calendario/archivo.ts"
import { archivoDeSesion, entradaConvocada, huellaDeToken } from "../calendario/leer.ts"
import { nuevoToken } from "../calendario/suscribir.ts"

/**
 * The calendar entry that goes with a version of the convocatoria, written in the transaction that sends it; `null`: the
 * session never had a date. Where this server is reached from outside is known, the file has an address too, for the
 * platforms that take no file; one address for each version, and all of them answer with how the session stands.
 */
export async function adjuntoConvocatoria(
  repositories: Repositories,
  { organo, persona, now, direccion }: Actuacion,
  sesion: Sesion,
): Promise<CardFile | null> {
  const entrada = await entradaConvocada(repositories, organo, sesion)
  if (entrada === null) return null
  if (!direccion?.publica) return archivoDe(sesion, entrada, now, null)
  const token = nuevoToken()
  await repositories.calendario.create({
    organoId: organo.id,
    institucionId: null,
    sesionId: sesion.id,
    personaId: persona.id,
    huella: huellaDeToken(token),
    creadaEn: now,
  })
  return archivoDe(sesion, entrada, now, `${direccion.base}/calendario/sesion/${token}.ics`)
}

/** The entry as a file; `url`: where it is downloaded, where that is known. */
export function archivoDe(
  { clave }: Pick<Sesion, "clave">,
  entrada: EntradaCalendario,
  now: Instante,
  url: string | null,
): CardFile {
  return {
    name: `${nombreDeArchivo(clave)}.ics`,
    mediaType: TIPO_CALENDARIO,
    content: archivoDeSesion(entrada, now),
    label: etiqueta(entrada),
    url,
  }
}

function etiqueta({ estado, version }: EntradaCalendario): string {
  if (estado === "CANCELLED") return "Quitar de su calendario"
  return version > 1 ? "Actualizar su calendario" : "Agregar a su calendario"
}
