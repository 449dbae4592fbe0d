import { z } from "zod"
import { fechaEscrita, horaEscrita } from "./fecha.ts"
import { direccionHttps, textoLibre } from "./texto.ts"

/** Options of a session, shared by those who create it and those who change it. An empty field of a form is no value. */

/** A session that was held before may be registered; the command asks about it. */
export const fechaSesionOption = (summary: string) => fechaEscrita({ summary, pasado: true })

export const horaOption = horaEscrita({ summary: "hora oficial de inicio, por ejemplo: 10:00" })

export const modalidadOption = z.enum(["presencial", "remota", "mixta"]).meta({
  summary: "cómo se celebra",
  labels: { presencial: "Presencial", remota: "A distancia", mixta: "Presencial y a distancia" },
  synonyms: { remota: ["virtual", "en linea"], mixta: ["hibrida"] },
})

export const sedeOption = textoLibre({ summary: "lugar, con su domicilio", label: "Lugar", max: 300 })

export const urlOption = direccionHttps({
  summary: "dirección de la reunión a distancia, con https://",
  label: "Enlace",
})

export const etiquetaOption = (summary: string) => textoLibre({ summary, label: "Denominación", max: 200 })
