import { z } from "zod"
import { asuntoAcuerdo, asuntoCompromiso, type Hechos, hechoCompromiso } from "../../domain/mensaje/hechos.ts"
import type { ItemRecordatorio, RecordatorioInstitucion } from "../../domain/recordatorio/recordatorio.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { ModeloConAsuntos } from "../mensaje/revision.ts"

const peldano = z.object({
  dias: z.number(),
  nominal: z.string(),
  envio: z.string(),
  inhabil: z.enum(["calendario", "institucion"]).nullable(),
  origen: z.enum(["escalera", "aplazado"]),
})
const itemSchema = z.object({ compromisoId: z.string(), peldanos: z.array(peldano) })
const datosSchema = z.object({
  institucionId: z.string(),
  fecha: z.string(),
  omitidoDesde: z.string().nullable(),
  items: z.array(itemSchema),
  contexto: z.array(itemSchema),
})
export type DatosRecordado = z.infer<typeof datosSchema>

/** `null`: written by a program that kept other data. */
export const leerDatos = (kept: unknown): DatosRecordado | null => datosSchema.safeParse(kept).data ?? null

/** What a reminder to an institution was written from; its acuerdos too, for cancelling one ends what it asked for. */
export function modeloRecordatorio(
  recordatorio: RecordatorioInstitucion,
  acuerdos: ReadonlyMap<string, Pick<Acuerdo, "id" | "estado" | "adopcion">> = new Map(),
): ModeloConAsuntos {
  const { institucionId, fecha, omitidoDesde, items, contexto } = recordatorio
  const compromisos = [...items, ...contexto].map(({ compromiso }) => compromiso)
  const datos: DatosRecordado = {
    institucionId,
    fecha,
    omitidoDesde,
    items: items.map(deItem),
    contexto: contexto.map(deItem),
  }
  const hechos: Hechos = Object.fromEntries(
    compromisos.map((compromiso) => [
      asuntoCompromiso(compromiso.id),
      hechoCompromiso(compromiso, acuerdos.get(compromiso.acuerdoId) ?? null),
    ]),
  )
  const deAcuerdos = compromisos.map(({ acuerdoId }) => asuntoAcuerdo(acuerdoId))
  return {
    asuntos: [...new Set([...Object.keys(hechos), ...deAcuerdos])],
    modelo: { tipo: "recordatorio", hechos, datos },
  }
}

function deItem({ compromiso, peldanos }: ItemRecordatorio) {
  return { compromisoId: compromiso.id, peldanos: [...peldanos] }
}
