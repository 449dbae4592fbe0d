import { describe, expect, it } from "vitest"
import { type Caso, fallas, todosLosCasos, unCasoPorCelda } from "../support/permisos/celdas.ts"
import { createMundoDePermisos, PLATAFORMAS } from "../support/permisos/mundo.ts"
import { huellaDe, MATRIZ, recorrerEn } from "../support/permisos/recorrido.ts"

/**
 * Every role with every command, by every way and from every place: some twelve thousand cells on each platform, a quarter
 * of an hour each. `PERMISOS=todo` walks them all; otherwise one of so many, spread over all rows and columns, and in the
 * console at least one of each role with each command.
 */
const UNA_DE = { consola: 7, slack: 31, discord: 37 } as const
const todo = process.env.PERMISOS === "todo"

function casosDe(plataforma: keyof typeof UNA_DE): readonly Caso[] {
  const casos = todosLosCasos(MATRIZ).filter((_, i) => todo || i % UNA_DE[plataforma] === 0)
  if (plataforma !== "consola") return casos
  const celda = ({ renglon, papel }: Caso) => `${renglon.orden} ${papel}`
  const hay = new Set(casos.map(celda))
  return [...casos, ...unCasoPorCelda(MATRIZ).filter((caso) => !hay.has(celda(caso)))]
}

describe.each(PLATAFORMAS)("the matrix of permissions, in %s", (plataforma) => {
  it("is what happens, cell by cell, and nothing else does", { timeout: 3_600_000 }, async () => {
    const database = await createMundoDePermisos()
    const recorrido = await recorrerEn(plataforma, database)
    const antes = await huellaDe(database)
    expect(await fallas(casosDe(plataforma), recorrido.hacer)).toEqual([])
    expect(await huellaDe(database)).toEqual(antes)
    await recorrido.close()
    await database.close()
  })
})
