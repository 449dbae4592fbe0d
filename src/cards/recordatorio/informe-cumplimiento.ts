import type { Tendencia } from "../../domain/compromiso/tendencia.ts"
import {
  type CargaInstitucion,
  type InformeCumplimiento,
  PROXIMOS_DIAS,
} from "../../domain/recordatorio/cumplimiento.ts"
import { diasHabilesEntre, type Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaLarga, fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, Card, RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { tendenciaBlocks } from "../compromiso/tendencia.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"

/** What one message holds on every platform; the rest is counted and left to the command. */
const MAX_FILAS = 25

export interface DatosInforme {
  readonly informe: InformeCumplimiento
  readonly tendencia: Tendencia
  readonly organo: Organo
  readonly hoy: Fecha
  /** The day on which it was due, if that was earlier this week. */
  readonly correspondia: Fecha
  readonly instituciones: ReadonlyMap<string, Institucion>
  readonly inhabilesDe: (institucionId: string | null) => Inhabiles
  readonly conBotones: boolean
}

/** How every institution stands, once a week, to the Secretaría Técnica. Counts only: a share would say less. */
export function informeCumplimientoCard(datos: DatosInforme): Card {
  const { informe, organo, hoy, conBotones } = datos
  const { totales, conPendientes } = informe
  const estado = totales.vencidos > 0 ? "vencidos" : "abiertos"
  return {
    title: `Informe semanal de cumplimiento: ${organo.nombreCorto}`,
    tone: totales.vencidos > 0 ? "vencido" : "aviso",
    blocks: [
      texto(`Al ${fechaLarga(hoy)}: ${resumen(informe)}`),
      ...(conPendientes.length > 0
        ? [
            {
              kind: "list" as const,
              ordered: false,
              items: conPendientes.slice(0, MAX_FILAS).map((carga) => fila(datos, carga)),
            },
          ]
        : []),
      ...restantes(conPendientes.length - MAX_FILAS),
      ...sinPendientes(datos),
      ...tendenciaBlocks(datos.tendencia),
      ...notas(datos),
    ],
    actions: conBotones
      ? [
          ...boton(
            "compromiso.lista",
            estado,
            totales.vencidos > 0 ? "Ver los vencidos" : "Ver los compromisos",
            "primary",
          ),
          ...boton("compromiso.tablero", "", "Ver el tablero y su gráfica"),
          ...boton("sesion.proxima", "", "Próxima sesión"),
        ]
      : [],
    ...marcaDemo([organo.origen, ...conPendientes.flatMap(({ origenes }) => origenes)]),
  }
}

function resumen({ totales }: InformeCumplimiento): string {
  const { abiertos, vencidos, porVencer, enValidacion } = totales
  if (abiertos + enValidacion === 0) return "no hay compromisos por atender ni en validación."
  const partes = [
    plural(abiertos, "compromiso por atender", "compromisos por atender"),
    plural(vencidos, "vencido", "vencidos"),
    `${porVencer} que ${porVencer === 1 ? "vence" : "vencen"} en los próximos ${PROXIMOS_DIAS} días hábiles`,
  ]
  const validar = `${enValidacion} en validación de la Secretaría Técnica`
  return `${partes[0]} (${enumerar(partes.slice(1))}) y ${validar}.`
}

function fila({ instituciones, inhabilesDe, hoy }: DatosInforme, carga: CargaInstitucion): RichText {
  const { institucionId, abiertos, vencidos, vencidoDesde, porVencer, enValidacion } = carga
  const institucion = institucionId === null ? undefined : instituciones.get(institucionId)
  const partes = [
    ...(abiertos > 0 ? [`${abiertos} por atender`] : []),
    ...(vencidos > 0 && vencidoDesde !== null
      ? [
          `${plural(vencidos, "vencido", "vencidos")} (${vencidos === 1 ? "" : "el más antiguo, "}${atraso(vencidoDesde, hoy, inhabilesDe(institucionId))})`,
        ]
      : []),
    ...(porVencer > 0 ? [`${porVencer} por vencer`] : []),
    ...(enValidacion > 0 ? [`${enValidacion} en validación`] : []),
  ]
  return [
    { kind: "bold", text: institucion?.siglas ?? "Sin institución responsable" },
    `: ${partes.join("; ")}`,
  ]
}

function atraso(vencidoDesde: Fecha, hoy: Fecha, inhabiles: Inhabiles): string {
  const dias = -diasHabilesEntre(hoy, vencidoDesde, inhabiles)
  return dias > 0
    ? `desde hace ${plural(dias, "día hábil", "días hábiles")}`
    : `desde el ${fechaMedia(vencidoDesde)}`
}

function restantes(faltan: number): readonly Block[] {
  if (faltan <= 0) return []
  return [
    nota(
      frase`Y ${plural(faltan, "institución más", "instituciones más")}: consúltelas con ${comando("compromiso.lista")}.`,
    ),
  ]
}

function sinPendientes({ informe, instituciones }: DatosInforme): readonly Block[] {
  const siglas = informe.sinPendientes
    .map((id) => instituciones.get(id)?.siglas)
    .filter((una) => una !== undefined)
  if (siglas.length === 0) return []
  return [texto(`Sin pendientes: ${enumerar([...siglas].sort((a, b) => a.localeCompare(b, "es")))}.`)]
}

function notas({ informe, hoy, correspondia }: DatosInforme): readonly Block[] {
  return [
    ...(informe.totales.enValidacion > 0
      ? [nota("Lo que está en validación espera la revisión de la Secretaría Técnica.")]
      : []),
    ...(correspondia < hoy ? [nota(`Este informe correspondía al ${fechaLarga(correspondia)}.`)] : []),
  ]
}
