import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO, estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, Field } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** A commitment that was entrusted to another institution. */
export interface EncargoHecho {
  readonly organo: Organo
  readonly compromiso: Compromiso
  /** Who answered for it; `null`: nobody yet. */
  readonly de: Institucion | null
  readonly a: Institucion
  readonly motivo: string
  /** The date that the former one had asked for, without effect now. */
  readonly prorroga: Fecha | null
  /** What was said of it before. */
  readonly informes: number
  /** Whether each has a channel; `null`: there was no former one. */
  readonly avisadas: { readonly nueva: boolean; readonly anterior: boolean | null }
}

/** To the channel of whoever answered for it, or of whoever does from now on. */
export function reasignadoCard(
  hecho: Omit<EncargoHecho, "avisadas"> & { readonly para: "anterior" | "nueva" },
): Card {
  const { organo, compromiso, de, a, para } = hecho
  const { clave } = compromiso
  const institucion = para === "nueva" ? a : de
  return {
    title: `${de === null ? "Compromiso asignado" : "Compromiso reasignado"}: ${clave}`,
    tone: "atencion",
    blocks: [
      ...(institucion === null ? [] : [texto(estimadoEnlace(institucion))]),
      texto(
        para === "nueva"
          ? "Desde hoy su institución responde de este compromiso."
          : `Desde hoy responde de este compromiso ${a.nombre} (${a.siglas}), y ya no su institución.`,
      ),
      { kind: "fields", fields: campos(hecho) },
      ...(para === "nueva" ? notasNueva(hecho) : notasAnterior(hecho)),
    ],
    actions:
      para === "nueva"
        ? [
            ...boton("compromiso.ver", clave, "Ver detalle", "primary"),
            ...boton("compromiso.avance", clave, "Informar avance…"),
          ]
        : boton("compromiso.mios", "", "Ver mis compromisos"),
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** To whoever did it. */
export function encargoHechoCard(hecho: EncargoHecho): Card {
  const { organo, compromiso, de, a, prorroga, avisadas } = hecho
  const { clave } = compromiso
  const sinCanal = [
    ...(avisadas.nueva ? [] : [a.siglas]),
    ...(avisadas.anterior === false && de !== null ? [de.siglas] : []),
  ]
  return {
    title: `${de === null ? "Compromiso asignado" : "Compromiso reasignado"}: ${clave}`,
    tone: "logro",
    blocks: [
      texto(
        de === null
          ? `Responde de él ${a.nombre} (${a.siglas}).`
          : `Respondía de él ${de.siglas}; desde hoy, ${a.nombre} (${a.siglas}).`,
      ),
      { kind: "fields", fields: campos(hecho) },
      ...(prorroga === null ? [] : [nota(sinEfecto(prorroga))]),
      ...sinCanal.map((siglas) => nota(`${siglas} no tiene canal registrado: comuníqueselo por otro medio.`)),
      nota(
        "La clave no cambia, porque así consta en el acuerdo y en lo ya enviado. Lo informado hasta ahora se conserva.",
      ),
    ],
    actions: boton("compromiso.ver", clave, "Ver detalle"),
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

function campos({ compromiso, de, a, motivo }: Omit<EncargoHecho, "avisadas">): readonly Field[] {
  const fecha = fechaVigente(compromiso)
  return [
    { label: "Compromiso", value: compromiso.texto },
    ...(de === null ? [] : [{ label: "Respondía", value: `${de.nombre} (${de.siglas})` }]),
    { label: "Responde", value: `${a.nombre} (${a.siglas})` },
    { label: "Estado", value: ESTADO_COMPROMISO[compromiso.estado] },
    ...(fecha ? [{ label: "Fecha", value: fechaLarga(fecha) }] : []),
    { label: "Motivo", value: motivo },
  ]
}

const notasNueva = ({ informes, de }: Omit<EncargoHecho, "avisadas">): readonly Block[] => [
  ...(informes > 0 && de !== null
    ? [nota(`Conserva ${plural(informes, "informe anterior", "informes anteriores")}, que puede consultar.`)]
    : []),
  nota("La clave no cambia, aunque lleve las siglas de otra institución."),
]

const notasAnterior = ({ prorroga }: Omit<EncargoHecho, "avisadas">): readonly Block[] => [
  ...(prorroga === null ? [] : [nota(sinEfecto(prorroga))]),
  nota("Lo que informó se conserva. Ya no se le recordará."),
]

const sinEfecto = (prorroga: Fecha): string =>
  `La prórroga que se había pedido hasta el ${fechaLarga(prorroga)} queda sin efecto.`
