import type { ActoProrroga } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { DECIDE_PRORROGA, estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaCorta, fechaLarga } from "../../texts/fechas.ts"
import type { Action, Block, Card, Field } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** A later due date: that it was asked for, and what came of it. */
export interface CambioProrroga {
  readonly organo: Organo
  readonly institucion: Institucion | null
  readonly compromiso: Compromiso
  readonly acto: ActoProrroga
  readonly prorroga: Prorroga
  /** It is the plenary's to decide, and it has not met since. */
  readonly espera: boolean
}

const TITULO: Readonly<Record<ActoProrroga, string>> = {
  prorroga: "Prórroga pedida",
  retirar_prorroga: "Prórroga retirada",
  conceder_prorroga: "Prórroga concedida",
  negar_prorroga: "Prórroga negada",
}

/** To a channel: to the Secretaría Técnica what an institution asks for or takes back, to the institution the answer. */
export function prorrogaCard(data: CambioProrroga & { readonly paraSecretaria: boolean }): Card {
  const { organo, institucion, compromiso, acto, paraSecretaria, espera } = data
  return {
    title: `${TITULO[acto]}: ${compromiso.clave}`,
    tone: acto === "conceder_prorroga" ? "logro" : "atencion",
    blocks: [
      ...(paraSecretaria || institucion === null ? [] : [texto(estimadoEnlace(institucion))]),
      texto(primeraLinea(data)),
      { kind: "fields", fields: campos(data) },
      ...queSigue(data),
    ],
    actions: [
      ...(acto === "prorroga" && !espera ? botonesDecidir(compromiso.clave, data.prorroga.propuesta) : []),
      ...boton("compromiso.ver", compromiso.clave, "Ver detalle", paraSecretaria ? "normal" : "primary"),
      ...(paraSecretaria ? [] : boton("compromiso.avance", compromiso.clave, "Informar avance…")),
    ],
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** To whoever did it; `avisado`: whom it concerns has a channel. */
export function prorrogaHechaCard(
  data: CambioProrroga & { readonly avisado: boolean; readonly porSecretaria: boolean },
): Card {
  const { organo, compromiso, acto, avisado, porSecretaria } = data
  const aQuien = porSecretaria ? "la institución" : "la Secretaría Técnica"
  const aviso = avisado
    ? `Se avisa a ${aQuien} en su canal.`
    : `${porSecretaria ? "La institución" : "La Secretaría Técnica"} no tiene canal registrado: comuníqueselo por otro medio.`
  return {
    title: `${TITULO[acto]}: ${compromiso.clave}`,
    tone: acto === "prorroga" || acto === "conceder_prorroga" ? "logro" : "aviso",
    blocks: [
      texto(primeraLinea(data)),
      { kind: "fields", fields: campos(data) },
      nota(aviso),
      ...(acto === "prorroga" ? queSigue(data) : []),
    ],
    actions: [
      ...(acto === "prorroga" && !porSecretaria
        ? boton("compromiso.retirar-prorroga", compromiso.clave, "Retirar la prórroga")
        : []),
      ...boton("compromiso.ver", compromiso.clave, "Ver detalle"),
    ],
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** What the Secretaría Técnica may answer: the first one gives exactly the date that it names. */
export const botonesDecidir = (clave: string, propuesta: Fecha): readonly Action[] => [
  ...boton(
    "compromiso.conceder-prorroga",
    `${clave} fecha:${propuesta}`,
    `Conceder hasta el ${fechaCorta(propuesta)}`,
    "primary",
  ),
  ...boton("compromiso.conceder-prorroga", clave, "Conceder con otra fecha…"),
  ...boton("compromiso.negar-prorroga", clave, "Negar…"),
]

function primeraLinea({ acto, compromiso, prorroga }: CambioProrroga): string {
  const { rige, propuesta, concedida } = prorroga
  switch (acto) {
    case "prorroga":
      return `Se pide que venza el ${fechaLarga(propuesta)}. Mientras no se decida, rige el ${fechaLarga(rige)}.`
    case "retirar_prorroga":
      return `Ya no se pide otra fecha: rige el ${fechaLarga(rige)}.`
    case "conceder_prorroga":
      return concedida === propuesta || concedida === null
        ? `Ahora vence el ${fechaLarga(concedida ?? propuesta)}, la fecha que se pidió.`
        : `Ahora vence el ${fechaLarga(concedida)}; se había pedido el ${fechaLarga(propuesta)}.`
    case "negar_prorroga":
      return `La fecha no cambia: ${compromiso.estado === "en_proceso" || compromiso.estado === "pendiente" ? "rige" : "era"} el ${fechaLarga(rige)}.`
  }
}

function campos({ acto, institucion, compromiso, prorroga }: CambioProrroga): readonly Field[] {
  const { rige, propuesta, motivo, decide, concedida, respuesta } = prorroga
  const { fechaCompromiso: original } = compromiso
  const si = (cuando: boolean, label: string, value: string | null): readonly Field[] =>
    cuando && value !== null ? [{ label, value }] : []
  return [
    ...si(
      institucion !== null,
      "Institución",
      institucion && `${institucion.nombre} (${institucion.siglas})`,
    ),
    { label: "Compromiso", value: compromiso.texto },
    ...si(original !== rige, "Fecha original", original && fechaLarga(original)),
    { label: concedida === null ? "Fecha que rige" : "Fecha anterior", value: fechaLarga(rige) },
    { label: "Fecha que se pidió", value: fechaLarga(propuesta) },
    ...si(concedida !== null, "Nueva fecha", concedida && fechaLarga(concedida)),
    { label: "Motivo", value: motivo },
    ...si(acto === "prorroga", "Decide", DECIDE_PRORROGA[decide]),
    ...si(respuesta !== null, acto === "negar_prorroga" ? "Por qué se negó" : "Respuesta", respuesta),
  ]
}

function queSigue({ acto, espera, prorroga }: CambioProrroga): readonly Block[] {
  switch (acto) {
    case "prorroga":
      if (espera)
        return [
          nota(
            "La decide el pleno: queda para la próxima sesión y aparece en su seguimiento de acuerdos. Después, la Secretaría Técnica registra lo que decidió.",
          ),
        ]
      return [
        nota(
          prorroga.decide === "pleno"
            ? "La decide el pleno: la Secretaría Técnica registra lo que decidió."
            : "La Secretaría Técnica la concede, con esa fecha o con otra, o la niega y dice por qué.",
        ),
      ]
    case "conceder_prorroga":
      return [nota("La fecha original se conserva. Los recordatorios siguen la nueva fecha.")]
    case "negar_prorroga":
      return [nota("Los recordatorios siguen como estaban.")]
    case "retirar_prorroga":
      return []
  }
}
