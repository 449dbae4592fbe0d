import { readFileSync } from "node:fs"
import { Registry } from "prom-client"
import { expect, it } from "vitest"
import { type LecturasDeps, lecturasEn } from "../../src/metricas/lecturas.ts"
import { medidasEn } from "../../src/metricas/medidas.ts"
import { silentLog } from "../support/silent-log.ts"

const texto = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8")

const registry = new Registry()
medidasEn(registry)
// Nothing of it is asked for: names are known before anything is read.
lecturasEn(registry, { log: silentLog, elapsed: () => 0 } as unknown as LecturasDeps)
const hay = registry.getMetricsAsArray().map(({ name }) => name)

/** A histogram is asked for by its parts. */
const nombradasEn = (path: string) =>
  [...new Set(texto(path).match(/\bplenaria_[a-z_]+/gu))].map((name) =>
    name.replace(/_(?:bucket|count|sum)$/u, ""),
  )

it.each(["metricas/alarmas.yml", "metricas/tablero.json", "operacion.md"])(
  "every metric that %s names exists",
  (path) => {
    const nombradas = nombradasEn(path).filter((name) => !/^plenaria_(?:migra|bot)$/u.test(name))
    expect(nombradas.length).toBeGreaterThan(5)
    expect(nombradas.filter((name) => !hay.includes(name))).toEqual([])
  },
)

it("every metric is told to whoever operates", () => {
  const dichas = nombradasEn("operacion.md")
  expect(hay.filter((name) => !dichas.includes(name))).toEqual([])
})

it("what cannot be read is not 0: only that the data do not answer is told", async () => {
  const salida = await registry.metrics()
  expect(salida).toMatch(/^plenaria_base_disponible 0$/mu)
  expect(salida).not.toMatch(/^plenaria_(?:latido|bitacora_eslabones|base_latencia)\S* /mu)
})
