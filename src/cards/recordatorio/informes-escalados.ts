import type { ItemRecordatorio } from "../../domain/recordatorio/recordatorio.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { deInstitucion } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, plazoEntre } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** What one message holds on every platform without being split. */
const MAX_ITEMS = 12
const MAX_TEXT = 60

export interface InformesDeInstitucion {
  readonly institucion: Institucion
  /** Its dates are those on which a report was due; never empty. */
  readonly items: readonly ItemRecordatorio[]
  /** Today it is asked for them in its channel: it has one, and the policy speaks to it. */
  readonly sePide: boolean
  readonly conCanal: boolean
  /** The institution's calendar. */
  readonly inhabiles: Inhabiles
}

/** To the Secretaría Técnica: which reports of progress are late beyond what the policy leaves to the institutions. */
export function informesEscaladosCard({
  organo,
  fecha,
  instituciones,
}: {
  readonly organo: Organo
  readonly fecha: Fecha
  readonly instituciones: readonly InformesDeInstitucion[]
}): Card {
  const items = instituciones.flatMap((una) => una.items)
  const de = plural(instituciones.length, "institución", "instituciones")
  const han = instituciones.length === 1 ? "ha" : "han"
  const faltan = plural(items.length, "informe de avance", "informes de avance")
  return {
    title: "Informes de avance que no se han entregado",
    tone: "vencido",
    blocks: [
      texto(`Al ${fechaLarga(fecha)}, ${de} ${deOrgano(organo.nombreCorto)} no ${han} entregado ${faltan}.`),
      ...grupos(fecha, instituciones),
      nota(
        frase`Pídalos a cada institución. Lo que le informe por oficio, llamada o correo se registra con ${comando("compromiso.registrar-avance")}.`,
      ),
    ],
    actions: boton("compromiso.lista", "", "Ver todos los compromisos", "primary"),
    ...marcaDemo([
      organo.origen,
      ...instituciones.map(({ institucion }) => institucion.origen),
      ...items.map(({ compromiso }) => compromiso.origen),
    ]),
  }
}

function grupos(fecha: Fecha, instituciones: readonly InformesDeInstitucion[]): readonly Block[] {
  const blocks: Block[] = []
  let libres = MAX_ITEMS
  for (const una of instituciones) {
    const vistos = una.items.slice(0, libres)
    libres -= vistos.length
    if (vistos.length === 0) continue
    blocks.push(
      { kind: "heading", text: una.institucion.siglas },
      { kind: "list", ordered: false, items: vistos.map((item) => renglon(item, fecha, una.inhabiles)) },
      nota(dondeSePide(una)),
    )
  }
  const fuera = instituciones.reduce((suma, { items }) => suma + items.length, 0) - MAX_ITEMS
  if (fuera <= 0) return blocks
  const cuantos = plural(fuera, "informe más", "informes más")
  return [...blocks, nota(frase`Y ${cuantos}: consúltelos con ${comando("compromiso.lista")}.`)]
}

function renglon({ compromiso, fecha }: ItemRecordatorio, hoy: Fecha, inhabiles: Inhabiles): RichText {
  const ritmo = compromiso.cadencia === null ? "" : ` · ${cadenciaEnPalabras(compromiso.cadencia)}`
  return [
    { kind: "bold", text: compromiso.clave },
    ` ${recortar(compromiso.texto, MAX_TEXT)}\nInforme: ${fechaMedia(fecha)} · `,
    { kind: "bold", text: plazoEntre(hoy, fecha, inhabiles) },
    ritmo,
  ]
}

function dondeSePide({ institucion, sePide, conCanal }: InformesDeInstitucion): string {
  const de = deInstitucion(institucion.siglas, institucion.nombre)
  if (!conCanal) return `No hay canal activo ${de}: comuníquese por otro medio.`
  return sePide ? `Hoy se le pide también en el canal ${de}.` : `Hoy no se le pide en el canal ${de}.`
}
