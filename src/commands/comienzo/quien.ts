import { LARGOS } from "../../domain/directorio/claves.ts"
import { textoLibre } from "../opciones/texto.ts"

/** Who begins, as they say it of themselves. */
export const nombrePropio = (summary: string) =>
  textoLibre({ summary, label: "Su nombre", max: LARGOS.persona })

export const cargoPropio = textoLibre({
  summary: "en su institución",
  label: "Su cargo",
  max: LARGOS.cargo,
})
