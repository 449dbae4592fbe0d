import { z } from "zod"
import {
  CLASES_TESTADAS,
  type ClaseTestada,
  DESCRIPCIONES,
  esDescripcion,
  MAX_DESCRIPCION,
} from "../../domain/testado/testado.ts"
import { textoLibre } from "../opciones/texto.ts"

/** What any erasure says of itself, whichever way the text is named. */
export const opcionesDeTestar = {
  clase: z.enum(CLASES_TESTADAS).meta({
    summary: "qué clase de dato es",
    label: "Clase de dato",
    labels: Object.fromEntries(
      CLASES_TESTADAS.map((clase) => [
        clase,
        DESCRIPCIONES[clase].replace(/^./u, (letra) => letra.toUpperCase()),
      ]),
    ),
  }),
  motivo: textoLibre({
    summary: "por qué se quita, sin repetir el dato; queda en la bitácora",
    label: "Motivo",
    min: 10,
    max: 500,
    parrafo: true,
  }),
  descripcion: textoLibre({
    summary: "qué se lee en su lugar; si falta, la de su clase",
    label: "Descripción genérica",
    max: MAX_DESCRIPCION,
  })
    .refine(esDescripcion, "no debe llevar corchetes. Escriba, por ejemplo: teléfono particular")
    .optional(),
} as const

export const porTestarDe = ({
  clase,
  motivo,
  descripcion,
}: {
  readonly clase: ClaseTestada
  readonly motivo: string
  readonly descripcion?: string | undefined
}) => ({ clase, motivo, descripcion: descripcion ?? DESCRIPCIONES[clase] })
