/** A text as the detectors read it. Both forms have the same length, so that a place in one is the same in the other. */
export interface Llano {
  /** As it was typed, but for dress: full-width letters are plain ones, and what is invisible is gone. */
  readonly escrito: string
  /** The same in lower case and without accents: people write «víctima», «VICTIMA» and «victima». */
  readonly plano: string
}

/** One character of these becomes a whole sentence when it is decomposed: no datum of ours is written with it. */
const DESMEDIDO = /[\uFDFA\uFDFB]/gu
const INVISIBLE = /[\p{Cf}\p{M}]/gu
const LATINA_CON_ACENTO = /[\u00C0-\u024F\u1E00-\u1EFF]/gu

export function llanoDe(texto: string): Llano {
  const escrito = texto.replace(DESMEDIDO, " ").normalize("NFKC").replace(INVISIBLE, "")
  const plano = escrito.replace(LATINA_CON_ACENTO, (letra) => letra.normalize("NFD").charAt(0)).toLowerCase()
  return { escrito, plano }
}

/** The same length with another content in the places that match: what stands there is already known. */
export const tachar = (plano: string, patron: RegExp): string =>
  plano.replace(patron, (hallado) => " ".repeat(hallado.length))

/** Addresses hold any number: that of a document, of a page, of a meeting. */
const DIRECCION = /https?:\/\/\S+/gu

export const sinDirecciones = (plano: string): string => tachar(plano, DIRECCION)

/** A run of digits as people group them. */
export interface Cifras {
  /** The digits alone. */
  readonly cifras: string
  /** What stands before it, up to 60 characters. */
  readonly antes: string
  /** What follows, up to 20. */
  readonly despues: string
}

const GRUPOS = /\(?\d(?:[ .()-]{0,2}\d){6,23}/gu
/** Part of a longer number, a clave or an amount. */
const PEGADO_ANTES = /[a-z0-9_/$]$|\d[.,]$|\d-$|(?<!nss|imss|clabe)[a-z]-$|\$ $/u
const PEGADO_DESPUES = /^(?:[a-z0-9_/%]|[.,-]\d|-[a-z])/u

/** Runs of 7 to 24 digits that stand alone, without those in addresses of the web; `forma`: those that look so. */
export function cifrasDe(plano: string, forma: RegExp = GRUPOS): readonly Cifras[] {
  return [...sinDirecciones(plano).matchAll(forma)].flatMap(({ 0: hallado, index }) => {
    const antes = plano.slice(Math.max(0, index - 60), index)
    const despues = plano.slice(index + hallado.length, index + hallado.length + 20)
    if (PEGADO_ANTES.test(antes) || PEGADO_DESPUES.test(despues)) return []
    return [{ cifras: hallado.replace(/\D/gu, ""), antes, despues }]
  })
}

/** The word before a number that says what it counts or identifies: an oficio, a folio, the code of a meeting. */
const ES_FOLIO =
  /(?:oficios?|folios?|circular|expediente|registro|clave|codigo|solicitud|contrato|convenio|factura|guia|ticket|inventario|partida|isbn|acuse|serie|pedido|id|zoom|meet|reunion|numero|num|no|nº)(?: (?:de|del|la|el|los|las|acceso|oficio|folio|registro|expediente|informacion|paqueteria|soporte|reunion|numero|num|no|nº|interno))*[\s:.#]*$/u

export const esFolio = ({ antes }: Pick<Cifras, "antes">): boolean => ES_FOLIO.test(antes)
