import type { EstadoSinAbrir, Plataformas, SinRecepcion } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { nota, texto } from "../respuesta.ts"
import { type CanalConInstitucion, nombreCanal } from "./falla.ts"

/** A channel that a message is for and that does not receive now. */
export interface CanalSinRecepcion extends CanalConInstitucion {
  readonly motivo: SinRecepcion
}

/** Why, as a sentence, with who can mend it. */
export function porqueNoRecibe(motivo: SinRecepcion, plataforma: string, { zona }: Organo): string {
  switch (motivo.kind) {
    case "inactivo":
      return "Inactivo: no se le envía nada."
    case "apagada":
      return `Fuera de servicio en esta instalación (${plataforma})${
        motivo.desde === null ? "" : `, con mensajes en espera desde el ${momentoOficial(motivo.desde, zona)}`
      }: la administración técnica debe configurar sus credenciales e iniciarla.`
    case "no_conectado":
      return `${NO_CONECTADO[motivo.estado ?? "nunca"](plataforma)} Lo que se le envíe espera.`
    case "sin_conexion":
      return `No hay conexión con ${plataforma} desde el ${momentoOficial(motivo.desde, zona)}; se reintenta sin que usted haga nada.`
    case "por_confirmar":
      return `En espera desde el ${momentoOficial(motivo.desde, zona)}: ahora lo pueden leer más personas que cuando se registró. Sale en cuanto la Secretaría Técnica lo confirme.`
    case "falla":
      return `No recibe mensajes desde el ${momentoOficial(motivo.desde, zona)}: ${motivo.motivo}`
  }
}

/** Why a workspace is not open, and who mends it. */
const NO_CONECTADO: Readonly<Record<EstadoSinAbrir | "nunca", (plataforma: string) => string>> = {
  nunca: (plataforma) =>
    `Plenaria no está conectada al espacio de ${plataforma} en que se registró el canal: la administración técnica debe conectar ese espacio o corregir el registro del canal.`,
  por_confirmar: (plataforma) =>
    `La conexión con ese espacio de ${plataforma} espera a que la Secretaría Técnica la confirme.`,
  sin_clave: (plataforma) =>
    `No se puede abrir ese espacio de ${plataforma}: falta la clave maestra con que se guardaron sus credenciales. La administración técnica debe reponerla o conectar el espacio de nuevo.`,
  desconectada: (plataforma) =>
    `Se cerró la conexión con ese espacio de ${plataforma}: la administración técnica debe conectarlo de nuevo.`,
  revocada: (plataforma) =>
    `Ese espacio de ${plataforma} retiró el acceso a Plenaria: su institución debe autorizarla y la administración técnica conectarlo de nuevo.`,
}

/** The same, where the whole workspace is told about. */
export const porqueNoConectado = (
  { estado }: Extract<SinRecepcion, { readonly kind: "no_conectado" }>,
  plataforma: string,
): string => NO_CONECTADO[estado ?? "nunca"](plataforma)

const ESPERAN: readonly SinRecepcion["kind"][] = ["apagada", "no_conectado", "sin_conexion", "por_confirmar"]

/** The message, as it would be sent or was put in the queue, with who does not get it now and by what other means. */
export function conQuienNoRecibe(
  card: Card,
  canales: readonly CanalSinRecepcion[],
  {
    organo,
    plataformas,
    enviado,
  }: { readonly organo: Organo; readonly plataformas: Plataformas; readonly enviado: boolean },
): Card {
  if (canales.length === 0) return card
  const { length } = canales
  const cuantos = plural(length, "destino", "destinos")
  return {
    ...card,
    tone: card.tone === "error" || card.tone === "vencido" ? card.tone : "atencion",
    blocks: [
      ...card.blocks,
      texto([
        {
          kind: "bold",
          text: enviado
            ? `${cuantos} no ${length === 1 ? "lo recibe" : "lo reciben"} por ahora:`
            : `${cuantos} no lo ${length === 1 ? "recibiría" : "recibirían"} por ahora:`,
        },
      ]),
      {
        kind: "list",
        ordered: false,
        items: canales.map((uno) => {
          const plataforma = nombrePlataforma(plataformas, uno.canal.adapter)
          return `${nombreCanal(uno, plataforma)}\n${porqueNoRecibe(uno.motivo, plataforma, organo)}`
        }),
      },
      nota(
        frase`Comuníquelo por otro medio: oficio, correo o teléfono. ${
          canales.some(({ motivo }) => ESPERAN.includes(motivo.kind))
            ? "Lo que espere en la cola se envía solo cuando vuelva la conexión, si aún es útil; lo que pierda su momento vence. "
            : ""
        }Vea qué falta por salir con ${comando("plenaria.entregas")}.`,
      ),
    ],
  }
}

/** The same in a sentence, where a form announces what sending it causes; empty when all of them receive. */
export function avisoDeQuienNoRecibe(
  canales: readonly CanalSinRecepcion[],
  plataformas: Plataformas,
): string {
  if (canales.length === 0) return ""
  const nombres = canales.map((uno) => nombreCanal(uno, nombrePlataforma(plataformas, uno.canal.adapter)))
  return ` Por ahora no lo ${canales.length === 1 ? "recibiría" : "recibirían"}: ${enumerar(nombres)}. Comuníquelo por otro medio.`
}

/** For whoever may not see how the channels fare: only that the Secretaría Técnica has not got it yet. */
export function conSecretariaSinAviso(card: Card): Card {
  return {
    ...card,
    blocks: [
      ...card.blocks,
      nota(
        "El aviso a la Secretaría Técnica no puede salir por ahora. Lo que usted hizo quedó registrado; comuníqueselo por otro medio.",
      ),
    ],
  }
}
