import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { ESTADO_SESION } from "../../texts/etiquetas.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** The asker speaks for several institutions, or names one that was not called. */
export function institucionQueResponde(sesion: Sesion, opciones: readonly Institucion[]): Card {
  if (opciones.length === 0) {
    return {
      title: "Su institución no está convocada",
      tone: "error",
      blocks: [
        texto(
          `Usted no representa a ninguna institución convocada a la sesión ${sesion.clave}. No se registró nada.`,
        ),
        nota(
          frase`Si debería estarlo, avise a la Secretaría Técnica. Vea sus designaciones con ${comando("plenaria.quien-soy")}.`,
        ),
      ],
      actions: boton("plenaria.quien-soy", "", "Ver mis designaciones"),
      ...marcaDemo([sesion.origen]),
    }
  }
  return {
    title: "¿De qué institución se trata?",
    tone: "atencion",
    blocks: [
      texto("Elija una:"),
      { kind: "list", ordered: false, items: opciones.map(({ siglas, nombre }) => `${siglas}: ${nombre}`) },
    ],
    actions: [],
    ...marcaDemo([sesion.origen]),
  }
}

/** Nobody has been called to it yet, or whoever was is not on record. */
export function sinConvocatoria(organo: Organo, sesion: Sesion): Card {
  const { clave, estado } = sesion
  const constan = fueConvocada(sesion)
  const porConvocar = !constan && estado !== "cancelada"
  const falta = constan
    ? "No consta a qué instituciones se convocó, así que no hay acuses ni asistencias que mostrar."
    : "No se convocó, así que no hay convocatoria que acusar ni asistencia que confirmar."
  return {
    title: porConvocar
      ? `La sesión ${clave} aún no se convoca`
      : `No hay convocatoria registrada de ${clave}`,
    tone: "error",
    blocks: [
      texto(
        porConvocar
          ? "Todavía no hay convocatoria que acusar ni asistencia que confirmar."
          : `La sesión está ${ESTADO_SESION[estado]}. ${falta}`,
      ),
    ],
    actions: [
      ...(porConvocar ? boton("sesion.convocar", clave, "Preparar la convocatoria") : []),
      ...boton("sesion.proxima", "", "Próxima sesión"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
