import {
  FORMULARIOS_HORARIO,
  FORMULARIOS_INFORME,
  FORMULARIOS_RECORDATORIOS,
  FORMULARIOS_TEXTOS,
} from "./aviso.ts"
import { campo, type FormularioReglas, opciones } from "./campo.ts"
import { FORMULARIOS_QUORUM } from "./quorum.ts"
import { FORMULARIOS_CONVOCATORIA, FORMULARIOS_LIMITES, FORMULARIOS_SESIONES } from "./sesion.ts"

export const TEMAS = [
  "convocatoria",
  "quorum",
  "sesiones",
  "recordatorios",
  "resumen",
  "autorizaciones",
  "limites",
  "textos",
  "horario",
  "calendario",
] as const
export type Tema = (typeof TEMAS)[number]

export const NOMBRE_TEMA: Readonly<Record<Tema, string>> = {
  convocatoria: "Convocatoria",
  quorum: "Quórum y votación",
  sesiones: "Sesiones",
  recordatorios: "Recordatorios",
  resumen: "Informe semanal",
  autorizaciones: "Autorizaciones",
  limites: "Límites",
  textos: "Textos",
  horario: "Horario",
  calendario: "Calendario",
}

const AUTORIZACIONES: readonly FormularioReglas[] = [
  {
    clave: "autorizaciones",
    titulo: "Autorizaciones",
    campos: [
      campo(
        "autoriza",
        "envios",
        "Convocatorias y comunicados",
        "quién los autoriza antes de que salgan",
        opciones(
          { secretaria: "los envía la Secretaría Técnica", presidencia: "los autoriza la Presidencia" },
          "secretaria",
        ),
      ),
    ],
  },
]

/** Every form there is, by theme. The calendar of days off by law belongs to the body, not to a version of its rules. */
export const FORMULARIOS: Readonly<Record<Exclude<Tema, "calendario">, readonly FormularioReglas[]>> = {
  convocatoria: FORMULARIOS_CONVOCATORIA,
  quorum: FORMULARIOS_QUORUM,
  sesiones: FORMULARIOS_SESIONES,
  recordatorios: FORMULARIOS_RECORDATORIOS,
  resumen: FORMULARIOS_INFORME,
  autorizaciones: AUTORIZACIONES,
  limites: FORMULARIOS_LIMITES,
  textos: FORMULARIOS_TEXTOS,
  horario: FORMULARIOS_HORARIO,
}

/** Fields of a profile that no form changes, and why. */
export const SIN_FORMULARIO: Readonly<Record<string, string>> = {
  version: "numbers the versions",
  vigenteDesde: "each form asks for it",
  otrasReglas: "kept as a file brought it; nothing computes with it",
  fuente: "each form asks for it",
  registradoPor: "whoever sends the form",
  registradoEn: "when the form is sent",
}

export const todosLosFormularios: readonly FormularioReglas[] = Object.values(FORMULARIOS).flat()
