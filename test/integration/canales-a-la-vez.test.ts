import { afterAll, beforeAll, expect, it } from "vitest"
import type { Actuacion } from "../../src/app/actuacion.ts"
import { confirmarCanal } from "../../src/app/canal/cambiar.ts"
import { aprobarCanal, rechazarCanal } from "../../src/app/canal/registrar.ts"
import type { SolicitudCanal } from "../../src/domain/tipos/canal.ts"
import { aLaVez } from "../support/a-la-vez.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"

const VISTO = { publico: false, externo: false, invitados: false, nombre: "canal" }

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

async function mundo() {
  const { organos, instituciones, personas } = chat.data.fresh
  const organo = (await organos.all()).find(({ clave }) => clave === "ci-trata")
  const institucion = (await instituciones.all()).find(({ siglas }) => siglas === "SRE")
  const persona = await personas.byClave("secretaria-tecnica")
  if (!organo || !institucion || !persona) throw new Error("no body")
  const actuacion: Actuacion = {
    data: chat.data,
    organo,
    hoy: "2024-06-11",
    persona,
    plataforma: "consola",
    now: NOW,
  }
  const pide = async (channel: string): Promise<SolicitudCanal> => {
    const solicitud = await chat.data.transaction(({ solicitudesCanal }) =>
      solicitudesCanal.create({
        adapter: "consola",
        workspace: "demo",
        channel,
        organoId: organo.id,
        institucionId: institucion.id,
        nombre: channel,
        personaId: persona.id,
        solicitadaEn: NOW,
      }),
    )
    if (solicitud === null) throw new Error("it waits already")
    return solicitud
  }
  const tipos = async (objeto: string, tipo: string) =>
    (await chat.eventos(objeto)).filter((uno) => uno.tipo === tipo).length
  return { actuacion, institucion, pide, tipos }
}
const fila = (id: string) => `SELECT 1 FROM solicitud_canal WHERE id = '${id}' FOR UPDATE`
const kinds = (answers: readonly { readonly kind: string }[]) => answers.map(({ kind }) => kind).sort()

it("a channel that two people approve at once is registered once, and the other is told that it waits no more", async () => {
  const { actuacion, institucion, pide, tipos } = await mundo()
  const solicitud = await pide("a-la-vez-1")
  const aprueba = () => aprobarCanal(actuacion, solicitud, institucion, VISTO)
  const answers = await aLaVez(chat.databaseUrl, fila(solicitud.id), [aprueba, aprueba])
  expect(kinds(answers)).toEqual(["aprobada", "no_espera"])
  const canal = answers.flatMap((uno) => (uno.kind === "aprobada" ? [uno.canal] : []))[0]
  expect(await tipos(`canal:${canal?.id}`, "canal.registrado")).toBe(1)
})

it("one approves and one rejects at once: one of them counts", async () => {
  const { actuacion, institucion, pide } = await mundo()
  const solicitud = await pide("a-la-vez-2")
  const answers = await aLaVez<{ readonly kind: string }>(chat.databaseUrl, fila(solicitud.id), [
    () => aprobarCanal(actuacion, solicitud, institucion, VISTO),
    () => rechazarCanal(actuacion, solicitud, institucion, "Falta decir quiénes lo leen"),
  ])
  expect(kinds(answers)).toHaveLength(2)
  expect(kinds(answers)).toContain("no_espera")
})

it("two channels of one institution that are approved at once get a clave each", async () => {
  const { actuacion, institucion, pide } = await mundo()
  const dos = [await pide("a-la-vez-3"), await pide("a-la-vez-4")]
  const answers = await aLaVez(
    chat.databaseUrl,
    `SELECT 1 FROM solicitud_canal WHERE id IN (${dos.map(({ id }) => `'${id}'`).join(", ")}) FOR UPDATE`,
    dos.map((solicitud) => () => aprobarCanal(actuacion, solicitud, institucion, VISTO)),
  )
  expect(kinds(answers)).toEqual(["aprobada", "aprobada"])
  const claves = answers.flatMap((uno) => (uno.kind === "aprobada" ? [uno.canal.clave] : []))
  expect(new Set(claves).size).toBe(2)
})

it("a channel that two people confirm at once is confirmed once, and is on record once", async () => {
  const { actuacion, tipos } = await mundo()
  const [canal] = await chat.data.fresh.canales.list(actuacion.organo.id)
  if (canal === undefined) throw new Error("no channel")
  await chat.data.transaction(async ({ condicionesCanal }) => {
    await condicionesCanal.registrar(canal.id, VISTO, NOW)
    await condicionesCanal.pausar(canal.id, ["publico"], NOW)
  })
  const confirma = () => confirmarCanal(actuacion, canal, { ...VISTO, publico: true })
  const answers = await aLaVez(
    chat.databaseUrl,
    `SELECT 1 FROM condicion_canal WHERE canal_id = '${canal.id}' FOR UPDATE`,
    [confirma, confirma],
  )
  expect([...answers].sort()).toEqual([false, true])
  expect(await tipos(`canal:${canal.id}`, "canal.confirmado")).toBe(1)
})
