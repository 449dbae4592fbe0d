import type { ContenidoConvocatoria } from "../tipos/convocatoria.ts"
import type { PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"

/** What a version of the convocatoria says, to be kept: nothing internal. */
export function contenidoDe(
  { fecha, hora, modalidad, sede, url }: Pick<Sesion, "fecha" | "hora" | "modalidad" | "sede" | "url">,
  puntos: readonly Pick<PuntoOrdenDia, "numero" | "titulo" | "difusion">[],
): ContenidoConvocatoria {
  return {
    fecha,
    hora,
    modalidad,
    sede,
    url,
    puntos: puntos
      .filter(({ difusion }) => difusion !== "interna")
      .map(({ numero, titulo }) => ({ numero, titulo })),
  }
}
