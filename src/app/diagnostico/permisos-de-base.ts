import type { InspectedTable } from "../../ports/diagnostico.ts"

type Acto = "leer" | "agregar" | "cambiar" | "borrar"

/** What the bot's own role must not do, where another owns the tables: docs/operacion.md, «Dos roles». */
const RETIRADO: Readonly<Record<string, readonly Acto[]>> = {
  eslabon: ["agregar", "cambiar", "borrar"],
  por_sellar: ["agregar", "cambiar", "borrar"],
  _prisma_migrations: ["agregar", "cambiar", "borrar"],
  evento: ["cambiar", "borrar"],
  acuse: ["cambiar", "borrar"],
  cabeza_bitacora: ["cambiar", "borrar"],
  sello_de_tiempo: ["cambiar", "borrar"],
  voto: ["borrar"],
  avance: ["borrar"],
  resumen_sesion: ["borrar"],
  autorizacion: ["borrar"],
}

const ACTOS: readonly Acto[] = ["leer", "agregar", "cambiar", "borrar"]

/** "agregar en sesion" */
const enPalabras = (acto: Acto, { nombre }: InspectedTable) =>
  acto === "leer" ? `leer ${nombre}` : `${acto} en ${nombre}`

const actosDe = (tablas: readonly InspectedTable[], wrong: (retirado: boolean, puede: boolean) => boolean) =>
  tablas.flatMap((tabla) =>
    ACTOS.filter((acto) => wrong(RETIRADO[tabla.nombre]?.includes(acto) ?? false, tabla[acto])).map((acto) =>
      enPalabras(acto, tabla),
    ),
  )

/** Where it must be able to write or read, and is not. */
export const leFalta = (tablas: readonly InspectedTable[]): readonly string[] =>
  actosDe(tablas, (retirado, puede) => !retirado && !puede)

/** What it could change of the register, and must not. */
export const leSobra = (tablas: readonly InspectedTable[]): readonly string[] =>
  actosDe(tablas, (retirado, puede) => retirado && puede)

/** Tables of the register of which it may turn the protection off. */
export const propias = (tablas: readonly InspectedTable[]): readonly string[] =>
  tablas.filter(({ nombre, propia }) => propia && nombre in RETIRADO).map(({ nombre }) => nombre)
