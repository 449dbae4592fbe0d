import { z } from "zod"
import { leerFechaConAnio } from "../../domain/tiempo/fecha-escrita.ts"
import { leerHora } from "../../domain/tiempo/hora-escrita.ts"

/** Options of a session, shared by those who create it and those who change it. An empty field of a form is no value. */

/** As people write it, with its year: "2024-08-15", "15/08/2024", "jueves 15 de agosto de 2024". */
export const fechaOption = (summary: string) =>
  z
    .string()
    .max(60)
    .transform((typed, context) => {
      const fecha = leerFechaConAnio(typed)
      if (fecha !== null) return fecha
      context.addIssue({
        code: "custom",
        message: "no es una fecha. Escríbala con su año: 15 de agosto de 2024",
      })
      return z.NEVER
    })
    .meta({ summary, input: "fecha" })

export const horaOption = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const hora = leerHora(typed)
    if (hora !== null) return hora
    context.addIssue({ code: "custom", message: "no es una hora. Escríbala así: 10:00" })
    return z.NEVER
  })
  .meta({ summary: "hora oficial de inicio, por ejemplo: 10:00", input: "hora" })

export const modalidadOption = z.enum(["presencial", "remota", "mixta"]).meta({
  summary: "cómo se celebra",
  labels: { presencial: "Presencial", remota: "A distancia", mixta: "Presencial y a distancia" },
})

export const sedeOption = z.string().max(300).meta({ summary: "lugar, con su domicilio", label: "Lugar" })

export const urlOption = z
  .url({ protocol: /^https$/, error: "no es una dirección. Escríbala completa, con https://" })
  .max(500)
  .meta({ summary: "dirección de la reunión a distancia, con https://", label: "Enlace" })
