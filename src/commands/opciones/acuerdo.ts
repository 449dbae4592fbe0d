import { z } from "zod"
import { fechaEscrita } from "./fecha.ts"

/** Options of an agreement, shared by what registers it and what corrects it. An empty field of a form is no value. */

export const textoAcuerdo = z.string().min(5).max(3000).meta({
  summary: "el texto, como constará; se guarda tal como lo escribe",
  label: "Texto",
  input: "parrafo",
})

export const tipoAcuerdo = z.enum(["con_seguimiento", "informativo", "permanente"]).meta({
  summary: "si alguien debe cumplirlo",
  label: "Tipo",
  labels: {
    con_seguimiento: "Con seguimiento",
    informativo: "Informativo",
    permanente: "Permanente",
  },
})

export const responsablesOption = z
  .string()
  .max(500)
  .meta({ summary: "siglas separadas por comas, «todas» o «por definir»", label: "Responsables" })

/** A text and no picker: a term («en 15 días hábiles») is as usual as a day. */
export const fechaAcuerdo = fechaEscrita({
  summary: "día o plazo: 15 de agosto de 2024, o en 15 días hábiles",
  label: "Fecha compromiso",
  input: "texto",
})

export const puntoAcuerdo = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .meta({ summary: "lugar del punto al que corresponde", label: "Punto" })

export const difusionAcuerdo = z.enum(["integrantes", "publica", "interna"]).meta({
  summary: "quién puede leerlo cuando la sesión se clausure",
  label: "Difusión",
  labels: { integrantes: "Integrantes", publica: "Pública", interna: "Interna" },
})
