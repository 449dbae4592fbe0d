import { z } from "zod"

/**
 * A copy is text, line by line: what it is; of each table its name and columns, and then each row; the counters; and
 * last what the whole of it holds. A copy without its last line is not whole.
 */
export const cabeceraSchema = z.object({
  respaldo: z.literal(1),
  /** The instant before the look at the data: whatever happened later is not in it. */
  tomado: z.iso.datetime(),
  base: z.enum(["postgresql", "embebida"]),
  migraciones: z.array(z.object({ name: z.string(), checksum: z.string() })),
})
export type Cabecera = z.infer<typeof cabeceraSchema>

export const tablaSchema = z.object({ tabla: z.string(), columnas: z.array(z.string()) })

export const secuenciasSchema = z.object({ secuencias: z.record(z.string(), z.string()) })

export const finSchema = z.object({
  tablas: z.record(z.string(), z.object({ filas: z.number().int(), huella: z.string() })),
  cabeza: z.object({ tamano: z.number().int(), huella: z.string().nullable() }),
})
