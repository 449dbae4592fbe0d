import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Asistente, abrirSala, type Sala } from "../support/sala/sala.ts"

/**
 * A whole session as the Secretaría Técnica runs it who knows no command: she types what nothing offers, and presses and
 * fills in what the answers offer. Each test goes on where the one before it ended.
 */
describe("a session that the Secretaría Técnica runs by what the answers offer", () => {
  /** What she typed; ten at most from the notice to the published summary. */
  const escritas: string[] = []
  let sala: Sala
  let st: Pick<Asistente, "pide" | "pulsa" | "pulsaEnSuCanal" | "llena">
  beforeAll(async () => {
    sala = await abrirSala()
    const ella = sala.st
    st = {
      pide: (typed) => {
        escritas.push(typed)
        return ella.pide(typed)
      },
      pulsa: (label) => ella.pulsa(label),
      pulsaEnSuCanal: (label) => ella.pulsaEnSuCanal(label),
      llena: (values) => ella.llena(values),
    }
  }, 60_000)
  afterAll(async () => {
    const errors = sala.errors()
    await sala.close()
    expect(errors).toEqual([])
  })
  const pulsa = async (...labels: readonly RegExp[]) => {
    for (const label of labels.slice(0, -1)) await st.pulsa(label)
    return st.pulsa(labels.at(-1) ?? /$^/)
  }

  it("is created, gets its agenda with what an institution proposes, and is convened", async () => {
    await st.pide("/plenaria ayuda")
    await pulsa(/^Registrar una sesión/)
    await st.llena({ fecha: "2024-08-15", hora: "10:00", modalidad: "mixta", sede: "Salón Juárez" })
    await pulsa(/^Preparar el orden del día/)
    for (const titulo of [
      "Programa Anual de Trabajo",
      "Curso básico",
      "Informe anual",
      "Asuntos generales",
    ]) {
      await pulsa(/^Agregar un punto/)
      await st.llena({ titulo })
    }
    await sala.de("SALUD").pide("/sesion proponer SO-22")
    await sala.de("SALUD").llena({ titulo: "Protocolo de atención", exposicion: "Para unificar criterios" })
    await sala.reparte()
    expect((await st.pulsaEnSuCanal(/^Ver el orden del día y decidir/)).text).toContain("sin incluir")
    expect((await pulsa(/^Incluir el 5/)).text).toContain("Protocolo de atención")
    await pulsa(/^Preparar la convocatoria/)
    expect((await pulsa(/^Convocar a 14/)).text).toContain("Convocatoria enviada")
    await sala.reparte()
  })

  it("is rectified, and those who have not acknowledged are reminded", async () => {
    await pulsa(/^Rectificar/)
    await st.llena({ hora: "11:00", motivo: "Por agenda de la Presidencia." })
    await sala.reparte()
    await sala.de("SRE").pulsaEnSuCanal(/^Acuso recibo/)
    await pulsa(/^Ver los acuses/)
    expect((await pulsa(/^Recordar a 13/)).text).toContain("Se recuerda a")
  })

  it("is installed on its day with whoever arrives", async () => {
    await sala.son("2024-08-15", "11:00")
    // Another day: nothing is before her.
    await st.pide("/plenaria inicio")
    await pulsa(/^Pasar lista de SO-22/)
    for (const siglas of ["SEGOB", "SRE", "SSPC", "SALUD", "BIENESTAR", "SNDIF", "CEAV", "FGR"])
      await pulsa(new RegExp(`^Llegó ${siglas}`))
    expect((await pulsa(/^Declarar instalada/)).text).toContain("Se declara instalada")
  })

  it("adopts an agreement, votes, defers and withdraws items", async () => {
    await pulsa(/^Llevar la sesión/, /^Discutir el 1/, /^Registrar acuerdo/)
    await st.llena({
      texto: "Las instituciones remitirán sus actividades calendarizadas.",
      tipo: "con_seguimiento",
      responsables: "SRE, SALUD y CEAV",
      fecha: "en 15 días hábiles",
    })
    await pulsa(/^Confirmar/, /^Ver cómo va la sesión/, /^Dar por desahogado el 1/)
    await pulsa(/^Discutir el 2/, /^Abrir votación/)
    await st.llena({ texto: "¿Se aprueba el curso básico?", modo: "economica" })
    const { form } = await pulsa(/^Registrar el conteo/)
    expect(form?.values, "nothing stands where the hands are put down").toMatchObject({ favor: "" })
    const votada = await st.llena({ favor: "8", contra: "0", abstenciones: "0" })
    expect(votada.text).toContain("Aprobado: 8 a favor")
    await pulsa(/^Ver la sesión/, /^Dar por desahogado el 2/)
    await pulsa(/^Discutir el 3/, /^Diferir el 3/)
    await st.llena({ motivo: "Falta el dictamen jurídico" })
    await pulsa(/^Discutir el 4/, /^Retirar el 4/)
    await st.llena({ motivo: "Ya no hay materia" })
    await pulsa(/^Discutir el 5/, /^Dar por desahogado el 5/)
    const puntos = await sala.data.fresh.sesiones.puntos((await sala.sesion("SO-22")).id)
    expect(puntos.map(({ estado }) => estado)).toEqual([
      "desahogado",
      "desahogado",
      "diferido",
      "retirado",
      "desahogado",
    ])
  })

  it("is closed, published and put right, and the next one is begun", async () => {
    await pulsa(/^Leer los acuerdos/, /^Ratificados/, /^Ver cómo va la sesión/)
    expect((await pulsa(/^Clausurar la sesión/)).text).toContain("Sesión clausurada")
    await pulsa(/^Revisar el resumen/)
    expect((await pulsa(/^Publicar en 14/)).text).toContain("Resumen publicado")
    await sala.reparte()
    const publicado = (await sala.de("SRE").canal()).filter(({ text }) => text.startsWith("Resumen: "))
    expect(publicado).toHaveLength(1)
    expect((await pulsa(/^Registrar la siguiente sesión/)).form?.text).toContain("SO-23")
  })

  it("takes no more than ten typed commands, of which none has to be learnt", () => {
    expect(escritas).toEqual(["/plenaria ayuda", "/plenaria inicio"])
  })
})
