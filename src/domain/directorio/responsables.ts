import { normalizar } from "../texto/texto.ts"
import type { Institucion } from "../tipos/directorio.ts"
import { buscarInstitucion } from "./institucion.ts"

/** Which institutions a typed list names. */
export type Responsables =
  | {
      readonly kind: "instituciones"
      readonly items: readonly Institucion[]
      /** Those that contribute to each of their commitments; nobody twice, nor one that owes its own. */
      readonly corresponsables: readonly Institucion[]
    }
  /** "por definir": somebody will, and it is not known yet who. */
  | { readonly kind: "por_definir" }
  /** It names who contributes, and nobody who answers for it. */
  | { readonly kind: "sin_responsable" }
  | { readonly kind: "problemas"; readonly problemas: readonly ResponsableDudoso[] }

/** A part of the list that names none, or more than one; `opciones`: those it may have meant. */
export interface ResponsableDudoso {
  readonly texto: string
  readonly opciones: readonly Institucion[]
}

export interface Posibles {
  /** Those with a vote in the session: what "todas" means. */
  readonly conVoto: readonly Institucion[]
  /** Everybody who may be made responsible, members or not. */
  readonly todas: readonly Institucion[]
}

const TODAS =
  /^(?:todas|todos)(?: (?:las?|los?))?(?: (?:integrantes|instituciones|dependencias|miembros|instituciones integrantes))?$/u
const EXCEPTO =
  /^(.*?),? (?:menos|excepto|salvo|con excepci[oó]n de)(?: (?:a )?(?:la |el |las |los )?)? ?(.+)$/iu
const POR_DEFINIR = /^(?:por definir|sin definir|pendiente de definir)$/u

const CON_APOYO =
  /^(.*?)[\s,;]+(?:y )?(?:corresponsables?\s*:?|con (?:el )?apoyo de(?: (?:la |el |las |los ))?|en coordinaci[oó]n con(?: (?:la |el |las |los ))?|(?:junto|conjuntamente) con(?: (?:la |el |las |los ))?)\s*(.+)$/isu

/**
 * Reads "SRE, Salud y STPS", one in each line, "todas", "todas menos la FGR", "por definir"; and who contributes to it:
 * "SRE; corresponsables: Salud y STPS", "SRE con apoyo de Salud". Pure; nobody twice.
 */
export function leerResponsables(texto: string, posibles: Posibles): Responsables {
  const apoyo = CON_APOYO.exec(texto.normalize("NFC"))
  if (apoyo === null) return leerPrincipales(texto, posibles)
  const principales = leerPrincipales(apoyo[1] ?? "", posibles)
  if (principales.kind === "por_definir") return { kind: "sin_responsable" }
  if (principales.kind !== "instituciones") return principales
  const ayudan = nombradas(apoyo[2] ?? "", posibles.todas)
  if (ayudan.kind !== "instituciones") return ayudan
  const deben = new Set(principales.items.map(({ id }) => id))
  return { ...principales, corresponsables: ayudan.items.filter(({ id }) => !deben.has(id)) }
}

function leerPrincipales(texto: string, posibles: Posibles): Responsables {
  const plain = normalizar(texto)
  if (POR_DEFINIR.test(plain)) return { kind: "por_definir" }
  if (TODAS.test(plain)) return { kind: "instituciones", items: posibles.conVoto, corresponsables: [] }
  // Whom it leaves out stays as it is written: accents may be all that tells two siglas apart.
  const excepto = EXCEPTO.exec(texto.normalize("NFC").replace(/\s+/gu, " ").trim())
  if (excepto && TODAS.test(normalizar(excepto[1] ?? ""))) {
    const fuera = nombradas(excepto[2] ?? "", posibles.todas)
    if (fuera.kind !== "instituciones") return fuera
    const ids = new Set(fuera.items.map(({ id }) => id))
    const items = posibles.conVoto.filter(({ id }) => !ids.has(id))
    return { kind: "instituciones", items, corresponsables: [] }
  }
  return nombradas(texto, posibles.todas)
}

function nombradas(texto: string, todas: readonly Institucion[]): Responsables {
  const items = new Map<string, Institucion>()
  const problemas: ResponsableDudoso[] = []
  for (const parte of texto
    .split(/[;,\n]/u)
    .flatMap(limpia)
    .reduce(unir(todas), [])) {
    for (const found of leerParte(parte, todas)) {
      if ("id" in found) items.set(found.id, found)
      else problemas.push(found)
    }
  }
  if (problemas.length > 0) return { kind: "problemas", problemas }
  return { kind: "instituciones", items: [...items.values()], corresponsables: [] }
}

const limpia = (parte: string): readonly string[] => {
  const plain = parte
    .trim()
    .replace(/^(?:y|e)\s+/iu, "")
    .replace(/\.$/u, "")
  return plain === "" ? [] : [plain]
}

/** A name that has a comma inside is put together again: "Infraestructura, Comunicaciones y Transportes". */
const unir =
  (todas: readonly Institucion[]) =>
  (partes: readonly string[], parte: string): string[] => {
    const anterior = partes.at(-1)
    const junta = `${anterior}, ${parte}`
    const nombra = anterior !== undefined && sola(anterior, todas) === null && sola(junta, todas) !== null
    return nombra ? [...partes.slice(0, -1), junta] : [...partes, parte]
  }

const sola = (texto: string, todas: readonly Institucion[]): Institucion | null => {
  const found = buscarInstitucion(texto, todas)
  return found.kind === "una" ? found.item : null
}

/** "Salud y STPS" is two; "Trabajo y Previsión Social" is one, and is tried as one first. */
function leerParte(
  parte: string,
  todas: readonly Institucion[],
): readonly (Institucion | ResponsableDudoso)[] {
  const una = sola(parte, todas)
  if (una !== null) return [una]
  const trozos = parte.split(/\s+(?:y|e)\s+/iu)
  if (trozos.length > 1) {
    // The longest beginning that names one; what is left is read in the same way.
    for (let n = trozos.length - 1; n >= 1; n -= 1) {
      const cabeza = sola(trozos.slice(0, n).join(" y "), todas)
      if (cabeza !== null) return [cabeza, ...leerParte(trozos.slice(n).join(" y "), todas)]
    }
    return trozos.flatMap((trozo) => leerParte(trozo, todas))
  }
  const found = buscarInstitucion(parte, todas)
  if (found.kind === "una") return [found.item]
  return [{ texto: parte, opciones: found.kind === "varias" ? found.items : found.parecidas }]
}
