import type { Dicho } from "../../../domain/lenguaje/dicho.ts"
import type { Entidades } from "../../../domain/lenguaje/entidades.ts"
import type { TemaDicho } from "../../../domain/lenguaje/tema.ts"

/** What a phrase may ask for with `#`: something that is named, or how the whole is said. */
export type Senal =
  | "sesion"
  | "proxima"
  | "ultima"
  | "numero"
  | "punto"
  | "clave"
  | "institucion"
  | "fecha"
  | "hora"
  | "mes"
  | "direccion"
  | "tema"
  | "suborgano"
  | "nuestro"
  | "pregunta"
  | "no"
  | "ya"

const NUESTRO =
  /^(?:mi|mis|me|nos|nosotros|nosotras|nuestr[oa]s?|mios?|mias?|yo|tengo|tenemos|debo|debemos|traemos|traigo)$/u
const INTERROGATIVAS = /^(?:que|cual|cuales|cuando|donde|como|quien|quienes|cuanto|cuantos|cuanta|cuantas)$/u
const NO = /^(?:no|nunca|tampoco|jamas)$/u

/** How much each counts: what is named says more than how it is said. */
const PESO: Readonly<Record<Senal, number>> = {
  sesion: 0.5,
  proxima: 0.5,
  ultima: 0.5,
  numero: 0.75,
  punto: 0.75,
  clave: 1,
  institucion: 0.75,
  fecha: 0.5,
  hora: 0.5,
  mes: 0.5,
  direccion: 1,
  tema: 0.75,
  suborgano: 0.5,
  nuestro: 0.5,
  pregunta: 0.5,
  no: 0.5,
  ya: 0.5,
}

export const pesoDe = (senal: Senal): number => PESO[senal]
export const esSenal = (nombre: string): nombre is Senal => Object.hasOwn(PESO, nombre)

export function senalesDe(dicho: Dicho, dichas: Entidades, tema: TemaDicho | null): ReadonlySet<Senal> {
  const { palabras } = dicho
  const dice = (regla: RegExp) => palabras.some(({ dicha }) => regla.test(dicha))
  const hay: Readonly<Record<Senal, boolean>> = {
    sesion: dichas.sesion !== null,
    proxima: dichas.relativa === "proxima",
    ultima: dichas.relativa === "ultima",
    numero: dichas.numero?.de === "acuerdo",
    punto: dichas.numero?.de === "punto",
    clave: dichas.clave !== null,
    institucion: dichas.instituciones.length > 0,
    fecha: dichas.fecha !== null,
    hora: dichas.hora !== null,
    mes: dichas.mes !== null,
    direccion: dichas.direccion !== null,
    tema: tema !== null,
    suborgano: dichas.suborgano !== null,
    nuestro: dice(NUESTRO),
    pregunta: dicho.pregunta || palabras.slice(0, 3).some(({ dicha }) => INTERROGATIVAS.test(dicha)),
    no: dice(NO),
    ya: dice(/^ya$/u),
  }
  return new Set((Object.keys(hay) as Senal[]).filter((senal) => hay[senal]))
}
