import type { DocumentoImportacion, ResumenImportacion } from "../../domain/importacion/documento.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { OrigenActo } from "../../ports/repositories/bitacora.ts"
import type { Queries } from "../base/client.ts"
import { jsonOf, origenData } from "../base/values.ts"
import { applyCargos } from "./apply-cargos.ts"
import { applyDirectorio } from "./apply-directorio.ts"
import { applySesiones } from "./apply-sesiones.ts"
import { applyConstancias } from "./constancias/apply.ts"
import { lockForImport } from "./exclusive.ts"
import type { Run } from "./filas/run.ts"
import { Changes, createInChunks, sync, type Table } from "./filas/sync.ts"
import { applyLlamados } from "./llamado.ts"

/** Writes a document within a transaction. References were checked before; a broken one here undoes everything. */
export async function applyDocument(
  queries: Queries,
  documento: DocumentoImportacion,
  { now, origen }: { readonly now: Instante; readonly origen: OrigenActo | null },
): Promise<ResumenImportacion> {
  await lockForImport(queries)
  const changes = new Changes()
  const run: Run = (name, table, key, rows, where) =>
    sync({ name, table, key, rows, changes, ...(where ? { where } : {}) })
  const directorio = await applyDirectorio(queries, documento, { now, run, changes })
  await applySesiones(queries, documento, directorio, run)
  await applyCargos(queries, documento, directorio, run)
  await applyConstancias(queries, documento, directorio, changes)
  await applyLlamados(queries, documento, { now, changes })
  const porTipo = changes.counts()
  const total = (what: "creados" | "actualizados" | "sinCambio") =>
    porTipo.reduce((sum, count) => sum + count[what], 0)
  await writeEventos(queries, changes, { now, origen })
  return {
    creados: total("creados"),
    actualizados: total("actualizados"),
    sinCambio: total("sinCambio"),
    porTipo,
  }
}

async function writeEventos(
  queries: Queries,
  changes: Changes,
  { now, origen }: { readonly now: Instante; readonly origen: OrigenActo | null },
): Promise<void> {
  const rows = changes.log.map(({ tipo, id, antes, despues }) => ({
    tipo: antes === null ? "importacion.alta" : "importacion.cambio",
    objeto: `${tipo}:${id}`,
    organoId: tipo === "organo" ? id : (despues.organoId ?? null),
    plataforma: "sistema",
    ...origenData(origen),
    ...(antes === null ? {} : { antes: jsonOf(antes) }),
    despues: jsonOf(despues),
    instante: new Date(now),
  }))
  await createInChunks(queries.evento as unknown as Table, rows)
}
