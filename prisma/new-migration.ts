// npm run db:migracion -- <nombre>: writes the SQL that takes the existing migrations to schema.prisma.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { diffMigrationsToSchema, migrationsFolder } from "./schema-engine.ts"

const name = process.argv[2] ?? ""
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    "Uso: npm run db:migracion -- <nombre>   (minúsculas, dígitos y guion bajo; por ejemplo: actas)",
  )
  process.exit(2)
}

const sql = await diffMigrationsToSchema()
if (sql.trim() === "") {
  console.log("El esquema y las migraciones coinciden: no hay nada que escribir.")
} else {
  // Migrations run in the order of their names: a new one comes after the last, whatever the clock says.
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
  const last =
    readdirSync(migrationsFolder)
      .sort()
      .findLast((each) => /^\d{14}_/.test(each))
      ?.slice(0, 14) ?? "0"
  const stamp = now > last ? now : String(BigInt(last) + 100n)
  const folder = join(migrationsFolder, `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, "migration.sql"), sql)
  console.log(`Escrita: ${relative(process.cwd(), folder)}/migration.sql. Revísela antes de confirmarla.`)
}
