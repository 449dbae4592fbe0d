import { describe, expect, it } from "vitest"
import { fallas, todosLosCasos } from "../support/permisos/celdas.ts"
import { createMundoDePermisos, PLATAFORMAS } from "../support/permisos/mundo.ts"
import { huellaDe, MATRIZ, recorrerEn } from "../support/permisos/recorrido.ts"

/**
 * Every role with every command, by every way and from every place: some twelve thousand cells on each platform, a quarter
 * of an hour each. `PERMISOS=todo` walks them all; otherwise one of so many, spread over all rows and columns.
 */
const UNA_DE = { consola: 7, slack: 31, discord: 37 } as const
const todo = process.env.PERMISOS === "todo"

describe.each(PLATAFORMAS)("the matrix of permissions, in %s", (plataforma) => {
  it("is what happens, cell by cell, and nothing else does", { timeout: 3_600_000 }, async () => {
    const database = await createMundoDePermisos()
    const recorrido = await recorrerEn(plataforma, database)
    const antes = await huellaDe(database)
    const casos = todosLosCasos(MATRIZ).filter((_, i) => todo || i % UNA_DE[plataforma] === 0)
    expect(await fallas(casos, recorrido.hacer)).toEqual([])
    expect(await huellaDe(database)).toEqual(antes)
    await recorrido.close()
    await database.close()
  })
})
