import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { SIN_NOTICIAS } from "../../src/app/canal/recepcion.ts"
import { identificar } from "../../src/app/identificar.ts"
import { asuntosDe } from "../../src/app/inicio/asuntos.ts"
import { mayUse } from "../../src/commands/definition/audience.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { targetOf } from "../../src/commands/router/usage.ts"
import type { CompromisoDoc, DocumentoImportacion } from "../../src/domain/importacion/documento.ts"
import type { Repositories } from "../../src/ports/repositories/unit-of-work.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const inicio = async (user: string) => chat.ask(user, "plenaria inicio")

/** All that it lists, whatever the page. */
async function todo(user: string): Promise<string> {
  const paginas: string[] = []
  for (let pagina = 1; ; pagina += 1) {
    const { text, card } = await chat.ask(user, `plenaria inicio pagina:${pagina}`)
    paginas.push(text)
    if (!card.actions.some(({ label }) => label === "Página siguiente")) return paginas.join("\n")
  }
}

describe("what waits for somebody", () => {
  it("is for an enlace what its institution owes, overdue first, each with its button", async () => {
    const { text, card } = await inicio("enlace-sre")
    expect(text).toMatch(/^Lo que le espera\n/)
    expect(text.indexOf("Vencido")).toBeLessThan(text.indexOf("CI/SO-21/03/2024/SRE"))
    expect(card.tone).toBe("vencido")
    const asuntos = card.blocks.flatMap((block) => (block.kind === "list" ? block.items : []))
    const suyos = card.actions.filter(({ label }) => !label.startsWith("Página"))
    expect(suyos).toHaveLength(asuntos.length)
    const [primero] = suyos
    expect((await chat.opens("enlace-sre", primero?.id ?? "")).kind).toBe("form")
  })

  it("is nobody else's: of another institution's commitments an enlace is told nothing", async () => {
    expect(await todo("enlace-sre")).not.toMatch(/CI\/\S+\/(?!SRE\b|DEMO\/)[A-Z]{3,}/)
  })

  it("is for the Secretaría Técnica what only she can do", async () => {
    await chat.ask("enlace-sre", "compromiso cumplido CI/SO-21/07/2024/SRE Se entregaron los insumos")
    const text = await todo(ST)
    expect(text).toMatch(/Por validar, CI\/SO-21\/07\/2024\/SRE/)
    expect(text).toMatch(
      /acuses? faltan? de la convocatoria a SO-22|acuses faltan de la convocatoria a SO-22/,
    )
    expect(await todo("enlace-sre")).not.toContain("CI/SO-21/07/2024/SRE")
    const { card } = await chat.press(ST, "compromiso.ver:CI/SO-21/07/2024/SRE")
    expect(card.actions.map(({ id }) => id)).toContain("compromiso.validar:CI/SO-21/07/2024/SRE")
  })

  it("says that a report came back, and by whom it is to be read again", async () => {
    await chat.ask(ST, "compromiso devolver CI/SO-21/07/2024/SRE Falta el anexo")
    expect(await todo("enlace-sre")).toContain("CI/SO-21/07/2024/SRE, devuelto con observaciones")
  })

  it("asks for the acuse first and for who will come afterwards", async () => {
    expect(await todo("enlace-sspc")).toContain("Falta el acuse de la convocatoria a SO-22")
    await chat.ask("enlace-sspc", "sesion acuse SO-22")
    expect(await todo("enlace-sspc")).toContain("Falta decir quién asistirá a SO-22")
    await chat.ask("enlace-sspc", "sesion asistencia titular SO-22")
    expect(await todo("enlace-sspc")).not.toContain("SO-22.\n")
    expect(await todo("enlace-sspc")).not.toContain("Falta")
  })

  it("tells an account that is not linked how to be", async () => {
    expect((await inicio("nadie")).text).toContain("Su cuenta no está vinculada")
  })

  it("tells who only watches nothing, not even the next session", async () => {
    await chat.amend((doc) => ({
      ...doc,
      personas: [
        ...doc.personas,
        { clave: "vigilante", nombre: "Vigilante", titulo: null, cargo: null, origen: "demo" },
      ],
      cuentas: [
        ...doc.cuentas,
        {
          adapter: "consola",
          workspace: "demo",
          usuario: "vigilante",
          persona: "vigilante",
          vinculadaEn: NOW,
        },
      ],
      designaciones: [
        ...doc.designaciones,
        {
          organo: "ci-trata",
          persona: "vigilante",
          institucion: null,
          calidad: "organo_interno_de_control",
          oficio: "OIC/1",
          desde: "2024-01-01",
          hasta: null,
        },
      ],
    }))
    expect((await inicio("vigilante")).text).toContain("No tiene asuntos por atender")
    expect((await inicio("vigilante")).text).not.toContain("SO-22")
  })

  it("is told of every body in which somebody acts, by its name, and its button works from here", async () => {
    await chat.amend((doc) => ({
      ...doc,
      designaciones: [
        ...doc.designaciones,
        {
          organo: "subcomision-consultiva",
          persona: ST,
          institucion: "SEGOB",
          calidad: "secretaria_tecnica",
          oficio: null,
          desde: "2024-01-01",
          hasta: "2024-06-20",
        },
      ],
    }))
    const text = await todo(ST)
    expect(text).toMatch(/Subcomisión Consultiva: Termina la designación/)
  })
})

describe("the statements that it takes", () => {
  const cuantas = async (user: string) => {
    let calls = 0
    const counted = <T extends object>(repository: T): T =>
      new Proxy(repository, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name)
          if (typeof method !== "function") return method
          return (...args: readonly unknown[]) => {
            calls += 1
            return Reflect.apply(method, target, args)
          }
        },
      })
    const { fresh } = chat.data
    const [organo] = (await fresh.organos.all()).filter(({ padreId }) => padreId === null)
    const actor = await identificar(fresh, await fresh.personas.byClave(user), NOW.slice(0, 10))
    const read = Object.fromEntries(
      Object.entries(fresh).map(([name, repository]) => [name, counted(repository)]),
    ) as unknown as Repositories
    if (organo === undefined) throw new Error("no body")
    const quien = { read, actor, now: NOW, plataformas: PLATAFORMAS, conexiones: SIN_NOTICIAS }
    const puede = (command: string) =>
      allCommands.some((one) => targetOf(one) === command && mayUse(one, actor, organo.id))
    const asuntos = await asuntosDe({ ...quien, puede }, organo)
    return { calls, asuntos: asuntos.length }
  }

  it("are as many with a thousand commitments as with some", async () => {
    const antes = [await cuantas(ST), await cuantas("enlace-sre")]
    await chat.amend(conMil)
    const despues = [await cuantas(ST), await cuantas("enlace-sre")]
    expect(despues.map(({ asuntos }) => asuntos)[1]).toBeGreaterThan(1_000)
    expect(despues.map(({ calls }) => calls)).toEqual(antes.map(({ calls }) => calls))
    for (const { calls } of despues) expect(calls).toBeLessThan(60)
  })
})

function conMil(doc: DocumentoImportacion): DocumentoImportacion {
  let hechos = 0
  const sesiones = doc.sesiones.map((sesion) => ({
    ...sesion,
    acuerdos: sesion.acuerdos.map((acuerdo) => {
      const modelo = acuerdo.compromisos.find(({ institucion }) => institucion === "SRE")
      if (modelo === undefined || hechos > 0) return acuerdo
      hechos = 1_000
      const mil = Array.from(
        { length: hechos },
        (_, i): CompromisoDoc => ({ ...modelo, clave: `${acuerdo.clave}/SRE-${i}`, estado: "pendiente" }),
      )
      return { ...acuerdo, compromisos: [...acuerdo.compromisos, ...mil] }
    }),
  }))
  return { ...doc, sesiones }
}
