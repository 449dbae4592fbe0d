import { createHash } from "node:crypto"
import { appliedMigrations, type SqlConnection } from "../engine/migrate.ts"
import {
  type Contenido,
  type Cuenta,
  ESCRITURA,
  filaEscrita,
  leerCabeza,
  leerSecuencias,
  leerTablas,
  nombrado,
  type Tabla,
} from "./catalogo.ts"
import type { Cabecera } from "./formato.ts"

/** Rows read at a time. */
const PAGINA = 500

/** Takes some more lines, each with its end; answers when there is room for the next. */
export type Escribir = (lineas: string) => Promise<void>

/** Writes all that is seen on a connection, which sees one moment. Returns what that was. */
export async function copiar(
  connection: SqlConnection,
  { tomado, base }: Pick<Cabecera, "tomado" | "base">,
  escribir: Escribir,
): Promise<Contenido> {
  await connection.run(ESCRITURA)
  const linea = (contenido: object) => escribir(`${JSON.stringify(contenido)}\n`)
  const aplicadas = await appliedMigrations(connection)
  const migraciones = aplicadas.map(({ name, checksum }) => ({ name, checksum }))
  await linea({ respaldo: 1, tomado, base, migraciones } satisfies Cabecera)
  const tablas: Record<string, Cuenta> = {}
  for (const tabla of await leerTablas(connection)) {
    await linea({ tabla: tabla.nombre, columnas: tabla.columnas.map(({ nombre }) => nombre) })
    tablas[tabla.nombre] = await copiarTabla(connection, tabla, escribir)
  }
  await linea({ secuencias: await leerSecuencias(connection) })
  const contenido = { tablas, cabeza: await leerCabeza(connection) }
  await linea(contenido)
  return contenido
}

async function copiarTabla(connection: SqlConnection, tabla: Tabla, escribir: Escribir): Promise<Cuenta> {
  const cuenta = new CuentaDeLineas()
  await connection.run(
    `DECLARE "copia" NO SCROLL CURSOR FOR SELECT ${filaEscrita(tabla)} AS "linea" FROM ${nombrado(tabla.nombre)}`,
  )
  for (;;) {
    const lineas = (await connection.rows(`FETCH ${PAGINA} FROM "copia"`)).map(({ linea }) => String(linea))
    for (const linea of lineas) cuenta.agregar(linea)
    if (lineas.length > 0) await escribir(`${lineas.join("\n")}\n`)
    if (lineas.length < PAGINA) break
  }
  await connection.run(`CLOSE "copia"`)
  return cuenta.total()
}

/** As `contarTabla` does in SQL: of each line the first six octets of its SHA-256, added up. */
class CuentaDeLineas {
  #filas = 0
  #suma = 0n

  agregar(linea: string): void {
    this.#filas += 1
    this.#suma += BigInt(createHash("sha256").update(linea).digest().readUIntBE(0, 6))
  }

  total(): Cuenta {
    return { filas: this.#filas, huella: String(this.#suma) }
  }
}
