import type { Card } from "./card.ts"
import { comando, frase } from "./comando.ts"
import { boton, texto } from "./respuesta.ts"

/** To who writes to the bot as to a person: what it understands, and where to begin. */
export function mensajeDirectoCard(): Card {
  return {
    title: "Plenaria",
    tone: "aviso",
    blocks: [
      texto(
        frase`Plenaria responde a comandos, que comienzan con una diagonal: por ejemplo, ${comando("sesion.proxima")}. Lo que espera por usted: ${comando("plenaria.inicio")}. Lo que se escribe aquí sin ella no se registra.`,
      ),
    ],
    actions: [
      ...boton("plenaria.inicio", "", "Ver lo que me espera", "primary"),
      ...boton("plenaria.ayuda", "", "Ver qué puede preguntar"),
      ...boton("sesion.proxima", "", "Ver la próxima sesión"),
    ],
  }
}
