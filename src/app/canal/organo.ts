import type { CanalVista } from "../../cards/canal/canales.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { type Busqueda, primerNivel } from "../../domain/texto/busqueda.ts"
import { sugerir } from "../../domain/texto/sugerencia.ts"
import { comoSeEscribe, normalizar } from "../../domain/texto/texto.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesEnUso } from "./canales.ts"
import { type Conexiones, sinRecepcion } from "./recepcion.ts"

/** All that a body speaks through, the broken ones first, each with what is known of its health. */
export async function listarCanales(
  read: Repositories,
  conexiones: Conexiones,
  organo: Organo,
): Promise<readonly CanalVista[]> {
  const canales = await canalesEnUso(read, organo)
  const organos = new Map((await read.organos.all()).map((one) => [one.id, one]))
  const instituciones = new Map((await read.instituciones.all()).map((one) => [one.id, one]))
  const sordos = await sinRecepcion(read, conexiones, canales)
  const accepted = await read.deliveryReview.lastAccepted(canales.map(({ id }) => id))
  const vistas = canales.map(
    (canal): CanalVista => ({
      canal,
      institucion: instituciones.get(canal.institucionId ?? "") ?? null,
      de: canal.organoId === organo.id ? null : (organos.get(canal.organoId) ?? null),
      sinRecepcion: sordos.get(canal.id) ?? null,
      ultimoEnvio: accepted.get(canal.id) ?? null,
    }),
  )
  const sordo = ({ canal, sinRecepcion: porque }: CanalVista) => canal.activo && porque !== null
  return vistas.sort((a, b) => Number(sordo(b)) - Number(sordo(a)))
}

/** Finds a channel that a body speaks through by its clave, its name or its institution. */
export async function buscarCanal(
  read: Pick<Repositories, "canales" | "organos" | "instituciones">,
  organo: Organo,
  typed: string,
): Promise<Busqueda<Canal>> {
  const canales = await canalesEnUso(read, organo)
  const plain = normalizar(typed).replace(/^#/u, "")
  const escrito = comoSeEscribe(typed).replace(/^#/u, "")
  const named = primerNivel([
    canales.filter(({ clave }) => comoSeEscribe(clave) === escrito),
    canales.filter(({ nombre }) => comoSeEscribe(nombre).replace(/^#/u, "") === escrito),
    canales.filter(({ clave }) => normalizar(clave) === plain),
    canales.filter(({ nombre }) => normalizar(nombre).replace(/^#/u, "") === plain),
  ])
  if (named !== null) return named
  const found = buscarInstitucion(typed, await read.instituciones.all())
  const ids =
    found.kind === "una" ? [found.item.id] : found.kind === "varias" ? found.items.map(({ id }) => id) : []
  const suyos = canales.filter(({ institucionId }) => ids.includes(institucionId ?? ""))
  const byInstitution = found.kind === "una" && found.exacta ? primerNivel([suyos]) : primerNivel([], suyos)
  if (byInstitution !== null) return byInstitution
  const candidatos = canales.map((item) => ({ item, formas: [item.clave, item.nombre] }))
  return { kind: "ninguna", parecidas: sugerir(plain, candidatos) }
}
