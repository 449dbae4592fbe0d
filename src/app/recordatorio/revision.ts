import type { Card } from "../../cards/card.ts"
import { estaVencido, fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { seDebe } from "../../domain/compromiso/cuenta.ts"
import {
  asuntoCompromiso,
  type Cambio,
  cambiosEntre,
  type HechoCompromiso,
  type Hechos,
} from "../../domain/mensaje/hechos.ts"
import {
  type ItemRecordatorio,
  omitidoDesde,
  type RecordatorioInstitucion,
  recordatoriosDelDia,
} from "../../domain/recordatorio/recordatorio.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { diasHabilesEntre, type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Designado } from "../../ports/repositories/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { textoCambio } from "../../texts/cambios.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"
import { compromisosDe, hechosDeCompromisos } from "../mensaje/hechos-actuales.ts"
import type { MensajeConModelo, Revised, RevisionMensaje } from "../mensaje/revision.ts"
import { tarjetaInstitucion } from "./institucion-mensaje.ts"
import { type DatosRecordado, leerDatos, modeloRecordatorio } from "./modelo.ts"
import { politicaRecordatorios } from "./politica.ts"

/** Calendar read around the message's day, in days: further than any rung reaches. */
const MARGEN = 400

export const revisionRecordatorio: RevisionMensaje = {
  /** Only what the institution still owes; a new date keeps a compromiso only if its ladder also falls on that day. */
  async vigente(read, mensaje): Promise<Revised> {
    const rows = await compromisosDe(read, mensaje.modelo.hechos)
    const cambios = cambiosEntre(mensaje.modelo.hechos, hechosDeCompromisos(rows))
    if (cambios.length === 0) return { kind: "sigue" }
    const escena = await leerEscena(read, mensaje, rows)
    if (escena === null) return { kind: "sigue" }
    const mudados = new Set(cambios.filter(cambioDeFecha).map(({ ahora }) => ahora.clave))
    const recordatorio = recortado(escena, mudados)
    if (recordatorio.items.length === 0)
      return { kind: "cancela", reason: razon(cambios, escena.organo.zona) }
    return { kind: "cambia", card: tarjeta(escena, recordatorio), ...modelo(recordatorio, rows) }
  },

  /**
   * What is still owed of it, with today's dates: first what it was sent for, then what only went along. Nothing below
   * the changes once nothing is.
   */
  async cuerpo(read, mensaje): Promise<Card | null> {
    const rows = await compromisosDe(read, mensaje.modelo.hechos)
    const escena = await leerEscena(read, mensaje, rows)
    if (escena === null) return null
    const items = escena.datos.items.flatMap((uno) => item(escena, uno))
    const contexto = escena.datos.contexto.flatMap((uno) => item(escena, uno))
    if (items.length > 0) return tarjeta(escena, de(escena.datos, items, contexto))
    if (contexto.length > 0) return tarjeta(escena, de(escena.datos, contexto, []))
    return { ...mensaje.card, tone: "logro", blocks: [] }
  },
}

const cambioDeFecha = ({ antes, ahora }: Cambio): boolean =>
  antes.kind === "compromiso" && ahora.kind === "compromiso" && antes.fecha !== ahora.fecha

interface Escena {
  readonly datos: DatosRecordado
  readonly organo: Organo
  readonly institucion: Institucion
  readonly canal: Canal
  readonly politica: PoliticaRecordatorios
  readonly designados: readonly Designado[]
  readonly calendarios: Calendarios
  readonly inhabiles: Inhabiles
  readonly rows: ReadonlyMap<string, CompromisoConAcuerdo>
  readonly dichos: Hechos
}

/** `null`: written by a program that kept other data; such a message is left as it is. */
async function leerEscena(
  read: Repositories,
  { organoId, to, modelo: { datos: kept, hechos } }: MensajeConModelo,
  rows: readonly CompromisoConAcuerdo[],
): Promise<Escena | null> {
  const datos = leerDatos(kept)
  if (datos === null) return null
  const [organo, institucion, canal] = await Promise.all([
    read.organos.byId(organoId),
    read.instituciones.byId(datos.institucionId),
    read.canales.byPlace(to),
  ])
  if (organo === null || institucion === null || canal === null) return null
  const { fecha } = datos
  const politica = await politicaRecordatorios(read, organo, fecha)
  const designados = await read.personas.designados(organo.id, fecha)
  const vencen = rows.flatMap((row) => fechaVigente(row.compromiso) ?? [])
  const [primera = fecha] = [sumarDias(fecha, -MARGEN), ...vencen].sort()
  const calendarios = await leerCalendarios(read, organo, primera, sumarDias(fecha, MARGEN))
  const inhabiles = calendarios.de(institucion.id)
  const byId = new Map(rows.map((row) => [row.compromiso.id, row]))
  const rest = { canal, politica, designados, calendarios, inhabiles }
  return { datos, organo, institucion, ...rest, rows: byId, dichos: hechos }
}

/** The reminder with only what is still owed. `mudados`: claves whose date is another one. */
function recortado(escena: Escena, mudados: ReadonlySet<string>): RecordatorioInstitucion {
  const { datos } = escena
  const vigentes = (uno: DatosRecordado["items"][number]) => item(escena, uno)
  const sinMudar = (uno: ItemRecordatorio) => !mudados.has(uno.compromiso.clave)
  const items = datos.items.flatMap(vigentes)
  const contexto = datos.contexto.flatMap(vigentes)
  const movidos = [...items, ...contexto].filter((uno) => !sinMudar(uno))
  const quedan = [...items.filter(sinMudar), ...peldanosDeHoy(escena, movidos)].sort(porFecha)
  return de(datos, quedan, contexto.filter(sinMudar))
}

/** Of what has a new date, what the ladder puts on the message's day as well. */
function peldanosDeHoy(
  { politica: { escalera, seguimientoSemanas }, calendarios, datos: { fecha, institucionId } }: Escena,
  movidos: readonly ItemRecordatorio[],
): readonly ItemRecordatorio[] {
  if (movidos.length === 0) return []
  const recordatorios = recordatoriosDelDia({
    hoy: fecha,
    diasPlaneados: [],
    escalera,
    seguimientoSemanas,
    compromisos: movidos.map(({ compromiso }) => compromiso),
    inhabiles: calendarios.organo,
    inhabilesDe: calendarios.de,
    responsable: () => institucionId,
  })
  return recordatorios.flatMap(({ items }) => items)
}

/** Empty when the institution no longer owes it. */
function item(
  { datos, inhabiles, rows, dichos }: Escena,
  { compromisoId, peldanos }: DatosRecordado["items"][number],
): readonly ItemRecordatorio[] {
  const row = rows.get(compromisoId)
  if (row === undefined) return []
  const { compromiso, acuerdo } = row
  const dicho = dichos[asuntoCompromiso(compromisoId)]
  const corresponsable = dicho?.kind === "compromiso" && aporta(dicho, datos.institucionId)
  const ajeno =
    dicho?.kind === "compromiso" &&
    (corresponsable
      ? !compromiso.corresponsables.includes(datos.institucionId)
      : dicho.institucionId !== compromiso.institucionId)
  const fecha = fechaVigente(compromiso)
  if (!seDebe({ compromiso, acuerdo }) || ajeno || fecha === null) return []
  const dias = diasHabilesEntre(datos.fecha, fecha, inhabiles)
  const vencido = estaVencido(compromiso, datos.fecha)
  return [{ compromiso, fecha, dias, vencido, peldanos, ...(corresponsable ? { corresponsable } : {}) }]
}

/** Told as of one that contributes to it, not as of who answers for it. */
const aporta = ({ corresponsables = [] }: HechoCompromiso, institucionId: string): boolean =>
  corresponsables.includes(institucionId)

/** The message of that day with these: what it makes up for is what they bring, not what is gone. */
const de = (
  { institucionId, fecha }: DatosRecordado,
  items: readonly ItemRecordatorio[],
  contexto: readonly ItemRecordatorio[],
): RecordatorioInstitucion => ({
  institucionId,
  fecha,
  omitidoDesde: omitidoDesde(items, fecha),
  items,
  contexto,
})

const tarjeta = (escena: Escena, recordatorio: RecordatorioInstitucion): Card =>
  tarjetaInstitucion({ ...escena, recordatorio })

function modelo(recordatorio: RecordatorioInstitucion, rows: readonly CompromisoConAcuerdo[]) {
  const acuerdos = new Map(rows.map(({ acuerdo }) => [acuerdo.id, acuerdo]))
  return { modelo: modeloRecordatorio(recordatorio, acuerdos).modelo }
}

function razon(cambios: readonly Cambio[], zona: string): string {
  return `Ya no procede, cambió antes de enviarse. ${cambios.map((cambio) => textoCambio(cambio, zona)).join(". ")}.`
}

function porFecha(a: ItemRecordatorio, b: ItemRecordatorio): number {
  return a.fecha.localeCompare(b.fecha) || a.compromiso.clave.localeCompare(b.compromiso.clave)
}
