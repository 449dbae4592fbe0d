import type { Lectura } from "../domain/tiempo/fecha-escrita/lectura.ts"
import { nombreDeLectura } from "../texts/fecha-escrita.ts"
import type { Card } from "./card.ts"
import { nota, recortar, texto } from "./respuesta.ts"

const MAX_SHOWN = 60

/** What was written may be more than one day or hour, or none exactly. The answers' buttons are added to it. */
export function fechaDudosaCard(escrito: string, opciones: readonly Lectura[]): Card {
  const dias = new Set(opciones.map((una) => (una.kind === "hora" ? "" : una.fecha)))
  const que = dias.size === 1 && opciones.every(({ kind }) => kind !== "fecha") ? "hora" : "día"
  const shown = `«${recortar(escrito, MAX_SHOWN)}»`
  return {
    title: que === "hora" ? "¿A qué hora se refiere?" : "¿A qué día se refiere?",
    tone: "atencion",
    blocks: [
      texto(opciones.length > 1 ? `${shown} puede ser:` : `Por ${shown} se propone:`),
      { kind: "list", ordered: false, items: opciones.map(nombreDeLectura) },
      nota("No se ha registrado nada. Lo demás que escribió se conserva."),
    ],
    actions: [],
  }
}

/** The question was answered before, or a day has gone by. */
export function preguntaVencidaCard(): Card {
  return {
    title: "Esta pregunta ya no espera respuesta",
    tone: "error",
    blocks: [
      texto("Ya se contestó, o pasó más de un día desde que se hizo. No se hizo nada ahora."),
      nota("Escriba el comando de nuevo."),
    ],
    actions: [],
  }
}
