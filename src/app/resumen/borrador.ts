import type { BorradorCard } from "../../cards/resumen/borrador-publicacion.ts"
import type { EdicionVista } from "../../cards/resumen/edicion.ts"
import { parrafosDe } from "../../cards/resumen/parrafos.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import type { Publicada } from "./bitacora.ts"
import {
  type Destino,
  destinosDe,
  hash,
  type Lectura,
  lectorDelResumen,
  leerPublicacion,
  responsableHoy,
} from "./destinos.ts"
import { resumenPara } from "./resumir.ts"
import { edicionesDe, type VersionesResumen } from "./versiones.ts"

export interface Borrador extends BorradorCard {
  /** Not sent yet with this content; when all were, all of them. */
  readonly destinatarios: readonly Destino[]
  readonly publicada: Publicada | null
  /** Those that it was written from: what is published is the draft that was seen, or nothing. */
  readonly versiones: VersionesResumen
}

export type Preparacion =
  | { readonly kind: "borrador"; readonly borrador: Borrador }
  | { readonly kind: "sin_clausurar" }
  /** Internal: not for the institutions' channels. */
  | { readonly kind: "interna" }

/** What would be sent now, to whom: to each channel, what an enlace of its institution may read. */
export async function prepararPublicacion(consulta: ConsultaPersonal, sesion: Sesion): Promise<Preparacion> {
  if (sesion.estado !== "clausurada") return { kind: "sin_clausurar" }
  if (sesion.difusion === "interna") return { kind: "interna" }
  const { read, organo, hoy } = consulta
  const lectura = await leerPublicacion(consulta, sesion)
  const destinos = await destinosDe(lectura)
  const pendientes = await sinEnviar(read, lectura, destinos)
  const ultima = lectura.publicadas.at(-1) ?? null
  return {
    kind: "borrador",
    borrador: {
      resumen: resumenPara(lectura.resumen, lectorDelResumen(organo.id, null, "enlace", hoy), () => []),
      destinatarios: pendientes.length > 0 ? pendientes : destinos,
      sinCanal: sinCanal(lectura, destinos),
      version: hash(destinos.map(({ key }) => key)).slice(0, 32),
      publicada: pendientes.length > 0 ? null : ultima,
      corrige: ultima !== null && pendientes.length > 0,
      ediciones: await edicionesVistas(read, lectura),
      versiones: lectura.versiones,
      editable: lectura.versiones.publicada === null,
    },
  }
}

/** The edits of the draft as whoever publishes it sees them: which hold, and which the facts have overtaken. */
async function edicionesVistas(
  { personas }: Pick<Repositories, "personas">,
  { resumen, versiones, caducas }: Lectura,
): Promise<readonly EdicionVista[]> {
  const secciones = new Map(parrafosDe(resumen).map(({ id, seccion }) => [id, seccion]))
  const vistas: EdicionVista[] = []
  for (const edicion of edicionesDe(versiones)) {
    const caduca = caducas.find((una) => una.edicion === edicion)
    if (caduca === undefined && resumen.ediciones.get(edicion.parrafo) === undefined) continue
    const { parrafo, registrado, texto, personaId, instante } = edicion
    const persona = await personas.byId(personaId)
    vistas.push({
      seccion: secciones.get(parrafo) ?? (parrafo.startsWith("compromiso:") ? "Compromiso" : "Párrafo"),
      registrado,
      texto,
      por: persona?.nombre ?? "alguien que no consta en el directorio",
      instante,
      caduca: caduca !== undefined,
      hoy: caduca?.hoy ?? null,
    })
  }
  return vistas
}

/** Those whose readers were not told what they would read now, by a summary or by an erratum. */
export async function sinEnviar(
  { deliveries }: Pick<Repositories, "deliveries">,
  { versiones }: Pick<Lectura, "versiones">,
  destinos: readonly Destino[],
): Promise<readonly Destino[]> {
  const enterados = new Set(versiones.todas.flatMap(({ contenido }) => contenido.enterados))
  const pending: Destino[] = []
  for (const destino of destinos) {
    if (!enterados.has(destino.key) && (await deliveries.byKey(destino.key)) === null) pending.push(destino)
  }
  return pending
}

/** Seats that are more than guests, and whoever owes something or contributes to it, without a channel to be told through. */
function sinCanal(
  { asientos, resumen, consulta, debidos, aportes }: Lectura,
  destinos: readonly Destino[],
): readonly Institucion[] {
  const reached = new Set(destinos.map(({ institucion }) => institucion?.id))
  const seated = asientos
    .filter(({ rol }) => rol !== "participante")
    .map(({ institucionId }) => responsableHoy(institucionId, resumen, consulta.hoy)?.id)
  const expected = new Set([...seated, ...debidos.keys(), ...aportes.keys()])
  return [...resumen.instituciones.values()]
    .filter(({ id }) => expected.has(id) && !reached.has(id))
    .sort((a, b) => a.siglas.localeCompare(b.siglas, "es"))
}
