import type { Canal, Plataformas } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import type { ResumenSesion } from "./datos.ts"
import { avisoIlustrativo, type ConCompromiso, fechasCompromiso, textoCompromiso } from "./de-institucion.ts"
import { type EdicionVista, edicionesBlocks } from "./edicion.ts"
import { noConsta, noSeCelebro, resumenBlocks } from "./resumen.ts"
import { clavesPropias } from "./seguimiento.ts"

export interface BorradorCard {
  readonly resumen: ResumenSesion
  readonly destinatarios: readonly {
    readonly canal: Canal
    readonly institucion: Institucion | null
    readonly compromisos: readonly ConCompromiso[]
    /** As it is for that channel. */
    readonly resumen: Pick<ResumenSesion, "seguimiento">
  }[]
  readonly sinCanal: readonly Institucion[]
  readonly version: string
  readonly publicada: { readonly instante: Instante; readonly por: string } | null
  readonly corrige: boolean
  readonly ediciones: readonly EdicionVista[]
  /** Nothing was published yet: its paragraphs may still be worded otherwise. */
  readonly editable: boolean
}

/** What the summary leaves out because nobody recorded it: the Secretaría Técnica may still complete it. */
function sinRegistrar(resumen: ResumenSesion): readonly Block[] {
  const faltan = noConsta(resumen)
  return faltan.length === 0
    ? []
    : [nota(`Sin registrar, por lo que el resumen no lo menciona: ${enumerar(faltan)}.`)]
}

/** In the place of a version: the same path as confirming, so that the draft loses its buttons. */
export const CANCELAR = "cancelar"

/** Shown only to the Secretaría Técnica: what everybody would see, what each institution would see besides, and where. */
export function borradorCard(data: BorradorCard, plataformas: Plataformas, cambio = false): Card {
  const { resumen, destinatarios, version, publicada, corrige, sinCanal } = data
  const { sesion, organo } = resumen
  const canales = plural(destinatarios.length, "canal", "canales")
  const puede = publicada === null && destinatarios.length > 0
  return {
    title: `Borrador del resumen: ${sesion.etiqueta}`,
    tone: "atencion",
    blocks: [
      ...(cambio
        ? [
            texto(
              "Los datos cambiaron desde el borrador que usted revisó. No se publicó nada; revise esta versión.",
            ),
          ]
        : []),
      ...estadoBorrador(data, canales),
      ...edicionesBlocks(data.ediciones, organo),
      { kind: "heading", text: "Parte común" },
      ...resumenBlocks(resumen),
      ...sinRegistrar(resumen),
      { kind: "divider" },
      { kind: "heading", text: "Además, cada institución verá sus compromisos" },
      ...avisoIlustrativo(
        sesion,
        destinatarios.flatMap(({ compromisos }) => compromisos),
      ),
      {
        kind: "list",
        ordered: false,
        items: destinatarios.map((uno) => renglonDestinatario(resumen, uno, plataformas)),
      },
      ...(sinCanal.length > 0
        ? [
            nota(
              `Sin canal activo, por lo que no lo recibirían: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`,
            ),
          ]
        : []),
    ],
    actions: [
      ...(puede
        ? [
            ...boton(
              "sesion.publicar-confirmar",
              `${sesion.clave}:${version}`,
              `${corrige ? "Publicar la corrección" : "Publicar"} en ${canales}`,
              "primary",
            ),
            ...boton("sesion.publicar-confirmar", `${sesion.clave}:${CANCELAR}`, "Cancelar"),
          ]
        : []),
      ...(data.editable
        ? boton("sesion.resumen-editar", sesion.clave, "Editar un párrafo…")
        : boton("sesion.erratas", sesion.clave, "Fe de erratas…")),
    ],
    ...marcaDemo([
      sesion.origen,
      organo.origen,
      ...destinatarios.flatMap(({ compromisos }) => compromisos.map((c) => c.compromiso.origen)),
    ]),
  }
}

function estadoBorrador(
  { publicada, destinatarios, corrige, resumen }: BorradorCard,
  canales: string,
): readonly Block[] {
  if (publicada)
    return [
      texto(
        `Esta versión ya se publicó el ${momentoOficial(publicada.instante, resumen.organo.zona)} por ${publicada.por}. No ha cambiado desde entonces.`,
      ),
    ]
  if (destinatarios.length === 0)
    return [
      texto("No hay canales de instituciones a los que publicar."),
      nota("Registre los canales con la importación de datos y vuelva a intentarlo."),
    ]
  return [
    texto(`Solo usted ve este borrador. Nada se ha publicado. Al confirmar se publicará en ${canales}.`),
    ...(corrige ? [nota("Antes se publicó otra versión: esta llegará como «Resumen corregido».")] : []),
  ]
}

function renglonDestinatario(
  resumen: ResumenSesion,
  { canal, institucion, compromisos, resumen: suyo }: BorradorCard["destinatarios"][number],
  plataformas: Plataformas,
): RichText {
  const donde = `${canal.nombre}, ${nombrePlataforma(plataformas, canal.adapter)}`
  if (institucion === null)
    return [{ kind: "bold", text: "Canal público" }, ` (${donde}): solo lo que es público, sin compromisos`]
  const cuantos =
    compromisos.length === 0
      ? "sin compromisos por atender"
      : plural(compromisos.length, "compromiso", "compromisos")
  return [
    { kind: "bold", text: institucion.siglas },
    ` (${donde}): ${cuantos}`,
    ...compromisos.map(
      ({ compromiso, responde }) =>
        `\n– ${compromiso.clave}: ${textoCompromiso(resumen, compromiso)} ${fechasCompromiso(compromiso)}${responde === null ? "" : ` · corresponsable; responde ${responde}`}`,
    ),
    ...enSeguimiento(suyo.seguimiento),
  ]
}

function enSeguimiento(seguimiento: ResumenSesion["seguimiento"]): readonly string[] {
  const claves = clavesPropias(seguimiento)
  return claves.length === 0 ? [] : [`\n– En su seguimiento: ${enumerar(claves)}`]
}

export function publicadaCard(data: {
  readonly sesion: Sesion
  readonly canales: number
  readonly sinCanal: readonly Institucion[]
}): Card {
  const { sesion, canales, sinCanal } = data
  return {
    title: `Resumen publicado: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      texto(
        `Se está enviando a ${plural(canales, "canal", "canales")}, a cada institución con sus propios compromisos.`,
      ),
      ...(sinCanal.length > 0
        ? [
            nota(
              `No lo reciben, por no tener canal activo: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`,
            ),
          ]
        : []),
    ],
    actions: [
      ...boton("sesion.resumen", sesion.clave, "Ver el resumen"),
      ...boton("sesion.erratas", sesion.clave, "Fe de erratas…"),
      ...boton("sesion.comunicado", sesion.clave, "Redactar el comunicado"),
      ...boton("sesion.crear", "", "Registrar la siguiente sesión…"),
    ],
    ...marcaDemo([sesion.origen]),
  }
}

export function yaPublicadaCard(
  sesion: Sesion,
  organo: Organo,
  publicada: { readonly instante: Instante; readonly por: string },
): Card {
  return {
    title: `El resumen ya estaba publicado: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(
        `Se publicó el ${momentoOficial(publicada.instante, organo.zona)} por ${publicada.por}. No se envió de nuevo.`,
      ),
    ],
    actions: boton("sesion.resumen", sesion.clave, "Ver el resumen"),
    ...marcaDemo([sesion.origen]),
  }
}

export function sesionSinClausurar(sesion: Sesion): Card {
  const noCelebrada = noSeCelebro(sesion)
  return {
    title: noCelebrada === null ? "Aún no se puede publicar" : "No hay resumen que publicar",
    tone: "error",
    blocks: [
      texto(
        `La ${sesion.etiqueta} ${noCelebrada ?? "no está clausurada"}, y solo se publica el resumen de una sesión clausurada.`,
      ),
      ...(noCelebrada === null ? [nota("Registre la clausura y vuelva a intentarlo.")] : []),
    ],
    actions: boton("sesion.lista", "", "Ver las sesiones"),
    ...marcaDemo([sesion.origen]),
  }
}

export function publicacionCancelada(sesion: Sesion): Card {
  return {
    title: `No se publicó: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [texto("Se descartó el borrador; no se envió nada. Puede preparar otro cuando lo necesite.")],
    actions: boton("sesion.publicar", sesion.clave, "Preparar otro borrador"),
    ...marcaDemo([sesion.origen]),
  }
}

/** An internal session is not for the institutions' channels. */
export function publicacionInterna(sesion: Sesion): Card {
  return {
    title: "No se puede publicar",
    tone: "error",
    blocks: [
      texto(`La ${sesion.etiqueta} tiene difusión interna, así que no se envía a las instituciones.`),
      nota("Si corresponde, registre la sesión con difusión «integrantes» o «pública»."),
    ],
    actions: boton("sesion.lista", "", "Ver las sesiones"),
    ...marcaDemo([sesion.origen]),
  }
}

export function publicacionNoAutorizada(): Card {
  return {
    title: "No se publicó",
    tone: "error",
    blocks: [
      texto("Solo la Secretaría Técnica puede publicar, y usted no tiene hoy esa designación en el órgano."),
    ],
    actions: boton("plenaria.quien-soy", "", "Ver mis designaciones"),
  }
}

/** A button's id that is not ours. */
export function borradorIlegible(): Card {
  return {
    title: "No se reconoce el borrador",
    tone: "error",
    blocks: [
      texto("El botón no corresponde a ningún borrador. No se envió nada."),
      nota(frase`Prepare otro con ${comando("sesion.publicar")} y la clave de la sesión.`),
    ],
    actions: boton("sesion.lista", "", "Ver las sesiones"),
  }
}
