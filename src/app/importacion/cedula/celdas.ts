import {
  ESTADOS_ESCRITOS,
  type EstadoEscrito,
  estadoEscrito,
} from "../../../domain/compromiso/estado-escrito.ts"
import { buscarInstitucion } from "../../../domain/directorio/institucion.ts"
import { masParecido } from "../../../domain/texto/texto.ts"
import { instanteDe } from "../../../domain/tiempo/tiempo.ts"
import type { Institucion } from "../../../domain/tipos/directorio.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import type { CampoCedula } from "./columnas.ts"
import type { ContextoCedula } from "./contexto.ts"
import { leerFecha } from "./fecha.ts"
import type { Renglon } from "./renglones.ts"

/** What one row says of a commitment; what it does not say is not in it. */
export interface Dicho {
  /** Siglas; `null`: to be defined. Left out: the row does not say. */
  readonly instituciones: readonly (string | null)[] | undefined
  /** Siglas of those that contribute to it. Left out: the row does not say. */
  readonly corresponsables: readonly string[] | undefined
  readonly texto: string | undefined
  readonly fechaCompromiso: Fecha | undefined
  readonly fechaReprogramada: Fecha | undefined
  readonly estado: EstadoEscrito | undefined
  readonly avance:
    | { readonly texto: string; readonly registradoEn: string; readonly url: string | null }
    | undefined
}

export type Reparo = (campo: CampoCedula, message: string) => void

const SIN_DECIR = /^(?:-+|n\/?a|por definir|sin definir|no aplica|sin avances?|ningun[oa])$/iu
const DIRECCION = /^https?:\/\/\S+$/iu

export class Celdas {
  readonly #contexto: ContextoCedula
  readonly #instituciones = new Map<string, readonly (string | null)[] | string>()

  constructor(contexto: ContextoCedula) {
    this.#contexto = contexto
  }

  /** `desde`: the day of its session. */
  leer({ celdas }: Renglon, desde: Fecha | null, reparo: Reparo): Dicho {
    const texto = (campo: CampoCedula) => {
      const celda = celdas.get(campo)
      return celda === undefined ? undefined : String(celda).trim()
    }
    const fecha = (campo: CampoCedula, contando: Fecha | null = desde): Fecha | undefined => {
      const celda = celdas.get(campo)
      if (celda === undefined) return undefined
      const leida = leerFecha(celda, { ...this.#contexto, zona: this.#contexto.organo.zona, desde: contando })
      if ("fecha" in leida) return leida.fecha ?? undefined
      reparo(campo, leida.problema)
      return undefined
    }
    return {
      instituciones: this.#institucionesDe("institucion", texto("institucion"), reparo),
      corresponsables: this.#institucionesDe("corresponsables", texto("corresponsables"), reparo)?.filter(
        (siglas) => siglas !== null,
      ),
      texto: texto("texto"),
      fechaCompromiso: fecha("fechaCompromiso"),
      fechaReprogramada: fecha("fechaReprogramada"),
      estado: estadoDe(texto("estado"), reparo),
      avance: this.#avance(texto("avance"), texto("evidencia"), fecha("fechaAvance")),
    }
  }

  #avance(
    dicho: string | undefined,
    evidencia: string | undefined,
    fecha: Fecha | undefined,
  ): Dicho["avance"] {
    const url = evidencia !== undefined && DIRECCION.test(evidencia) ? evidencia : null
    const texto = [dicho, url === null ? evidencia : undefined]
      .filter((parte) => parte !== undefined && !SIN_DECIR.test(parte))
      .join("\n")
    if (texto === "") return undefined
    const { now, organo } = this.#contexto
    return { texto, url, registradoEn: fecha === undefined ? now : instanteDe(fecha, "12:00", organo.zona) }
  }

  #institucionesDe(
    campo: "institucion" | "corresponsables",
    escrita: string | undefined,
    reparo: Reparo,
  ): Dicho["instituciones"] {
    if (escrita === undefined) return undefined
    const found = this.#instituciones.get(escrita) ?? nombradas(escrita, this.#contexto.instituciones)
    this.#instituciones.set(escrita, found)
    if (typeof found !== "string") return found
    reparo(campo, found)
    return undefined
  }
}

/** One, or several in one cell; or why not. */
function nombradas(
  escrita: string,
  instituciones: readonly Institucion[],
): readonly (string | null)[] | string {
  if (SIN_DECIR.test(escrita)) return [null]
  const una = buscarInstitucion(escrita, instituciones)
  if (una.kind === "una") return [una.item.siglas]
  const partes = escrita
    .split(/[,;/\n]|\s+[ye]\s+/u)
    .map((parte) => parte.trim())
    .filter(Boolean)
  const todas = partes.map((parte) => buscarInstitucion(parte, instituciones))
  if (partes.length > 1 && todas.every((found) => found.kind === "una"))
    return [...new Set(todas.flatMap((found) => (found.kind === "una" ? [found.item.siglas] : [])))]
  const posibles = una.kind === "varias" ? una.items : una.parecidas
  const cuales = posibles.slice(0, 3).map(({ siglas }) => `«${siglas}»`)
  const quiso =
    cuales.length === 0
      ? "escriba sus siglas como están en el directorio"
      : `¿quiso decir ${cuales.join(" o ")}?`
  return `no es una institución registrada; ${quiso}`
}

function estadoDe(escrito: string | undefined, reparo: Reparo): EstadoEscrito | undefined {
  if (escrito === undefined || SIN_DECIR.test(escrito)) return undefined
  const leido = estadoEscrito(escrito)
  if (leido !== null) return leido
  const cerca = masParecido(escrito, ESTADOS_ESCRITOS)
  reparo(
    "estado",
    `no se entiende${cerca === null ? "; escriba pendiente, en proceso, en validación, atendido, cancelado o permanente" : `; ¿quiso decir «${cerca}»?`}`,
  )
  return undefined
}
