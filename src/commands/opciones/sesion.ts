import { z } from "zod"
import { fechaEscrita, horaEscrita } from "./fecha.ts"

/** Options of a session, shared by those who create it and those who change it. An empty field of a form is no value. */

/** A session that was held before may be registered; the command asks about it. */
export const fechaSesionOption = (summary: string) => fechaEscrita({ summary, pasado: true })

export const horaOption = horaEscrita({ summary: "hora oficial de inicio, por ejemplo: 10:00" })

export const modalidadOption = z.enum(["presencial", "remota", "mixta"]).meta({
  summary: "cómo se celebra",
  labels: { presencial: "Presencial", remota: "A distancia", mixta: "Presencial y a distancia" },
})

export const sedeOption = z.string().max(300).meta({ summary: "lugar, con su domicilio", label: "Lugar" })

export const urlOption = z
  .url({ protocol: /^https$/, error: "no es una dirección. Escríbala completa, con https://" })
  .max(500)
  .meta({ summary: "dirección de la reunión a distancia, con https://", label: "Enlace" })
