import type { Asunto, OrdenDeAsunto } from "../domain/inicio/asunto.ts"
import type { Organo } from "../domain/tipos/directorio.ts"
import { enCorto } from "../texts/ejemplos.ts"
import { enumerar, plural } from "../texts/plurales.ts"
import type { Action, Block, Card, CommandMention, RichText } from "./card.ts"
import { comando, frase } from "./comando.ts"
import { conOrgano } from "./de-otro-organo.ts"
import { boton, deOrgano, MAX_DETAIL_BUTTONS, nota, recortar, texto } from "./respuesta.ts"

/** One thing that can be done at this moment, and its button. */
export type PasoAyuda = Pick<Asunto, "que" | "plazo" | "organo" | "demo"> & { readonly orden: OrdenDeAsunto }

export interface TemaAyuda {
  readonly clave: string
  readonly titulo: string
}

export interface AyudaCard {
  /** The most urgent first; nothing of it is refused. */
  readonly pasos: readonly PasoAyuda[]
  /** Only those of which the asker may use something. */
  readonly temas: readonly TemaAyuda[]
  readonly organos: readonly Pick<Organo, "clave" | "nombreCorto">[]
  readonly vinculada: boolean
  /** What waits for the presidencia, if that is for the asker. */
  readonly esperan: readonly Block[]
  /** The log of the body is all that the asker may read. */
  readonly soloBitacora: boolean
  /** A word for which the help has something for the asker. */
  readonly busca: string
}

/** What can be done now, each with its button; all the rest behind a button for each theme. */
export function ayuda(data: AyudaCard): Card {
  const { pasos, temas, organos, vinculada, esperan, soloBitacora, busca } = data
  const de = enumerar(organos.map(({ nombreCorto }) => deOrgano(nombreCorto)))
  const [unico] = organos.length === 1 ? organos : []
  return {
    title: "Ayuda de Plenaria",
    tone: "aviso",
    blocks: [
      texto(
        soloBitacora
          ? `Su designación permite leer la bitácora ${de} y lo que de ella se exporta. Ahora puede:`
          : `Esto puede hacer ahora, en los asuntos ${de}. Solo usted ve las respuestas.`,
      ),
      ...esperan,
      { kind: "list", ordered: true, items: pasos.map(renglon) },
      nota(
        frase`Lo demás está por tema. Para buscar: ${comando("plenaria.ayuda", { busca })}.${
          vinculada ? "" : " Su cuenta no está vinculada: solo ve información pública."
        }`,
      ),
    ],
    actions: [
      ...pasos.flatMap((paso, i) => botonDe(paso, unico?.clave ?? null, i === 0 ? "primary" : "normal")),
      ...temas.flatMap(({ clave, titulo }) => boton("plenaria.ayuda", clave, titulo)),
    ],
    ...(pasos.some(({ demo }) => demo) ? { demo: true } : {}),
  }
}

const renglon = ({ que, plazo }: PasoAyuda): string =>
  plazo === null ? que : `${que.replace(/\.$/u, "")}: ${plazo}.`

function botonDe(
  { orden, organo }: PasoAyuda,
  aqui: string | null,
  style: Action["style"],
): readonly Action[] {
  const [uno] = boton(orden.command, orden.arg, recortar(orden.label, 70), style)
  if (uno === undefined || organo.clave === aqui) return uno === undefined ? [] : [uno]
  return boton(conOrgano(uno.id, organo.clave), "", `${uno.label} (${organo.nombreCorto})`, style)
}

export interface ComandoAyuda {
  /** `/sesion agenda [sesion]` */
  readonly command: CommandMention
  readonly summary: string
}

export interface ComandosAyuda {
  readonly comandos: readonly ComandoAyuda[]
  /** Those that their button opens now. */
  readonly caben: readonly CommandMention[]
  /** Clave of an acuerdo that the asker may see; `null`: there is none. */
  readonly ejemplo: string | null
}

const ATRAS = boton("plenaria.ayuda", "", "Ver toda la ayuda")

/** All that the asker may use of one theme. */
export const ayudaTema = (titulo: string, { comandos, caben, ejemplo }: ComandosAyuda): Card => ({
  title: `Ayuda: ${titulo}`,
  tone: "aviso",
  blocks: [lista(comandos), nota(comoSeEscribe(ejemplo))],
  actions: [...botones(caben), ...ATRAS],
})

/** What was found for the words that were looked for, the nearest first. */
export const ayudaBuscada = (
  buscado: string,
  { comandos, caben, ejemplo }: ComandosAyuda,
  total: number,
): Card => ({
  title: `Ayuda sobre «${recortar(buscado, 60)}»`,
  tone: "aviso",
  blocks: [
    texto(
      total > comandos.length
        ? `Se muestran ${comandos.length} de ${total}; los más cercanos a lo que escribió.`
        : `${plural(total, "comando sirve", "comandos sirven")} para eso.`,
    ),
    lista(comandos),
    nota(comoSeEscribe(ejemplo)),
  ],
  actions: [...botones(caben), ...ATRAS],
})

export const ayudaNoHallada = (buscado: string, temas: readonly TemaAyuda[]): Card => ({
  title: "No se encontró en la ayuda",
  tone: "aviso",
  blocks: [
    texto(`Nada de lo que usted puede usar dice «${recortar(buscado, 80)}».`),
    nota(frase`Escriba otra palabra, elija un tema o busque en los acuerdos: ${comando("acuerdo.buscar")}.`),
  ],
  actions: [...temas.flatMap(({ clave, titulo }) => boton("plenaria.ayuda", clave, titulo)), ...ATRAS],
})

const lista = (comandos: readonly ComandoAyuda[]): Block => ({
  kind: "list",
  ordered: false,
  items: comandos.map(({ command, summary }): RichText => [command, ` ${summary}`]),
})

const conSuNombre = (command: CommandMention): readonly Action[] =>
  boton(command.command, "", command.text).map((uno) => ({ ...uno, command }))

const botones = (caben: ComandosAyuda["caben"]): readonly Action[] =>
  caben.slice(0, MAX_DETAIL_BUTTONS).flatMap(conSuNombre)

const clavesEnCorto = (clave: string | null): RichText =>
  clave === null
    ? "Las claves pueden ir sin guiones ni diagonales."
    : frase`Las claves pueden ir sin guiones ni diagonales: ${comando("acuerdo.ver", { clave: enCorto(clave) })}.`

const comoSeEscribe = (ejemplo: string | null): RichText =>
  frase`Da igual si escribe con o sin acentos o mayúsculas. ${clavesEnCorto(ejemplo)} Las fechas y las horas, como se dicen: 14 de junio, el viernes, en 15 días hábiles, cinco de la tarde.`
