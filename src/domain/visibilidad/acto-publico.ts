import type { TipoEvento } from "../tipos/bitacora.ts"

/**
 * Acts of the body whose entry may be published, with who did it by virtue of their post (LGTAIP 65-VI), once the record
 * that they are about is public. What is deliberated, how somebody votes and what somebody reads is in none of them.
 */
export const ACTOS_DE_SESION_PUBLICOS = [
  "sesion.creada",
  "sesion.convocada",
  "sesion.segunda_convocatoria",
  "sesion.rectificacion",
  "sesion.diferimiento",
  "sesion.cancelacion",
  "sesion.sin_quorum",
  "sesion.instalada",
  "sesion.receso",
  "sesion.reanudada",
  "sesion.clausurada",
] as const satisfies readonly TipoEvento[]

/** Public as the summary is. */
export const ACTOS_DE_RESUMEN_PUBLICOS = [
  "resumen.publicado",
  "resumen.errata",
] as const satisfies readonly TipoEvento[]

/** Public as the acuerdo is. */
export const ACTOS_DE_ACUERDO_PUBLICOS = [
  "acuerdo.registrado",
  "acuerdo.corregido",
] as const satisfies readonly TipoEvento[]
