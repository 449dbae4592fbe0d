import type { PerfilReglas } from "./perfil-reglas.ts"
import { REGLAS_SESION_USUALES } from "./reglas-sesion.ts"

/**
 * What holds for a body that has recorded no profile. None of it is law for any body in particular: notice and counting
 * follow the strictest usual practice of federal bodies, so that a default errs towards sending earlier.
 */
export const PERFIL_PREDETERMINADO: PerfilReglas = {
  version: 0,
  vigenteDesde: "1900-01-01",
  convocatoria: {
    ordinaria: { n: 5, unidad: "dias_habiles" },
    extraordinaria: { n: 2, unidad: "dias_habiles" },
  },
  conteo: "excluye_ambos_extremos",
  claveAcuerdo: "{tipo}-{sesion}/{consecutivo:2}/{anio}",
  autoriza: null,
  recordatorios: {
    escalera: [-15, -5, -1, 0, 1, 5],
    seguimientoSemanas: 1,
    horario: { desde: "09:00", hasta: "17:30" },
    destinatarios: [
      { desde: -365, a: ["enlace"] },
      { desde: 0, a: ["enlace", "suplente"] },
      { desde: 5, a: ["enlace", "suplente", "titular", "secretaria_tecnica"] },
    ],
    textos: {
      recordatorio: { apertura: null, cierre: null },
      vencimiento: { apertura: null, cierre: null },
      seguimiento: { apertura: null, cierre: null },
    },
    sesiones: { diasAntes: [5, 1], mismoDia: true, horasAntes: 1, convocatoria: [3, 1, 0] },
    informeSemanal: 1,
  },
  dominiosPermitidos: [],
  sesiones: REGLAS_SESION_USUALES,
}
