import { createHash } from "node:crypto"
import type { Block } from "../../cards/card.ts"
import { cuerpoConvocatoria, tituloConvocatoria } from "../../cards/convocatoria/convocatoria.ts"
import { renderPlainText } from "../../cards/plain-text.ts"
import { cuerpoComunicado } from "../../cards/resumen/comunicado.ts"
import { puntosVigentes } from "../../domain/sesion/orden-del-dia.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { Autorizacion } from "../../domain/tipos/autorizacion.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Consulta } from "../consulta.ts"
import { resumenPublico, reunirResumen } from "../resumen/resumir.ts"
import { documentosDeCanal } from "../sesion/documentos.ts"

/** Exactly what would leave. */
export interface PorSalir {
  readonly titulo: string
  readonly blocks: readonly Block[]
  readonly texto: string
  readonly huella: string
}

/** What is asked, before or after it is on record. */
export type Solicitud = Pick<Autorizacion, "objeto" | "pedido">

/** What would leave now, as things stand; `null`: nothing could. Only reads. */
export async function loQueSaldria(
  consulta: Consulta,
  sesion: Sesion,
  { objeto, pedido }: Solicitud,
): Promise<PorSalir | null> {
  if (pedido.revision !== null && pedido.revision !== sesion.revision) return null
  if (objeto === "comunicado") return comunicadoPorSalir(consulta, sesion)
  if (objeto === "convocatoria" && transicionSesion("convocar", sesion.estado).kind === "fuera_de_estado")
    return null
  return convocatoriaPorSalir(consulta, { ...sesion, ...pedido.cambios }, objeto, pedido.motivo)
}

/** Whether what was asked is still what would leave. */
export async function sigueIgual(
  consulta: Consulta,
  sesion: Sesion,
  autorizacion: Autorizacion,
): Promise<PorSalir | null> {
  const saldria = await loQueSaldria(consulta, sesion, autorizacion)
  return saldria?.huella === autorizacion.huella ? saldria : null
}

async function convocatoriaPorSalir(
  { read, organo }: Consulta,
  sesion: Sesion,
  tipo: TipoConvocatoria,
  motivo: string | null,
): Promise<PorSalir> {
  const puntos = puntosVigentes(await read.sesiones.puntos(sesion.id)).filter(
    ({ difusion }) => difusion !== "interna",
  )
  const documentos = await documentosDeCanal(read, sesion)
  const datos = { tipo, organo, sesion, puntos, documentos, motivo }
  return porSalir(tituloConvocatoria(datos), cuerpoConvocatoria(datos))
}

async function comunicadoPorSalir({ read, organo }: Consulta, sesion: Sesion): Promise<PorSalir | null> {
  if (sesion.estado !== "clausurada" || sesion.difusion === "interna") return null
  const publico = resumenPublico(await reunirResumen(read, organo, sesion))
  return porSalir(`Comunicado: ${sesion.etiqueta}`, cuerpoComunicado(publico))
}

function porSalir(titulo: string, blocks: readonly Block[]): PorSalir {
  const texto = renderPlainText({ title: titulo, tone: "aviso", blocks, actions: [] })
  return { titulo, blocks, texto, huella: createHash("sha256").update(texto).digest("hex") }
}
