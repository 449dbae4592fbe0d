import type { Destinatario, PoliticaRecordatorios } from "../reglas/perfil-reglas.ts"
import type { Origen } from "../tipos/registro.ts"
import { type ItemRecordatorio, peldanoVigente, type RecordatorioInstitucion } from "./recordatorio.ts"

/** Those who read their institution's channel. */
export type DestinatarioInstitucion = Exclude<Destinatario, "secretaria_tecnica">

/** A person designated to one of those posts, as a message names them. */
export interface PersonaDestinataria {
  readonly nombre: string
  readonly calidad: DestinatarioInstitucion
  /** Their linked account where the message is read; `null`: they have none there. */
  readonly user: string | null
  readonly origen: Origen
}

const ORDEN: readonly DestinatarioInstitucion[] = ["enlace", "suplente", "titular"]
const USUAL: readonly Destinatario[] = ["enlace"]

type Pasos = PoliticaRecordatorios["destinatarios"]

/** Whom a rung speaks to: the last step that has begun; before the first one, the enlace. */
export function destinatariosDe(pasos: Pasos, dias: number): readonly Destinatario[] {
  return pasos.findLast(({ desde }) => desde <= dias)?.a ?? USUAL
}

function deItem(pasos: Pasos, item: ItemRecordatorio): readonly Destinatario[] {
  const peldano = peldanoVigente(item)
  return peldano === null ? [] : destinatariosDe(pasos, peldano.dias)
}

/** The part of a reminder that is for the institution itself, the rest of it as context; `null`: nothing in it is. */
export function paraInstitucion(
  recordatorio: RecordatorioInstitucion,
  pasos: Pasos,
): RecordatorioInstitucion | null {
  const esPropio = (item: ItemRecordatorio) => deItem(pasos, item).some((uno) => uno !== "secretaria_tecnica")
  const items = recordatorio.items.filter(esPropio)
  if (items.length === 0) return null
  const ajenos = recordatorio.items
    .filter((item) => !esPropio(item))
    .map((item) => ({ ...item, peldanos: [] }))
  return { ...recordatorio, items, contexto: [...ajenos, ...recordatorio.contexto] }
}

/** Whom a reminder greets: those named for the highest rung that brought an item, from the enlace upwards. */
export function destinatariosDelRecordatorio(
  { items }: Pick<RecordatorioInstitucion, "items">,
  pasos: Pasos,
): readonly DestinatarioInstitucion[] {
  const dias = items.map((item) => peldanoVigente(item)?.dias).filter((n) => n !== undefined)
  if (dias.length === 0) return ["enlace"]
  const nombrados = destinatariosDe(pasos, Math.max(...dias))
  const propios = ORDEN.filter((uno) => nombrados.includes(uno))
  return propios.length === 0 ? ["enlace"] : propios
}

/** What reached the rungs of which the Secretaría Técnica is told too. */
export function escaladosDe(
  recordatorio: RecordatorioInstitucion,
  pasos: Pasos,
): readonly ItemRecordatorio[] {
  return recordatorio.items.filter((item) => deItem(pasos, item).includes("secretaria_tecnica"))
}
