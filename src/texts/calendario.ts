import { regimenDe } from "../domain/tiempo/calendario-base.ts"
import type { Organo } from "../domain/tipos/directorio.ts"
import type { RegimenInhabil } from "../domain/tipos/tiempo.ts"
import { enumerar } from "./plurales.ts"

/** As each is named where it is used; a body's own choice, not a statement of which one is law for it. */
const NOMBRE: Readonly<Record<RegimenInhabil, string>> = {
  apf: "el calendario oficial de la Administración Pública Federal",
  lft: "los descansos obligatorios de la Ley Federal del Trabajo",
  lfpa: "los días inhábiles del texto literal de la Ley Federal de Procedimiento Administrativo",
  union:
    "los días inhábiles de cualquiera de tres calendarios (el oficial de la Administración Pública Federal, la Ley Federal del Trabajo y la Ley Federal de Procedimiento Administrativo)",
  ninguno: "únicamente los días inhábiles que el órgano y cada institución registren",
}

/** Which calendar the body's days are counted by, in a sentence; and that it is not its own choice, when it is not. */
export function calendarioEnUso(organo: Pick<Organo, "calendario">): string {
  const regimen = regimenDe(organo)
  const mas = regimen === "ninguno" ? "" : ", más los que el órgano y cada institución registren"
  const porDefecto =
    organo.calendario === null ? " El órgano no ha indicado su calendario: se usa el más prudente." : ""
  return `${regimen === "apf" ? "Se usa" : "Se usan"} ${NOMBRE[regimen]}${mas}.${porDefecto}`
}

/** In a list of those that disagree. */
const CORTO: Readonly<Record<"apf" | "lft" | "lfpa", string>> = {
  apf: "el calendario oficial de la Administración Pública Federal",
  lft: "la Ley Federal del Trabajo",
  lfpa: "el texto literal de la Ley Federal de Procedimiento Administrativo",
}

export const nombresDeCalendarios = (cuales: readonly (keyof typeof CORTO)[]): string =>
  enumerar(cuales.map((cual) => CORTO[cual]))
