import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaCorta, fechaLarga } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Card, RichText } from "../card.ts"
import { boton, marcaDemo, nota, PAGE_SIZE, recortar, texto } from "../respuesta.ts"

const MAX_TEXTO = 140

/** To the channels of an institution that ends and of the one that answers for what it still owed. */
export function herenciaCard({
  organo,
  institucion,
  sucesora,
  desde,
  compromisos,
}: {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly sucesora: Institucion
  readonly desde: Fecha
  readonly compromisos: readonly Compromiso[]
}): Card {
  const mostrados = compromisos.slice(0, PAGE_SIZE)
  const resto = compromisos.length - mostrados.length
  return {
    title: `${sucesora.siglas} responde de lo que debía ${institucion.siglas}`,
    tone: "atencion",
    blocks: [
      texto(
        `Se registró que ${sucesora.nombre} (${sucesora.siglas}) sucede a ${institucion.nombre} (${institucion.siglas}). Desde el ${fechaLarga(desde)} responde de ${plural(compromisos.length, "compromiso", "compromisos")}, con sus fechas y con lo informado hasta entonces:`,
      ),
      { kind: "list", ordered: false, items: mostrados.map(renglon) },
      ...(resto > 0 ? [nota(`Y ${resto} más.`)] : []),
      nota("Las claves no cambian, aunque lleven las siglas de la institución anterior."),
    ],
    actions: boton("compromiso.mios", "", "Ver mis compromisos", "primary"),
    ...marcaDemo([organo.origen, ...compromisos.map(({ origen }) => origen)]),
  }
}

function renglon(compromiso: Compromiso): RichText {
  const fecha = fechaVigente(compromiso)
  const cuando = fecha === null ? "" : `; vence el ${fechaCorta(fecha)}`
  return [
    { kind: "bold", text: compromiso.clave },
    ` ${recortar(compromiso.texto, MAX_TEXTO)} — ${ESTADO_COMPROMISO[compromiso.estado]}${cuando}`,
  ]
}
