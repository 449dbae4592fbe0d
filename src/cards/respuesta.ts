import { shortenAtWord } from "../domain/texto/cut.ts"
import type { Origen } from "../domain/tipos/registro.ts"
import { conEjemplo } from "../texts/ejemplos.ts"
import { plural } from "../texts/plurales.ts"
import { type Action, type Block, type Card, MAX_ACTION_ID, type RichText } from "./card.ts"

/** Buttons of a message: more would not fit a phone's screen. */
export const MAX_DETAIL_BUTTONS = 5

/**
 * A button that runs a command: `boton("acuerdo.ver", clave, "Ver detalle")`. Empty when the id would be too long for a
 * platform: the same can always be typed.
 */
export function boton(
  command: string,
  arg: string,
  label: string,
  style: Action["style"] = "normal",
): readonly Action[] {
  const id = arg === "" ? command : `${command}:${arg}`
  return id.length > MAX_ACTION_ID ? [] : [{ id, label, style }]
}

/** Shortens at a word's end, with "…". Only for lists: the text of an acuerdo is never cut in its own message. */
export const recortar = (texto: string, max: number): string => shortenAtWord(texto, max)

/** Part of a card: demonstration data anywhere in a message marks all of it. */
export function marcaDemo(origenes: readonly Origen[]): { readonly demo?: true } {
  return origenes.includes("demo") ? { demo: true } : {}
}

export function nota(text: RichText): Block {
  return { kind: "note", text }
}

export function texto(text: RichText): Block {
  return { kind: "text", text }
}

export interface Pagina {
  readonly pagina: number
  readonly paginas: number
  readonly mostrados: number
  readonly total: number
}

/** "la Comisión…", "el Grupo de trabajo…": the body's name inside a sentence. */
export function conArticulo(organo: string): string {
  return /^(?:sub)?comisi[oó]n|^(?:junta|mesa|asamblea|red)\b/iu.test(organo)
    ? `la ${organo}`
    : `el ${organo}`
}

/** The same after "de": "de la Comisión…", "del Grupo de trabajo…". */
export function deOrgano(organo: string): string {
  return `de ${conArticulo(organo)}`.replace(/^de el /u, "del ")
}

export const PAGE_SIZE = 10

/** One page of a list; a number past the end gives the last page. */
export function paginar<T>(
  todos: readonly T[],
  pedida: number,
  porPagina = PAGE_SIZE,
): { readonly filas: readonly T[]; readonly pagina: Pagina } {
  const paginas = Math.max(1, Math.ceil(todos.length / porPagina))
  const pagina = Math.min(Math.max(1, pedida), paginas)
  const filas = todos.slice((pagina - 1) * porPagina, pagina * porPagina)
  return { filas, pagina: { pagina, paginas, mostrados: filas.length, total: todos.length } }
}

/** "Se muestran 10 de 26; página 1 de 3." Nothing when all are shown. */
export function avisoPagina(p: Pagina): readonly Block[] {
  if (p.paginas <= 1) return []
  return [nota(`Se muestran ${p.mostrados} de ${p.total}; página ${p.pagina} de ${p.paginas}.`)]
}

/** Buttons to the neighbouring pages; `arg` is what filters the list. */
export function botonesPagina(p: Pagina, command: string, arg: string): readonly Action[] {
  const to = (pagina: number, label: string) => boton(command, `${arg} pagina:${pagina}`.trim(), label)
  return [
    ...(p.pagina < p.paginas ? to(p.pagina + 1, "Página siguiente") : []),
    ...(p.pagina > 1 ? to(p.pagina - 1, "Página anterior") : []),
  ]
}

/** The answer when a typed clave fits several things: asks which. The answers' buttons are added to it. */
export function preguntaClave(pregunta: {
  readonly tipo: "acuerdo" | "compromiso"
  readonly buscado: string
  readonly claves: readonly string[]
  readonly demo: boolean
}): Card {
  const { tipo, buscado, claves } = pregunta
  const shown = claves.slice(0, MAX_DETAIL_BUTTONS * 2)
  const more = claves.length - shown.length
  return {
    title: `¿Qué ${tipo} busca?`,
    tone: "atencion",
    blocks: [
      texto(
        buscado === ""
          ? "Elija uno o escriba su clave."
          : `«${recortar(buscado, 80)}» corresponde a ${plural(claves.length, tipo, `${tipo}s`)}. Elija uno o escriba su clave completa.`,
      ),
      { kind: "list", ordered: false, items: shown.map((clave) => [{ kind: "code", text: clave }]) },
      ...(more > 0 ? [nota(`Hay ${more} más. Escriba otra parte de la clave para acotar la búsqueda.`)] : []),
    ],
    actions: [],
    ...(pregunta.demo ? { demo: true } : {}),
  }
}

/** The answer when a typed clave fits nothing the asker may see. The buttons of those that are near are added to it. */
export function claveNoEncontrada(busqueda: {
  readonly tipo: "acuerdo" | "compromiso"
  readonly buscado: string
  readonly parecidas: readonly string[]
  readonly lista: { readonly command: string; readonly label: string }
  /** Clave of one that the asker may see; `null`: there is none. */
  readonly ejemplo: string | null
  readonly demo: boolean
}): Card {
  const { tipo, buscado, parecidas, lista } = busqueda
  const cual = buscado === "" ? "" : ` con la clave «${recortar(buscado, 80)}»`
  return {
    title: buscado === "" ? `No hay ${tipo}s que elegir` : `No se encontró el ${tipo}`,
    tone: "error",
    blocks: [
      texto(`No hay ningún ${tipo}${cual} entre los que usted puede consultar.`),
      ...(parecidas.length > 0
        ? [
            texto("¿Quiso decir alguno de estos?"),
            {
              kind: "list" as const,
              ordered: false,
              items: parecidas.map((clave) => [{ kind: "code" as const, text: clave }]),
            },
          ]
        : buscado === "" && busqueda.ejemplo === null
          ? []
          : [nota(conEjemplo("Escriba la clave o sus últimas partes", busqueda.ejemplo))]),
    ],
    actions: boton(lista.command, "", lista.label),
    ...(busqueda.demo ? { demo: true } : {}),
  }
}
