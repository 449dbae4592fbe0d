import { lugarDe } from "../../cards/resumen/errata.ts"
import { parrafosDe } from "../../cards/resumen/parrafos.ts"
import type { CorreccionDeHecho, EdicionResumen, VersionResumen } from "../../domain/tipos/resumen.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { type Destino, destinosDe, type Lectura } from "./destinos.ts"
import { componer } from "./diferencias.ts"
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
  readonly correcciones: readonly CorreccionDeHecho[]
  /** The paragraph that was worded in another way; `null`: other corrections go with it. */
  readonly numero: number | null
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
    const previas = borrador.lectura.versiones.errata?.contenido.errata?.hechos ?? []
    const propia: CorreccionDeHecho = {
      parrafo: parrafo.parrafo.id,
      lugar: lugarDe(parrafo.parrafo),
      dice: parrafo.parrafo.texto,
      debeDecir: pedido.debeDecir.trim(),
      canales: (await concernidos(borrador.lectura, parrafo.parrafo.id)).map(({ canal }) => canal.id),
    }
    const correcciones = componer(previas, [propia])
    const hechos = previas.length === 0 ? [] : correcciones
    const version = await guardar(repositories, actuacion, borrador, parrafo, { ...pedido, hechos })
    if (version === null) {
      const otra = await leer(repositories, actuacion, sesionId)
      return otra.leido.kind === "borrador"
        ? { kind: "cambio", borrador: otra.leido.borrador }
        : { kind: otra.leido.kind, sesion }
    }
    await repositories.eventos.append(
      evento(actuacion, "resumen.errata_preparada", sesion.id, null, constancia(version)),
    )
    const canales = new Set(correcciones.flatMap((una) => una.canales))
    const destinos = (await destinosDe(borrador.lectura)).filter(({ canal }) => canales.has(canal.id))
    const numero = previas.length === 0 ? parrafo.numero : null
    return { kind: "preparada", errata: { sesion, version, correcciones, numero, destinos } }
  })
}

export async function leer(repositories: Repositories, actuacion: Actuacion, sesionId: string) {
  const sesion = await repositories.sesiones.byId(sesionId)
  if (sesion === null) throw new Error("a session that was just found is gone")
  return { sesion, leido: await leerBorradorEditable(consultaDe(repositories, actuacion), sesion) }
}

/** Why each of the corrections that go together is made. */
export function juntarMotivos(previo: string | null, motivo: string): string {
  const nuevo = motivo.trim()
  if (previo === null || previo === nuevo) return nuevo
  return `${/[.!?]$/u.test(previo) ? previo : `${previo}.`} ${nuevo}`
}

export const constancia = ({ version, motivo, contenido: { errata } }: VersionErrata) => ({
  version,
  corrige: version - 1,
  motivo,
  ...errata,
})

/** What an erratum puts right, each piece with the channels that have it; `null`: there is none. */
export async function correccionesDe(
  lectura: Lectura,
  version: VersionResumen | null,
): Promise<readonly CorreccionDeHecho[]> {
  const errata = version?.contenido.errata ?? null
  if (errata === null) return []
  if (errata.hechos.length > 0) return errata.hechos
  const { parrafo, dice, debeDecir } = errata
  const compromisos = [...lectura.debidos.values()].flat().map(({ compromiso }) => ({
    id: parrafoCompromiso(compromiso),
    seccion: "Compromisos",
    clave: compromiso.clave,
  }))
  const found = [...parrafosDe(lectura.resumen), ...compromisos].find(({ id }) => id === parrafo)
  const canales = (await concernidos(lectura, parrafo)).map(({ canal }) => canal.id)
  return [{ parrafo, lugar: found ? lugarDe(found) : null, dice, debeDecir, canales }]
}

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
  { debeDecir, motivo, hechos }: PedidoErrata & { readonly hechos: readonly CorreccionDeHecho[] },
): Promise<VersionErrata | null> {
  const { id, registrado, texto: dice } = parrafo
  const texto = debeDecir.trim()
  const propia: EdicionResumen = { parrafo: id, registrado, texto, personaId: persona.id, instante: now }
  const vigentes =
    hechos.length > 0 && versiones.errata ? versiones.errata.contenido.ediciones : edicionesDe(versiones)
  const otras = vigentes.filter((edicion) => edicion.parrafo !== id)
  const anteriores = versiones.todas.filter((una) => una.estado === "publicado" && esErrata(una)).length
  const contenido = {
    ediciones: texto === registrado ? otras : [...otras, propia],
    errata: { numero: anteriores + 1, parrafo: id, dice, debeDecir: texto, canales: [], hechos },
    enterados: [],
  }
  // One that nobody confirmed gives way to the new one; what corrected the facts goes on with it.
  const previo = hechos.length > 0 ? (versiones.errata?.motivo ?? null) : null
  const motivos = juntarMotivos(previo, motivo)
  const version =
    versiones.errata === null
      ? await resumenes.create({
          sesionId: sesion.id,
          version: versiones.todas.length + 1,
          estado: "borrador",
          contenido,
          motivo: motivos,
          personaId: persona.id,
          creadoEn: now,
          publicadoEn: null,
        })
      : await resumenes.update(versiones.errata.id, versiones.errata.revision, {
          contenido,
          motivo: motivos,
          personaId: persona.id,
        })
  return esErrata(version) ? version : null
}
