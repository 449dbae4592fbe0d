import type { ResumenSesion } from "../../cards/resumen/datos.ts"
import { parrafosDe } from "../../cards/resumen/parrafos.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { EdicionResumen, VersionResumen } from "../../domain/tipos/resumen.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

export interface VersionesResumen {
  /** Oldest first. */
  readonly todas: readonly VersionResumen[]
  /** The one that readers have; `null`: none was published. */
  readonly publicada: VersionResumen | null
  /** The first one, while it is prepared. */
  readonly borrador: VersionResumen | null
  /** An erratum that nobody has confirmed yet. */
  readonly errata: VersionResumen | null
}

export async function leerVersiones(
  read: Pick<Repositories, "resumenes">,
  sesionId: string,
): Promise<VersionesResumen> {
  const todas = await read.resumenes.list(sesionId)
  const abierta = todas.findLast(({ estado }) => estado !== "publicado") ?? null
  const esErrata = abierta?.contenido.errata != null
  return {
    todas,
    publicada: todas.findLast(({ estado }) => estado === "publicado") ?? null,
    borrador: esErrata ? null : abierta,
    errata: esErrata ? abierta : null,
  }
}

/** The edits of what would be published now. */
export const edicionesDe = ({ borrador, publicada }: VersionesResumen): readonly EdicionResumen[] =>
  (borrador ?? publicada)?.contenido.ediciones ?? []

export const parrafoCompromiso = ({ id }: Pick<Compromiso, "id">) => `compromiso:${id}`

/** What is on record for each paragraph of a summary, and of the commitments that go along with it. */
export function registrados(
  resumen: ResumenSesion,
  compromisos: readonly Compromiso[] = [],
): ReadonlyMap<string, string> {
  return new Map([
    ...parrafosDe(resumen).map(({ id, registrado }) => [id, registrado] as const),
    ...compromisos.map((uno) => [parrafoCompromiso(uno), uno.texto] as const),
  ])
}

export interface EdicionCaduca {
  readonly edicion: EdicionResumen
  /** What is on record now; `null`: nothing. */
  readonly hoy: string | null
}

/**
 * An edit holds while what it words is as it was: what was recorded afterwards is never hidden behind an older text.
 */
export function aplicarEdiciones(
  ediciones: readonly EdicionResumen[],
  hoy: ReadonlyMap<string, string>,
): { readonly vigentes: ReadonlyMap<string, string>; readonly caducas: readonly EdicionCaduca[] } {
  const vigente = (edicion: EdicionResumen) => hoy.get(edicion.parrafo) === edicion.registrado
  return {
    vigentes: new Map(ediciones.filter(vigente).map(({ parrafo, texto }) => [parrafo, texto])),
    caducas: ediciones
      .filter((edicion) => !vigente(edicion))
      .map((edicion) => ({ edicion, hoy: hoy.get(edicion.parrafo) ?? null })),
  }
}
