import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Avance, Prorroga } from "../../domain/tipos/compromiso.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { ESTADO_COMPROMISO, ESTADO_PRORROGA } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, pedidaHasta, plazoEntre } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, Field, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { evidencia } from "./evidencia.ts"
import type { InformePedido, VistaCompromiso } from "./lista.ts"
import { botonesDecidir } from "./prorroga.ts"

export interface CompromisoCard {
  readonly vista: VistaCompromiso
  readonly acuerdo: Acuerdo | null
  readonly avances: readonly Avance[] | null
  /** By progress report, siglas of the institution that gave it; only where several may. */
  readonly autores?: ReadonlyMap<string, string>
  readonly prorrogas: readonly Prorroga[] | null
  readonly hoy: Fecha
  readonly zona: string
  /** What the reader may do to it now. */
  readonly actos: readonly (keyof typeof BOTON | "conceder_prorroga" | "negar_prorroga")[]
}

const BOTON = {
  validar: "Validar: está atendido",
  devolver: "Devolver con observaciones…",
  cumplido: "Reportar como cumplido…",
  avance: "Informar avance…",
  prorroga: "Pedir prórroga…",
  retirar_prorroga: "Retirar la prórroga",
} as const

/** One commitment in full; its text is never cut. */
export function verCompromisoCard(datos: CompromisoCard): Card {
  const { vista, acuerdo, avances, prorrogas, hoy, zona } = datos
  const { detalle } = vista
  return {
    title: `Compromiso ${vista.clave}`,
    tone: vista.vencido ? "vencido" : vista.estado === "atendido" ? "logro" : "aviso",
    blocks: [
      ...(detalle ? [texto(detalle.texto)] : []),
      { kind: "fields", fields: campos(vista, hoy) },
      ...(acuerdo && detalle
        ? [{ kind: "heading" as const, text: `Acuerdo ${acuerdo.clave}` }, texto(acuerdo.texto)]
        : []),
      ...(prorrogas ? bloqueProrrogas(prorrogas, zona) : []),
      ...(avances ? bloqueAvances(avances, zona, datos.autores) : []),
      ...(detalle
        ? []
        : [
            nota(
              "El texto y los avances los consultan la institución responsable, las corresponsables, la Secretaría Técnica y la Presidencia.",
            ),
          ]),
    ],
    actions: [
      ...botones(datos),
      ...(acuerdo ? boton("acuerdo.ver", acuerdo.clave, "Ver el acuerdo") : []),
      ...boton("compromiso.mios", "", "Ver mis compromisos"),
    ],
    ...marcaDemo([vista.origen, ...(acuerdo ? [acuerdo.origen] : [])]),
  }
}

function botones({ vista, actos }: CompromisoCard): readonly Action[] {
  const propuesta = vista.detalle?.prorroga ?? null
  return actos.flatMap((acto, i) => {
    if (acto === "conceder_prorroga") return propuesta === null ? [] : botonesDecidir(vista.clave, propuesta)
    if (acto !== "negar_prorroga") {
      const estilo = i === 0 ? "primary" : "normal"
      return boton(`compromiso.${acto.replace("_", "-")}`, vista.clave, BOTON[acto], estilo)
    }
    // Beside what grants it already.
    return actos.includes("conceder_prorroga")
      ? []
      : boton("compromiso.negar-prorroga", vista.clave, "Negar…")
  })
}

function campos(vista: VistaCompromiso, hoy: Fecha): readonly Field[] {
  const original = vista.detalle?.fechaOriginal ?? null
  const field = (label: string, value: string | null): readonly Field[] =>
    value === null ? [] : [{ label, value }]
  return [
    ...field("Institución responsable", responsable(vista)),
    ...field("Corresponsables", vista.corresponsables.length > 0 ? enumerar(vista.corresponsables) : null),
    ...field("Estado", ESTADO_COMPROMISO[vista.estado]),
    ...field("Fecha original", original && fechaLarga(original)),
    ...field(etiquetaFecha(vista), vista.fecha && fechaLarga(vista.fecha)),
    ...field("Prórroga", vista.detalle?.prorroga ? pedidaHasta(vista.detalle.prorroga) : null),
    ...field("Informes", vista.detalle?.informe ? informesEnPalabras(vista.detalle.informe) : null),
    ...field("Plazo", vista.fecha && vista.abierto ? plazoEntre(hoy, vista.fecha, vista.inhabiles) : null),
  ]
}

/** "cada mes; el siguiente, a más tardar el …" */
const informesEnPalabras = ({ cadencia, vence, vencido }: InformePedido): string =>
  `${cadenciaEnPalabras(cadencia)}; ${vencido ? `falta el que debió darse el ${fechaLarga(vence)}` : `el siguiente, a más tardar el ${fechaLarga(vence)}`}`

/** Who sees only the public fields is not told whether the date is the first one. */
function etiquetaFecha({ detalle }: VistaCompromiso): string {
  if (detalle === null) return "Fecha"
  return detalle.fechaOriginal ? "Fecha reprogramada" : "Fecha compromiso"
}

function responsable({ institucion, siglas }: VistaCompromiso): string {
  return institucion && siglas ? `${institucion} (${siglas})` : "por definir"
}

function bloqueAvances(
  avances: readonly Avance[],
  zona: string,
  autores: ReadonlyMap<string, string> = new Map(),
): readonly Block[] {
  if (avances.length === 0) return [nota("No hay avances registrados.")]
  const dia = (instante: Instante) => fechaMedia(fechaEnZona(instante, zona))
  const line = (avance: Avance): RichText => [
    { kind: "bold", text: dia(avance.registradoEn) },
    `${autores.has(avance.id) ? ` (${autores.get(avance.id)})` : ""}: ${avance.porcentaje === null ? "" : `${avance.porcentaje} %. `}${avance.texto}`,
    ...(avance.url ? [" ", ...[evidencia(avance.url)].flat()] : []),
  ]
  return [
    { kind: "heading", text: plural(avances.length, "avance", "avances") },
    { kind: "list", ordered: false, items: avances.map(line) },
  ]
}

/** Every other date that was asked for, with both dates and the answer. */
function bloqueProrrogas(prorrogas: readonly Prorroga[], zona: string): readonly Block[] {
  if (prorrogas.length === 0) return []
  const dia = (instante: Instante) => fechaMedia(fechaEnZona(instante, zona))
  const line = ({ pedidaEn, propuesta, rige, motivo, ...una }: Prorroga): RichText => {
    const cuando = una.resueltaEn === null ? "" : ` el ${dia(una.resueltaEn)}`
    const hasta =
      una.concedida === null || una.concedida === propuesta ? "" : `, hasta el ${fechaMedia(una.concedida)}`
    const porque = una.respuesta === null ? "" : `: ${una.respuesta}`
    return [
      { kind: "bold", text: dia(pedidaEn) },
      `: del ${fechaMedia(rige)} al ${fechaMedia(propuesta)}, ${ESTADO_PRORROGA[una.estado]}${cuando}${hasta}${porque}\nMotivo: ${motivo}`,
    ]
  }
  return [
    { kind: "heading", text: plural(prorrogas.length, "prórroga", "prórrogas") },
    { kind: "list", ordered: false, items: prorrogas.map(line) },
  ]
}
