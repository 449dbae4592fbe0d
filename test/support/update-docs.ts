import { readFileSync, writeFileSync } from "node:fs"
import { describeCommands } from "../../src/commands/describe.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { documentoDeCompromisos } from "./compromisos-documento.ts"
import { componentsIn, licencesDocument } from "./licencias.ts"
import { documentoDeOrdenes, withCommandTable } from "./ordenes-documento.ts"
import { documentoDePermisos } from "./permisos-documento.ts"

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const read = (path: string) => readFileSync(at(path), "utf8")

writeFileSync(at("README.md"), withCommandTable(read("README.md"), describeCommands()))
writeFileSync(at("docs/ordenes.md"), documentoDeOrdenes(describeCommands()))
writeFileSync(at("docs/permisos.md"), documentoDePermisos(allCommands))
writeFileSync(at("docs/compromisos.md"), documentoDeCompromisos())
writeFileSync(at("docs/licencias.md"), licencesDocument(componentsIn(JSON.parse(read("package-lock.json")))))
