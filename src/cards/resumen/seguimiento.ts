import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import type { ClaseCorte } from "../../domain/compromiso/corte.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { ESTADO_COMPROMISO } from "../../texts/etiquetas.ts"
import { fechaMedia, pedidaHasta } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Block, RichText } from "../card.ts"
import { cuentasNovedades } from "../compromiso/novedades.ts"
import { texto } from "../respuesta.ts"

/** A commitment of an earlier session, as it was when this one was told of it. */
export interface FilaSeguimiento {
  readonly compromiso: Compromiso
  /** Who answers for it today. */
  readonly aCargo: Institucion | null
  /** Of its acuerdo; `interna` also while that one is still being deliberated. */
  readonly difusion: Difusion
  readonly clase: ClaseCorte
  /** What it is to who may only know that it exists; `null`: nothing. */
  readonly paraTodos: ClaseCorte | null
}

/** What a session was told of earlier commitments: of all of them, or as one reader may know it. */
export interface SeguimientoResumen {
  readonly puntoId: string
  readonly desde: Fecha | null
  readonly corte: Fecha
  /** Those that a reader may know of, each as that reader may. */
  readonly filas: readonly FilaSeguimiento[]
  /** Ids of the commitments that are the reader's own, and read whole. */
  readonly propias: ReadonlySet<string>
}

/** What changed, for all of its readers; then the reader's own, and nobody else's. */
export function seguimientoResumenBlocks(seguimiento: SeguimientoResumen | null): readonly Block[] {
  if (seguimiento === null || seguimiento.filas.length === 0) return []
  const { desde, corte, filas, propias } = seguimiento
  const comunes = filas.flatMap(({ paraTodos }) => paraTodos ?? [])
  const suyas = filas.filter(({ compromiso }) => propias.has(compromiso.id))
  const periodo =
    desde === null ? `Al ${fechaMedia(corte)}` : `Del ${fechaMedia(desde)} al ${fechaMedia(corte)}`
  return [
    { kind: "heading", text: "Seguimiento" },
    ...(comunes.length === 0 ? [] : [texto(`${periodo}: ${enumerar(cuentas(comunes))}.`)]),
    ...(suyas.length === 0
      ? []
      : [
          texto(`Compromisos de su institución en este seguimiento, al ${fechaMedia(corte)}:`),
          { kind: "list" as const, ordered: false, items: suyas.map(renglon) },
        ]),
  ]
}

/** Of the reader's own commitments in it. */
export const clavesPropias = (seguimiento: SeguimientoResumen | null): readonly string[] =>
  (seguimiento?.filas ?? []).flatMap(({ compromiso: { id, clave } }) =>
    seguimiento?.propias.has(id) ? [clave] : [],
  )

function cuentas(clases: readonly ClaseCorte[]): readonly string[] {
  const novedades = clases.flatMap((clase) => (clase === "sigue_vencido" ? [] : [{ novedad: clase }]))
  const siguen = clases.length - novedades.length
  return [
    ...cuentasNovedades(novedades),
    ...(siguen > 0 ? [plural(siguen, "sigue vencido desde antes", "siguen vencidos desde antes")] : []),
  ]
}

const renglon = ({ compromiso, clase }: FilaSeguimiento): RichText => [
  { kind: "bold", text: compromiso.clave },
  ` ${compromiso.texto}\n${situacion(clase, compromiso)}`,
]

function situacion(clase: ClaseCorte, compromiso: Compromiso): string {
  const fecha = fechaVigente(compromiso)
  const dia = fecha === null ? "fecha que no consta" : fechaMedia(fecha)
  switch (clase) {
    case "prorroga":
      return compromiso.prorrogaPedida === null
        ? "Pidió prórroga"
        : `Pidió prórroga ${pedidaHasta(compromiso.prorrogaPedida)}`
    case "vencio":
      return `Venció: ${dia}`
    case "sigue_vencido":
      return `Sigue vencido desde antes: ${dia}`
    case "fecha":
      return `Tiene nueva fecha: ${dia}`
    case "cerrado":
      return `Se cerró: ${ESTADO_COMPROMISO[compromiso.estado]}`
    case "avance":
      return `Sigue abierto, con avance: ${ESTADO_COMPROMISO[compromiso.estado]}`
  }
}
