import type { ItemRecordatorio, RecordatorioInstitucion } from "../../domain/recordatorio/recordatorio.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, plazoEntre } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

const MAX_ITEMS = 12
/** With "Ver mis compromisos" they make one row on every platform. */
const MAX_AVANCE = 4
const MAX_TEXTO = 160
/** What every platform prints of a button whole. */
const MAX_LABEL = 75

/** To an institution's channel: the reports of progress that are asked for at a rhythm, and until when. */
export function informePedidoCard({
  organo,
  institucion,
  recordatorio,
  inhabiles,
}: {
  readonly organo: Organo
  readonly institucion: Institucion
  /** Its dates are those on which a report is due. */
  readonly recordatorio: RecordatorioInstitucion
  readonly inhabiles: Inhabiles
}): Card {
  const { items, fecha } = recordatorio
  const vencidos = items.some(({ vencido }) => vencido)
  const resto = items.length - MAX_ITEMS
  const mas = plural(resto, "compromiso más", "compromisos más")
  return {
    title: `${vencidos ? "Informes de avance por entregar" : "Informes de avance"} · ${institucion.siglas}`,
    tone: vencidos ? "atencion" : "aviso",
    blocks: [
      texto(estimadoEnlace(institucion)),
      texto(
        `Al ${fechaLarga(fecha)}, se pide el informe de avance de ${plural(items.length, "compromiso", "compromisos")} de su institución (${organo.nombreCorto}):`,
      ),
      {
        kind: "list",
        ordered: false,
        items: items.slice(0, MAX_ITEMS).map((item) => renglon(item, fecha, inhabiles)),
      },
      ...(resto > 0 ? [nota(frase`Y ${mas}: consúltelos con ${comando("compromiso.mios")}.`)] : []),
      nota("Basta un informe en cada periodo, también si no hubo avance: dígalo y por qué."),
    ],
    actions: botones(items),
    ...marcaDemo([organo.origen, institucion.origen, ...items.map(({ compromiso }) => compromiso.origen)]),
  }
}

function renglon(
  { compromiso, fecha, corresponsable }: ItemRecordatorio,
  hoy: string,
  inhabiles: Inhabiles,
): RichText {
  const ritmo = compromiso.cadencia === null ? "" : ` · ${cadenciaEnPalabras(compromiso.cadencia)}`
  return [
    { kind: "bold", text: compromiso.clave },
    ` ${recortar(compromiso.texto, MAX_TEXTO)}\nInforme: ${fechaMedia(fecha)} · `,
    { kind: "bold", text: plazoEntre(hoy, fecha, inhabiles) },
    `${ritmo}${corresponsable === true ? " · su institución es corresponsable" : ""}`,
  ]
}

function botones(items: readonly ItemRecordatorio[]): readonly Action[] {
  const [unico] = items
  const avances = items
    .slice(0, MAX_AVANCE)
    .flatMap(({ compromiso: { clave } }) =>
      boton("compromiso.avance", clave, recortar(`Avance: ${clave}`, MAX_LABEL)),
    )
  return unico !== undefined && items.length === 1
    ? [
        ...boton("compromiso.avance", unico.compromiso.clave, "Informar avance…", "primary"),
        ...boton("compromiso.ver", unico.compromiso.clave, "Ver detalle"),
      ]
    : [...boton("compromiso.mios", "", "Ver mis compromisos", "primary"), ...avances]
}
