import {
  CUANTOS,
  campo,
  codigo,
  type FormularioReglas,
  numero,
  opciones,
  plazo,
  siNo,
  sitios,
} from "./campo.ts"
import { diasAntes } from "./dias.ts"

/** How long before a session it is called. */
export const FORMULARIOS_CONVOCATORIA: readonly FormularioReglas[] = [
  {
    clave: "convocatoria",
    titulo: "Convocatoria",
    campos: [
      campo(
        "convocatoria.ordinaria",
        "ordinaria",
        "Sesión ordinaria",
        "anticipación, por ejemplo: 5 días hábiles",
        plazo(),
      ),
      campo(
        "convocatoria.extraordinaria",
        "extraordinaria",
        "Sesión extraordinaria",
        "anticipación, por ejemplo: 48 horas",
        plazo(),
      ),
      campo(
        "conteo",
        "conteo",
        "Cómo se cuentan los días",
        "si el día del envío cuenta",
        opciones({
          excluye_ambos_extremos: "sin contar el día del envío ni el de la sesión",
          incluye_dia_envio: "contando el día del envío",
        }),
      ),
      campo(
        "recordatorios.sesiones.convocatoria",
        "avisos",
        "Aviso de que falta convocar",
        CUANTOS,
        diasAntes("del último día para convocar"),
      ),
    ],
  },
]

/** How sessions are held. */
export const FORMULARIOS_SESIONES: readonly FormularioReglas[] = [
  {
    clave: "sesion",
    titulo: "Sesiones",
    campos: [
      campo(
        "sesiones.toleranciaMinutos",
        "tolerancia",
        "Tolerancia para iniciar",
        "minutos; vacío, no se fija",
        numero("minuto", "minutos", "no se fija"),
      ),
      campo(
        "sesiones.suplencia.permitida",
        "suplencia",
        "Suplencia",
        "si puede asistir una persona suplente",
        siNo("se admite", "no se admite"),
      ),
      campo(
        "sesiones.suplencia.requiereOficio",
        "oficio",
        "Oficio de suplencia",
        "si se pide para suplir",
        siNo("se pide", "no se pide"),
      ),
      campo(
        "sesiones.solicitudPuntos.ordinaria",
        "puntos",
        "Proponer puntos, en ordinaria",
        "hasta cuándo antes, por ejemplo: 48 horas",
        plazo(),
      ),
      campo(
        "sesiones.solicitudPuntos.extraordinaria",
        "extras",
        "Proponer puntos, en extraordinaria",
        "hasta cuándo antes, por ejemplo: 12 horas",
        plazo(),
      ),
    ],
  },
  {
    clave: "extraordinaria",
    titulo: "Sesión extraordinaria",
    campos: [
      campo(
        "sesiones.extraordinaria.soloAsuntoConvocado",
        "solo",
        "Solo el asunto convocado",
        "si trata únicamente lo convocado",
        siNo(),
      ),
      campo(
        "sesiones.extraordinaria.asuntosGenerales",
        "generales",
        "Asuntos generales",
        "si los admite",
        siNo("se admiten", "no se admiten"),
      ),
      campo(
        "sesiones.extraordinaria.seguimientoAcuerdos",
        "seguimiento",
        "Seguimiento de acuerdos",
        "si lo admite",
        siNo("se admite", "no se admite"),
      ),
    ],
  },
]

/** What bounds acuerdos, compromisos and documents. */
export const FORMULARIOS_LIMITES: readonly FormularioReglas[] = [
  {
    clave: "prorroga",
    titulo: "Nueva fecha de un compromiso",
    campos: [
      campo(
        "sesiones.acuerdos.reprogramaciones",
        "reprogramaciones",
        "Reprogramaciones",
        "cuántas veces cambia de fecha un compromiso",
        numero("vez", "veces"),
      ),
      campo(
        "sesiones.acuerdos.prorrogaDias",
        "dias",
        "Hasta cuándo puede ser la nueva fecha",
        "días naturales después de la fecha que rige; vacío, no se fija",
        numero("día natural", "días naturales", "no se fija"),
      ),
      campo(
        "sesiones.acuerdos.prorrogaDecide",
        "decide",
        "Quién decide una prórroga",
        "quién resuelve la nueva fecha que pide una institución",
        opciones({ secretaria_tecnica: "la Secretaría Técnica", pleno: "el pleno, en sesión" }),
      ),
    ],
  },
  {
    clave: "limites",
    titulo: "Límites",
    campos: [
      campo(
        "sesiones.acuerdos.plazoMaximoMeses",
        "meses",
        "Plazo máximo de un compromiso",
        "meses; vacío, no se fija",
        numero("mes", "meses", "no se fija"),
      ),
      campo(
        "claveAcuerdo",
        "clave",
        "Clave de los acuerdos",
        "plantilla con {tipo}, {sesion}, {consecutivo:2}, {anio}, {mes} o {dia}",
        codigo,
      ),
      campo(
        "dominiosPermitidos",
        "sitios",
        "Sitios de los documentos",
        "un sitio por renglón, como *.gob.mx; vacío, cualquiera",
        sitios,
      ),
    ],
  },
]
