import type { Cambio, DichoSesion, HechoCompromiso } from "../domain/mensaje/hechos.ts"
import { ESTADO_AUTORIZACION, ESTADO_COMPROMISO, ESTADO_SESION } from "./etiquetas.ts"
import { fechaMedia, fechaYHora, horaOficial } from "./fechas.ts"

/** "CI/SO-21/02/2024/SRE: atendido", "SO-22: diferida; nueva fecha, viernes 15 de marzo de 2024". */
export function textoCambio({ antes, ahora }: Cambio, zona: string): string {
  const que = [
    ...(antes.kind === "compromiso" && ahora.kind === "compromiso" ? deCompromiso(antes, ahora) : []),
    ...(antes.kind === "sesion" && ahora.kind === "sesion" ? deSesion(antes, ahora, zona) : []),
    ...(ahora.kind === "desahogo" ? ["avanzó la sesión"] : []),
    ...(ahora.kind === "autorizacion" ? [ESTADO_AUTORIZACION[ahora.estado]] : []),
    ...(ahora.kind === "resumen" && ahora.errata !== null
      ? [`corregido por la fe de erratas ${ahora.errata}, que llegó después en este canal`]
      : []),
  ]
  return `${ahora.clave}: ${que.join("; ")}`
}

function deCompromiso(antes: HechoCompromiso, ahora: HechoCompromiso): readonly string[] {
  return [
    ...(antes.estado === ahora.estado
      ? []
      : [ahora.estado === "sin_aprobar" ? "el acuerdo no está aprobado" : ESTADO_COMPROMISO[ahora.estado]]),
    ...(antes.fecha === ahora.fecha ? [] : [fechaNueva(ahora.fecha && fechaMedia(ahora.fecha))]),
    ...(antes.institucionId === ahora.institucionId ? [] : ["cambió la institución responsable"]),
    ...((antes.corresponsables ?? []).join() === (ahora.corresponsables ?? []).join()
      ? []
      : ["cambiaron las instituciones corresponsables"]),
    ...prorroga(antes, ahora),
  ]
}

/** One that was granted is told by its new date, and one that nobody waits for any more by the state that ended it. */
function prorroga(antes: HechoCompromiso, ahora: HechoCompromiso): readonly string[] {
  const [una, otra] = [antes.prorroga ?? null, ahora.prorroga ?? null]
  if (una === otra) return []
  if (otra !== null) return [`se pidió prórroga hasta el ${fechaMedia(otra)}`]
  return antes.fecha === ahora.fecha && antes.estado === ahora.estado
    ? ["ya no hay prórroga por decidir"]
    : []
}

function deSesion(antes: DichoSesion, ahora: DichoSesion, zona: string): readonly string[] {
  return [
    ...(antes.estado === ahora.estado ? [] : [ESTADO_SESION[ahora.estado]]),
    ...cuando(antes, ahora, zona),
    ...(antes.sede === ahora.sede ? [] : [ahora.sede === null ? "sin sede" : `nueva sede, ${ahora.sede}`]),
  ]
}

function cuando(antes: DichoSesion, { fecha, hora }: DichoSesion, zona: string): readonly string[] {
  if (antes.fecha !== fecha) return [fechaNueva(fecha && fechaYHora(fecha, hora, zona))]
  if (antes.hora === hora) return []
  return [hora === null ? "sin hora" : `nueva hora, ${horaOficial(hora, zona)}`]
}

function fechaNueva(fecha: string | null): string {
  return fecha === null ? "sin fecha" : `nueva fecha, ${fecha}`
}
