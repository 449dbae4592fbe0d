import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Action, Block, Card } from "../card.ts"
import { yaSinRespuesta } from "../convocatoria/convocatoria.ts"
import { renderPlainText } from "../plain-text.ts"
import { boton, MAX_DETAIL_BUTTONS, marcaDemo, nota, texto } from "../respuesta.ts"

interface PorCorreo {
  readonly institucion: Institucion
  readonly sesion: Sesion
  readonly acusada: boolean
}

/** In the list of deliveries: whom nothing reaches, and what to send them. */
export function porCorreoBlocks(pendientes: readonly PorCorreo[]): readonly Block[] {
  if (pendientes.length === 0) return []
  return [
    { kind: "heading", text: "Sin canal: comuníquelo por correo" },
    {
      kind: "list",
      ordered: false,
      items: pendientes.map(
        ({ institucion, sesion, acusada }) =>
          `${institucion.siglas}: convocatoria a ${sesion.clave}; ${acusada ? "ya consta su acuse" : "falta su acuse"}`,
      ),
    },
    nota("Cada botón da el texto completo, listo para pegar en un correo, y cómo se registra el acuse."),
  ]
}

export function porCorreoBotones(pendientes: readonly PorCorreo[]): readonly Action[] {
  return pendientes
    .filter(({ acusada }) => !acusada)
    .slice(0, MAX_DETAIL_BUTTONS - 2)
    .flatMap(({ institucion: { siglas }, sesion: { clave } }) =>
      boton("plenaria.entrega-texto", `${siglas} ${clave}`, `Texto de ${clave} para ${siglas}`),
    )
}

/** All that a channel would have shown, in its order, without what only works in chat, and how to acknowledge it. */
export function textoParaCorreo(organo: Organo, mensaje: Card, sesion: Sesion): string {
  const { file: _file, ...card } = yaSinRespuesta(mensaje)
  const cuerpo = renderPlainText({ ...card, actions: [] })
  const acuse = `Para acusar de recibo, responda este correo con «Acuse de recibo de la convocatoria a ${sesion.clave}», su nombre, su cargo y, si lo hay, el número de oficio. La Secretaría Técnica ${deNombre(organo)} lo hará constar.`
  return `${cuerpo}\n\n${acuse}`
}

const deNombre = ({ nombreCorto }: Organo) => `(${nombreCorto})`

/** Ready to paste. */
export function textoParaCorreoCard({
  organo,
  institucion,
  sesion,
  mensaje,
}: Omit<PorCorreo, "acusada"> & { readonly organo: Organo; readonly mensaje: Card }): Card {
  const content = textoParaCorreo(organo, mensaje, sesion)
  return {
    title: `Texto para ${institucion.siglas}: ${mensaje.title}`,
    tone: "aviso",
    blocks: [
      texto("Cópielo en un correo a la institución, desde su cuenta oficial:"),
      { kind: "divider" },
      texto(content),
      { kind: "divider" },
      nota("Cuando conteste, registre su acuse con el medio y el número de oficio o el correo."),
    ],
    actions: [
      ...boton(
        "sesion.registrar-acuse",
        `${institucion.siglas} sesion:${sesion.clave}`,
        `Registrar el acuse de ${institucion.siglas}…`,
        "primary",
      ),
      ...boton("plenaria.entregas", "", "Ver las entregas"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
    file: {
      name: `${sesion.clave}-${institucion.siglas}.txt`.replace(/[^\w.-]/gu, "-"),
      mediaType: "text/plain",
      content,
      label: "Texto del correo",
      url: null,
    },
  }
}

/** Nothing has to be told by another way. */
export function nadaPorCorreoCard(organo: Organo, posibles: readonly string[]): Card {
  return {
    title: "No hay nada que comunicar por correo",
    tone: posibles.length === 0 ? "aviso" : "error",
    blocks: [
      texto(
        posibles.length === 0
          ? "Todas las instituciones convocadas tienen un canal, o no hay una sesión convocada."
          : `Diga de cuál de las que no tienen canal: ${enumerar(posibles)}.`,
      ),
    ],
    actions: boton("plenaria.entregas", "", "Ver las entregas"),
    ...marcaDemo([organo.origen]),
  }
}
