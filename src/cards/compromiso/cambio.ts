import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import {
  type ActoCompromiso,
  type ActoDeEstado,
  esDeProrroga,
  type ReglaDeActo,
} from "../../domain/compromiso/transiciones.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Avance, Compromiso, EstadoCompromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO, estimadoEnlace } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import type { RenglonAviso } from "../canal/avisos-reunidos.ts"
import type { Block, Card, Field } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"
import { evidencia } from "./evidencia.ts"

interface CambioCompromiso {
  readonly organo: Organo
  readonly institucion: Institucion | null
  readonly compromiso: Compromiso
  readonly acto: ActoDeEstado
  /** What was said of it. */
  readonly texto: string | null
  readonly url: string | null
}

const TITULO: Readonly<Record<ActoDeEstado, string>> = {
  avance: "Avance registrado",
  cumplido: "Compromiso reportado como cumplido",
  validar: "Compromiso atendido",
  devolver: "Compromiso devuelto con observaciones",
  reprogramar: "Compromiso reprogramado",
  cancelar: "Compromiso cancelado",
}

/** To a channel: to the Secretaría Técnica what an institution reports, to the institution what she decides. */
export function cambioCompromisoCard(data: CambioCompromiso): Card {
  const { organo, institucion, compromiso, acto } = data
  const { clave } = compromiso
  const paraSecretaria = acto === "cumplido"
  return {
    title: `${TITULO[acto]}: ${clave}`,
    tone: acto === "validar" ? "logro" : "atencion",
    blocks: [
      ...(paraSecretaria || institucion === null ? [] : [texto(estimadoEnlace(institucion))]),
      { kind: "fields", fields: campos(data) },
      ...(paraSecretaria ? [nota("Revise la evidencia y valide, o devuélvalo con sus observaciones.")] : []),
      ...(acto === "devolver"
        ? [nota("Vuelve a estar en proceso: se le recordará hasta que se atienda.")]
        : []),
    ],
    actions: paraSecretaria
      ? [
          ...boton("compromiso.validar", clave, "Validar: está atendido", "primary"),
          ...boton("compromiso.devolver", clave, "Devolver con observaciones…"),
          ...boton("compromiso.ver", clave, "Ver detalle"),
        ]
      : [
          ...boton("compromiso.ver", clave, "Ver detalle", "primary"),
          ...(acto === "devolver" ? boton("compromiso.cumplido", clave, "Reportar como cumplido…") : []),
        ],
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** The same among others that were sent with it. */
export function renglonDeInforme({ clave, origen }: Compromiso, acto: ActoCompromiso): RenglonAviso {
  const [accion = null] = boton("compromiso.ver", clave, `Ver ${clave}`)
  const que = esDeProrroga(acto)
    ? acto === "prorroga"
      ? "Prórroga pedida"
      : "Prórroga retirada"
    : "Compromiso reportado como cumplido"
  return { clase: esDeProrroga(acto) ? "prorroga" : "informe", texto: `${que}: ${clave}`, accion, origen }
}

function campos({ institucion, compromiso, acto, texto: dicho, url }: CambioCompromiso): readonly Field[] {
  const fecha = fechaVigente(compromiso)
  const etiqueta: Readonly<Record<ActoDeEstado, string>> = {
    avance: "Avance",
    cumplido: "Informa",
    validar: "Nota",
    devolver: "Observaciones",
    reprogramar: "Motivo",
    cancelar: "Motivo",
  }
  return [
    ...(institucion
      ? [{ label: "Institución", value: `${institucion.nombre} (${institucion.siglas})` }]
      : []),
    { label: "Compromiso", value: compromiso.texto },
    { label: "Estado", value: ESTADO_COMPROMISO[compromiso.estado] },
    ...(fecha ? [{ label: acto === "reprogramar" ? "Nueva fecha" : "Fecha", value: fechaLarga(fecha) }] : []),
    ...(dicho === null ? [] : [{ label: etiqueta[acto], value: dicho }]),
    ...(url === null ? [] : [{ label: "Evidencia", value: evidencia(url) }]),
  ]
}

const QUE_SIGUE: Readonly<Record<ActoDeEstado, string>> = {
  avance: "Quedó registrado. Cuando esté concluido, repórtelo como cumplido.",
  cumplido: "Falta que la Secretaría Técnica lo valide; mientras tanto no habrá recordatorios.",
  validar: "Ya no se enviarán recordatorios.",
  devolver: "Vuelve a estar en proceso.",
  reprogramar: "La fecha original se conserva.",
  cancelar: "Ya no se enviarán recordatorios.",
}

/** Who reads of it, and where; nobody does where there is no channel. */
function aviso(acto: ActoDeEstado, avisado: boolean): string {
  if (acto === "avance") return ""
  const [quien, aQuien] =
    acto === "cumplido"
      ? ["La Secretaría Técnica", "a la Secretaría Técnica"]
      : ["La institución", "a la institución"]
  return avisado
    ? `Se avisa ${aQuien} en su canal. `
    : `${quien} no tiene canal registrado: comuníqueselo por otro medio. `
}

/** To whoever did it; `avisado`: whom it concerns has a channel. */
export function compromisoActuadoCard(data: CambioCompromiso, avisado: boolean): Card {
  const { acto, compromiso } = data
  return {
    title: `${TITULO[acto]}: ${compromiso.clave}`,
    tone: "logro",
    blocks: [{ kind: "fields", fields: campos(data) }, nota(`${aviso(acto, avisado)}${QUE_SIGUE[acto]}`)],
    actions: [
      ...(acto === "avance"
        ? boton("compromiso.cumplido", compromiso.clave, "Reportar como cumplido…", "primary")
        : []),
      ...boton("compromiso.ver", compromiso.clave, "Ver detalle"),
    ],
    ...marcaDemo([data.organo.origen, compromiso.origen]),
  }
}

/** Somebody else was first: what they did is said, so that nobody takes it for their own act. */
export function compromisoCambiado(organo: Organo, visto: Compromiso, actual: Compromiso): Card {
  if (actual.institucionId !== visto.institucionId) return compromisoDeOtra(organo, visto)
  if (actual.estado !== visto.estado) return compromisoFueraDeEstado(organo, visto, actual.estado)
  const rige = fechaVigente(actual)
  return {
    title: `Sin cambios: ${visto.clave}`,
    tone: "atencion",
    blocks: [
      texto(
        `Otra persona acaba de ${loCambiado(visto, actual)} este compromiso${rige === null ? "" : `: ${actual.fechaReprogramada === visto.fechaReprogramada ? "vence" : "ahora vence"} el ${fechaLarga(rige)}`}. No se hizo nada.`,
      ),
    ],
    actions: boton("compromiso.ver", visto.clave, "Ver cómo está", "primary"),
    ...marcaDemo([organo.origen, visto.origen]),
  }
}

const compromisoDeOtra = (organo: Organo, { clave, origen }: Compromiso): Card => ({
  title: `Sin cambios: ${clave}`,
  tone: "atencion",
  blocks: [texto("Otra persona acaba de reasignar este compromiso. No se hizo nada.")],
  actions: boton("compromiso.ver", clave, "Ver cómo está", "primary"),
  ...marcaDemo([organo.origen, origen]),
})

function loCambiado(visto: Compromiso, actual: Compromiso): string {
  if (actual.corresponsables.join() !== visto.corresponsables.join()) return "cambiar las corresponsables de"
  if (actual.fechaReprogramada !== visto.fechaReprogramada) return "cambiar la fecha de"
  return actual.prorrogaPedida === null ? "resolver o retirar la prórroga de" : "pedir prórroga de"
}

/** It was changed meanwhile, or its state does not take this. */
export function compromisoFueraDeEstado(
  organo: Organo,
  compromiso: Pick<Compromiso, "clave" | "origen">,
  estado: EstadoCompromiso,
  acto?: ActoCompromiso,
): Card {
  const porRevisar = acto === "reasignar" && estado === "en_validacion"
  return {
    title: `Sin cambios: ${compromiso.clave}`,
    tone: "atencion",
    blocks: [
      texto(
        porRevisar
          ? "Su institución lo reportó como cumplido y falta revisarlo: valídelo o devuélvalo antes de reasignarlo. No se hizo nada."
          : `El compromiso está ${ESTADO_COMPROMISO[estado]}, así que esto ya no procede. No se hizo nada.`,
      ),
    ],
    actions: [
      ...boton("compromiso.ver", compromiso.clave, "Ver cómo está", "primary"),
      ...(porRevisar ? boton("compromiso.devolver", compromiso.clave, "Devolver con observaciones…") : []),
    ],
    ...marcaDemo([organo.origen, compromiso.origen]),
  }
}

/** The last report says just that: nothing new is put on record. */
export function compromisoRepetido(
  organo: Organo,
  { clave, origen }: Pick<Compromiso, "clave" | "origen">,
  avance: Avance,
): Card {
  return {
    title: `Ya constaba: ${clave}`,
    tone: "aviso",
    blocks: [
      texto(
        `Este mismo informe se registró el ${fechaLarga(fechaEnZona(avance.registradoEn, organo.zona))}. No se repite.`,
      ),
    ],
    actions: [
      ...boton("compromiso.ver", clave, "Ver detalle", "primary"),
      ...boton("compromiso.cumplido", clave, "Reportar como cumplido…"),
    ],
    ...marcaDemo([organo.origen, origen]),
  }
}

const QUIEN_PUEDE: Readonly<Record<Exclude<ReglaDeActo["quien"], "secretaria_tecnica">, string>> = {
  por_institucion:
    "Solo la institución responsable o la Secretaría Técnica pueden hacerlo; las corresponsables informan avances. No se hizo nada.",
  por_corresponsable:
    "Solo la institución responsable, las corresponsables o la Secretaría Técnica pueden informar de este compromiso. No se hizo nada.",
}

export function compromisoNoAutorizado(organo: Organo, quien: ReglaDeActo["quien"]): Card {
  return {
    title: "No puede hacer esto con el compromiso",
    tone: "error",
    blocks: [
      texto(
        quien === "secretaria_tecnica"
          ? `Solo la Secretaría Técnica ${deOrgano(organo.nombreCorto)} puede hacerlo. No se hizo nada.`
          : QUIEN_PUEDE[quien],
      ),
    ],
    actions: boton("compromiso.mios", "", "Ver mis compromisos"),
  }
}

export function avisoPospuestoCard(
  organo: Organo,
  { clave, origen }: Compromiso,
  hasta: Fecha,
  vence: Fecha,
): Card {
  return {
    title: `Aviso pospuesto: ${clave}`,
    tone: "logro",
    blocks: [
      texto(
        `Se le recordará el ${fechaLarga(hasta)}. La fecha del compromiso no cambia: vence el ${fechaLarga(vence)}. Si necesita más tiempo para cumplirlo, pida una prórroga.`,
      ),
    ],
    actions: [
      ...boton("compromiso.avance", clave, "Informar avance…"),
      ...boton("compromiso.prorroga", clave, "Pedir prórroga…"),
    ],
    ...marcaDemo([organo.origen, origen]),
  }
}

export function noSePospone(organo: Organo, { clave, origen }: Compromiso, vence: Fecha | null): Card {
  const porque: readonly Block[] =
    vence === null
      ? [texto("El compromiso no tiene fecha registrada o ya no está pendiente, así que no se le recuerda.")]
      : [texto(`Vence el ${fechaLarga(vence)}: ya no queda un día hábil anterior al cual posponer el aviso.`)]
  return {
    title: `No es posible posponer el aviso: ${clave}`,
    tone: "atencion",
    blocks: porque,
    actions: boton("compromiso.avance", clave, "Informar avance…", "primary"),
    ...marcaDemo([organo.origen, origen]),
  }
}
