import { readFileSync } from "node:fs"
import { join } from "node:path"

/** A table of prisma/schema.prisma, as it is written there. */
export interface Tabla {
  /** `PuntoOrdenDia` */
  readonly model: string
  /** `punto_orden_dia` */
  readonly table: string
  readonly columns: readonly Columna[]
}

export interface Columna {
  /** `institucionProponenteId` */
  readonly name: string
  /** `institucion_proponente_id` */
  readonly column: string
  readonly json: boolean
  /** It holds the id of another record. */
  readonly reference: boolean
  /** It holds the ids of several. */
  readonly ids: boolean
}

/** Every table with its columns. */
export function readSchema(): readonly Tabla[] {
  const text = readFileSync(join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8")
  const blocks = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gmu)].map(([, model = "", body = ""]) => ({
    model,
    lines: body.split("\n").filter((line) => /^ {2}\w/u.test(line)),
    table: /@@map\("(\w+)"\)/u.exec(body)?.[1] ?? model,
  }))
  const models = new Set(blocks.map(({ model }) => model))
  return blocks.map(({ model, table, lines }) => {
    const fields = lines.map(fieldOf)
    const links = new Set(fields.flatMap(({ refersBy }) => refersBy))
    const columns = fields
      .filter(({ type }) => !models.has(type))
      .map(({ name, column, type, ids }) => ({
        name,
        column,
        json: type === "Json",
        reference: links.has(name),
        ids,
      }))
    return { model, table, columns }
  })
}

function fieldOf(line: string) {
  const [, name = "", type = ""] = /^ {2}(\w+)\s+(\w+)/u.exec(line) ?? []
  const column = /@map\("(\w+)"\)/u.exec(line)?.[1] ?? name
  const refersBy = /fields: \[([^\]]+)\]/u.exec(line)?.[1]?.split(/,\s*/u) ?? []
  return { name, type, column, refersBy, ids: /^ {2}\w+\s+String\[\].*@db\.Uuid/u.test(line) }
}
