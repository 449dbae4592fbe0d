import { expect, it } from "vitest"
import { allCommands } from "../../src/commands/registry.ts"
import { Azar } from "../support/canarios/azar.ts"
import { CANARIO } from "../support/canarios/plantar.ts"
import { INSTITUCIONES, type Siglas } from "../support/sala/documento.ts"
import type { Visto } from "../support/sala/puerta.ts"
import { type Asistente, abrirSala, type Sala } from "../support/sala/sala.ts"

const SEMILLA = 5
const PASOS = 150
/** Slack, Discord and the console. */
const TRES: readonly Siglas[] = ["SRE", "SALUD", "CEAV"]
const DICHOS = ["", "SO-22", "1", "2", "SO-22 2", "SO-22/01/2024", "todos"]

/** A session that is being held, with something internal of each kind in it. */
async function conReservas({ st, son }: Sala): Promise<void> {
  await st.pide("/sesion crear")
  await st.llena({
    tipo: "ordinaria",
    fecha: "2024-08-15",
    hora: "10:00",
    modalidad: "presencial",
    sede: "Salón",
  })
  for (const [titulo, difusion] of [
    ["Programa Anual", "integrantes"],
    ["canariopunt", "interna"],
    ["Asuntos generales", "publica"],
  ] as const) {
    await st.pide("/sesion punto-agregar SO-22")
    await st.llena({ titulo, difusion })
  }
  await st.pide("/sesion documento-agregar SO-22")
  await st.llena({
    nombre: "canariodocu",
    direccion: "https://canarioaddr.gob.mx/a.pdf",
    difusion: "interna",
  })
  await st.pide("/sesion convocar SO-22")
  await st.pulsa(/^Convocar a/)
  await son("2024-08-15", "10:00")
  for (const siglas of INSTITUCIONES.slice(0, 10)) await st.pide(`/sesion pase-llegada ${siglas}`)
  await st.pide("/sesion instalar SO-22")
  await st.pide("/acuerdo registrar")
  await st.llena({ texto: "canarioacue se atenderá", tipo: "informativo", punto: "2" })
  await st.pulsa(/^Confirmar/)
  await st.pide("/acuerdo votacion-abrir")
  await st.llena({ texto: "¿Se aprueba canariovota?", modo: "nominal", punto: "2" })
}

const todo = ({ text, buttons, form }: Visto) => JSON.stringify([text, buttons, form?.text, form?.values])

it(`nothing internal leaves by any platform, whatever is asked or pressed there (${PASOS} steps, seed ${SEMILLA})`, async () => {
  const sala = await abrirSala()
  try {
    await conReservas(sala)
    const azar = new Azar(SEMILLA)
    const botones: string[] = []
    const aprende = ({ buttons }: Pick<Visto, "buttons">) => void botones.push(...buttons.map(({ id }) => id))
    // Those of who conducts it are pressed by the others too.
    for (const typed of [
      "/sesion en-curso SO-22",
      "/sesion preparar SO-22",
      "/acuerdo votacion-ver",
      "/sesion documento-lista",
    ])
      aprende(await sala.st.pide(typed))
    const escritas = allCommands.filter(({ hidden }) => !hidden)
    const da = (quien: Asistente) => {
      if (azar.cae(0.5)) return quien.pulsaDeAntes(azar.uno(botones))
      const { name, subcommand } = azar.uno(escritas)
      return quien.pide(`/${name} ${subcommand} ${azar.uno(DICHOS)}`.trim())
    }
    for (let paso = 0; paso < PASOS; paso += 1) {
      const siglas = azar.uno(TRES)
      const visto = await da(sala.de(siglas))
      aprende(visto)
      expect(todo(visto).match(CANARIO), `step ${paso}, ${siglas}: ${visto.text}`).toBeNull()
    }
    await sala.reparte()
    const canales = await Promise.all(INSTITUCIONES.map((siglas) => sala.de(siglas).canal()))
    expect(canales.flat().length).toBeGreaterThan(INSTITUCIONES.length)
    expect(JSON.stringify([canales, await sala.publico()]).match(CANARIO)).toBeNull()
    expect(JSON.stringify(await sala.st.pide("/sesion en-curso SO-22"))).toMatch(/canariopunt/u)
    expect(sala.errors()).toEqual([])
  } finally {
    await sala.close()
  }
})
