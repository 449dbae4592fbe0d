import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { AUDIENCES } from "../../src/commands/definition/audience.ts"
import { celdasPlanas } from "../../src/commands/permisos/escribir.ts"
import { lecturas } from "../../src/commands/permisos/lecturas.ts"
import { LUGARES } from "../../src/commands/permisos/lugares.ts"
import { celdaDe, matrizDePermisos } from "../../src/commands/permisos/matriz.ts"
import { PAPELES, PROPIO } from "../../src/commands/permisos/papeles.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { CALIDADES } from "../../src/domain/tipos/directorio.ts"
import { nivelQueLee } from "../../src/domain/visibilidad/visibilidad.ts"
import { runOrder } from "../support/cli.ts"
import { documentoDePermisos } from "../support/permisos-documento.ts"

const matriz = matrizDePermisos(allCommands)
const NIVELES = ["publica", "integrantes", "interna"] as const

const LA_SECRETARIA = ["secretaria_tecnica"]
const CONDUCEN = ["presidencia", "secretaria_tecnica"]
/** Those with voice and no vote are called to sessions too, and may owe something. */
const POR_SU_INSTITUCION = [...CONDUCEN, "titular", "suplente", "enlace", "participante"]
/** Whoever presides votes for its institution, and the Secretaría Técnica puts a vote on record on somebody's word. */
const VOTAN = [...CONDUCEN, "titular", "suplente"]
/** Who does what in a body, as its roles are described to it: said here once more, whatever the program's own table says. */
const DEL_ORGANO: readonly (readonly [papeles: readonly string[], ordenes: readonly string[]])[] = [
  [VOTAN, ["acuerdo.votar", "acuerdo.voto-particular"]],
  [POR_SU_INSTITUCION, ["sesion.acuse", "sesion.asistencia", "sesion.suplente"]],
  [POR_SU_INSTITUCION, ["compromiso.avance", "compromiso.cumplido"]],
  [LA_SECRETARIA, ["sesion.crear", "sesion.publicar-confirmar", "sesion.clausurar", "sesion.pase-llegada"]],
  [LA_SECRETARIA, ["acuerdo.registrar", "acuerdo.votacion-abrir", "acuerdo.voto-corregir"]],
  [
    LA_SECRETARIA,
    ["compromiso.validar", "compromiso.devolver", "compromiso.reprogramar", "compromiso.cancelar"],
  ],
  [LA_SECRETARIA, ["plenaria.testar", "plenaria.desvincular", "plenaria.dispensar"]],
  [["presidencia"], ["sesion.autorizar", "sesion.autorizacion-devolver"]],
  [CONDUCEN, ["sesion.preparar", "sesion.acuses", "sesion.quorum"]],
  [
    ["secretaria_tecnica", "administracion_tecnica"],
    ["plenaria.reenviar", "plenaria.descartar"],
  ],
  [
    [...CONDUCEN, "organo_interno_de_control", "unidad_de_transparencia"],
    ["plenaria.bitacora", "plenaria.bitacora-publica"],
  ],
]

describe("the matrix of permissions", () => {
  it("has every command and every capacity, without a list of its own", () => {
    expect(matriz.map(({ command }) => command)).toEqual([...allCommands])
    const claves = PAPELES.map(({ clave }) => clave)
    expect(claves).toEqual([...CALIDADES, "otro_organo", "designacion_terminada", "sin_vincular"])
    for (const { celdas } of matriz) expect(celdas).toHaveLength(PAPELES.length * LUGARES.length)
    const usadas = new Set(allCommands.map(({ audience }) => audience))
    expect(Object.keys(AUDIENCES).filter((una) => !usadas.has(una as keyof typeof AUDIENCES))).toEqual([])
  })

  it.each(DEL_ORGANO.flatMap(([papeles, ordenes]) => ordenes.map((orden) => [orden, papeles] as const)))(
    "lets %s be asked by %j and by nobody else",
    (orden, papeles) => {
      const renglon = matriz.find((uno) => uno.orden === orden)
      if (renglon === undefined) throw new Error(`there is no ${orden}`)
      const pueden = PAPELES.filter(
        ({ clave }) => celdaDe(renglon, clave, "mensaje_directo").alcance !== "nada",
      )
      expect(pueden.map(({ clave }) => clave).sort()).toEqual([...papeles].sort())
    },
  )

  it("is the same in every place that speaks for the body", () => {
    for (const renglon of matriz)
      for (const { clave: papel } of PAPELES) {
        const deEste = LUGARES.filter(({ canalDe }) => canalDe === null || canalDe === PROPIO)
        const alcances = deEste.map(({ clave }) => celdaDe(renglon, papel, clave).alcance)
        expect(new Set(alcances).size, `${renglon.orden} ${papel}`).toBe(1)
      }
  })

  it("gives nobody in another body's channel more than whoever has no post at all", () => {
    for (const renglon of matriz)
      for (const papel of [...CALIDADES, "sin_vincular"]) {
        const { alcance, nivel } = celdaDe(renglon, papel, "canal_otro_organo")
        const sinCargo = celdaDe(renglon, "designacion_terminada", "canal_otro_organo")
        expect({ alcance, nivel }, `${renglon.orden} ${papel}`).toEqual({
          alcance: sinCargo.alcance,
          nivel: sinCargo.nivel,
        })
      }
  })

  it("lets a designation that ended do what anybody may", () => {
    const terminada = matriz.map(
      (renglon) => celdaDe(renglon, "designacion_terminada", "mensaje_directo").alcance,
    )
    const nadie = matriz.map((renglon) => celdaDe(renglon, "sin_vincular", "mensaje_directo").alcance)
    expect(terminada).toEqual(nadie)
  })

  it("tells of no level that the rules of what is seen do not give, but for what is one's own", () => {
    for (const { cosa, difusion, celdas } of lecturas())
      for (const { papel, alcance } of celdas) {
        const nivel = nivelQueLee(papel.actor, PROPIO.id)
        const masEstricto = difusion !== null && NIVELES.indexOf(difusion) > NIVELES.indexOf(nivel)
        // Where and when a session was held is public once it closes.
        const esPublico = cosa === "Sesión clausurada" && difusion === "integrantes"
        if (masEstricto && !esPublico) expect(alcance, `${cosa} ${difusion} ${papel.clave}`).not.toBe("todo")
      }
  })

  it("is written in docs/permisos.md (npm run docs brings it up to date)", () => {
    const escrito = readFileSync(new URL("../../docs/permisos.md", import.meta.url), "utf8")
    expect(escrito).toBe(documentoDePermisos(allCommands))
  })
})

describe("plenaria permisos", () => {
  it("prints it for a person, for a spreadsheet and for a program, without a database", async () => {
    const celdas = celdasPlanas(matriz)
    const { stdout: texto, status } = await runOrder(["permisos"], {})
    expect(status).toBe(0)
    for (const { orden } of matriz) expect(texto).toContain(`${orden.replace(".", " ")} `)
    const csv = (await runOrder(["permisos", "--csv"], {})).stdout.trimEnd().split("\r\n")
    expect(csv).toHaveLength(celdas.length + 1)
    expect(csv[0]).toBe("orden,via,registra,papel,lugar,permitida,nivel,para_quien")
    expect(csv).toContain(
      "acuerdo.votacion-cerrar,escrita,sí,enlace,canal_institucion,no,,la Secretaría Técnica",
    )
    expect(JSON.parse((await runOrder(["permisos", "--json"], {})).stdout).celdas).toEqual(celdas)
    expect((await runOrder(["permisos", "--csv", "--json"], {})).stderr).toContain("Elija una sola forma")
  })
})
