import { type Parrafo, parrafosDe } from "../../cards/resumen/parrafos.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { EdicionResumen, VersionResumen } from "../../domain/tipos/resumen.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { hash, type Lectura, lectorDelResumen, leerPublicacion } from "./destinos.ts"
import { resumenPara } from "./resumir.ts"
import { edicionesDe, parrafoCompromiso } from "./versiones.ts"

/** A paragraph of the draft with its place in it. */
export interface ParrafoBorrador {
  readonly numero: number
  readonly parrafo: Parrafo
  /** Whose commitment it is; `null`: of the part that all read. */
  readonly institucion: Institucion | null
}

export interface BorradorEditable {
  readonly sesion: Sesion
  readonly parrafos: readonly ParrafoBorrador[]
  readonly lectura: Lectura
}

export type Editable =
  | { readonly kind: "borrador"; readonly borrador: BorradorEditable }
  | { readonly kind: "sin_clausurar" }
  | { readonly kind: "interna" }

/** The draft by paragraphs: what all read, then the commitments of each institution. */
export async function leerBorradorEditable(consulta: ConsultaPersonal, sesion: Sesion): Promise<Editable> {
  if (sesion.estado !== "clausurada") return { kind: "sin_clausurar" }
  if (sesion.difusion === "interna") return { kind: "interna" }
  const lectura = await leerPublicacion(consulta, sesion)
  return { kind: "borrador", borrador: { sesion, lectura, parrafos: parrafosDelBorrador(lectura) } }
}

function parrafosDelBorrador({ resumen, consulta, debidos }: Lectura): readonly ParrafoBorrador[] {
  const comun = resumenPara(
    resumen,
    lectorDelResumen(consulta.organo.id, null, "enlace", consulta.hoy),
    () => [],
  )
  const propios = [...resumen.instituciones.values()]
    .filter(({ id }) => debidos.has(id))
    .sort((a, b) => a.siglas.localeCompare(b.siglas, "es"))
    .flatMap((institucion) =>
      (debidos.get(institucion.id) ?? []).map(({ compromiso }) => {
        const id = parrafoCompromiso(compromiso)
        const { clave, texto: registrado } = compromiso
        const texto = resumen.ediciones.get(id) ?? registrado
        const parrafo: Parrafo = { id, seccion: "Compromisos", forma: "renglon", clave, registrado, texto }
        return { parrafo, institucion }
      }),
    )
  return [...parrafosDe(comun).map((parrafo) => ({ parrafo, institucion: null })), ...propios].map(
    (uno, i) => ({ ...uno, numero: i + 1 }),
  )
}

/** What was seen of a paragraph when it was chosen: the state of the draft, and what the paragraph was then. */
export const marcaDe = (
  { lectura }: Pick<BorradorEditable, "lectura">,
  { parrafo }: ParrafoBorrador,
): string => `${estadoDe(lectura)}x${hash([parrafo.id, parrafo.registrado]).slice(0, 8)}`

/** The version being prepared, and how often it was changed. */
export const estadoDe = ({ versiones: { todas, borrador, errata } }: Pick<Lectura, "versiones">) =>
  `${todas.length}r${(borrador ?? errata)?.revision ?? 0}`

export interface PedidoEdicion {
  readonly numero: number
  /** `null`: typed, so that what is there now is what is meant. */
  readonly marca: string | null
  readonly texto: string
}

export type Edicion =
  | {
      readonly kind: "editado"
      readonly sesion: Sesion
      readonly parrafo: ParrafoBorrador
      readonly texto: string
    }
  | { readonly kind: "sin_cambios"; readonly sesion: Sesion; readonly parrafo: ParrafoBorrador }
  /** Somebody else changed the draft, or the facts changed, since it was shown: nothing was saved. */
  | { readonly kind: "cambio"; readonly borrador: BorradorEditable }
  | { readonly kind: "sin_parrafo"; readonly borrador: BorradorEditable }
  /** What was published is put right by an erratum. */
  | { readonly kind: "ya_publicado"; readonly sesion: Sesion }
  | { readonly kind: "sin_clausurar" }
  | { readonly kind: "interna" }

/** Words a paragraph of the draft in another way. The facts that it is written from stay as they are on record. */
export function editarParrafo(
  actuacion: Actuacion,
  sesionId: string,
  pedido: PedidoEdicion,
): Promise<Edicion> {
  return actuacion.data.transaction(async (repositories): Promise<Edicion> => {
    const sesion = await repositories.sesiones.byId(sesionId)
    if (sesion === null) throw new Error("a session that was just found is gone")
    const leido = await leerBorradorEditable(consultaDe(repositories, actuacion), sesion)
    if (leido.kind !== "borrador") return leido
    const { borrador } = leido
    if (borrador.lectura.versiones.publicada !== null) return { kind: "ya_publicado", sesion }
    const parrafo = borrador.parrafos[pedido.numero - 1]
    if (parrafo === undefined) return { kind: "sin_parrafo", borrador }
    if (pedido.marca !== null && pedido.marca !== marcaDe(borrador, parrafo))
      return { kind: "cambio", borrador }
    const texto = pedido.texto.trim()
    if (texto === parrafo.parrafo.texto) return { kind: "sin_cambios", sesion, parrafo }
    const version = await guardar(repositories, actuacion, borrador, parrafo, texto)
    // Of two who save at once, the second waited here for the first.
    if (version === null) {
      const otra = await leerBorradorEditable(consultaDe(repositories, actuacion), sesion)
      return otra.kind === "borrador" ? { kind: "cambio", borrador: otra.borrador } : otra
    }
    const dicho = (escrito: string) => ({
      version: version.version,
      parrafo: parrafo.parrafo.id,
      texto: escrito,
    })
    await repositories.eventos.append(
      evento(actuacion, "resumen.editado", sesion.id, dicho(parrafo.parrafo.texto), dicho(texto)),
    )
    return { kind: "editado", sesion, parrafo, texto }
  })
}

/** The Secretaría Técnica acts: its draft has everything that the institutions read. */
export const consultaDe = (read: Repositories, { organo, hoy, persona }: Actuacion): ConsultaPersonal => ({
  read,
  organo,
  hoy,
  actor: { kind: "vinculado", persona, designaciones: [] },
})

function guardar(
  { resumenes }: Repositories,
  { persona, now }: Actuacion,
  { lectura, sesion }: BorradorEditable,
  { parrafo }: ParrafoBorrador,
  texto: string,
): Promise<VersionResumen | null> {
  const { borrador } = lectura.versiones
  const { id, registrado } = parrafo
  const propia: EdicionResumen = { parrafo: id, registrado, texto, personaId: persona.id, instante: now }
  const otras = edicionesDe(lectura.versiones).filter((edicion) => edicion.parrafo !== id)
  // Worded again as it is on record, it is no edit.
  const ediciones = texto === registrado ? otras : [...otras, propia]
  if (borrador !== null) {
    const contenido = { ...borrador.contenido, ediciones }
    return resumenes.update(borrador.id, borrador.revision, { contenido, personaId: persona.id })
  }
  return resumenes.create({
    sesionId: sesion.id,
    version: 1,
    estado: "borrador",
    contenido: { ediciones, errata: null, enterados: [] },
    motivo: null,
    personaId: persona.id,
    creadoEn: now,
    publicadoEn: null,
  })
}
