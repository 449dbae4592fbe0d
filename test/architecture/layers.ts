/** The words of the acta, in the order in which they need each other: each may use those before it. */
const CONCEPTOS = [
  "mensaje",
  "inhabil",
  "canal",
  "conexion",
  "compromiso",
  "recordatorio",
  "directorio",
  "sesion",
  "calendario",
  "convocatoria",
  "acuerdo",
  "resumen",
  "autorizacion",
  "desahogo",
  "votacion",
  "cargo",
  "organo",
  "dia",
  "entrega",
  "testado",
  "importacion",
  "regla",
  "bitacora",
  "diagnostico",
  "comienzo",
  "inicio",
  "lenguaje",
]

export interface Layer {
  /** Other layers, folders or files that it may import; `*` stands for one name. */
  readonly uses: readonly string[]
  readonly packages: readonly string[]
  /** Its folders, `.` for its own files: each may use those before it. Left out: it has no folders. */
  readonly order?: readonly string[]
}

const PURE = ["src/domain", "src/texts", "src/cards"]
const CORE = [...PURE, "src/ports", "src/app"]

/**
 * What may import what. It is an allow-list: a folder or a package that is not here is closed until somebody opens it
 * here. What a file of `src` imports has to be in its own layer (in `order`), in `uses`, or among `packages`.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  "src/domain": {
    uses: [],
    packages: ["temporal-polyfill"],
    order: [
      ".",
      "tipos",
      "texto",
      "tiempo",
      "visibilidad",
      "reglas",
      "limites",
      "canal",
      "directorio",
      "compromiso",
      "mensaje",
      "recordatorio",
      "sesion",
      "desahogo",
      "convocatoria",
      "acuerdo",
      "votacion",
      "cargo",
      "testado",
      "importacion",
      "comienzo",
      "inicio",
      "lenguaje",
    ],
  },
  "src/texts": { uses: ["src/domain"], packages: [] },
  "src/cards": {
    uses: ["src/domain", "src/texts"],
    packages: ["csv-stringify", "temporal-polyfill"],
    order: [".", ...CONCEPTOS],
  },
  "src/ports": {
    uses: ["src/domain", "src/cards"],
    packages: ["node:http"],
    order: [".", "comienzo", "descarga", "hojas", "imagen", "inicio", "lenguaje", "repositories"],
  },
  "src/app": {
    uses: [...PURE, "src/ports"],
    packages: [
      "ical-generator",
      "node:crypto",
      "node:fs/promises",
      "node:util",
      "temporal-polyfill",
      "timezones-ical-library",
      "yaml",
      "zod",
    ],
    order: [".", ...CONCEPTOS],
  },
  "src/commands": {
    uses: CORE,
    packages: ["node:crypto", "zod"],
    order: ["definition", "parser", "posible", "router", "opciones", ...CONCEPTOS, "ayuda", "permisos", "."],
  },
  "src/jobs": { uses: ["src/domain", "src/ports", "src/app"], packages: [] },
  "src/jobs/scheduler.ts": { uses: ["src/domain", "src/ports", "src/jobs"], packages: ["node-cron"] },
  "src/config": { uses: ["src/domain", "src/ports"], packages: ["node:crypto", "node:fs", "pino", "zod"] },
  "src/http": {
    uses: ["src/domain", "src/cards", "src/ports", "src/app"],
    packages: ["content-disposition", "express", "node:crypto", "node:http", "prom-client"],
  },
  "src/metricas": { uses: ["src/domain", "src/ports"], packages: ["prom-client"] },
  "src/demo": {
    uses: ["src/domain", "src/texts", "src/ports", "src/app", "src/clock.ts", "src/db/open.ts"],
    packages: ["node:fs", "temporal-polyfill"],
  },
  "src/db": {
    uses: ["src/domain", "src/cards", "src/ports"],
    packages: [
      "@electric-sql/pglite",
      "@prisma/adapter-pg",
      "@prisma/driver-adapter-utils",
      "node:async_hooks",
      "node:crypto",
      "node:fs",
      "node:fs/promises",
      "node:os",
      "node:path",
      "node:url",
      "node:util",
      "pg",
      "pglite-prisma-adapter",
      "zod",
    ],
    order: [
      "generated",
      "engine",
      "respaldo",
      "base",
      "cache",
      "deliveries",
      "importacion",
      "acuerdo",
      "directorio",
      "inbound",
      "bitacora",
      "repositories",
      ".",
    ],
  },

  // Workbooks of a spreadsheet program: only libros.ts knows the library.
  "src/imagen": { uses: ["src/ports"], packages: ["@resvg/resvg-wasm", "node:fs/promises"] },
  "src/hojas": { uses: ["src/domain", "src/ports"], packages: ["hucre", "node:zlib"] },

  // What is in a file of backup, and when one is made; what of a database it holds, and how it gets back, db knows.
  "src/respaldo": {
    uses: ["src/domain", "src/ports", "src/db/open.ts"],
    packages: [
      "node:child_process",
      "node:crypto",
      "node:events",
      "node:fs",
      "node:fs/promises",
      "node:path",
      "node:stream/promises",
      "node:url",
      "node:zlib",
      "zod",
    ],
  },

  // Where everything is put together.
  "src/clock.ts": { uses: ["src/domain", "src/ports"], packages: ["temporal-polyfill"] },
  "src/core.ts": {
    uses: [
      "src/domain",
      "src/ports",
      "src/clock.ts",
      "src/config",
      "src/db/open.ts",
      "src/demo/demostracion.ts",
      "src/jobs",
      "adapters/registry.ts",
    ],
    packages: [],
  },
  "src/composition.ts": {
    uses: [
      ...CORE,
      "src/commands",
      "src/config",
      "src/core.ts",
      "src/db/open.ts",
      "src/demo",
      "src/hojas",
      "src/imagen",
      "src/http",
      "src/jobs",
      "src/respaldo",
      "src/metricas",
    ],
    packages: ["express", "node:http", "prom-client"],
  },
  "src/main.ts": { uses: ["src/domain", "src/composition.ts", "src/config"], packages: ["node:fs"] },
  "src/cli.ts": { uses: ["src/cli"], packages: ["node:fs"] },
  "src/cli": {
    uses: [
      ...CORE,
      "src/commands",
      "src/config",
      "src/clock.ts",
      "src/core.ts",
      "src/db/open.ts",
      "src/hojas",
      "src/imagen",
      "src/respaldo",
      "adapters/registry.ts",
    ],
    packages: [
      "commander",
      "node:crypto",
      "node:fs",
      "node:fs/promises",
      "node:os",
      "node:readline",
      "node:stream",
      "node:timers/promises",
      "temporal-polyfill",
    ],
  },

  // No SDK here: the registry only knows how each adapter describes itself.
  "adapters/registry.ts": { uses: ["src/ports", "adapters/*/definition.ts"], packages: [] },
  // Besides these an adapter may import its platform's own packages: see fence.ts.
  "adapters/*": {
    uses: [...PURE, "src/ports"],
    packages: [
      "express",
      "node:crypto",
      "node:events",
      "node:timers/promises",
      "node:url",
      "node:util",
      "zod",
    ],
  },
}
