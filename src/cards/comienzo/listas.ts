import type { InstitucionPegada } from "../../domain/comienzo/instituciones-pegadas.ts"
import type { PersonaPegada } from "../../domain/comienzo/personas-pegadas.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, RichText } from "../card.ts"
import { nota, texto } from "../respuesta.ts"

const NADA = "Aún no se registra nada."

/** What the institutions of a list would be, before they are written. `preside`: the siglas of whose seat does. */
export function previaInstitucionesCard(filas: readonly InstitucionPegada[], preside: string | null): Card {
  const propuestas = filas.filter((fila) => fila.propuestas).length
  return {
    title: `¿Registrar ${plural(filas.length, "institución", "instituciones")}?`,
    tone: "atencion",
    blocks: [
      texto(NADA),
      {
        kind: "list",
        ordered: false,
        items: filas.map(
          ({ siglas, nombre, conVoto }): RichText => [
            { kind: "bold", text: siglas },
            `: ${nombre}; ${conVoto ? "con voto" : "sin voto"}${siglas === preside ? "; preside" : ""}`,
          ],
        ),
      },
      ...(propuestas === 0
        ? []
        : [
            nota(
              `Las siglas de ${plural(propuestas, "institución", "instituciones")} se propusieron a partir de su nombre: revíselas.`,
            ),
          ]),
      ...(preside === null ? [nota("No se dijo cuál preside.")] : []),
    ],
    actions: [],
  }
}

/** What the people of a list would be. `conocidas`: those who are on record, and get one more post. */
export function previaPersonasCard(filas: readonly PersonaPegada[], conocidas: readonly string[]): Card {
  return {
    title: `¿Registrar ${plural(filas.length, "designación", "designaciones")}?`,
    tone: "atencion",
    blocks: [
      texto(NADA),
      {
        kind: "list",
        ordered: false,
        items: filas.map(
          ({ nombre, cargo, institucion, calidad }): RichText => [
            { kind: "bold", text: nombre },
            `${cargo === null ? "" : `, ${cargo}`}: ${[CALIDAD[calidad], institucion?.siglas].filter(Boolean).join(", ")}`,
          ],
        ),
      },
      ...(conocidas.length === 0
        ? []
        : [nota(`Ya están en el directorio, y se les agrega la designación: ${conocidas.join(", ")}.`)]),
      nota("Rigen desde hoy. El oficio y otras fechas se agregan después."),
    ],
    actions: [],
  }
}
