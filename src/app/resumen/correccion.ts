import type { EfectoEnResumen } from "../../cards/resumen/correccion.ts"
import type { CorreccionDeHecho } from "../../domain/tipos/resumen.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { destinosDe, type Lectura, leerPublicacion } from "./destinos.ts"
import { componer, diferencias } from "./diferencias.ts"
import { consultaDe } from "./editar.ts"
import { constancia, correccionesDe, esErrata, juntarMotivos, type VersionErrata } from "./errata-preparar.ts"
import { edicionesDe } from "./versiones.ts"

/**
 * Puts facts of a session right, with what that means for its summary: nothing while it is open, the draft as long as
 * nobody published it, and afterwards an erratum that waits to be confirmed. In the caller's transaction.
 */
export async function corregirHechos<T>(
  repositories: Repositories,
  actuacion: Actuacion,
  sesionId: string,
  motivo: string,
  corregir: () => Promise<T>,
): Promise<{ readonly hecho: T; readonly resumen: EfectoEnResumen }> {
  const leer = async (): Promise<Lectura | null> => {
    const sesion = await repositories.sesiones.byId(sesionId)
    if (sesion?.estado !== "clausurada" || sesion.difusion === "interna") return null
    return leerPublicacion(consultaDe(repositories, actuacion), sesion)
  }
  const antes = await leer()
  const hecho = await corregir()
  const ahora = antes === null ? null : await leer()
  if (antes === null || ahora === null) return { hecho, resumen: { kind: "sin_resumen" } }
  if (ahora.versiones.publicada === null) {
    const previas = new Set(antes.caducas.map(({ edicion }) => edicion.parrafo))
    const caducas = ahora.caducas.filter(({ edicion }) => !previas.has(edicion.parrafo)).length
    return { hecho, resumen: { kind: "borrador", caducas } }
  }
  const cambios = await publicados(antes, ahora)
  if (cambios.length === 0) return { hecho, resumen: { kind: "sin_cambios" } }
  const hechos = componer(await correccionesDe(ahora, ahora.versiones.errata), cambios)
  const version = await guardarErrata(repositories, actuacion, ahora, { hechos, motivo })
  if (version === null) return { hecho, resumen: { kind: "sin_cambios" } }
  await repositories.eventos.append(
    evento(actuacion, "resumen.errata_preparada", sesionId, null, constancia(version)),
  )
  const { numero } = version.contenido.errata
  const marca = `${version.version}r${version.revision}`
  return { hecho, resumen: { kind: "errata", numero, correcciones: hechos, marca } }
}

/** What changed in copies that were sent: who was told nothing has nothing to be put right. */
async function publicados(antes: Lectura, ahora: Lectura): Promise<readonly CorreccionDeHecho[]> {
  const recibieron = new Set(ahora.publicadas.flatMap(({ canales }) => canales))
  const enviados = async (lectura: Lectura) =>
    (await destinosDe(lectura)).filter(({ canal }) => recibieron.has(canal.id))
  return diferencias(await enviados(antes), await enviados(ahora))
}

interface Cambios {
  readonly hechos: readonly CorreccionDeHecho[]
  readonly motivo: string
}

/** Together with what waited to be confirmed; the edits of the published version stand. */
async function guardarErrata(
  { resumenes }: Repositories,
  { persona, now }: Actuacion,
  { versiones, resumen: { sesion } }: Lectura,
  { hechos, motivo }: Cambios,
): Promise<VersionErrata | null> {
  const { todas } = versiones
  const abierta = versiones.errata ?? versiones.borrador
  const [primero] = hechos
  const anteriores = todas.filter((una) => una.estado === "publicado" && esErrata(una)).length
  const contenido = {
    ediciones: abierta?.contenido.ediciones ?? edicionesDe(versiones),
    // What was put right and then put back asks for nothing.
    errata:
      primero === undefined ? null : { ...comoParrafo(primero), numero: anteriores + 1, canales: [], hechos },
    enterados: [],
  }
  const motivos = juntarMotivos(abierta?.motivo ?? null, motivo)
  const version =
    abierta === null
      ? await resumenes.create({
          sesionId: sesion.id,
          version: todas.length + 1,
          estado: "borrador",
          contenido,
          motivo: motivos,
          personaId: persona.id,
          creadoEn: now,
          publicadoEn: null,
        })
      : await resumenes.update(abierta.id, abierta.revision, {
          contenido,
          motivo: motivos,
          personaId: persona.id,
        })
  return esErrata(version) ? version : null
}

const comoParrafo = ({ parrafo, dice, debeDecir }: CorreccionDeHecho) => ({
  parrafo,
  dice: dice ?? "",
  debeDecir: debeDecir ?? "",
})
