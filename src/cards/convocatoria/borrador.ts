import type { LimitesConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import type { DudaMomento } from "../../domain/sesion/momento-dudoso.ts"
import type { Canal, Plataformas } from "../../domain/tipos/canal.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { momentoDudoso } from "../sesion/momento-dudoso.ts"
import { camposLugar, fechaOficial } from "../sesion/proxima.ts"

/** `vigente`: the last day by the body's own way of counting. */
export type LimiteDelOrgano = LimitesConvocatoria & { readonly vigente: Fecha }

export interface BorradorConvocatoria {
  readonly tipo: TipoConvocatoria
  readonly organo: Organo
  readonly sesion: Sesion
  readonly hoy: Fecha
  readonly puntos: readonly PuntoOrdenDia[]
  /** `null`: the body has recorded no rule, or the notice is not a first call. */
  readonly limite: LimiteDelOrgano | null
  readonly canales: readonly { readonly canal: Canal; readonly institucion: Institucion }[]
  /** Members without a channel: they must be told by other means. */
  readonly sinCanal: readonly Institucion[]
  /** What is asked about its day and hour before it is sent. */
  readonly dudas: readonly DudaMomento[]
  /** Of what would be sent: a confirmation names the draft that was seen. */
  readonly version: string
}

/** Who is told, and who has to be told by other means. */
export type DestinosConvocatoria = Pick<BorradorConvocatoria, "canales" | "sinCanal">

/** Sent today it would be later than the body's rule allows. */
export function esTardia({ limite, hoy }: Pick<BorradorConvocatoria, "limite" | "hoy">): boolean {
  return limite !== null && hoy > limite.vigente
}

/** What would be sent, to whom, and whether there is still time; nothing has been. */
export function borradorConvocatoriaCard(
  borrador: BorradorConvocatoria,
  plataformas: Plataformas,
  cambio = false,
): Card {
  const { organo, sesion, puntos, canales, sinCanal, dudas, version } = borrador
  const tardia = esTardia(borrador)
  return {
    title: `Borrador de convocatoria: ${sesion.etiqueta}`,
    tone: tardia || sinCanal.length > 0 || dudas.length > 0 || cambio ? "atencion" : "aviso",
    blocks: [
      ...(cambio
        ? [texto("Los datos cambiaron desde el borrador que confirmó. Nada se ha enviado; revise este:")]
        : []),
      texto("Nada se ha enviado. Revise y confirme."),
      ...(dudas.length === 0 ? [] : [texto(["¿Es correcto? ", ...momentoDudoso(organo, sesion, dudas)])]),
      {
        kind: "fields",
        fields: [
          { label: "Fecha", value: fechaOficial(sesion, organo) },
          ...camposLugar(sesion),
          { label: "Orden del día", value: plural(puntos.length, "punto", "puntos") },
          { label: "Se enviaría a", value: aQuien(canales, plataformas) },
        ],
      },
      ...plazos(borrador),
      ...(sinCanal.length === 0
        ? []
        : [
            nota(
              `Sin canal registrado: ${enumerar(sinCanal.map(({ siglas }) => siglas))}. Convóquelas por otro medio.`,
            ),
          ]),
      ...(sesion.hora === null ? [nota("No hay hora registrada; la convocatoria no la mencionará.")] : []),
    ],
    actions: [
      ...boton(
        tardia ? "sesion.convocar-tarde" : "sesion.convocar-confirmar",
        `${sesion.clave}@${version}`,
        tardia
          ? "Enviar fuera de plazo…"
          : `${dudas.length > 0 ? "Sí, convocar" : "Convocar"} a ${plural(canales.length, "institución", "instituciones")}`,
        "primary",
      ),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

function aQuien(canales: BorradorConvocatoria["canales"], plataformas: Plataformas): string {
  if (canales.length === 0) return "ningún canal"
  return enumerar(
    canales.map(
      ({ institucion, canal }) => `${institucion.siglas} (${nombrePlataforma(plataformas, canal.adapter)})`,
    ),
  )
}

function plazos({ limite, hoy }: BorradorConvocatoria): readonly Block[] {
  if (limite === null) return [nota("El órgano no tiene registrada una regla de anticipación.")]
  const { estricto, laxo, vigente, prudente } = limite
  const tarde = hoy > vigente
  return [
    texto(
      tarde
        ? `El último día para convocar, según la regla configurada, fue el ${fechaLarga(vigente)}. Para enviarla hoy deberá escribir el motivo, que quedará registrado.`
        : `Último día para convocar, según la regla configurada: ${fechaLarga(vigente)}.`,
    ),
    nota(
      `Con días completos entre el envío y la sesión: ${fechaLarga(estricto)}. Si cuenta el día del envío: ${fechaLarga(laxo)}.`,
    ),
    ...(prudente !== null
      ? [
          nota(
            `Los calendarios legales no coinciden en algún día del plazo; para estar a salvo con todos, a más tardar el ${fechaLarga(prudente)}.`,
          ),
        ]
      : []),
  ]
}

/** After sending. */
export function convocatoriaEnviadaCard(borrador: BorradorConvocatoria, plataformas: Plataformas): Card {
  const { organo, sesion, canales, sinCanal } = borrador
  return {
    title: `Convocatoria enviada: ${sesion.etiqueta}`,
    tone: sinCanal.length > 0 ? "atencion" : "logro",
    blocks: [
      texto(
        `Se envía a ${plural(canales.length, "canal", "canales")}: ${aQuien(canales, plataformas)}. La sesión queda convocada.`,
      ),
      ...(sinCanal.length === 0
        ? []
        : [nota(`Falta convocar por otro medio a: ${enumerar(sinCanal.map(({ siglas }) => siglas))}.`)]),
      nota("Vea quién ha acusado recibo con /sesion acuses, y quién asistirá con /sesion quorum."),
    ],
    actions: [
      ...boton("sesion.acuses", sesion.clave, "Ver los acuses", "primary"),
      ...boton("sesion.quorum", sesion.clave, "Ver el quórum previsto"),
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
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
