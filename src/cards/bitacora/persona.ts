import type { Persona } from "../../domain/tipos/directorio.ts"
import type { Card } from "../card.ts"
import { boton, nota, recortar, texto } from "../respuesta.ts"

const MAX_MOSTRADAS = 10

/** The log is asked for somebody, and it is not clear who is meant, or nobody in it is called that. */
export function personaEnBitacora(buscado: string, posibles: readonly Persona[]): Card {
  const dicho = `«${recortar(buscado, 80)}»`
  return {
    title: posibles.length === 0 ? "No se encontró a la persona" : "¿A qué persona se refiere?",
    tone: posibles.length === 0 ? "error" : "atencion",
    blocks:
      posibles.length === 0
        ? [
            texto(`Nadie que se llame ${dicho} ha hecho o consultado algo en este órgano.`),
            nota("Escriba su clave en el directorio, o una parte de su nombre."),
          ]
        : [
            texto(`${dicho} corresponde a estas personas:`),
            {
              kind: "list",
              ordered: false,
              items: posibles
                .slice(0, MAX_MOSTRADAS)
                .map(({ nombre, cargo, clave }) => [
                  [nombre, cargo].filter(Boolean).join(", "),
                  ": ",
                  { kind: "code" as const, text: clave },
                ]),
            },
            ...(posibles.length > MAX_MOSTRADAS
              ? [nota(`Hay ${posibles.length - MAX_MOSTRADAS} más. Escriba otra parte del nombre.`)]
              : []),
          ],
    actions: posibles.length === 0 ? boton("plenaria.bitacora", "", "Ver la bitácora") : [],
  }
}
