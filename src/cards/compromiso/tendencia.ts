import type { PuntoTendencia, Tendencia } from "../../domain/compromiso/tendencia.ts"
import { fechaCorta } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block } from "../card.ts"
import { nota, texto } from "../respuesta.ts"

/** Fewer than two days are no trend. */
export const hayTendencia = ({ puntos }: Tendencia): boolean =>
  puntos.length > 1 && puntos.some((punto) => abiertos(punto) + punto.cumplidos > 0)

/** How it went since the last session, then session by session. */
export function tendenciaBlocks(serie: Tendencia): readonly Block[] {
  if (!hayTendencia(serie)) return []
  const [antes, ahora] = serie.puntos.slice(-2)
  return [
    { kind: "heading", text: "Tendencia" },
    ...(antes === undefined || ahora === undefined ? [] : [texto(cambio(antes, ahora))]),
    { kind: "list", ordered: false, items: serie.puntos.map(renglon) },
    nota(
      `Lo acordado antes de cada sesión, como estaba ese día. ${serie.sinConstancia === 0 ? "" : `No ${serie.sinConstancia === 1 ? "cuenta el atendido" : `cuentan los ${serie.sinConstancia} atendidos`} sin constancia de cuándo.`}`.trim(),
    ),
  ]
}

/** "Desde SO-22, los vencidos pasaron de 3 a 5 y los abiertos, de 14 a 9." */
function cambio(antes: PuntoTendencia, ahora: PuntoTendencia): string {
  const de = (a: number, b: number) => (a === b ? `siguen en ${b}` : `pasaron de ${a} a ${b}`)
  return `Desde ${antes.sesion ?? "entonces"}, los vencidos ${de(antes.vencidos, ahora.vencidos)} y los abiertos ${de(abiertos(antes), abiertos(ahora))}.`
}

/** "SO-22, 14-may-2024: 14 abiertos, 3 de ellos vencidos; 20 cumplidos" */
function renglon(punto: PuntoTendencia): string {
  const { sesion, dia, vencidos, cumplidos } = punto
  const total = plural(abiertos(punto), "abierto", "abiertos")
  const tarde =
    vencidos === 0 ? "ninguno vencido" : `${vencidos} de ellos ${vencidos === 1 ? "vencido" : "vencidos"}`
  return `${sesion ?? "Hoy"}, ${fechaCorta(dia)}: ${total}, ${tarde}; ${plural(cumplidos, "cumplido", "cumplidos")}`
}

/** Still owed. */
export const abiertos = ({ enPlazo, vencidos }: PuntoTendencia): number => enPlazo + vencidos
