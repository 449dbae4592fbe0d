import { z } from "zod"
import type { BorradorCambio, DestinosConvocatoria } from "../../cards/convocatoria/borrador.ts"
import {
  type ActoDeshacible,
  type Dependencia,
  deshacerActo,
  esEstadoPrevio,
} from "../../domain/sesion/transiciones.ts"
import type { Asistencia } from "../../domain/tipos/desahogo.ts"
import { ESTADOS_SESION, type Sesion } from "../../domain/tipos/sesion.ts"
import type { Evento } from "../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { DeshacerCancelacion } from "../autorizacion/salida.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import type { Consulta } from "../consulta.ts"
import { avisarCambio } from "../convocatoria/cambiar.ts"
import { autorizaPresidencia } from "../perfil.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { rastroClausuraSchema } from "./rastro-clausura.ts"

/** How the log calls each act, and how it calls taking one back. */
const EVENTO: Readonly<Record<ActoDeshacible, string>> = {
  cancelar: "sesion.cancelacion",
  instalar: "sesion.instalada",
  declarar_sin_quorum: "sesion.sin_quorum",
  recesar: "sesion.receso",
  reanudar: "sesion.reanudada",
  clausurar: "sesion.clausurada",
}
const ACTO_DE = new Map(
  (Object.entries(EVENTO) as [ActoDeshacible, string][]).map(([acto, tipo]) => [tipo, acto]),
)
const DESHECHO = "sesion.deshecho"

/** What the log shows that was done after an act. */
const HUELLA: Readonly<Partial<Record<Dependencia, RegExp>>> = {
  punto: /^punto\.(en_discusion|desahogado|diferido|retirado)$/,
  acuerdo: /^acuerdos?\./,
  votacion: /^votacion\./,
  publicacion: /^resumen\.(publicado|errata)$/,
}

export interface UltimoActo {
  readonly acto: ActoDeshacible
  readonly evento: Evento
  /** What was done since, oldest first. */
  readonly despues: readonly Evento[]
}

/** The last act of a session that can be taken back; `null`: the log has none, or something else happened since. */
export async function ultimoActo(read: Repositories, sesion: Sesion): Promise<UltimoActo | null> {
  const eventos = await read.eventos.byObjeto(`sesion:${sesion.id}`)
  const actos: { readonly acto: ActoDeshacible; readonly at: number }[] = []
  for (const [at, { tipo }] of eventos.entries()) {
    const acto = ACTO_DE.get(tipo)
    if (acto !== undefined) actos.push({ acto, at })
    else if (tipo === DESHECHO) actos.pop()
    // Another call, another date or an import: what was done before belongs to another state of things.
    else if (/^(sesion|importacion)\./.test(tipo)) actos.length = 0
  }
  const last = actos.at(-1)
  const found = last && eventos[last.at]
  return found ? { acto: last.acto, evento: found, despues: eventos.slice(last.at + 1) } : null
}

/** The part of a session that its acts write, as the log kept it before the act. */
const previaSchema = z.object({
  estado: z.enum(ESTADOS_SESION),
  horaFin: z.string().nullable(),
  instaladaEn: z.string().nullable(),
  clausuradaEn: z.string().nullable(),
  puntoEnCursoId: z.string().nullable(),
})

export type Deshecho =
  | {
      readonly kind: "deshecho"
      readonly acto: ActoDeshacible
      readonly sesion: Sesion
      /** Who is told that a cancellation no longer holds; `null`: nobody had been told of it. */
      readonly aviso: DestinosConvocatoria | null
    }
  /** The institutions would be told: the body's presidencia authorises it first. `texto`: what they would read. */
  | { readonly kind: "por_autorizar"; readonly sesion: Sesion; readonly texto: string }
  | { readonly kind: "nada"; readonly sesion: Sesion }
  | {
      readonly kind: "depende"
      readonly acto: ActoDeshacible
      readonly sesion: Sesion
      readonly de: readonly Dependencia[]
    }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** Takes back the last act of a session, with its reason: the state before it returns, and both acts stay on record. */
export function deshacerUltimo(actuacion: Actuacion, visto: SesionVista, motivo: string): Promise<Deshecho> {
  const texto = yaNoSeCancela(motivo)
  return actuacion.data.transaction((repositories) =>
    deshacer(repositories, actuacion, visto, { motivo, texto, solicitanteId: undefined }),
  )
}

const yaNoSeCancela = (motivo: string) => `Queda sin efecto la cancelación. ${motivo}`

const seAvisaDe = async (read: Pick<Repositories, "convocatorias">, acto: ActoDeshacible, { id }: Sesion) =>
  acto === "cancelar" && (await read.convocatorias.list(id)).length > 0

/** What the institutions would read if a cancellation were taken back; `null`: they would read nothing. Only reads. */
export async function borradorDeshacer(
  { read, organo, hoy }: Consulta,
  visto: SesionVista,
  motivo: string,
): Promise<BorradorCambio | null> {
  const antes = await leerSesion(read, visto.id)
  if (antes.revision !== visto.revision) return null
  const posible = await puedeDeshacerse({ read, hoy }, antes)
  if (posible.kind !== "posible" || !(await seAvisaDe(read, posible.ultimo.acto, antes))) return null
  return {
    tipo: "rectificacion",
    motivo: yaNoSeCancela(motivo),
    organo,
    sesion: { ...antes, ...posible.previa },
    dudas: [],
    seAutoriza: await autorizaPresidencia(read, organo.id, hoy),
    ...(await destinosDeIntegrantes(read, organo, hoy)),
  }
}

/** A cancellation, once the presidencia authorised what the institutions read. `false`: it is no longer as it was. */
export const deshacerCancelacion: DeshacerCancelacion = async (repositories, actuacion, visto, pedido) => {
  const { texto } = pedido
  const hecho = await deshacer(repositories, actuacion, visto, { ...pedido, motivo: texto })
  return hecho.kind === "deshecho"
}

interface Pedido {
  readonly motivo: string
  /** What the institutions read, when they had been told of what is undone. */
  readonly texto: string
  /** The presidencia authorised it: who had asked. */
  readonly solicitanteId: string | undefined
}

async function deshacer(
  repositories: Repositories,
  actuacion: Actuacion,
  visto: SesionVista,
  { motivo, texto, solicitanteId }: Pedido,
): Promise<Deshecho> {
  const { organo, hoy } = actuacion
  const antes = await leerSesion(repositories, visto.id)
  if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
  const posible = await puedeDeshacerse({ ...actuacion, read: repositories }, antes)
  if (posible.kind !== "posible") return posible
  const { ultimo, previa } = posible
  const { acto } = ultimo
  const seAvisa = await seAvisaDe(repositories, acto, antes)
  if (seAvisa && solicitanteId === undefined && (await autorizaPresidencia(repositories, organo.id, hoy)))
    return { kind: "por_autorizar", sesion: antes, texto }
  const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, previa)
  if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
  const quitadas = acto === "clausurar" ? await reabrir(repositories, actuacion, sesion, ultimo.evento) : []
  const despues = { acto, motivo, estado: sesion.estado, asistenciasQuitadas: quitadas, solicitanteId }
  await repositories.eventos.append(evento(actuacion, DESHECHO, sesion.id, antes, despues))
  const aviso = seAvisa
    ? await avisarCambio(repositories, actuacion, "rectificacion", sesion, texto, solicitanteId)
    : null
  return { kind: "deshecho", acto, sesion, aviso }
}

export type Posible =
  | {
      readonly kind: "posible"
      readonly ultimo: UltimoActo
      readonly previa: z.infer<typeof previaSchema>
    }
  | Extract<Deshecho, { readonly kind: "nada" | "depende" }>

/** Whether the last act of a session can still be taken back, and what would return. Only reads. */
export async function puedeDeshacerse(
  { read, hoy }: { readonly read: Repositories; readonly hoy: string },
  sesion: Sesion,
): Promise<Posible> {
  const ultimo = await ultimoActo(read, sesion)
  const previa = previaSchema.safeParse(ultimo?.evento.antes).data
  if (ultimo === null || previa === undefined || !esEstadoPrevio(ultimo.acto, previa.estado))
    return { kind: "nada", sesion }
  // Without what it changed on record, nobody knows what to put back.
  if (ultimo.acto === "clausurar" && !rastroClausuraSchema.safeParse(ultimo.evento.despues).success)
    return { kind: "nada", sesion }
  const hechas = await dependencias(read, sesion, hoy, ultimo)
  const puede = deshacerActo(ultimo.acto, sesion.estado, hechas)
  switch (puede.kind) {
    case "permitido":
      return { kind: "posible", ultimo, previa }
    case "fuera_de_estado":
      return { kind: "nada", sesion }
    case "depende":
      return { kind: "depende", acto: ultimo.acto, sesion, de: puede.de }
  }
}

async function dependencias(
  read: Repositories,
  sesion: Sesion,
  hoy: string,
  { evento: acto, despues }: UltimoActo,
): Promise<ReadonlySet<Dependencia>> {
  const deBitacora = (Object.entries(HUELLA) as [Dependencia, RegExp][])
    .filter(([, huella]) => despues.some(({ tipo }) => huella.test(tipo)))
    .map(([dependencia]) => dependencia)
  const diferidos = rastroClausuraSchema.safeParse(acto.despues).data?.diferidos ?? []
  const pendientes = new Set((await read.asuntosDiferidos.diferidos(sesion.organoId)).map(({ id }) => id))
  const continuado = diferidos.some(({ id }) => !pendientes.has(id))
  return new Set([
    ...deBitacora,
    ...(continuado ? (["continuacion"] as const) : []),
    ...(sesion.fecha !== null && sesion.fecha < hoy ? (["fecha_pasada"] as const) : []),
  ])
}

/** What the closing deferred is to be dealt with again, and the attendance that it took from the roll-call is open. */
async function reabrir(
  { sesionesWriter, eventos }: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  clausura: Evento,
): Promise<readonly Asistencia[]> {
  const { diferidos, asistencias } = rastroClausuraSchema.parse(clausura.despues)
  for (const { id, motivo } of diferidos) {
    const punto = await sesionesWriter.updatePunto(id, { estado: "incluido", motivo })
    await eventos.append(evento(actuacion, "punto.repuesto", sesion.id, { estado: "diferido" }, punto))
  }
  return sesionesWriter.removeAsistencias(sesion.id, asistencias)
}
