import type { GrupoDeReglas } from "../../cards/comienzo/plantilla.ts"
import type { PlantillaReglas } from "../../domain/reglas/plantillas.ts"
import { valorDe } from "../regla/perfil.ts"
import { todosLosFormularios } from "../regla/tema/temas.ts"

/** What tells one template from another at a glance; the others are seen with all the rules of the body. */
const MUESTRA = new Set([
  "convocatoria.ordinaria",
  "convocatoria.extraordinaria",
  "sesiones.quorum.base",
  "sesiones.quorum.regla",
  "sesiones.segundaConvocatoria.permitida",
  "sesiones.segundaConvocatoria.espera",
  "sesiones.votacion.mayoria",
  "sesiones.toleranciaMinutos",
  "sesiones.suplencia.permitida",
  "sesiones.acuerdos.plazoMaximoMeses",
  "sesiones.acuerdos.reprogramaciones",
])

/** A template in the words in which the rules of a body are told. */
export function reglasDeMuestra({ reglas }: PlantillaReglas, hoy: string): readonly GrupoDeReglas[] {
  const perfil = { version: 1, vigenteDesde: hoy, ...reglas }
  return todosLosFormularios.flatMap(({ titulo, campos }) => {
    const mostrados = campos.filter(({ ruta }) => MUESTRA.has(ruta))
    if (mostrados.length === 0) return []
    return [
      {
        titulo,
        reglas: mostrados.map((campo) => ({
          label: campo.etiqueta,
          value: campo.palabras(valorDe(perfil, campo)),
        })),
      },
    ]
  })
}
