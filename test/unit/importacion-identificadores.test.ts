import { describe, expect, it } from "vitest"
import { adapterRegistry } from "../../adapters/registry.ts"
import { revisarIdentificadores } from "../../src/app/importacion/formato/revisar-identificadores.ts"
import type { CanalDoc, CuentaDoc } from "../../src/domain/importacion/documento.ts"

const FORMAS = new Map(adapterRegistry.map(({ id, ids }) => [id, ids]))
const NADA = { cuentas: [], canales: [] }

function problemas(
  { cuentas = [], canales = [] }: { cuentas?: readonly CuentaDoc[]; canales?: readonly CanalDoc[] },
  registrado: { cuentas: readonly CuentaDoc[]; canales: readonly CanalDoc[] } = NADA,
) {
  const found: string[] = []
  const documento = {
    organos: [],
    instituciones: [],
    integrantes: [],
    personas: [],
    designaciones: [],
    inhabiles: [],
    sesiones: [],
    cuentas,
    canales,
  }
  revisarIdentificadores(documento, registrado, FORMAS, {
    problem: (path, message) => found.push(`${path.join(".")}: ${message}`),
  })
  return found
}

const cuenta = (adapter: string, workspace: string, usuario: string): CuentaDoc => ({
  adapter,
  workspace,
  usuario,
  persona: "st",
})
const canal = (adapter: string, workspace: string, donde: string): CanalDoc => ({
  clave: "comite",
  nombre: "comite",
  adapter,
  workspace,
  canal: donde,
  audiencia: "integrantes",
  organo: "ci",
  institucion: null,
  activo: true,
  origen: "registro",
})

describe("an id that a file names", () => {
  it.each([
    ["slack", "T0123ABCD", "C0789IJKL", "U0456EFGH"],
    ["slack", "E0123ABCD", "G0789IJKL", "W0456EFGH"],
    ["slack", "T0123ABCD", "D0789IJKL", "U0456EFGH"],
    ["discord", "200000000000000001", "300000000000000001", "400000000000000001"],
    ["consola", "demo", "sre", "enlace-sre"],
  ])("is taken as %s gives it", (adapter, workspace, donde, usuario) => {
    const cuentas = [cuenta(adapter, workspace, usuario)]
    expect(problemas({ cuentas, canales: [canal(adapter, workspace, donde)] })).toEqual([])
  })

  it.each([
    ["slack", "comite.slack.com", "#comite", "@ana", /comienza con T o E/, /comienza con C, G o D/, /U o W/],
    ["slack", "t0123abcd", "U0456EFGH", "C0789IJKL", /T0123ABCD/, /detalles del canal/, /perfil/],
    ["slack", "T0CORTA", "C0CORTO", "U0CORTA", /ocho caracteres/, /ocho caracteres/, /ocho caracteres/],
    ["discord", "mi-servidor", "#general", "ana#1234", /servidor/, /canal/, /Copiar ID/],
  ])(
    "is refused where %s gives no such one, and says where it is found",
    (adapter, workspace, donde, usuario, ...ayudas) => {
      const found = problemas({
        cuentas: [cuenta(adapter, workspace, usuario)],
        canales: [canal(adapter, workspace, donde)],
      })
      expect(found.map((problem) => problem.split(":")[0])).toEqual([
        "cuentas.0.workspace",
        "cuentas.0.usuario",
        "canales.0.workspace",
        "canales.0.canal",
      ])
      const [espacio, enCanal, deUsuario] = ayudas
      expect(found[0]).toMatch(espacio as RegExp)
      expect(found[1]).toMatch(deUsuario as RegExp)
      expect(found[3]).toMatch(enCanal as RegExp)
    },
  )

  it("is not asked about again where it is recorded already", () => {
    const viejos = { cuentas: [cuenta("slack", "T1", "U1")], canales: [canal("slack", "T1", "C1")] }
    expect(problemas(viejos, viejos)).toEqual([])
  })
})
