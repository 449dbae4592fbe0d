import type { Llano } from "./llano.ts"

const ANTES = "(?<![a-z0-9])"

/** How prosecutors' offices number them: no word is needed. */
const FORMAS = [
  // FED/FEVIMTRA/UNAI-CDMX/0000123/2024: Fiscalía General de la República.
  /(?<![a-z0-9])fed[/-][a-z0-9/-]{1,60}\d{3}[/-](?:19|20)\d{2}(?!\d)/u,
  // CI-FIDVT/A/UI-1 S/D/00123/01-2024: Ciudad de México.
  /(?<![a-z0-9])ci-(?:e-)?f[a-z]{2,20}[/-][a-z0-9/-]{1,20}ui[/-]/u,
  // AP/PGR/…, PGR/SEIDO/UEITMPO/123/2012: averiguaciones previas, before 2016.
  /(?<![a-z0-9])pgr\/[a-z0-9/-]{3,50}\d\/(?:19|20)\d{2}(?!\d)/u,
  /(?<![a-z0-9])a\.?p\.?[/ -]{1,2}pgr\/[a-z0-9/-]{1,50}\d/u,
  // Registro de atención ciudadana.
  /(?<![a-z0-9])rac[-/ ]\d{2,8}[-/](?:19|20)\d{2}(?!\d)/u,
  // Carpeta digital, número único and número interno, with their letters in the number.
  /(?<![a-z0-9])(?:cdi|nuc|nic)[-/][a-z0-9/-]{0,40}\d{3}/u,
  // The number before its words.
  /(?<![a-z0-9/-])\d{2,10}[/-](?:19|20)\d{2},? (?:carpeta de investigacion|averiguacion previa|causa penal)/u,
  // Registro Nacional de Víctimas: the number of one of them.
  /(?<![a-z0-9])renavi[\s/:-]{0,3}(?:(?:folio|numero|num|no)[\s:.]{1,3})?\d[\d/-]{4,30}/u,
]

interface Palabra {
  readonly dice: string
  /** What the number that follows must look like. */
  readonly numero: RegExp
}

/** Any number but a year or a count. */
const CUALQUIERA = /^(?=.*\d)(?!(?:19|20)\d{2}$)(?!\d{1,2}$)/u
/** Plurals count: «carpetas de investigación: 214». */
const CON_PARTES = /^(?=.*\d)[a-z0-9_.]+[/-]/u
/** Number and year, as only a case has them. */
const CON_ANIO = /^(?:[a-z0-9]+[/-])*\d{1,10}[/-](?:19|20)\d{2}(?:[/-][a-z0-9]+)*$/u
const LARGO = /^(?:[a-z]{2,6}\/)(?:[a-z0-9-]+\/){2,}.*\d{4}/u

const PALABRAS: readonly Palabra[] = [
  { dice: "carp(?:eta|\\.)? (?:de |d )?inv(?:[a-z]{5,11}n|est|\\.)?", numero: CUALQUIERA },
  { dice: "carpetas (?:de |d )?inv[a-z]{5,11}n", numero: CON_PARTES },
  { dice: "indagatorias?|expediente de investigacion|juicio penal", numero: CON_PARTES },
  {
    dice: "carpetas? (?:judicial(?:es)?|administrativas?|penal(?:es)?|ministerial(?:es)?|auxiliar(?:es)?|de (?:ejecucion|control|amparo))",
    numero: CON_PARTES,
  },
  { dice: "averiguacion previa|causa penal|proceso penal|expediente penal|toca penal", numero: CUALQUIERA },
  { dice: "averiguaciones previas|causas penales|procesos penales|juicios? oral(?:es)?", numero: CON_PARTES },
  {
    dice: "num(?:ero|\\.)? (?:unico|interno) de (?:caso|carpeta)|(?:numero|num\\.?|no\\.?) de (?:caso|carpeta)",
    numero: CUALQUIERA,
  },
  { dice: "n\\.?u\\.?c\\.?|n\\.?i\\.?c\\.?|c\\.?d\\.?i\\.?", numero: CON_PARTES },
  { dice: "c\\.? ?i\\.?|c\\.?p\\.?|a\\.? ?p\\.?|causas?|investigacion", numero: CON_ANIO },
]
/** «Circular CI 03/2024» is numbered by the Commission itself. */
const DE_OFICINA = /(?:circular|oficio|acuerdo|convenio|convocatoria|minuta|nota|punto)(?: \S{1,6})? $/u

/** The word alone may be that of a session: it takes the whole of a case's number. */
const CARPETA_SOLA: readonly Palabra[] = [
  { dice: "carpetas?", numero: /^(?!\d[/-])(?:[a-z0-9]+[/-])*\d{2,10}[/-](?:19|20)\d{2}$/u },
  { dice: "carpetas?", numero: LARGO },
]
const ENLACE =
  "[\\s:;,.(#]{0,3}(?:(?:con|de|del|el|la|los|las|y|es|con terminacion|terminacion|numeros?|nums?|nos?|n|nº|folio|clave|identificad[oa]s? como|registrad[oa]s? como)[\\s:.#º]{1,3}){0,6}"
const NUMERO = "([a-z0-9][a-z0-9/_.-]{0,60})"

const CON_PALABRA = [...PALABRAS, ...CARPETA_SOLA].map(({ dice, numero }) => ({
  patron: new RegExp(`${ANTES}(?:${dice})(?![a-z0-9/-])${ENLACE}${NUMERO}`, "gu"),
  numero,
}))

/** The clave of a session, an agreement or a commitment: CI/SO-21/07/2024/SRE. */
const ES_DE_SESION = /\/s[oe]-\d|^s[oe]-\d/u

export function hayCarpeta({ plano }: Llano): boolean {
  if (FORMAS.some((forma) => forma.test(plano))) return true
  // What follows a word is a number, which most texts do not have.
  if (!/\d/u.test(plano)) return false
  return CON_PALABRA.some(({ patron, numero }) =>
    [...plano.matchAll(patron)].some(({ 1: hallado = "", index }) => {
      if (DE_OFICINA.test(plano.slice(Math.max(0, index - 24), index))) return false
      const limpio = hallado.replace(/[.,_/-]+$/u, "")
      return numero.test(limpio) && !ES_DE_SESION.test(limpio)
    }),
  )
}
