import {
  CUANTOS,
  campo,
  diaLaboral,
  type FormularioReglas,
  frasePropia,
  hora,
  numero,
  siNo,
} from "./campo.ts"
import { destinatarios, diasAlrededor, diasAntes } from "./dias.ts"

const SITUACIONES = [
  ["recordatorio", "antes de vencer"],
  ["vencimiento", "el día en que vence"],
  ["seguimiento", "vencido"],
] as const

/** When whom is reminded of what. */
export const FORMULARIOS_RECORDATORIOS: readonly FormularioReglas[] = [
  {
    clave: "recordatorios",
    titulo: "Recordatorios de compromisos",
    campos: [
      campo(
        "recordatorios.escalera",
        "dias",
        "Cuándo se recuerda",
        "por ejemplo: 5 antes, el mismo día, 3 después",
        diasAlrededor,
      ),
      campo(
        "recordatorios.seguimientoSemanas",
        "semanas",
        "Vencidos, cada cuántas semanas",
        "vacío, no se insiste",
        numero("semana", "semanas", "no se insiste"),
      ),
      campo(
        "recordatorios.destinatarios",
        "quienes",
        "A quiénes",
        "un paso por renglón: cuándo, dos puntos y a quiénes",
        destinatarios,
      ),
    ],
  },
  {
    clave: "recordatorios-sesion",
    titulo: "Recordatorios de sesiones",
    campos: [
      campo(
        "recordatorios.sesiones.diasAntes",
        "dias",
        "Antes de la sesión",
        CUANTOS,
        diasAntes("de la sesión"),
      ),
      campo(
        "recordatorios.sesiones.mismoDia",
        "manana",
        "El mismo día",
        "si se recuerda esa mañana",
        siNo("se recuerda", "no se recuerda"),
      ),
      campo(
        "recordatorios.sesiones.horasAntes",
        "horas",
        "Horas antes",
        "vacío, ninguna",
        numero("hora antes", "horas antes", "no se recuerda"),
      ),
    ],
  },
]

/** The weekly report. */
export const FORMULARIOS_INFORME: readonly FormularioReglas[] = [
  {
    clave: "informe",
    titulo: "Informe semanal de cumplimiento",
    campos: [
      campo(
        "recordatorios.informeSemanal",
        "dia",
        "Día del informe",
        "a la Secretaría Técnica; si es inhábil, el siguiente",
        diaLaboral(),
      ),
    ],
  },
]

/** What the body adds of its own to its messages. */
export const FORMULARIOS_TEXTOS: readonly FormularioReglas[] = SITUACIONES.map(([tono, cuando]) => ({
  clave: `texto-${tono}`,
  titulo: `Texto de un aviso: ${cuando}`,
  campos: [
    campo(
      `recordatorios.textos.${tono}.apertura`,
      "apertura",
      `Al inicio, ${cuando}`,
      "lo que el órgano agrega; vacío, nada",
      frasePropia,
    ),
    campo(
      `recordatorios.textos.${tono}.cierre`,
      "cierre",
      `Al final, ${cuando}`,
      "lo que el órgano agrega; vacío, nada",
      frasePropia,
    ),
  ],
}))

/** Within which hours messages are sent. */
export const FORMULARIOS_HORARIO: readonly FormularioReglas[] = [
  {
    clave: "horario",
    titulo: "Horario de los avisos",
    campos: [
      campo(
        "recordatorios.horario.desde",
        "primera",
        "Desde",
        "primera hora en que se envía, por ejemplo: 09:00",
        hora,
      ),
      campo(
        "recordatorios.horario.hasta",
        "ultima",
        "Hasta",
        "última hora en que se envía, por ejemplo: 17:30",
        hora,
      ),
    ],
  },
]
