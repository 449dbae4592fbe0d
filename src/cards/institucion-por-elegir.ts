import type { Institucion } from "../domain/tipos/directorio.ts"
import type { Card } from "./card.ts"
import { comando, conOrden } from "./comando.ts"
import { boton, MAX_DETAIL_BUTTONS, marcaDemo, nota, recortar, texto } from "./respuesta.ts"

/** The institution typed fits several, or none. */
export function institucionPorElegir(
  buscada: string,
  opciones: readonly Institucion[],
  ambigua: boolean,
  orden: {
    readonly command: "compromiso.lista" | "plenaria.ensayo" | "plenaria.conectar"
    /** What is done with the one that is chosen; `Ver` where it is left out. */
    readonly verbo?: string
    /** Where all of them can be asked for at once. */
    readonly todas?: string
    /** Siglas of one of the body's. */
    readonly ejemplo: string | undefined
  },
): Card {
  const shown = recortar(buscada, 60)
  return {
    title: ambigua ? "¿De qué institución?" : "No se encontró la institución",
    tone: ambigua ? "atencion" : "error",
    blocks: [
      texto(
        ambigua
          ? `«${shown}» corresponde a más de una institución. Elija una:`
          : `No hay ninguna institución registrada como «${shown}».${opciones.length > 0 ? " ¿Quiso decir alguna de estas?" : ""}`,
      ),
      ...(opciones.length > 0
        ? [
            {
              kind: "list" as const,
              ordered: false,
              items: opciones.map(({ siglas, nombre }) => `${siglas}: ${nombre}`),
            },
          ]
        : [nota(conOrden("Escriba sus siglas o su nombre", ordenDe(orden)))]),
    ],
    actions: [
      ...opciones
        .slice(0, MAX_DETAIL_BUTTONS)
        .flatMap(({ siglas }) =>
          boton(orden.command, `institucion:${siglas}`, `${orden.verbo ?? "Ver"} ${siglas}`),
        ),
      ...(orden.todas === undefined ? [] : boton(orden.command, "", orden.todas)),
    ],
    ...marcaDemo(opciones.map(({ origen }) => origen)),
  }
}

const ordenDe = ({ command, ejemplo }: { readonly command: string; readonly ejemplo: string | undefined }) =>
  ejemplo === undefined ? null : comando(command, { "institucion:": ejemplo })
