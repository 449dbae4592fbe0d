import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { registrarDesignacion } from "../../src/app/directorio/designacion.ts"
import { crearOrgano } from "../../src/app/directorio/organo.ts"
import { enDirectorio, type Hecho, type Registro } from "../../src/app/directorio/registro.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
const HOY = "2024-06-11"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const directos = async (user: string) =>
  (await chat.deliveries()).filter(({ to }) => to.channel === `@${user}`)
const cuenta = (user: string) => ({ adapter: "consola", workspace: "demo", user }) as const
async function done<T>(work: (registro: Registro) => Promise<Hecho<T>>): Promise<T> {
  const autor = { persona: null, organoId: null, plataforma: "sistema", now: NOW } as const
  const result = await enDirectorio(chat.data, autor, work)
  if (result.kind === "reparo") throw new Error(JSON.stringify(result.reparo))
  return result.valor
}
const designar = (
  personaId: string,
  organoId: string,
  calidad: "secretaria_tecnica" | "administracion_tecnica",
) => done((r) => registrarDesignacion(r, { personaId, organoId, institucionId: null, calidad, desde: HOY }))

describe("an account that is somebody's no more", () => {
  it("is not sent what was written to it as to that person", async () => {
    const datos = {
      institucion: "SRE",
      nombre: "Julia Méndez Ortiz",
      cargo: "Directora de Enlace",
      calidad: "enlace",
    }
    for (const [n, user] of ["julia", "julia-2"].entries()) {
      await chat.submit(user, "plenaria.vincular", {
        ...datos,
        nombre: `${datos.nombre} ${"Segunda ".repeat(n)}`,
      })
      await chat.press(ST, `directorio.vinculacion-aprobar:${n + 1}`)
      expect((await directos(user)).map(({ card, state }) => `${card.title}: ${state}`)).toEqual(
        expect.arrayContaining([
          "Su cuenta quedó vinculada: pending",
          expect.stringMatching(/^Lo que está en curso: SRE.*pending$/),
        ]),
      )
    }
    await chat.press("julia", "plenaria.no-soy-yo:julia-mendez-ortiz")
    await chat.ask(ST, "/plenaria desvincular consola/demo/julia-2")
    for (const user of ["julia", "julia-2"]) {
      const suyos = await directos(user)
      expect(new Set(suyos.map(({ state }) => state))).toEqual(new Set(["cancelled"]))
      expect(suyos[0]?.reason).toContain("ya no es de la persona")
    }
  })

  it("stays while a body is conducted with it, whichever; later that body is told that another one took it", async () => {
    const [propio] = await chat.data.read.organos.all()
    const ajeno = await done((r) =>
      crearOrgano(r, {
        tipo: "comision",
        nombreOficial: "Comité Ajeno",
        nombreCorto: "Comité Ajeno",
        zona: "America/Mexico_City",
      }),
    )
    const [ana, beatriz] = await chat.data.transaction(async ({ directorioWriter }) => {
      const llamada = (clave: string) => ({
        clave,
        nombre: clave,
        titulo: null,
        cargo: null,
        origen: "demo" as const,
      })
      const dos = [
        await directorioWriter.createPersona(llamada("ana-ajena")),
        await directorioWriter.createPersona(llamada("beatriz-ajena")),
      ]
      for (const una of dos)
        if (una)
          await directorioWriter.link({
            ...cuenta(una.clave),
            personaId: una.id,
            vinculadaEn: NOW,
            suspendidaEn: null,
          })
      return dos
    })
    if (!propio || !ana || !beatriz) throw new Error("nobody to ask about")
    await designar(ana.id, ajeno.id, "secretaria_tecnica")
    const quitar = async () => (await chat.ask(ST, "/plenaria desvincular consola/demo/ana-ajena")).text
    expect(await quitar()).toContain("no está vinculada")
    await designar(ana.id, propio.id, "administracion_tecnica")
    expect(await quitar()).toContain("última cuenta de la Secretaría Técnica")
    await designar(beatriz.id, ajeno.id, "secretaria_tecnica")
    expect(await quitar()).toContain("Cuenta desvinculada")
    const [aviso] = await directos("beatriz-ajena")
    expect(aviso && renderPlainText(aviso.card)).toContain("consola/demo/ana-ajena")
  })
})
