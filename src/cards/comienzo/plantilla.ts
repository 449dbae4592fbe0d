import type { PlantillaReglas } from "../../domain/reglas/plantillas.ts"
import { formarClaveAcuerdo } from "../../domain/texto/clave.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, nota, texto } from "../respuesta.ts"

/** Rules that belong together, in words. */
export interface GrupoDeReglas {
  readonly titulo: string
  readonly reglas: readonly { readonly label: string; readonly value: string }[]
}

/** The first acuerdo of a first session. */
const EJEMPLO = { tipo: "ordinaria", numeroSesion: 1, consecutivo: 1, fecha: "2026-01-15" } as const

/** What a template lays down, before it holds: none of it is law for the body. */
export function previaPlantillaCard(
  { nombre, reglas: { claveAcuerdo } }: PlantillaReglas,
  grupos: readonly GrupoDeReglas[],
): Card {
  return {
    title: `¿Registrar estas reglas? ${nombre}`,
    tone: "atencion",
    blocks: [
      texto([
        { kind: "bold", text: "Plantilla: verifíquela contra el reglamento del órgano. " },
        "No es disposición legal. Aún no se registra nada.",
      ]),
      ...grupos.flatMap(({ titulo, reglas }): readonly Block[] => [
        { kind: "heading", text: titulo },
        { kind: "fields", fields: [...reglas] },
      ]),
      nota(
        frase`Los acuerdos se llamarán como ${{ kind: "code", text: formarClaveAcuerdo(claveAcuerdo, EJEMPLO) }}. Las demás reglas son las usuales; todas se ven y se cambian con ${comando("plenaria.reglas")}.`,
      ),
    ],
    actions: [],
  }
}

/** The body has rules of its own. */
export function yaTieneReglasCard(): Card {
  return {
    title: "El órgano ya tiene reglas",
    tone: "error",
    blocks: [
      texto(
        frase`Una plantilla solo se usa al comenzar. Las reglas registradas se ven y se cambian con ${comando("plenaria.reglas")}.`,
      ),
    ],
    actions: [
      ...boton("plenaria.reglas", "", "Ver las reglas", "primary"),
      ...boton("plenaria.comenzar", "", "Ver lo que falta"),
    ],
  }
}
