import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import { shorten } from "../../domain/texto/cut.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Avance } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaMedia, fechaYHora } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, Inline, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import type { VistaCompromiso } from "../compromiso/lista.ts"
import { boton, deOrgano, marcaDemo, nota, recortar, texto } from "../respuesta.ts"
import { type DesignacionConInstitucion, designacionEnPalabras } from "./pregunta.ts"

export interface Relevo {
  readonly sale: Persona
  readonly puesto: DesignacionConInstitucion
  /** Who arrives, as they are to be called. */
  readonly llega: Pick<Persona, "nombre" | "titulo" | "cargo">
  readonly oficio: string | null
  /** The first day of who arrives; the other one ends the day before. */
  readonly desde: Fecha
}

/** What a relevo does, before it is put on record. */
export function confirmarRelevoCard({ sale, puesto, llega, oficio, desde }: Relevo): Card {
  return {
    title: "Relevo",
    tone: "atencion",
    blocks: [
      {
        kind: "fields",
        fields: [
          {
            label: "Deja el cargo",
            value: `${nombreConTitulo(sale)}, el ${fechaMedia(sumarDias(desde, -1))}`,
          },
          {
            label: "Llega",
            value: [nombreConTitulo(llega), llega.cargo, `el ${fechaMedia(desde)}`]
              .filter(Boolean)
              .join(", "),
          },
          { label: "Designación", value: designacionEnPalabras(puesto) },
          { label: "Oficio", value: oficio ?? "sin oficio" },
        ],
      },
      nota(
        "A quien llega se le dice, cuando tenga su cuenta vinculada, qué recibe; a quien se va se le agradece y deja de reconocérsele. Lo hecho se conserva con su nombre.",
      ),
    ],
    actions: [],
    ...marcaDemo([sale.origen]),
  }
}

/** Whoever leaves is in office for a day at least. `desde`: their first one. */
export const relevoPronto = (desde: Fecha): string =>
  `Quien se va tiene esa designación desde el ${fechaMedia(desde)}: quien llega puede comenzar el ${fechaMedia(sumarDias(desde, 1))}, o después.`

/** To the Secretaría Técnica: done, and what is left to do. */
export function relevoRegistradoCard(
  { sale, puesto, desde }: Relevo,
  llega: Persona,
  conCuenta: boolean,
): Card {
  return {
    title: "Relevo registrado",
    tone: "logro",
    blocks: [
      texto(
        `${nombreConTitulo(llega)} (${llega.clave}) es ${designacionEnPalabras(puesto)} desde el ${fechaMedia(desde)}, en lugar de ${nombreConTitulo(sale)}.`,
      ),
      nota(
        conCuenta
          ? "Ya tiene una cuenta vinculada: recibe por mensaje directo lo que se le entrega."
          : frase`Falta vincular su cuenta: dele un código personal, o que la solicite con ${comando("plenaria.vincular")}. Entonces recibe lo que se le entrega.`,
      ),
    ],
    actions: [
      ...(conCuenta
        ? []
        : boton(
            "plenaria.codigo-personal",
            `persona:${llega.clave}`,
            "Crear su código personal…",
            "primary",
          )),
      ...boton("plenaria.directorio", "", "Ver el directorio"),
    ],
    ...marcaDemo([llega.origen, sale.origen]),
  }
}

/** A commitment that is handed over, with what was last said of it. */
export interface AsuntoEntregado extends VistaCompromiso {
  readonly ultimo: Avance | null
}

interface EntregaCard {
  readonly organo: Organo
  readonly persona: Persona
  readonly institucion: Institucion | null
  readonly asuntos: readonly AsuntoEntregado[]
  readonly sesion: Sesion | null
  readonly hoy: Fecha
}

const MAX_ASUNTOS = 8
/** Longer ones are in the detail of the commitment: a list of them would not fit a message. */
const MAX_URL = 400

/** To whoever arrives: what they receive. */
export function entregaDelCargoCard({ organo, persona, institucion, asuntos, sesion }: EntregaCard): Card {
  const shown = asuntos.slice(0, MAX_ASUNTOS)
  const por = institucion === null ? "" : `: ${institucion.siglas}`
  return {
    title: `Lo que está en curso${por}`,
    tone: asuntos.some(({ vencido }) => vencido) ? "vencido" : "aviso",
    blocks: [
      texto(
        `${nombreConTitulo(persona)}: esto está en curso en el órgano ${organo.nombreCorto}. ${asuntos.length === 0 ? "No hay compromisos abiertos." : `${plural(asuntos.length, "compromiso abierto", "compromisos abiertos")}.`}`,
      ),
      ...(shown.length > 0 ? [{ kind: "list" as const, ordered: false, items: shown.map(asunto) }] : []),
      ...(shown.length < asuntos.length
        ? [nota(`Se muestran ${shown.length} de ${asuntos.length}, los más urgentes.`)]
        : []),
      ...proxima(organo, sesion),
      nota("Lo que se informó antes de su llegada consta con el nombre de quien lo informó."),
    ],
    actions: [
      ...boton("compromiso.mios", "", "Ver lo que me toca", "primary"),
      ...boton("sesion.proxima", "", "Ver la próxima sesión"),
      ...boton("plenaria.ayuda", "", "Qué puedo hacer"),
      ...boton("plenaria.no-soy-yo", persona.clave, "No soy yo", "danger"),
    ],
    ...marcaDemo([organo.origen, persona.origen, ...shown.map(({ origen }) => origen)]),
  }
}

function asunto({ clave, detalle, estado, fecha, ultimo }: AsuntoEntregado): RichText {
  const cuando = fecha === null ? "sin fecha registrada" : `para el ${fechaMedia(fecha)}`
  const que = detalle === null ? "" : ` ${recortar(detalle.texto, 140)}`
  return [
    { kind: "code", text: clave },
    `${que} (${ESTADO_COMPROMISO[estado]}, ${cuando}).`,
    ...(ultimo === null ? [" Sin avances informados."] : [` Último avance: ${shorten(ultimo.texto, 140)}`]),
    ...evidencia(ultimo?.url ?? null),
  ]
}

function evidencia(url: string | null): readonly Inline[] {
  if (url === null) return []
  return url.length <= MAX_URL
    ? [" ", { kind: "link", text: "Evidencia", url }]
    : [" Su evidencia está en el detalle del compromiso."]
}

function proxima({ zona }: Organo, sesion: Sesion | null): readonly Block[] {
  if (sesion === null) return [texto("No hay una próxima sesión registrada.")]
  const { etiqueta, fecha, hora } = sesion
  const cuando = fecha === null ? "sin fecha registrada" : fechaYHora(fecha, hora, zona)
  return [texto(`Próxima sesión: ${etiqueta}, ${cuando}.`)]
}

/** To whoever leaves: thanks, until when they are recognised, and that what they did stays theirs. */
export function graciasCard(
  organo: Organo,
  persona: Persona,
  puesto: DesignacionConInstitucion,
  hasta: Fecha,
): Card {
  return {
    title: "Gracias por su trabajo",
    tone: "aviso",
    blocks: [
      texto(
        `${nombreConTitulo(persona)}: su designación como ${designacionEnPalabras(puesto)} ${deOrgano(organo.nombreCorto)} termina el ${fechaMedia(hasta)}. Gracias por su trabajo.`,
      ),
      nota(
        "Desde el día siguiente Plenaria no le reconoce con esa calidad. Lo que hizo se conserva con su nombre.",
      ),
    ],
    actions: [],
    ...marcaDemo([organo.origen, persona.origen]),
  }
}
