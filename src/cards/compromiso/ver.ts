import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Avance } from "../../domain/tipos/compromiso.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaLarga, fechaMedia, plazoEntre } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card, Field, RichText } from "../card.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import type { VistaCompromiso } from "./lista.ts"

export interface CompromisoCard {
  readonly vista: VistaCompromiso
  readonly acuerdo: Acuerdo | null
  readonly avances: readonly Avance[] | null
  readonly hoy: Fecha
  readonly zona: string
  /** What the reader may do to it now. */
  readonly actos: readonly (keyof typeof BOTON)[]
}

const BOTON = {
  validar: "Validar: está atendido",
  devolver: "Devolver con observaciones…",
  cumplido: "Reportar como cumplido…",
  avance: "Informar avance…",
} as const

/** One commitment in full; its text is never cut. */
export function verCompromisoCard({ vista, acuerdo, avances, hoy, zona, actos }: CompromisoCard): Card {
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
      ...(avances ? bloqueAvances(avances, zona) : []),
      ...(detalle
        ? []
        : [
            nota(
              "El texto y los avances los consultan la institución responsable, la Secretaría Técnica y la Presidencia.",
            ),
          ]),
    ],
    actions: [
      ...actos.flatMap((acto, i) =>
        boton(`compromiso.${acto}`, vista.clave, BOTON[acto], i === 0 ? "primary" : "normal"),
      ),
      ...(acuerdo ? boton("acuerdo.ver", acuerdo.clave, "Ver el acuerdo") : []),
      ...boton("compromiso.mios", "", "Ver mis compromisos"),
    ],
    ...marcaDemo([vista.origen, ...(acuerdo ? [acuerdo.origen] : [])]),
  }
}

function campos(vista: VistaCompromiso, hoy: Fecha): readonly Field[] {
  const original = vista.detalle?.fechaOriginal ?? null
  const field = (label: string, value: string | null): readonly Field[] =>
    value === null ? [] : [{ label, value }]
  return [
    ...field("Institución responsable", responsable(vista)),
    ...field("Estado", ESTADO_COMPROMISO[vista.estado]),
    ...field("Fecha original", original && fechaLarga(original)),
    ...field(etiquetaFecha(vista), vista.fecha && fechaLarga(vista.fecha)),
    ...field("Plazo", vista.fecha && vista.abierto ? plazoEntre(hoy, vista.fecha, vista.inhabiles) : null),
  ]
}

/** Who sees only the public fields is not told whether the date is the first one. */
function etiquetaFecha({ detalle }: VistaCompromiso): string {
  if (detalle === null) return "Fecha"
  return detalle.fechaOriginal ? "Fecha reprogramada" : "Fecha compromiso"
}

function responsable({ institucion, siglas }: VistaCompromiso): string {
  return institucion && siglas ? `${institucion} (${siglas})` : "por definir"
}

function bloqueAvances(avances: readonly Avance[], zona: string): readonly Block[] {
  if (avances.length === 0) return [nota("No hay avances registrados.")]
  const dia = (instante: Instante) => fechaMedia(fechaEnZona(instante, zona))
  const line = (avance: Avance): RichText => [
    { kind: "bold", text: dia(avance.registradoEn) },
    `: ${avance.texto}`,
    ...(avance.url ? [" ", { kind: "link" as const, text: avance.url, url: avance.url }] : []),
  ]
  return [
    { kind: "heading", text: plural(avances.length, "avance", "avances") },
    { kind: "list", ordered: false, items: avances.map(line) },
  ]
}
