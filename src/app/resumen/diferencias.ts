import { fechasCompromiso, textoCompromiso } from "../../cards/resumen/de-institucion.ts"
import { lugarDe } from "../../cards/resumen/errata.ts"
import { parrafosDe } from "../../cards/resumen/parrafos.ts"
import { camposResumen } from "../../cards/resumen/resumen.ts"
import type { CorreccionDeHecho } from "../../domain/tipos/resumen.ts"
import type { Destino } from "./destinos.ts"
import { parrafoCompromiso } from "./versiones.ts"

interface Renglon {
  readonly parrafo: string
  readonly lugar: string | null
  readonly texto: string
}

/** All that a copy of the summary says, piece by piece: its fields, its paragraphs and what its institution owes. */
function renglonesDe({ resumen, compromisos }: Destino): readonly Renglon[] {
  return [
    ...camposResumen(resumen).map(({ label, value }) => ({
      parrafo: `campo:${label}`,
      lugar: label,
      texto: String(value),
    })),
    ...parrafosDe(resumen).map((parrafo) => ({
      parrafo: parrafo.id,
      lugar: lugarDe(parrafo),
      texto: parrafo.texto,
    })),
    ...compromisos.map(({ compromiso }) => ({
      parrafo: parrafoCompromiso(compromiso),
      lugar: `Compromisos, ${compromiso.clave}`,
      texto: `${textoCompromiso(resumen, compromiso)} ${fechasCompromiso(compromiso)}`,
    })),
  ]
}

/** A piece that moves to another heading is taken out of one and put in the other; what a heading adds is not its name. */
const clave = ({ parrafo, lugar }: Pick<Renglon, "parrafo" | "lugar">) =>
  `${parrafo} ${lugar?.split(",")[0] ?? ""}`

/** What the copies say otherwise now, each piece with the channels that have it. */
export function diferencias(
  antes: readonly Destino[],
  ahora: readonly Destino[],
): readonly CorreccionDeHecho[] {
  const found = new Map<string, CorreccionDeHecho & { readonly canales: string[] }>()
  for (const despues of ahora) {
    const previo = antes.find(({ canal }) => canal.id === despues.canal.id)
    if (previo === undefined) continue
    for (const cambio of entre(renglonesDe(previo), renglonesDe(despues))) {
      const key = JSON.stringify([clave(cambio), cambio.dice, cambio.debeDecir])
      const una = found.get(key) ?? { ...cambio, canales: [] }
      una.canales.push(despues.canal.id)
      found.set(key, una)
    }
  }
  return [...found.values()]
}

function entre(
  antes: readonly Renglon[],
  ahora: readonly Renglon[],
): readonly Omit<CorreccionDeHecho, "canales">[] {
  const porClave = new Map(ahora.map((uno) => [clave(uno), uno]))
  const previos = new Map(antes.map((uno) => [clave(uno), uno]))
  return [
    ...antes.flatMap((previo) => {
      const hoy = porClave.get(clave(previo)) ?? null
      const { parrafo, lugar, texto: dice } = previo
      return hoy?.texto === dice ? [] : [{ parrafo, lugar, dice, debeDecir: hoy?.texto ?? null }]
    }),
    ...ahora.flatMap((uno) =>
      previos.has(clave(uno))
        ? []
        : [{ parrafo: uno.parrafo, lugar: uno.lugar, dice: null, debeDecir: uno.texto }],
    ),
  ]
}

/** One correction after another that nobody has been told of: from what was published to what is on record now. */
export function componer(
  previas: readonly CorreccionDeHecho[],
  nuevas: readonly CorreccionDeHecho[],
): readonly CorreccionDeHecho[] {
  const juntas = new Map(previas.map((una) => [clave(una), una]))
  for (const nueva of nuevas) {
    const previa = juntas.get(clave(nueva))
    const una =
      previa === undefined
        ? nueva
        : { ...nueva, dice: previa.dice, canales: [...new Set([...previa.canales, ...nueva.canales])] }
    juntas.set(clave(nueva), una)
  }
  return [...juntas.values()].filter(({ dice, debeDecir }) => dice !== debeDecir)
}
