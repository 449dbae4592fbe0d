import { describe, expect, it } from "vitest"
import { fallas, todosLosCasos } from "../support/permisos/celdas.ts"
import { createMundoDePermisos, PLATAFORMAS } from "../support/permisos/mundo.ts"
import { huellaDe, MATRIZ, recorrerEn } from "../support/permisos/recorrido.ts"

/** Every role with every command, by every way and from every place: some twelve thousand cells on each platform. */
describe.each(PLATAFORMAS)("the whole matrix of permissions, in %s", (plataforma) => {
  it("is what happens, cell by cell, and nothing else does", { timeout: 3_600_000 }, async () => {
    const database = await createMundoDePermisos()
    const recorrido = await recorrerEn(plataforma, database)
    const antes = await huellaDe(database)
    expect(await fallas(todosLosCasos(MATRIZ), recorrido.hacer)).toEqual([])
    expect(await huellaDe(database)).toEqual(antes)
    await recorrido.close()
    await database.close()
  })
})
