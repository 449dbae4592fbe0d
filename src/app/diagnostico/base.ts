import type { InspectedDatabase } from "../../ports/diagnostico.ts"
import { tamano } from "../../texts/duracion.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, type Hallazgo, problema, sinVer } from "./hallazgo.ts"
import { leFalta, leSobra, propias } from "./permisos-de-base.ts"

const MIN_VERSION = 15
const MIN_LIBRES = 200e6
const POCO_LIBRE = 1e9
const PERMISOS = "Repita los permisos con el rol dueño de las tablas: docs/operacion.md, «Dos roles»."

/** Those who read a list of forty tables do not read the next line. */
const primeros = (cosas: readonly string[]) =>
  enumerar(cosas.length > 4 ? [...cosas.slice(0, 3), `otras ${cosas.length - 3} cosas`] : cosas)

const vista =
  (check: (base: InspectedDatabase) => readonly Hallazgo[]): Grupo["revisiones"][number] =>
  ({ base }) =>
    base.estado === "vista" ? check(base.base) : []

export const base: Grupo = {
  id: "base",
  titulo: "Base de datos",
  revisiones: [
    ({ base }) => {
      if (base.estado === "nueva")
        return [aviso("Todavía no hay base de datos.", "Se crea al iniciar (npm start) o con «migrar».")]
      if (base.estado === "cerrada") return [problema(base.que, base.hacer)]
      if (base.estado === "ocupada")
        return [
          sinVer(
            `${base.que} Mientras el bot está en marcha no se pueden ver la base, las conexiones, los canales ni las entregas.`,
            "Lea lo que el propio bot contesta, más abajo; para revisar todo, deténgalo o use PostgreSQL.",
          ),
        ]
      return []
    },
    vista(({ kind, version, octetos, rol }) => {
      const nombre = kind === "embebida" ? "Base incorporada, PostgreSQL" : "PostgreSQL"
      if (Number.parseInt(version, 10) < MIN_VERSION)
        return [
          problema(
            `${nombre} ${version}: la versión más antigua con la que funciona es ${MIN_VERSION}.`,
            "Actualice el servidor.",
          ),
        ]
      return [bien(`${nombre} ${version}, ${tamano(octetos)}, con el rol «${rol}».`)]
    }),
    vista(({ migraciones: { faltan, falla } }) => {
      if (falla !== null) return [problema(falla.que, falla.hacer)]
      if (faltan.length === 0) return [bien("Las migraciones están al día.")]
      const cuantas = plural(faltan.length, "migración", "migraciones")
      return [
        problema(
          `${faltan.length === 1 ? "Falta" : "Faltan"} ${cuantas}: ${primeros(faltan)}.`,
          "Haga un respaldo y aplíquelas: npm run -s plenaria -- migrar (con el rol dueño, si hay dos).",
        ),
      ]
    }),
    vista(({ kind, tablas }) => {
      if (kind === "embebida" || tablas.length === 0) return []
      const suyas = propias(tablas)
      if (suyas.length > 0)
        return [
          aviso(
            `El rol es dueño de las tablas de la bitácora (${primeros(suyas)}) y puede apagar su protección.`,
            "En producción use dos roles: docs/operacion.md, «Dos roles».",
          ),
        ]
      const sobra = leSobra(tablas)
      return sobra.length > 0
        ? [problema(`El rol puede alterar lo que la bitácora protege: ${primeros(sobra)}.`, PERMISOS)]
        : [bien("El rol no puede alterar la bitácora.")]
    }),
    vista(({ tablas, sinUso }) => {
      const falta = [...leFalta(tablas), ...sinUso.map((cosa) => `usar ${cosa}`)]
      const duenio = propias(tablas).length > 0
      // An owner may read and write whatever was granted to nobody.
      if (falta.length === 0 || duenio) return []
      return [problema(`Al rol le falta poder ${primeros(falta)}.`, PERMISOS)]
    }),
    vista(({ libres }) => {
      if (libres === null) return []
      if (libres < MIN_LIBRES)
        return [problema(`Quedan ${tamano(libres)} libres en el disco de DATA_DIR.`, "Libere espacio hoy.")]
      if (libres < POCO_LIBRE)
        return [aviso(`Quedan ${tamano(libres)} libres en el disco de DATA_DIR.`, "Libere espacio.")]
      return [bien(`Quedan ${tamano(libres)} libres en el disco.`)]
    }),
  ],
}
