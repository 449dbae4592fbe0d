import { normalizar } from "../../domain/texto/texto.ts"
import { comandosAcuerdo } from "../acuerdo/index.ts"
import { comandosAutorizacion } from "../autorizacion/index.ts"
import { comandosBitacora } from "../bitacora/index.ts"
import { comandosCalendario } from "../calendario/index.ts"
import { comandosCanal } from "../canal/index.ts"
import { comandosCargo } from "../cargo/index.ts"
import { comandosComienzo } from "../comienzo/index.ts"
import { comandosCompromiso } from "../compromiso/index.ts"
import { comandosConexion } from "../conexion/index.ts"
import { comandosConvocatoria } from "../convocatoria/index.ts"
import type { Command } from "../definition/definition.ts"
import { comandosDesahogo } from "../desahogo/index.ts"
import { comandosDirectorio } from "../directorio/index.ts"
import { comandosEntrega } from "../entrega/index.ts"
import { comandosOrgano } from "../organo/index.ts"
import { comandosRegla } from "../regla/index.ts"
import { comandosResumen } from "../resumen/index.ts"
import { comandosSesion } from "../sesion/index.ts"
import { comandosTestado } from "../testado/index.ts"
import { comandosVotacion } from "../votacion/index.ts"

/** What people look for in the help, in the order in which a session needs it. */
export const TEMAS = [
  "sesion",
  "convocatoria",
  "desahogo",
  "acuerdos",
  "compromisos",
  "personas",
  "mensajes",
  "organo",
  "cuenta",
] as const
export type Tema = (typeof TEMAS)[number]

/** As its button says it. */
export const TITULO_TEMA: Readonly<Record<Tema, string>> = {
  sesion: "Sesiones y orden del día",
  convocatoria: "Convocatoria y asistencia",
  desahogo: "El día de la sesión",
  acuerdos: "Acuerdos y resúmenes",
  compromisos: "Compromisos",
  personas: "Personas e instituciones",
  mensajes: "Mensajes y canales",
  organo: "El órgano y sus reglas",
  cuenta: "Su cuenta y calendario",
}

/** What else people call them. */
const TAMBIEN: Readonly<Record<Tema, readonly string[]>> = {
  sesion: ["sesiones", "orden del dia"],
  convocatoria: ["convocatorias", "asistencia"],
  desahogo: ["dia de la sesion"],
  acuerdos: ["acuerdo", "resumenes"],
  compromisos: ["compromiso"],
  personas: ["instituciones", "directorio"],
  mensajes: ["canales"],
  organo: ["reglas"],
  cuenta: ["mi cuenta", "calendario"],
}

/** The theme that is named, and nothing else; `null`: something is looked for. */
export function temaDicho(escrito: string): Tema | null {
  const dicho = normalizar(escrito)
  const nombres = (tema: Tema) => [tema, normalizar(TITULO_TEMA[tema]), ...TAMBIEN[tema]]
  return TEMAS.find((tema) => nombres(tema).includes(dicho)) ?? null
}

const DE: readonly (readonly [Tema, readonly Command[]])[] = [
  ["sesion", comandosSesion],
  ["convocatoria", [...comandosConvocatoria, ...comandosAutorizacion]],
  ["desahogo", [...comandosDesahogo, ...comandosVotacion]],
  ["acuerdos", [...comandosAcuerdo, ...comandosResumen]],
  ["compromisos", comandosCompromiso],
  ["personas", [...comandosDirectorio, ...comandosCargo]],
  ["mensajes", [...comandosEntrega, ...comandosCanal, ...comandosConexion]],
  ["organo", [...comandosOrgano, ...comandosRegla, ...comandosTestado, ...comandosBitacora]],
  ["organo", comandosComienzo],
  ["cuenta", comandosCalendario],
]

/** What no theme has is about whoever asks. */
export const temaDe = (command: Command): Tema =>
  DE.find(([, suyos]) => suyos.includes(command))?.[0] ?? "cuenta"
