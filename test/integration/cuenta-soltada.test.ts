import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { registrarDesignacion, terminarDesignacion } from "../../src/app/directorio/designacion.ts"
import { crearOrgano } from "../../src/app/directorio/organo.ts"
import { enDirectorio, type Hecho, type Registro } from "../../src/app/directorio/registro.ts"
import { reviseMessage } from "../../src/app/entrega/reglas-de-mensajes.ts"
import { deLaCuenta } from "../../src/app/mensaje/de-la-cuenta.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { Delivery } from "../../src/ports/repositories/deliveries.ts"
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

describe("somebody whose designation ended", () => {
  it("is not sent what it was written for, from midnight of the body on; what is of the account still goes", async () => {
    await chat.submit("pedro", "plenaria.vincular", {
      institucion: "SRE",
      nombre: "Pedro Luna Rivas",
      cargo: "Director de Enlace",
      calidad: "enlace",
    })
    const solicitudes = await chat.ask(ST, "/plenaria solicitudes")
    const [, numero = ""] = /Solicitud (\d+)/iu.exec(solicitudes.text) ?? []
    await chat.press(ST, `directorio.vinculacion-aprobar:${numero}`)
    const pedro = await chat.data.fresh.personas.byClave("pedro-luna-rivas")
    const [puesto] = (await chat.data.fresh.personas.designaciones(pedro?.id ?? "", HOY)) ?? []
    if (puesto === undefined) throw new Error("not designated")
    await done((r) => terminarDesignacion(r, puesto, { hasta: HOY, hoy: HOY }))
    const suyos = await directos("pedro")
    expect(suyos.length).toBeGreaterThan(1)
    const revisar = (uno: Delivery, now: string) => reviseMessage(chat.data.fresh, uno, now)
    for (const uno of suyos) {
      expect(await revisar(uno, "2024-06-12T05:59:00.000Z")).toEqual({ kind: "sigue" })
      expect(await revisar(uno, "2024-06-12T06:00:00.000Z")).toEqual({
        kind: "cancela",
        reason: "Terminó la designación por la que se escribió a esa persona.",
      })
      const propio = { ...uno, ...deLaCuenta }
      expect(await revisar(propio, "2024-06-12T06:00:00.000Z")).toEqual({ kind: "sigue" })
    }
    const { personaId, organoId, institucionId, calidad } = puesto
    await done((r) =>
      registrarDesignacion(r, {
        personaId,
        organoId,
        institucionId,
        calidad,
        oficio: "OFICIO/2",
        desde: "2024-06-12",
      }),
    )
    for (const uno of suyos)
      expect(await revisar(uno, "2024-06-12T06:00:00.000Z"), "renewed").toEqual({ kind: "sigue" })
  })
})

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
      await chat.press(ST, `directorio.vinculacion-aprobar:${n + 2}`)
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
