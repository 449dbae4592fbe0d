import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { INSTITUCIONES, PLATAFORMA, type Siglas } from "../support/sala/documento.ts"
import { abrirSala, type Sala } from "../support/sala/sala.ts"

/**
 * The life of one session, from its creation to its published summary, as fourteen institutions and the Secretaría
 * Técnica live it on three platforms at once. Each test goes on where the one before it ended.
 */
describe("the twenty-second session", () => {
  let sala: Sala
  beforeAll(async () => {
    sala = await abrirSala()
  }, 60_000)
  afterAll(async () => {
    const errors = sala.errors()
    await sala.close()
    expect(errors).toEqual([])
  })

  const textos = async (siglas: Siglas) => (await sala.de(siglas).canal()).map(({ text }) => text)
  const mensajes = async (siglas: Siglas, title: RegExp) =>
    (await textos(siglas)).filter((text) => title.test(text))
  /** An edit waits for transactions that were open when the facts changed, those of other databases of the server too. */
  const alDia = (siglas: Siglas, title: RegExp, dice: string) =>
    eventually(
      async () => {
        await sala.reparte()
        return mensajes(siglas, title)
      },
      ([text]) => text?.includes(dice) === true,
    )
  const laVotacion = async () => {
    const [votacion] = await sala.data.fresh.votaciones.list((await sala.sesion("SO-22")).id)
    return votacion?.id ?? ""
  }
  /** One institution on each platform. */
  const UNA_POR_PLATAFORMA = ["SRE", "SALUD", "CEAV"] as const

  it("is created by the Secretaría Técnica in a form that says its number", async () => {
    const visto = await sala.st.pide("/sesion crear")
    expect(visto.text).toContain("SO-22")
    const hecho = await sala.st.llena({
      tipo: "ordinaria",
      fecha: "2024-08-15",
      hora: "10:00",
      modalidad: "mixta",
      sede: "Salón Juárez",
    })
    expect(hecho.text).toContain("jueves 15 de agosto de 2024")
    expect(await sala.sesion("SO-22")).toMatchObject({ estado: "programada", numero: 22 })
  })

  it("gets its agenda from the Secretaría Técnica and from institutions on Discord and in the console", async () => {
    for (const titulo of ["Programa Anual de Trabajo", "Curso básico de capacitación"]) {
      await sala.st.pide("/sesion punto-agregar SO-22")
      await sala.st.llena({ titulo, difusion: "integrantes" })
    }
    for (const [siglas, titulo] of [
      ["SALUD", "Protocolo de atención"],
      ["CEAV", "Registro de refugios"],
    ] as const) {
      await sala.de(siglas).pide("/sesion proponer SO-22")
      const propuesto = await sala.de(siglas).llena({ titulo, exposicion: "Para unificar criterios" })
      expect(propuesto.text).toContain("Se envió a la Secretaría Técnica")
    }
    await sala.reparte()
    const recibidos = (await sala.st.canal()).filter(({ text }) =>
      text.includes("Punto propuesto para SO-22"),
    )
    expect(recibidos).toHaveLength(2)
    for (const punto of [3, 4]) await sala.st.pide(`/sesion punto-incluir SO-22 ${punto}`)
    await sala.st.pide("/sesion punto-agregar SO-22")
    await sala.st.llena({ titulo: "Asuntos generales", difusion: "integrantes" })
    const { text } = await sala.st.pide("/sesion preparar SO-22")
    expect(text).toMatch(/Programa Anual.*Curso básico.*Protocolo.*Registro de refugios.*Asuntos generales/s)
  })

  it("is convened: one message to each institution, on its platform, with everything inside", async () => {
    await sala.st.pide("/sesion convocar SO-22")
    const enviada = await sala.st.pulsa(/^Convocar a/)
    expect(enviada.text).toContain("Convocatoria enviada")
    await sala.reparte()
    for (const siglas of INSTITUCIONES) {
      const [convocatoria, ...mas] = await mensajes(siglas, /^Convocatoria: /)
      expect(mas, siglas).toEqual([])
      expect(convocatoria, siglas).toContain("jueves 15 de agosto de 2024, 10:00 horas (hora del centro)")
      expect(convocatoria, siglas).toContain("Lugar: Salón Juárez")
      expect(convocatoria, siglas).toContain("Protocolo de atención")
    }
  })

  it("is acknowledged from the three platforms, and the Secretaría Técnica sees who has not", async () => {
    for (const siglas of UNA_POR_PLATAFORMA) {
      const acuse = await sala.de(siglas).pulsaEnSuCanal(/^Acuso recibo/)
      expect(acuse.text, PLATAFORMA[siglas]).toContain("Acuse registrado: SO-22")
    }
    const { text } = await sala.st.pide("/sesion acuses SO-22")
    expect(text).toContain("3 de 14 instituciones han acusado recibo")
    await sala.st.pulsa(/^Recordar a/)
    await sala.reparte()
    expect(await mensajes("FGR", /Falta su acuse/)).toHaveLength(1)
    expect(await mensajes("SALUD", /Falta su acuse/)).toEqual([])
  })

  it("is rectified: everybody is told, and the earlier message says how things stand now", async () => {
    await sala.st.pide("/sesion rectificar SO-22")
    await sala.st.llena({ hora: "11:00", motivo: "Por agenda de la Presidencia." })
    await sala.reparte()
    for (const siglas of UNA_POR_PLATAFORMA) {
      const [rectificacion] = await mensajes(siglas, /^Rectificación/)
      expect(rectificacion, siglas).toContain("11:00 horas")
      expect(rectificacion, siglas).toContain("Por agenda de la Presidencia.")
      await alDia(siglas, /^Convocatoria: |^Actualizad/, "11:00 horas")
    }
  })

  it("knows who will come, whatever platform says it, and what is missing for a quórum", async () => {
    for (const siglas of ["SEGOB", "SRE", "CEAV"] as const) {
      const visto = await sala.de(siglas).pulsaEnSuCanal(/^Asistirá titular/)
      expect(visto.text, siglas).toContain(`${siglas}: asistirá su titular`)
    }
    await sala.de("SALUD").pulsaEnSuCanal(/^Asistirá suplente/)
    const suplente = await sala
      .de("SALUD")
      .llena({ nombre: "Ana Pérez", cargo: "Directora General", oficio: "DG/12/2024", modo: "distancia" })
    expect(suplente.text).toContain(
      "SALUD: asistirá en suplencia Ana Pérez, Directora General (oficio DG/12/2024), a distancia",
    )
    const { text } = await sala.st.pide("/sesion quorum SO-22")
    expect(text).toContain("4 de 14")
  })

  it("without quórum is not installed: it is put on record, and called a second time", async () => {
    await sala.son("2024-08-15", "11:20")
    for (const siglas of ["SEGOB", "SRE", "CEAV"]) await sala.st.pide(`/sesion pase-llegada ${siglas}`)
    const pase = await sala.st.pide("/sesion pase-ver SO-22")
    expect(pase.text).toContain("Están 3 de 14")
    const constancia = await sala.st.pulsa(/^Hacer constar la falta de quórum/)
    expect(constancia.text).toContain("Constancia de falta de quórum")
    expect(await sala.sesion("SO-22")).toMatchObject({ estado: "sin_quorum" })
    await sala.st.pide("/sesion segunda SO-22")
    await sala.st.llena({ fecha: "2024-08-20", hora: "10:00" })
    await sala.reparte()
    for (const siglas of INSTITUCIONES)
      expect(await mensajes(siglas, /^Segunda convocatoria/), siglas).toHaveLength(1)
    expect(await sala.sesion("SO-22")).toMatchObject({ estado: "convocada", llamado: 2 })
  })

  it("is installed on its second call with who is there, the suplente among them", async () => {
    await sala.son("2024-08-20", "10:00")
    const presentes = ["SEGOB", "SRE", "SSPC", "SALUD", "BIENESTAR", "SNDIF", "CEAV", "FGR"]
    for (const siglas of presentes) await sala.st.pide(`/sesion pase-llegada ${siglas}`)
    const pase = await sala.st.pide("/sesion pase-ver SO-22")
    expect(pase.text).toContain("Están 8 de 14")
    expect(pase.text).toContain("SALUD: suplente, Ana Pérez, a distancia")
    const instalada = await sala.st.pulsa(/^Declarar instalada/)
    expect(instalada.text).toContain("Se declara instalada")
    expect((await sala.st.pide("/sesion instalar SO-22")).text).not.toContain("Se declara instalada")
  })

  it("shows how it goes in one card in every channel, which changes in its place", async () => {
    await sala.reparte()
    for (const siglas of INSTITUCIONES)
      expect(await mensajes(siglas, /^Sesión en curso/), siglas).toHaveLength(1)
    await sala.st.pide("/sesion punto-discutir 1")
    for (const siglas of UNA_POR_PLATAFORMA)
      await alDia(siglas, /^Sesión en curso/, "En discusión: 1. Programa Anual de Trabajo")
    expect(await mensajes("FGR", /^Sesión en curso/)).toHaveLength(1)
  })

  it("adopts an agreement for institutions on three platforms, shown with its weekday before it is registered", async () => {
    await sala.st.pide("/acuerdo registrar")
    const borrador = await sala.st.llena({
      texto: "Las instituciones remitirán sus actividades calendarizadas.",
      tipo: "con_seguimiento",
      responsables: "SRE, SALUD y CEAV",
      fecha: "en 15 días hábiles",
    })
    expect(borrador.text).toContain("martes 10 de septiembre de 2024")
    const registrado = await sala.st.pulsa(/^Confirmar/)
    expect(registrado.text).toContain("Acuerdo registrado: SO-22/01/2024")
    await sala.st.pide("/sesion punto-desahogar 1")
  })

  it("withdraws an item and defers another, each with its reason", async () => {
    await sala.st.pide("/sesion punto-retirar SO-22 3 Ya no hay materia")
    await sala.st.pide("/sesion punto-diferir 4 Falta el dictamen jurídico")
    for (const siglas of UNA_POR_PLATAFORMA)
      await alDia(siglas, /^Sesión en curso/, "Falta el dictamen jurídico")
    const puntos = await sala.data.fresh.sesiones.puntos((await sala.sesion("SO-22")).id)
    expect(puntos.map(({ estado }) => estado)).toEqual([
      "desahogado",
      "incluido",
      "retirado",
      "diferido",
      "incluido",
    ])
  })

  it("votes on the three platforms at once, and a tie is decided by who presides", async () => {
    await sala.st.pide("/acuerdo votacion-abrir")
    const abierta = await sala.st.llena({
      texto: "¿Se aprueba el curso básico?",
      modo: "nominal",
      punto: "2",
    })
    expect(abierta.text).toContain("Han votado 0 de 8")
    await sala.reparte()
    expect(await mensajes("STPS", /^Se pide su voto/)).toEqual([])
    const votan: readonly (readonly [Siglas, RegExp])[] = [
      ["SEGOB", /^A favor/],
      ["SRE", /^A favor/],
      ["CEAV", /^A favor/],
      ["SSPC", /^En contra/],
      ["BIENESTAR", /^En contra/],
      ["SNDIF", /^En contra/],
      ["FGR", /^En contra/],
    ]
    const recibos = await Promise.all(votan.map(([siglas, boton]) => sala.de(siglas).pulsaEnSuCanal(boton)))
    for (const [i, [siglas]] of votan.entries()) expect(recibos[i]?.text).toContain(`${siglas} votó:`)
    const titular = await sala.de("SALUD").pulsaEnSuCanal(/^A favor/)
    expect(titular.text, "its suplente is in the room").toContain("quien figura presente en el pase de lista")
    expect((await sala.st.pide("/acuerdo votar a favor institucion:SALUD")).text).toContain("SALUD votó:")
    await sala.st.pide("/acuerdo votacion ver")
    const cerrada = await sala.st.pulsa(/^Cerrar la votación/)
    expect(cerrada.text).toContain(
      "Aprobado con voto de calidad de quien preside: 4 a favor, 4 en contra y 0 abstenciones.",
    )
    for (const siglas of UNA_POR_PLATAFORMA) await alDia(siglas, /^Votación cerrada/, "voto de calidad")
    const tarde = await sala.de("FGR").pulsaDeAntes(`acuerdo.votar:a_favor ${await laVotacion()}`)
    expect(tarde.text).toContain("su voto no se registró")
  })

  it("is closed only when nothing is left, by one of two who press at once", async () => {
    const visto = await sala.st.pide("/sesion clausurar")
    expect(visto.text).toContain("tiene 2 puntos sin desahogar")
    for (const punto of [2, 5]) await sala.st.pide(`/sesion punto-desahogar ${punto}`)
    await sala.st.pide("/acuerdo lectura")
    await sala.st.pulsa(/^Ratificados/)
    const enCurso = await sala.st.pide("/sesion en-curso")
    const clausurar = enCurso.buttons.find(({ label }) => label === "Clausurar la sesión")?.id ?? ""
    const cerrada = await sala.st.pulsaDeAntes(clausurar)
    expect(cerrada.text).toContain("Se clausuró a las 10:00 horas")
    expect((await sala.st.pulsaDeAntes(clausurar)).text).toContain("No es posible clausurar")
    for (const siglas of UNA_POR_PLATAFORMA)
      await alDia(siglas, /^Sesión clausurada/, "La sesión está clausurada")
    for (const siglas of UNA_POR_PLATAFORMA) {
      await alDia(siglas, /^Segunda convocatoria/, "SO-22: clausurada")
      const suyos = await sala.de(siglas).canal()
      const convocatoria = suyos.find(({ text }) => text.startsWith("Segunda convocatoria"))
      expect(convocatoria?.text, "what it told stays").toContain("Se convoca por segunda vez")
      expect(convocatoria?.text, "and it asks for nothing any more").not.toContain("Acuse de recibo")
      expect(convocatoria?.buttons.map(({ label }) => label)).not.toContain("Acuso recibo")
    }
  })

  it("is published: the common part to all, and to each institution its own commitments", async () => {
    await sala.st.pide("/sesion publicar SO-22")
    expect((await sala.st.pulsa(/^Publicar en/)).text).toContain("Resumen")
    await sala.reparte()
    for (const siglas of INSTITUCIONES) {
      const [resumen, ...mas] = await mensajes(siglas, /^Resumen: /)
      expect(mas, siglas).toEqual([])
      expect(resumen, siglas).toContain("Presidió")
      expect(resumen, siglas).toContain("Registro de refugios")
      expect(resumen, siglas).not.toContain("unanimidad")
      expect(resumen, siglas).toContain(
        "¿Se aprueba el curso básico? Aprobado con voto de calidad de quien preside: 4 a favor, 4 en contra",
      )
      for (const responsable of UNA_POR_PLATAFORMA) {
        const propio = `SO-22/01/2024/${responsable}`
        if (responsable === siglas) expect(resumen, siglas).toContain(propio)
        else expect(resumen, siglas).not.toContain(propio)
      }
      const pinned = (await sala.de(siglas).canal()).filter((message) => message.pinned)
      expect(pinned.length, siglas).toBe(1)
      expect(pinned[0]?.text, siglas).toMatch(/^Resumen: /)
    }
  })

  it("is put right by a fe de erratas, which reaches everybody and marks the summaries that it corrects", async () => {
    const parrafos = await sala.st.pide("/sesion erratas SO-22")
    const numero = /(\d+)\D*Registro de refugios/u.exec(parrafos.text)?.[1] ?? ""
    await sala.st.pide(`/sesion erratas SO-22 ${numero}`)
    const revisada = await sala.st.llena({
      texto: "Registro nacional de refugios.",
      motivo: "El nombre del punto estaba incompleto.",
    })
    expect(revisada.text).toContain("Registro nacional de refugios.")
    await sala.st.pulsa(/^Publicar/)
    await sala.reparte()
    for (const siglas of INSTITUCIONES) {
      const [errata, ...mas] = await mensajes(siglas, /^Fe de erratas 1/)
      expect(mas, siglas).toEqual([])
      expect(errata, siglas).toContain("Registro nacional de refugios.")
    }
    for (const siglas of UNA_POR_PLATAFORMA) await alDia(siglas, /Resumen: /, "fe de erratas 1")
  })

  it("leaves to each institution what it owes, on its own platform", async () => {
    for (const siglas of UNA_POR_PLATAFORMA) {
      const { text } = await sala.de(siglas).pide("/compromiso mios")
      expect(text, siglas).toContain(`SO-22/01/2024/${siglas}`)
      expect(text, siglas).toContain("10-sep-2024")
    }
  })
})
