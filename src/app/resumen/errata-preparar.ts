import { parrafosDe } from "../../cards/resumen/parrafos.ts"
import type { EdicionResumen, VersionResumen } from "../../domain/tipos/resumen.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { type Destino, destinosDe, type Lectura } from "./destinos.ts"
import {
  type BorradorEditable,
  consultaDe,
  leerBorradorEditable,
  marcaDe,
  type ParrafoBorrador,
} from "./editar.ts"
import { edicionesDe, parrafoCompromiso } from "./versiones.ts"

/** A version of the summary that puts a paragraph right, before or after it is published. */
export interface VersionErrata extends VersionResumen {
  readonly contenido: VersionResumen["contenido"] & {
    readonly errata: NonNullable<VersionResumen["contenido"]["errata"]>
  }
}

export interface ErrataPreparada {
  readonly sesion: Sesion
  readonly version: VersionErrata
  readonly parrafo: ParrafoBorrador
  /** Whoever got the summary and reads that paragraph in it. */
  readonly destinos: readonly Destino[]
}

export interface PedidoErrata {
  readonly numero: number
  /** `null`: typed, so that what is there now is what is meant. */
  readonly marca: string | null
  readonly debeDecir: string
  readonly motivo: string
}

export type Preparada =
  | { readonly kind: "preparada"; readonly errata: ErrataPreparada }
  | { readonly kind: "sin_cambios"; readonly sesion: Sesion }
  | { readonly kind: "cambio"; readonly borrador: BorradorEditable }
  | { readonly kind: "sin_parrafo"; readonly borrador: BorradorEditable }
  /** Nothing was published that could be put right: the draft can be edited. */
  | { readonly kind: "sin_publicar"; readonly sesion: Sesion }
  | { readonly kind: "sin_clausurar" | "interna"; readonly sesion: Sesion }

/** Writes what a paragraph says and what it must say, with the reason; nobody is told yet. */
export function prepararErrata(
  actuacion: Actuacion,
  sesionId: string,
  pedido: PedidoErrata,
): Promise<Preparada> {
  return actuacion.data.transaction(async (repositories): Promise<Preparada> => {
    const { sesion, leido } = await leer(repositories, actuacion, sesionId)
    if (leido.kind !== "borrador") return { kind: leido.kind, sesion }
    const { borrador } = leido
    if (borrador.lectura.versiones.publicada === null) return { kind: "sin_publicar", sesion }
    const parrafo = borrador.parrafos[pedido.numero - 1]
    if (parrafo === undefined) return { kind: "sin_parrafo", borrador }
    if (pedido.marca !== null && pedido.marca !== marcaDe(borrador, parrafo))
      return { kind: "cambio", borrador }
    if (pedido.debeDecir.trim() === parrafo.parrafo.texto) return { kind: "sin_cambios", sesion }
    const version = await guardar(repositories, actuacion, borrador, parrafo, pedido)
    if (version === null) {
      const otra = await leer(repositories, actuacion, sesionId)
      return otra.leido.kind === "borrador"
        ? { kind: "cambio", borrador: otra.leido.borrador }
        : { kind: otra.leido.kind, sesion }
    }
    await repositories.eventos.append(
      evento(actuacion, "resumen.errata_preparada", sesion.id, null, constancia(version)),
    )
    const destinos = await concernidos(borrador.lectura, parrafo.parrafo.id)
    return { kind: "preparada", errata: { sesion, version, parrafo, destinos } }
  })
}

export async function leer(repositories: Repositories, actuacion: Actuacion, sesionId: string) {
  const sesion = await repositories.sesiones.byId(sesionId)
  if (sesion === null) throw new Error("a session that was just found is gone")
  return { sesion, leido: await leerBorradorEditable(consultaDe(repositories, actuacion), sesion) }
}

export const constancia = ({ version, motivo, contenido: { errata } }: VersionErrata) => ({
  version,
  corrige: version - 1,
  motivo,
  ...errata,
})

export function esErrata(version: VersionResumen | null): version is VersionErrata {
  return version !== null && version.contenido.errata !== null
}

/** Channels that got the summary and in whose copy the paragraph stands; the others have nothing to be put right. */
export async function concernidos(lectura: Lectura, parrafo: string): Promise<readonly Destino[]> {
  const recibieron = new Set(lectura.publicadas.flatMap(({ canales }) => canales))
  return (await destinosDe(lectura)).filter(
    ({ canal, resumen, compromisos }) =>
      recibieron.has(canal.id) &&
      (parrafosDe(resumen).some(({ id }) => id === parrafo) ||
        compromisos.some(({ compromiso }) => parrafoCompromiso(compromiso) === parrafo)),
  )
}

async function guardar(
  { resumenes }: Repositories,
  { persona, now }: Actuacion,
  { lectura: { versiones }, sesion }: BorradorEditable,
  { parrafo }: ParrafoBorrador,
  { debeDecir, motivo }: PedidoErrata,
): Promise<VersionErrata | null> {
  const { id, registrado, texto: dice } = parrafo
  const texto = debeDecir.trim()
  const propia: EdicionResumen = { parrafo: id, registrado, texto, personaId: persona.id, instante: now }
  const otras = edicionesDe(versiones).filter((edicion) => edicion.parrafo !== id)
  const anteriores = versiones.todas.filter((una) => una.estado === "publicado" && esErrata(una)).length
  const contenido = {
    ediciones: texto === registrado ? otras : [...otras, propia],
    errata: { numero: anteriores + 1, parrafo: id, dice, debeDecir: texto, canales: [] },
    enterados: [],
  }
  // One that nobody confirmed gives way to the new one.
  const version =
    versiones.errata === null
      ? await resumenes.create({
          sesionId: sesion.id,
          version: versiones.todas.length + 1,
          estado: "borrador",
          contenido,
          motivo: motivo.trim(),
          personaId: persona.id,
          creadoEn: now,
          publicadoEn: null,
        })
      : await resumenes.update(versiones.errata.id, versiones.errata.revision, {
          contenido,
          motivo: motivo.trim(),
          personaId: persona.id,
        })
  return esErrata(version) ? version : null
}
