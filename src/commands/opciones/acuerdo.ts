import { z } from "zod"
import { difusionOption } from "./difusion.ts"
import { fechaEscrita } from "./fecha.ts"
import { referencia } from "./referencia.ts"
import { textoLibre } from "./texto.ts"

/** Options of an agreement, shared by what registers it and what corrects it. An empty field of a form is no value. */

export const textoAcuerdo = textoLibre({
  summary: "el texto, como constará; se guarda tal como lo escribe",
  label: "Texto",
  min: 5,
  max: 3000,
  parrafo: true,
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

export const responsablesOption = referencia({
  summary: "siglas por comas, «todas» o «por definir»; si las hay, después, «corresponsables:» y sus siglas",
  label: "Responsables",
  max: 500,
})

/** A text and no picker: a term («en 15 días hábiles») is as usual as a day. */
export const fechaAcuerdo = fechaEscrita({
  summary: "día o plazo: 15 de agosto, o en 15 días hábiles",
  label: "Fecha compromiso",
  input: "texto",
})

export const puntoAcuerdo = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .meta({ summary: "lugar del punto al que corresponde", label: "Punto" })

export const cadenciaOption = referencia({
  summary: "cada cuánto se informa: mensual, trimestral, «cada 15 días hábiles» o ninguno",
  label: "Informes",
  max: 40,
})

export const difusionAcuerdo = difusionOption("quién puede leerlo cuando la sesión se clausure")
