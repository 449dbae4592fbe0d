import type { CampoCambiado, Diferencia, Ruta } from "./diferencias.ts"

/** Why a change of a file is not made until somebody says that it is meant. */
export type Riesgo =
  /** A recorded field would be emptied. */
  | "borra"
  /** A chat account would become another person. */
  | "identidad"
  /** What is written to a channel would be read somewhere else, or by others. */
  | "canal"
  /** A state would go back to an earlier one. */
  | "retrocede"
  /** Somebody acted on the record in chat, and the file says otherwise. */
  | "chat"

export interface PorConfirmar extends CampoCambiado {
  readonly ruta: Ruta
  readonly riesgo: Riesgo
}

/** What somebody did in chat is of: each by its body and its clave. */
export interface ActuadasEnChat {
  sesion(organo: unknown, clave: unknown): boolean
  compromiso(organo: unknown, clave: unknown): boolean
}

/** Fields of a channel that say where it is and who reads it. */
const DESTINO = new Set(["adapter", "workspace", "canal", "audiencia", "institucion", "activo"])

/** From the first state to the last; those of one step are ends of the same road. */
const AVANCE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  sesiones: {
    programada: 0,
    diferida: 1,
    convocada: 2,
    sin_quorum: 3,
    cancelada: 3,
    instalada: 3,
    receso: 3,
    clausurada: 4,
  },
  puntos: { propuesto: 0, incluido: 1, desahogado: 2, retirado: 2, diferido: 2 },
  acuerdos: { vigente: 0, atendido: 1, cancelado: 1 },
  compromisos: { pendiente: 0, permanente: 0, en_proceso: 1, en_validacion: 2, atendido: 3, cancelado: 3 },
}

/** The changes of a document that are made only once they are confirmed. */
export function porConfirmar(
  diferencias: readonly Diferencia[],
  enChat: ActuadasEnChat,
): readonly PorConfirmar[] {
  return diferencias.flatMap((diferencia) => {
    if (diferencia.tipo === "alta") return []
    const { ruta, campos } = diferencia
    return campos.flatMap((cambio) => {
      const riesgo = riesgoDe(ruta, cambio, enChat)
      return riesgo === null ? [] : [{ ...cambio, ruta, riesgo }]
    })
  })
}

function riesgoDe(
  ruta: Ruta,
  { campo, antes, despues }: CampoCambiado,
  enChat: ActuadasEnChat,
): Riesgo | null {
  const [nombre = ""] = campo
  const lista = ruta.at(-1)?.lista ?? ""
  if (lista === "cuentas") return "identidad"
  if (lista === "canales" && DESTINO.has(nombre)) return "canal"
  if (vacio(antes)) return null
  if (nombre === "estado" && retrocede(lista, antes, despues)) return "retrocede"
  if (actuado(ruta, enChat)) return "chat"
  // Of a rule, «none» is a rule too, and its version says since when.
  return vacio(despues) && lista !== "perfiles" ? "borra" : null
}

const vacio = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

function retrocede(lista: string, antes: unknown, despues: unknown): boolean {
  const pasos = AVANCE[lista] ?? {}
  return (pasos[String(despues)] ?? 0) < (pasos[String(antes)] ?? 0)
}

/** What hangs from a session is acted on with it; a compromiso is also acted on by itself. */
function actuado(ruta: Ruta, enChat: ActuadasEnChat): boolean {
  const fila = (lista: string) => ruta.find((paso) => paso.lista === lista)?.fila
  const sesion = fila("sesiones")
  if (sesion === undefined) return false
  const compromiso = fila("compromisos")
  return (
    enChat.sesion(sesion.organo, sesion.clave) ||
    (compromiso !== undefined && enChat.compromiso(sesion.organo, compromiso.clave))
  )
}
