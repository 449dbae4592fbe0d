import { z } from "zod"
import { PERFIL_PREDETERMINADO } from "../../../domain/reglas/perfil-reglas-default.ts"
import { hora, opcional, texto } from "./campos.ts"

const base = PERFIL_PREDETERMINADO.recordatorios
const dias = (min: number) => z.array(z.int().min(min).max(60)).max(20)
const destinatario = z.enum(["enlace", "suplente", "titular", "secretaria_tecnica"])
const diaLaboral = z.literal([1, 2, 3, 4, 5])

const destinatarios = z
  .array(z.strictObject({ desde: z.int().min(-365).max(365), a: z.array(destinatario).min(1).max(4) }))
  .min(1)
  .max(10)
  .refine(
    (pasos) => pasos.every(({ desde }, i) => i === 0 || desde > (pasos[i - 1]?.desde ?? desde)),
    "cada «desde» debe ser mayor que el anterior",
  )

const textos = z
  .strictObject({ apertura: opcional(texto(500)), cierre: opcional(texto(500)) })
  .default({ apertura: null, cierre: null })

/** A body's policy of reminders; what the file leaves out is the usual. */
export const recordatorios = z
  .strictObject({
    escalera: dias(-60)
      .min(1)
      .default([...base.escalera]),
    seguimientoSemanas: z.int().min(1).max(26).nullable().default(base.seguimientoSemanas),
    horario: z
      .strictObject({ desde: hora, hasta: hora })
      .refine(({ desde, hasta }) => desde < hasta, "«desde» debe ser anterior a «hasta»")
      .default(base.horario),
    destinatarios: destinatarios.default(base.destinatarios.map(({ desde, a }) => ({ desde, a: [...a] }))),
    textos: z
      .strictObject({ recordatorio: textos, vencimiento: textos, seguimiento: textos })
      .default(base.textos),
    sesiones: z
      .strictObject({
        diasAntes: dias(1).default([...base.sesiones.diasAntes]),
        mismoDia: z.boolean().default(base.sesiones.mismoDia),
        horasAntes: z.int().min(1).max(12).nullable().default(base.sesiones.horasAntes),
        convocatoria: dias(0).default([...base.sesiones.convocatoria]),
      })
      .default({
        ...base.sesiones,
        diasAntes: [...base.sesiones.diasAntes],
        convocatoria: [...base.sesiones.convocatoria],
      }),
    informeSemanal: diaLaboral.nullable().default(base.informeSemanal),
  })
  .prefault({})
