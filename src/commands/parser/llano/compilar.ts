import { fonetica } from "../../../domain/lenguaje/fonetica.ts"
import type { Frase } from "../../definition/frases.ts"
import { GRUPOS } from "./grupos.ts"
import { esSenal, pesoDe, type Senal } from "./senales.ts"

export interface Parte {
  readonly texto: string
  readonly suena: string
  /** Only its beginning is given. */
  readonly comienza: boolean
}

/** One way to say a piece of a phrase: words that stand together, or a signal. */
export interface Forma {
  readonly id: number
  readonly partes: readonly Parte[]
  readonly senal: Senal | null
}

export interface Pieza {
  readonly formas: readonly Forma[]
  readonly ausente: boolean
  readonly opcional: boolean
  /** `null`: what each of its forms counts. */
  readonly peso: number | null
}

export interface FraseCompilada {
  readonly piezas: readonly Pieza[]
  readonly con: Readonly<Record<string, string>>
}

/** @throws when a phrase names a group or a signal that there is not: a test compiles them all. */
export function compilar(frase: Frase): FraseCompilada {
  const { di, con } = typeof frase === "string" ? { di: frase, con: {} } : frase
  const piezas = di.split(" ").map(piezaDe)
  // What must not be there is the quickest to be seen.
  return { con, piezas: piezas.sort((a, b) => orden(a) - orden(b)) }
}

const orden = ({ ausente, opcional }: Pieza) => (opcional ? 2 : ausente ? 1 : 0)

function piezaDe(escrita: string): Pieza {
  const found = /^(!?)([^?^!]+)(\??)(?:\^([\d.]+))?$/u.exec(escrita)
  if (found === null) throw new Error(`cannot read the piece "${escrita}" of a phrase`)
  const [, ausente, cuerpo = "", opcional, peso] = found
  return {
    formas: cuerpo.split("|").flatMap(conGrupo).map(formaDe),
    ausente: ausente === "!",
    opcional: opcional === "?",
    peso: peso === undefined ? null : Number(peso),
  }
}

/** `$sesion` → its words. */
function conGrupo(alternativa: string): readonly string[] {
  if (!alternativa.startsWith("$")) return [alternativa]
  const grupo = GRUPOS[alternativa.slice(1)]
  if (grupo === undefined) throw new Error(`there is no group ${alternativa}`)
  return grupo.split("|")
}

/** The same words are the same form in every phrase, and are looked for once. */
const formas = new Map<string, Forma>()

function formaDe(escrita: string): Forma {
  const found = formas.get(escrita)
  if (found !== undefined) return found
  const forma = {
    id: formas.size,
    ...(escrita.startsWith("#") ? senalada(escrita.slice(1)) : dicha(escrita)),
  }
  formas.set(escrita, forma)
  return forma
}

function senalada(nombre: string): Omit<Forma, "id"> {
  if (!esSenal(nombre)) throw new Error(`there is no signal #${nombre}`)
  return { partes: [], senal: nombre }
}

const dicha = (escrita: string): Omit<Forma, "id"> => ({
  senal: null,
  partes: escrita.split("_").map((una) => {
    const comienza = una.endsWith("*")
    const texto = comienza ? una.slice(0, -1) : una
    return { texto, suena: fonetica(texto), comienza }
  }),
})

/** What a form counts where its piece does not say. */
export const pesoDeForma = ({ senal }: Forma): number => (senal === null ? 1 : pesoDe(senal))
