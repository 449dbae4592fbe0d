import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { TestDatabase } from "../support/database.ts"
import { fallas, fueRechazado, unCasoPorCelda } from "../support/permisos/celdas.ts"
import {
  canalDe,
  createMundoDePermisos,
  cuentaDe,
  PLATAFORMAS,
  type Plataforma,
} from "../support/permisos/mundo.ts"
import { huellaDe, MATRIZ, type Recorrido, recorrerEn } from "../support/permisos/recorrido.ts"

/**
 * The matrix of permissions, walked before the real clients of the platforms: a part of every role with every command, in
 * which are all roles, and in the console all commands, by every way and from every place; the whole is in
 * test/resistencia.
 */
const CASOS = unCasoPorCelda(MATRIZ)
/** One of so many. Not a divisor of how many roles there are, nor of the places: each part has them all. */
const PARTE = { consola: 5, slack: 17, discord: 17 } as const
/** Only for what hangs: a thousand answers take long on a busy machine. */
const PACIENCIA = { timeout: 600_000 }
const deLaParte = (plataforma: Plataforma) =>
  CASOS.filter((_, i) => i % PARTE[plataforma] === PLATAFORMAS.indexOf(plataforma))

describe.each(PLATAFORMAS)("who may do what, in %s", (plataforma) => {
  let database: TestDatabase
  let recorrido: Recorrido
  beforeAll(async () => {
    database = await createMundoDePermisos()
    recorrido = await recorrerEn(plataforma, database)
  })
  afterAll(async () => {
    await recorrido.close()
    await database.close()
  })

  it(
    "is what the matrix says: refused in private, the same of what there is and is not, and nothing is done",
    PACIENCIA,
    async () => {
      const antes = await huellaDe(database)
      expect(await fallas(deLaParte(plataforma), recorrido.hacer)).toEqual([])
      expect(await huellaDe(database)).toEqual(antes)
    },
  )

  it("is asked again when a form is sent: a designation that ended meanwhile does nothing", async () => {
    const { puerta } = recorrido
    const quien = {
      user: cuentaDe(plataforma, "titular"),
      channel: canalDe(plataforma, "canal_institucion"),
    }
    const abierto = await puerta.type(quien, "/sesion proponer SO-22")
    await database.importacion.apply(terminada(await database.importacion.export()), new Date().toISOString())
    const antes = await huellaDe(database)
    const titulo = "Presentar el informe anual del programa"
    const enviado = await abierto.form?.send({ titulo })
    expect(enviado && fueRechazado(enviado)).toBe(true)
    expect(enviado?.onlyHers).toBe(true)
    expect(await huellaDe(database)).toEqual(antes)
  })
})

type Documento = Awaited<ReturnType<TestDatabase["importacion"]["export"]>>

const terminada = (documento: Documento): Documento => ({
  ...documento,
  designaciones: documento.designaciones.map((una) =>
    una.persona === "papel-titular" ? { ...una, hasta: "2024-01-31" } : una,
  ),
})
