import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { acuerdosVisibles } from "../../src/app/acuerdo/listar.ts"
import { identificar } from "../../src/app/identificar.ts"
import { terminosDe } from "../../src/domain/acuerdo/palabras.ts"
import type { AcuerdoDoc, PuntoDoc, SesionDoc } from "../../src/domain/importacion/documento.ts"
import type { Difusion } from "../../src/domain/tipos/registro.ts"
import { alcanceDeAcuerdos } from "../../src/domain/visibilidad/visibilidad.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"
import { designar } from "../support/designar.ts"

const ST = "secretaria-tecnica"
const NIVELES: readonly Difusion[] = ["publica", "integrantes", "interna"]

let chat: Conversacion
afterAll(() => chat.close())

const acuerdoDoc = (clave: string, texto: string, rest: Partial<AcuerdoDoc> = {}): AcuerdoDoc => ({
  clave,
  numero: 1,
  texto,
  tipo: "con_seguimiento",
  estado: "vigente",
  difusion: "publica",
  origen: "demo",
  punto: null,
  compromisos: [],
  ...rest,
})
const puntoDoc = (titulo: string, rest: Partial<PuntoDoc>): PuntoDoc => ({
  titulo,
  numero: null,
  estado: "desahogado",
  resultado: null,
  proponente: null,
  difusion: "publica",
  origen: "demo",
  fueIncluido: true,
  ...rest,
})

/** What a body agrees, with the words that people use for it. */
const TEXTOS = {
  capacita: "La Secretaría de Gobernación impartirá capacitaciones a las personas servidoras públicas.",
  refugio: "Se instruye fortalecer los refugios para mujeres víctimas, con presupuesto etiquetado.",
  contrata: "Se acuerda la contratación de intérpretes en lenguas indígenas para la atención de la niñez.",
  informe: "Las instituciones remitirán a la Secretaría Técnica su informe anual antes del 15 de noviembre.",
  protocolo: "Se aprueba el Protocolo de actuación migratoria presentado por el INM y la Fiscalía.",
  campana: "Se difundirá la campaña Corazón Azul en terminales de autobuses y aeropuertos.",
} as const
type Texto = keyof typeof TEXTOS

beforeAll(async () => {
  chat = await startConversacion()
  await designar(chat, [["suplente-segob", "suplente", "SEGOB"]])
  await chat.amend((documento) => {
    const [usual] = documento.sesiones.filter(({ clave }) => clave === "SO-21")
    if (usual === undefined) throw new Error("the demonstration has SO-21")
    const sesion = (numero: number, rest: Partial<SesionDoc>): SesionDoc => ({
      ...usual,
      clave: `SO-${numero}`,
      numero,
      etiqueta: `Sesión ${numero}`,
      hechos: [],
      asistencias: [],
      puntos: [],
      ...rest,
    })
    const conTextos = sesion(91, {
      acuerdos: (Object.keys(TEXTOS) as Texto[]).map((cual, i) =>
        acuerdoDoc(`CI/SO-91/${i}/${cual}`, TEXTOS[cual], { numero: i + 1 }),
      ),
    })
    let numero = 100
    const combinadas = NIVELES.flatMap((deSesion) =>
      (["clausurada", "convocada"] as const).map((estado) => {
        numero += 1
        const puntos = [
          ...NIVELES.map((difusion) => puntoDoc(`Punto ${difusion}`, { difusion })),
          puntoDoc("Nunca incluido", { estado: "propuesto", fueIncluido: false }),
        ]
        const acuerdos = NIVELES.flatMap((difusion) =>
          [null, 1, 2, 3, 4].flatMap((punto) =>
            [null, "SRE"].map((institucion, i) => {
              const clave = `CI/SO-${numero}/${difusion}/${punto}/${i}`
              return acuerdoDoc(clave, `Asunto cuadrícula ${clave}`, {
                difusion,
                punto,
                compromisos:
                  institucion === null
                    ? []
                    : [
                        {
                          clave: `${clave}/${institucion}`,
                          institucion,
                          texto: "Remitir",
                          fechaCompromiso: null,
                          fechaReprogramada: null,
                          reprogramaciones: 0,
                          estado: "pendiente",
                          cumplidoEl: null,
                          origen: "demo",
                          avances: [],
                        },
                      ],
              })
            }),
          ),
        )
        return sesion(numero, { difusion: deSesion, estado, puntos, acuerdos })
      }),
    )
    return { ...documento, sesiones: [...documento.sesiones, conTextos, ...combinadas] }
  })
})

const hallados = async (buscado: string, user = ST) => {
  const { card, text } = await chat.ask(user, `/acuerdo buscar ${buscado}`)
  const claves = [...text.matchAll(/CI\/SO-91\/\d\/(\w+)/gu)].map(([, cual]) => cual)
  return { card, text, claves: [...new Set(claves)] }
}

describe("what somebody looks for among the agreements", () => {
  it.each<[string, readonly Texto[]]>([
    ["capacitación", ["capacita"]],
    ["capacitacion", ["capacita"]],
    ["CAPACITAR", ["capacita"]],
    ["¿qué acordamos sobre capacitaciones?", ["capacita"]],
    ["personas servidoras", ["capacita"]],
    ["refugio", ["refugio"]],
    ["mujer", ["refugio"]],
    ["mujeres víctimas", ["refugio"]],
    ["presupuestos", ["refugio"]],
    ["víctima", ["refugio"]],
    ["contrataciones", ["contrata"]],
    ["contratar intérpretes", ["contrata"]],
    ["indigena", ["contrata"]],
    ["niñez", ["contrata"]],
    ["informes anuales", ["informe"]],
    ["noviembre", ["informe"]],
    ["protocolo migratorio", ["protocolo"]],
    ["INM", ["protocolo"]],
    ["fiscalia", ["protocolo"]],
    ["campañas en aeropuertos", ["campana"]],
    ["autobús", ["campana"]],
    ["Secretaría Técnica", ["informe"]],
  ])("«%s» finds %j and nothing else", async (buscado, esperados) => {
    expect((await hallados(buscado)).claves).toEqual(esperados)
  })

  it.each(["helicópteros", "'; DROP TABLE acuerdo; --", "& | ! ( ) :*", "¿?"])(
    "of «%s» says that there is nothing, and what to do",
    async (buscado) => {
      const { claves, text } = await hallados(buscado)
      expect(claves).toEqual([])
      expect(text).toContain("Pruebe con otra palabra o con menos")
    },
  )

  it("where none has all the words, shows those that have some, and says so", async () => {
    const { claves, text } = await hallados("refugios de helicópteros")
    expect(claves).toEqual(["refugio"])
    expect(text).toContain("Ninguno menciona todo; 1 acuerdo con parte de: refugios, helicopteros.")
  })

  it("shows each in its place: session, date, and the words around what was found", async () => {
    const { text, card } = await hallados("refugio")
    expect(text).toMatch(/fortalecer los \*?\*?refugios\*?\*? para mujeres víctimas/u)
    expect(text).toContain("SO-91; 16-feb-2024")
    expect(card.actions.map(({ id }) => id)).toContain("acuerdo.ver:CI/SO-91/1/refugio")
  })

  it("goes page by page, each of them once", async () => {
    const paginas = [1, 2, 3].map((n) => chat.ask(ST, `/acuerdo buscar cuadrícula pagina:${n}`))
    const claves = (await Promise.all(paginas)).flatMap(({ text }) => [
      ...new Set([...text.matchAll(/CI\/SO-1\d\d\/\w+\/\w+\/\d/gu)].map(([clave]) => clave)),
    ])
    expect(claves).toHaveLength(30)
    expect(new Set(claves).size).toBe(30)
    expect((await paginas[1])?.text).toContain("Se muestran 10 de 180; página 2 de 18.")
  })
})

describe("nobody finds what they may not read", () => {
  it.each([ST, "presidencia", "enlace-sre", "suplente-segob", null])(
    "%s finds exactly what the rule shows, whatever levels meet",
    async (clave) => {
      const { read } = chat.data
      const [organo] = (await read.organos.all()).filter(({ padreId }) => padreId === null)
      if (organo === undefined) throw new Error("there is a body")
      const persona = clave === null ? null : await read.personas.byClave(clave)
      if (clave !== null && persona === null) throw new Error(`no person ${clave}`)
      const actor = await identificar(read, persona, "2024-06-11")
      const visibles = await acuerdosVisibles({ read, actor, organo, hoy: "2024-06-11" })
      const esperados = visibles.filter(({ acuerdo }) => acuerdo.texto.includes("cuadrícula"))
      const { acuerdos, total } = await read.acuerdos.buscar({
        organoId: organo.id,
        terminos: terminosDe("cuadrícula"),
        con: "todos",
        lector: alcanceDeAcuerdos(actor, organo.id),
        limit: 500,
        offset: 0,
      })
      const claves = (lista: readonly { readonly clave: string }[]) => lista.map((uno) => uno.clave).sort()
      expect(claves(acuerdos)).toEqual(claves(esperados.map(({ acuerdo }) => acuerdo)))
      expect(total).toBe(esperados.length)
      expect(total).toBeGreaterThan(0)
    },
  )

  it("says to whoever is not linked that only what is public was looked through", async () => {
    expect((await hallados("refugio", "nadie")).text).toContain("Se buscó solo en los acuerdos públicos")
  })
})
