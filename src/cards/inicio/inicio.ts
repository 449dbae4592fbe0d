import { type Asunto, contarPorUrgencia, URGENCIAS, type Urgencia } from "../../domain/inicio/asunto.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Action, Block, Card, RichText, Tone } from "../card.ts"
import { listaConBotones } from "../card-actions.ts"
import { comando, frase } from "../comando.ts"
import { conOrgano } from "../de-otro-organo.ts"
import {
  avisoPagina,
  boton,
  botonesPagina,
  deOrgano,
  MAX_DETAIL_BUTTONS,
  marcaDemo,
  nota,
  type Pagina,
  paginar,
  texto,
} from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"

const GRUPO: Readonly<Record<Urgencia, string>> = {
  vencido: "Vencido",
  hoy: "Para hoy",
  pronto: "En los próximos días",
  despues: "Después",
}

/** "2 vencidos" */
const CUENTA: Readonly<Record<Urgencia, (n: number) => string>> = {
  vencido: (n) => plural(n, "vencido", "vencidos"),
  hoy: (n) => `${n} para hoy`,
  pronto: (n) => `${n} en los próximos días`,
  despues: (n) => `${n} después`,
}

const TONO: Readonly<Record<Urgencia, Tone>> = {
  vencido: "vencido",
  hoy: "atencion",
  pronto: "atencion",
  despues: "aviso",
}

export interface InicioCard {
  readonly asuntos: readonly Asunto[]
  readonly proximas: readonly { readonly organo: Organo; readonly sesion: Sesion }[]
  /** The body that the answer is about: the buttons of the others name theirs. */
  readonly organo: Organo
  /** The place speaks for no body: all the buttons name theirs. */
  readonly nombrar?: boolean
  readonly pagina: number
  /** On a person's own page, so many of the most urgent, and where to see the others; left out: as many as a message has buttons. */
  readonly primeros?: number
}

/** What waits for whoever asks, the most urgent first, each with its button. */
export function inicioCard({
  asuntos,
  proximas,
  organo,
  nombrar = false,
  pagina: pedida,
  primeros,
}: InicioCard): Card {
  const [primero] = asuntos
  if (primero === undefined) return nadaEsperaCard({ proximas, organo })
  // As many as a message has buttons, so that none is without its own.
  const { filas, pagina } = paginar(asuntos, pedida, primeros ?? MAX_DETAIL_BUTTONS)
  const suyo = (fila: Asunto) => botonDe(fila, nombrar ? null : organo)
  const varios = new Set(asuntos.map((uno) => uno.organo.clave)).size > 1
  return {
    title: "Lo que le espera",
    tone: TONO[primero.urgencia],
    blocks: [
      texto(resumen(asuntos)),
      ...URGENCIAS.flatMap((urgencia) =>
        grupo(
          urgencia,
          filas.filter((fila) => fila.urgencia === urgencia),
          (fila) => renglon(fila, varios),
          suyo,
        ),
      ),
      ...(primeros === undefined ? avisoPagina(pagina) : avisoResto(pagina)),
      ...proximasBlocks(proximas, primeros === undefined ? pagina : null),
    ],
    actions: [
      ...sinRepetir(filas.flatMap(suyo)),
      ...(primeros === undefined ? botonesPagina(pagina, "plenaria.inicio", "") : botonResto(pagina)),
    ],
    ...marcaDemo(asuntos.some(({ demo }) => demo) ? ["demo"] : [organo.origen]),
  }
}

function resumen(asuntos: readonly Asunto[]): string {
  const cuenta = contarPorUrgencia(asuntos)
  const partes = URGENCIAS.filter((urgencia) => cuenta[urgencia] > 0).map((urgencia) =>
    CUENTA[urgencia](cuenta[urgencia]),
  )
  const total = plural(asuntos.length, "asunto", "asuntos")
  // The heading below says of which kind the only one is.
  return asuntos.length === 1 ? `${total}.` : `${total}: ${enumerar(partes)}.`
}

function grupo(
  urgencia: Urgencia,
  filas: readonly Asunto[],
  ...renglones: readonly [(fila: Asunto) => RichText, (fila: Asunto) => readonly Action[]]
): readonly Block[] {
  if (filas.length === 0) return []
  return [{ kind: "heading", text: GRUPO[urgencia] }, listaConBotones(filas, ...renglones)]
}

function renglon({ que, plazo, organo }: Asunto, varios: boolean): RichText {
  const donde = varios ? [{ kind: "bold" as const, text: organo.nombreCorto }, ": "] : []
  return [...donde, plazo === null ? que : `${que.replace(/\.$/u, "")}: ${plazo}.`]
}

function botonDe({ orden, organo }: Asunto, propio: Organo | null): readonly Action[] {
  const [uno] = boton(orden.command, orden.arg, orden.label)
  if (uno === undefined) return []
  if (organo.clave === propio?.clave) return [uno]
  return boton(conOrgano(uno.id, organo.clave), "", `${orden.label} (${organo.nombreCorto})`)
}

/** Two matters may be seen to in one place: platforms refuse a message with the same button twice. */
const sinRepetir = (actions: readonly Action[]): readonly Action[] =>
  [...new Map([...actions].reverse().map((action) => [action.id, action])).values()].reverse()

function avisoResto({ mostrados, total, paginas }: Pagina): readonly Block[] {
  if (paginas <= 1) return []
  return [
    nota(
      frase`Se muestran los ${String(mostrados)} más urgentes de ${String(total)}. Todos, con ${comando("plenaria.inicio")}.`,
    ),
  ]
}

const botonResto = ({ total, paginas }: Pagina): readonly Action[] =>
  paginas <= 1 ? [] : boton("plenaria.inicio", "", `Ver los ${total}`)

/** The next session is told on the last page: it waits for nobody. */
function proximasBlocks(proximas: InicioCard["proximas"], pagina: Pagina | null): readonly Block[] {
  return pagina !== null && pagina.pagina < pagina.paginas
    ? []
    : proximas.map(({ organo, sesion }) => texto(proxima(organo, sesion)))
}

const proxima = (organo: Organo, sesion: Sesion): string =>
  `Próxima sesión ${deOrgano(organo.nombreCorto)}: ${sesion.clave}, ${cuando(sesion, organo)}.`

function nadaEsperaCard({ proximas, organo }: Pick<InicioCard, "proximas" | "organo">): Card {
  return {
    title: "Nada le espera",
    tone: "logro",
    blocks: [
      texto("No tiene asuntos por atender."),
      ...(proximas.length === 0
        ? [texto("No hay una próxima sesión registrada.")]
        : proximas.map((una) => texto(proxima(una.organo, una.sesion)))),
    ],
    actions: [
      ...boton("sesion.proxima", "", "Ver la próxima sesión", "primary"),
      ...boton("plenaria.ayuda", "", "Ver la ayuda"),
    ],
    ...marcaDemo([organo.origen, ...proximas.map(({ sesion }) => sesion.origen)]),
  }
}
