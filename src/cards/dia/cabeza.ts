import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { marcaDemo, nota, texto } from "../respuesta.ts"

interface Cabeza {
  readonly fecha: Fecha
  readonly tamano: number
  readonly raiz: string
  readonly autoridad: string | null
}

/** To the Secretaría Técnica, once a day: with this, whoever keeps it can tell whether the log was altered later. */
export function cabezaCard(dicho: {
  readonly organo: Organo
  readonly cabeza: Cabeza
  /** When the authority dated it; `null`: it has not. */
  readonly sello: Instante | null
}): Card {
  const { organo, cabeza, sello } = dicho
  const { fecha, tamano, raiz } = cabeza
  return {
    title: `Cabeza de la bitácora del ${fechaLarga(fecha)}`,
    tone: "aviso",
    blocks: [
      texto([{ kind: "code", text: `${tamano}:${raiz}` }]),
      ...selloBlocks(cabeza, sello),
      nota(
        `Resume ${plural(tamano, "eslabón", "eslabones")} de la bitácora. Conserve este mensaje: con él se comprueba después que nada se alteró ni se borró.`,
      ),
    ],
    actions: [],
    ...marcaDemo([organo.origen]),
  }
}

function selloBlocks({ autoridad }: Cabeza, sello: Instante | null): readonly Block[] {
  if (autoridad === null) return []
  return [
    texto(
      sello === null
        ? `La autoridad de sellado de tiempo (${autoridad}) aún no la ha sellado; se le pide cada hora.`
        : `Sello de tiempo de ${autoridad}.`,
    ),
  ]
}
