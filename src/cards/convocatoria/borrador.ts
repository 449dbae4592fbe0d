import type { LimitesConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import type { LimiteEnvio } from "../../domain/convocatoria/limite-envio.ts"
import type { Documento } from "../../domain/sesion/documento.ts"
import type { DudaMomento } from "../../domain/sesion/momento-dudoso.ts"
import type { Plazo } from "../../domain/tiempo/regla-plazo.ts"
import type { Canal, Plataformas } from "../../domain/tipos/canal.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { calendarioEnUso } from "../../texts/calendario.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { fechaLarga, limiteEnPalabras } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { documentosBlocks } from "../sesion/documentos.ts"
import { momentoDudoso } from "../sesion/momento-dudoso.ts"
import { camposLugar, fechaOficial } from "../sesion/proxima.ts"
import { horasAntes } from "./horas-antes.ts"

export type LimiteDelOrgano = LimitesConvocatoria & {
  readonly plazo: Plazo
  /** Until when, by the body's own way of counting. */
  readonly vigente: LimiteEnvio
  /** It is later than that. */
  readonly vencio: boolean
}

export interface BorradorConvocatoria {
  readonly tipo: TipoConvocatoria
  readonly organo: Organo
  readonly sesion: Sesion
  readonly hoy: Fecha
  readonly puntos: readonly PuntoOrdenDia[]
  /** Those that would go with it. */
  readonly documentos: readonly Documento[]
  /** `null`: the body has recorded no rule, or the notice is not a first call. */
  readonly limite: LimiteDelOrgano | null
  readonly canales: readonly { readonly canal: Canal; readonly institucion: Institucion }[]
  /** Members without a channel: they must be told by other means. */
  readonly sinCanal: readonly Institucion[]
  /** It leaves once the presidencia has authorised it. */
  readonly seAutoriza: boolean
  /** What is asked about its day and hour before it is sent. */
  readonly dudas: readonly DudaMomento[]
  /** Of what would be sent: a confirmation names the draft that was seen. */
  readonly version: string
}

/** Who is told, and who has to be told by other means. */
export type DestinosConvocatoria = Pick<BorradorConvocatoria, "canales" | "sinCanal">

/** Sent now it would be later than the body's rule allows. */
export function esTardia({ limite }: Pick<BorradorConvocatoria, "limite">): boolean {
  return limite?.vencio === true
}

/** What would be sent, to whom, and whether there is still time; nothing has been. */
export function borradorConvocatoriaCard(
  borrador: BorradorConvocatoria,
  plataformas: Plataformas,
  cambio = false,
): Card {
  const { organo, sesion, documentos, canales, sinCanal, dudas, version } = borrador
  const puntos = borrador.puntos.filter(({ difusion }) => difusion !== "interna")
  const internos = borrador.puntos.length - puntos.length
  const tardia = esTardia(borrador)
  return {
    title: `Borrador de convocatoria: ${sesion.etiqueta}`,
    tone: tardia || sinCanal.length > 0 || dudas.length > 0 || cambio ? "atencion" : "aviso",
    blocks: [
      ...(cambio
        ? [texto("Los datos cambiaron desde el borrador que confirmó. Nada se ha enviado; revise este:")]
        : []),
      texto(borrador.seAutoriza ? POR_AUTORIZAR : POR_CONFIRMAR),
      ...(dudas.length === 0 ? [] : [texto(["¿Es correcto? ", ...momentoDudoso(organo, sesion, dudas)])]),
      {
        kind: "fields",
        fields: [
          { label: "Fecha", value: fechaOficial(sesion, organo) },
          ...camposLugar(sesion),
          { label: "Orden del día", value: cuantosPuntos(puntos.length, internos) },
          { label: "Se enviaría a", value: aQuien(canales, plataformas) },
        ],
      },
      ...documentosBlocks(documentos, puntos),
      ...plazos(borrador),
      ...avisoSinCanal(sinCanal),
      ...(sesion.hora === null ? [nota("No hay hora registrada; la convocatoria no la mencionará.")] : []),
    ],
    actions: [
      ...boton(
        tardia ? "sesion.convocar-tarde" : "sesion.convocar-confirmar",
        `${sesion.clave}@${version}`,
        confirmar(borrador, tardia),
        "primary",
      ),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

function confirmar({ seAutoriza, dudas, canales }: BorradorConvocatoria, tardia: boolean): string {
  if (seAutoriza) return tardia ? "Pedir autorización fuera de plazo…" : "Pedir autorización a la Presidencia"
  if (tardia) return "Enviar fuera de plazo…"
  return `${dudas.length > 0 ? "Sí, convocar" : "Convocar"} a ${plural(canales.length, "institución", "instituciones")}`
}

function cuantosPuntos(enviados: number, internos: number): string {
  const sinEnviar =
    internos === 0
      ? ""
      : ` (${plural(internos, "interno", "internos")} más no se envía${internos === 1 ? "" : "n"})`
  return `${plural(enviados, "punto", "puntos")}${sinEnviar}`
}

function aQuien(canales: BorradorConvocatoria["canales"], plataformas: Plataformas): string {
  if (canales.length === 0) return "ningún canal"
  return enumerar(
    canales.map(
      ({ institucion, canal }) => `${institucion.siglas} (${nombrePlataforma(plataformas, canal.adapter)})`,
    ),
  )
}

function plazos({ organo, sesion, limite }: BorradorConvocatoria): readonly Block[] {
  if (limite === null) return [nota("El órgano no tiene registrada una regla de anticipación.")]
  const { plazo, vigente, vencio, prudente } = limite
  const hasta = limiteEnPalabras(vigente)
  const ultimo = vigente.hora === null ? "El último día" : "El último momento"
  return [
    texto(
      vencio
        ? `${ultimo} para convocar, según la regla configurada, fue el ${hasta}. Para enviarla ahora deberá escribir el motivo, que quedará registrado.`
        : vigente.hora === null
          ? `Último día para convocar, según la regla configurada: ${hasta}.`
          : `Según la regla configurada, se convoca a más tardar el ${hasta}.`,
    ),
    nota(comoSeCuenta(organo, sesion, limite)),
    ...(prudente !== null
      ? [
          nota(
            `Los calendarios legales no coinciden en algún día del plazo; para estar a salvo con todos, a más tardar el ${fechaLarga(prudente)}.`,
          ),
        ]
      : []),
    ...(plazo.unidad === "dias_habiles" ? [nota(calendarioEnUso(organo))] : []),
  ]
}

function comoSeCuenta(organo: Organo, sesion: Sesion, { plazo, estricto, laxo }: LimiteDelOrgano): string {
  if (plazo.unidad === "horas") return horasAntes(organo, sesion, plazo)
  return `Con días completos entre el envío y la sesión: ${limiteEnPalabras(estricto)}. Si cuenta el día del envío: ${limiteEnPalabras(laxo)}.`
}

/** After sending. */
export function convocatoriaEnviadaCard(borrador: BorradorConvocatoria, plataformas: Plataformas): Card {
  const { organo, sesion, canales, sinCanal } = borrador
  return {
    title: `Convocatoria enviada: ${sesion.etiqueta}`,
    tone: sinCanal.length > 0 ? "atencion" : "logro",
    blocks: [
      texto(
        `Va dirigida a ${plural(canales.length, "canal", "canales")}: ${aQuien(canales, plataformas)}. La sesión queda convocada.`,
      ),
      ...(sinCanal.length === 0
        ? []
        : [nota(`Falta convocar por otro medio a: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`)]),
      nota(
        frase`Vea quién ha acusado recibo con ${comando("sesion.acuses", { sesion: sesion.clave })}, y quién asistirá con ${comando("sesion.quorum", { sesion: sesion.clave })}.`,
      ),
    ],
    actions: [
      ...boton("sesion.acuses", sesion.clave, "Ver los acuses", "primary"),
      ...boton("sesion.quorum", sesion.clave, "Ver el quórum previsto"),
      ...boton("sesion.rectificar", sesion.clave, "Rectificar…"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** What is missing before a session can be called. */
export function convocatoriaIncompleta(organo: Organo, sesion: Sesion, faltan: readonly string[]): Card {
  return {
    title: `Aún no es posible convocar la sesión ${sesion.clave}`,
    tone: "error",
    blocks: [texto(`Falta: ${enumerar(faltan)}. Nada se ha enviado.`)],
    actions: [
      ...boton("sesion.editar", sesion.clave, "Editar la sesión", "primary"),
      ...boton("sesion.preparar", sesion.clave, "Preparar el orden del día"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** What comes after a first call. */
export type TipoCambio = Exclude<TipoConvocatoria, "convocatoria">

/** What was asked for after a first call and nobody has confirmed: `sesion` is as it would be. */
export type BorradorCambio = Pick<BorradorConvocatoria, "organo" | "sesion" | "dudas" | "seAutoriza"> &
  DestinosConvocatoria & { readonly tipo: TipoCambio; readonly motivo: string | null }

const CAMBIO: Readonly<Record<TipoCambio, string>> = {
  segunda_convocatoria: "segunda convocatoria",
  rectificacion: "rectificación",
  diferimiento: "diferimiento",
  cancelacion: "cancelación",
}

/** What a change would say, and to whom; the button that confirms it is the question's. */
export function borradorCambioCard(borrador: BorradorCambio, plataformas: Plataformas): Card {
  const { tipo, organo, sesion, dudas, canales, sinCanal, seAutoriza, motivo } = borrador
  return {
    title: `Borrador de ${CAMBIO[tipo]}: ${sesion.etiqueta}`,
    tone: sinCanal.length > 0 || dudas.length > 0 ? "atencion" : "aviso",
    blocks: [
      texto(seAutoriza ? POR_AUTORIZAR : POR_CONFIRMAR),
      ...(dudas.length === 0 ? [] : [texto(["¿Es correcto? ", ...momentoDudoso(organo, sesion, dudas)])]),
      {
        kind: "fields",
        fields: [
          { label: tipo === "diferimiento" ? "Nueva fecha" : "Fecha", value: fechaOficial(sesion, organo) },
          ...camposLugar(sesion),
          ...(motivo === null ? [] : [{ label: "Motivo", value: motivo }]),
          { label: "Se enviaría a", value: aQuien(canales, plataformas) },
        ],
      },
      ...avisoSinCanal(sinCanal),
    ],
    actions: [],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

const POR_CONFIRMAR = "Nada se ha enviado. Revise y confirme."
const POR_AUTORIZAR =
  "Nada se ha enviado. Al confirmar se pide la autorización de la Presidencia; saldrá cuando la dé."

function avisoSinCanal(sinCanal: readonly Institucion[]): readonly Block[] {
  if (sinCanal.length === 0) return []
  const convoquelas = sinCanal.length === 1 ? "Convóquela" : "Convóquelas"
  const cuales = enumerar(sinCanal.map(({ siglas }) => siglas))
  return [nota(`Sin canal registrado: ${cuales}. ${convoquelas} por otro medio.`)]
}
