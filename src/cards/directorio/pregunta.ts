import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import type { Designacion, Institucion, Persona } from "../../domain/tipos/directorio.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** Somebody with that name is on record; a button says that they are two. */
export function tocayaCard(nombre: string, clave: string): Card {
  return {
    title: "¿Es la misma persona?",
    tone: "atencion",
    blocks: [
      texto(
        `Ya está en el directorio una persona llamada ${nombre} (${clave}). Si es ella, no la registre otra vez: corrija sus datos o registre su designación.`,
      ),
    ],
    actions: [
      ...boton("directorio.persona-editar", `persona:${clave}`, "Corregir sus datos…"),
      ...boton("directorio.designacion-registrar", `persona:${clave}`, "Registrar su designación…"),
    ],
  }
}

export interface DesignacionConInstitucion {
  readonly designacion: Designacion
  readonly institucion: Institucion | null
}

export const designacionEnPalabras = ({ designacion, institucion }: DesignacionConInstitucion): string =>
  [CALIDAD[designacion.calidad], institucion?.siglas].filter(Boolean).join(" de ")

/** Which of a person's posts ends; a button for each is added to it. */
export function cualDesignacionCard(persona: Persona, puestos: readonly DesignacionConInstitucion[]): Card {
  return {
    title: "¿Qué designación termina?",
    tone: "atencion",
    blocks: [
      texto(`${nombreConTitulo(persona)} tiene más de una:`),
      { kind: "list", ordered: false, items: puestos.map(designacionEnPalabras) },
    ],
    actions: [],
    ...marcaDemo([persona.origen]),
  }
}

/** What the end of a designation does, before it is put on record. */
export function confirmarTerminoCard(
  persona: Persona,
  puesto: DesignacionConInstitucion,
  hasta: string,
): Card {
  return {
    title: "Término de designación",
    tone: "atencion",
    blocks: [
      texto(
        `${nombreConTitulo(persona)} dejará de ser ${designacionEnPalabras(puesto)} al terminar el ${fechaMedia(hasta)}.`,
      ),
      nota(
        "Desde el día siguiente Plenaria no le reconoce con esa calidad. Lo que hizo se conserva con su nombre.",
      ),
    ],
    actions: [],
    ...marcaDemo([persona.origen]),
  }
}

/** Whoever arrives is called like somebody on record; a button says whether they are the same. */
export function mismaPersonaCard(persona: Persona): Card {
  return {
    title: "¿Es la misma persona?",
    tone: "atencion",
    blocks: [
      texto(
        `En el directorio ya está ${nombreConTitulo(persona)} (${persona.clave})${persona.cargo === null ? "" : `, ${persona.cargo}`}. ¿Es quien llega?`,
      ),
    ],
    actions: [],
    ...marcaDemo([persona.origen]),
  }
}
