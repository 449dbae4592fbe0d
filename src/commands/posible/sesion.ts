import { seRegistra } from "../../app/acuerdo/preparar.ts"
import { puedeAcusar } from "../../app/convocatoria/acusar.ts"
import { seConfirmaAsistencia } from "../../app/convocatoria/confirmar-asistencia.ts"
import { seCorrigeAsistencia } from "../../app/desahogo/corregir-asistencia.ts"
import { seCorrigenHoras } from "../../app/desahogo/corregir-horas.ts"
import { puedeDeshacerse } from "../../app/desahogo/deshacer.ts"
import { CON_LISTA } from "../../app/desahogo/pase-de-lista.ts"
import { admiteDocumentos } from "../../app/sesion/documentos.ts"
import { propuestaImposible } from "../../app/sesion/proponer.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import { admiteCorte } from "../../app/sesion/seguimiento.ts"
import { procedeSegunda } from "../../domain/convocatoria/segunda.ts"
import { estaAbierta, sesiona } from "../../domain/desahogo/desahogo.ts"
import { admiteCambios, puntoDeSeguimiento } from "../../domain/sesion/orden-del-dia.ts"
import { type ActoSesion, transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import type { CommandContext } from "../definition/definition.ts"

/** Whether what a command does can be done to a session now, whatever else is written. */
type Posible = (sesion: Sesion, context: CommandContext) => boolean | Promise<boolean>

const enEstado =
  (acto: ActoSesion): Posible =>
  ({ estado }) =>
    transicionSesion(acto, estado).kind === "permitida"

const enOrden: Posible = ({ estado }) => admiteCambios(estado)
const enSesion: Posible = ({ estado }) => sesiona(estado)
const conLista: Posible = ({ estado }) => CON_LISTA.includes(estado)
const clausurada: Posible = ({ estado }) => estado === "clausurada"

/** Something of it waits for the presidencia. */
const conEspera: Posible = async ({ id }, { data }) => (await data.read.autorizaciones.abierta(id)) !== null

/** One that is not here shows something, of any session. */
export const POSIBLE: Readonly<Record<string, Posible>> = {
  "sesion.editar": enEstado("editar"),
  "sesion.convocar": enEstado("convocar"),
  "sesion.rectificar": enEstado("rectificar"),
  "sesion.diferir": enEstado("diferir"),
  "sesion.cancelar": enEstado("cancelar"),
  "sesion.instalar": enEstado("instalar"),
  "sesion.sin-quorum": ({ estado }) =>
    estaAbierta(estado) || transicionSesion("declarar_sin_quorum", estado).kind === "permitida",
  "sesion.segunda": async (sesion, { data, organo, hoy }) => {
    const { segundaConvocatoria } = await reglasDeSesion({ read: data.read, organo, hoy }, sesion)
    return procedeSegunda(sesion, segundaConvocatoria)
  },
  "sesion.receso": enEstado("recesar"),
  "sesion.reanudar": enEstado("reanudar"),
  "sesion.clausurar": enEstado("clausurar"),
  "sesion.deshacer": async (sesion, { data, hoy }) =>
    sesion.estado !== "programada" &&
    (await puedeDeshacerse({ read: data.read, hoy }, sesion)).kind === "posible",
  "sesion.punto-agregar": enOrden,
  "sesion.punto-incluir": enOrden,
  "sesion.punto-mover": enOrden,
  "sesion.punto-fusionar": enOrden,
  "sesion.punto-retirar": ({ estado }) => admiteCambios(estado) || sesiona(estado),
  "sesion.seguimiento-cortar": async (sesion, { data }) =>
    admiteCorte(sesion) && puntoDeSeguimiento(await data.read.sesiones.puntos(sesion.id)) !== null,
  "sesion.proponer": async (sesion, { data, organo, hoy, now }) =>
    (await propuestaImposible({ read: data.read, organo, hoy, now }, sesion)) === null,
  "sesion.documento-agregar": admiteDocumentos,
  // Of one that is over nobody waits for an answer, though it is taken when it is named.
  "sesion.acuse": (sesion, { hoy }) =>
    puedeAcusar(sesion) && fueConvocada(sesion) && (sesion.fecha === null || sesion.fecha >= hoy),
  "sesion.registrar-acuse": (sesion) => puedeAcusar(sesion) && fueConvocada(sesion),
  "sesion.registrar-asistencia": seConfirmaAsistencia,
  "sesion.invitar": enOrden,
  "sesion.invitacion-retirar": enOrden,
  "sesion.autorizar": conEspera,
  "sesion.autorizacion-devolver": conEspera,
  "sesion.autorizacion-registrar": conEspera,
  "sesion.asistencia": seConfirmaAsistencia,
  "sesion.suplente": seConfirmaAsistencia,
  "sesion.pase-llegada": conLista,
  "sesion.pase-salida": conLista,
  "sesion.pase-deshacer": conLista,
  "sesion.pase-corregir": seCorrigeAsistencia,
  "sesion.horas-corregir": seCorrigenHoras,
  "sesion.punto-discutir": enSesion,
  "sesion.punto-desahogar": enSesion,
  "sesion.punto-resultado": enSesion,
  "sesion.punto-diferir": enSesion,
  "sesion.publicar": clausurada,
  "sesion.comunicado": clausurada,
  "sesion.resumen-editar": clausurada,
  "sesion.erratas": clausurada,
  "acuerdo.registrar": seRegistra,
  "acuerdo.votacion-abrir": enSesion,
}

export async function esPosible(context: CommandContext, command: string, sesion: Sesion): Promise<boolean> {
  return (await POSIBLE[command]?.(sesion, context)) ?? true
}

/** The first ones, in their order, on which a command can do what it does. */
export async function posibles(
  context: CommandContext,
  command: string,
  sesiones: readonly Sesion[],
  max: number,
): Promise<readonly Sesion[]> {
  const found: Sesion[] = []
  for (const sesion of sesiones) {
    if (found.length === max) break
    if (await esPosible(context, command, sesion)) found.push(sesion)
  }
  return found
}
