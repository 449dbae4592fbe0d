import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import type { VisibleAnswer } from "../contract/adapter-contract.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { botOnDiscord } from "../support/fake-discord/harness.ts"
import { USER as DISCORD_USER, GUILD } from "../support/fake-discord/server.ts"
import { answerTo, botOnSlack } from "../support/fake-slack/harness.ts"
import { USER as SLACK_USER, TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"

interface Platform {
  typeCommand(text: string): Promise<VisibleAnswer>
  close(): Promise<void>
}

const platforms: readonly (readonly [string, (database: TestDatabase) => Promise<Platform>])[] = [
  ["Slack in Socket Mode", (database) => startSlack("socket", database)],
  ["Slack by signed HTTP", (database) => startSlack("http", database)],
  ["Discord over its gateway", botOnDiscord],
]

async function startSlack(mode: "socket" | "http", database: TestDatabase): Promise<Platform> {
  const { slack, close } = await botOnSlack(mode, database)
  return { typeCommand: async (text) => answerTo(slack.typeCommand(text)), close }
}

/** Every command that can be typed, with what its answer must say to the Secretaría Técnica. */
const asked: Readonly<Record<string, readonly [string, string]>> = {
  "sesion proxima": ["", "Vigésima Segunda Sesión Ordinaria"],
  "sesion agenda": ["SO-22", "Seguimiento de acuerdos"],
  "sesion resumen": ["21", "Arturo Medina Padilla"],
  "sesion lista": ["", "SO-21"],
  "sesion crear": ["", "será la siguiente de su serie: SO-23"],
  "sesion editar": ["SO-22", "La sesión está convocada"],
  "sesion preparar": ["SO-22", "Así está el orden del día"],
  "sesion punto-agregar": ["SO-22", "Se agrega al final del orden del día"],
  "sesion proponer": ["", "La Secretaría Técnica decide si se incluye"],
  "sesion punto-incluir": ["SO-22", "Falta «punto»"],
  "sesion punto-retirar": ["SO-22", "Retirar un punto"],
  "sesion punto-mover": ["SO-22", "Falta «punto»"],
  "sesion punto-fusionar": ["SO-22", "Falta «punto»"],
  "sesion documento-lista": ["SO-22", "No hay documentos registrados"],
  "sesion documento-agregar": ["SO-22", "Se registra su dirección, no el archivo"],
  "sesion documento-difundir": ["", "Documentos: Vigésima Segunda"],
  "sesion convocar": ["SO-22", "La sesión está convocada"],
  "sesion rectificar": ["SO-22", "Se avisa de inmediato a todas las instituciones convocadas"],
  "sesion diferir": ["SO-22", "Se avisa de inmediato a todas las instituciones convocadas"],
  "sesion cancelar": ["SO-22", "Se avisa de inmediato a todas las instituciones convocadas"],
  "sesion acuse": ["SO-22", "Acusó"],
  "sesion acuses": ["SO-22", "Acuses de la convocatoria"],
  "sesion asistencia": ["titular", "asistirá su titular"],
  "sesion suplente": ["SO-22", "Asistirá suplente"],
  "sesion quorum": ["SO-22", "Quórum previsto"],
  "sesion pase-ver": ["SO-22", "Pase de lista"],
  "sesion pase-llegada": ["SRE", "Aún no es posible"],
  "sesion pase-salida": ["SRE", "Aún no es posible"],
  "sesion pase-deshacer": ["SRE", "no hay nada registrado que deshacer"],
  "sesion pase-corregir": ["SRE", "Deje vacío lo que no cambia"],
  "sesion horas-corregir": ["", "Constarán las horas que decía"],
  "sesion instalar": ["SO-22", "Aún no es posible"],
  "sesion sin-quorum": ["SO-22", "Aún no es posible"],
  "sesion segunda": ["SO-22", "No es posible convocar por segunda vez"],
  "sesion en-curso": ["SO-22", "La sesión está convocada"],
  "sesion punto-discutir": ["1", "No es posible desahogar puntos"],
  "sesion punto-desahogar": ["1", "No es posible desahogar puntos"],
  "sesion punto-diferir": ["1", "No es posible desahogar puntos"],
  "sesion receso": ["SO-22", "No es posible declarar un receso"],
  "sesion reanudar": ["SO-22", "No es posible reanudar"],
  "sesion acuses-exportar": ["SO-22", "Acuses para el expediente"],
  "sesion clausurar": ["SO-22", "No es posible clausurar"],
  "sesion deshacer": ["SO-22", "no hay un acto que pueda deshacerse"],
  "sesion publicar": ["SO-21", "Nada se ha publicado"],
  "sesion resumen-editar": ["SO-21", "¿Qué párrafo desea editar?"],
  "sesion erratas": ["SO-21", "¿Qué párrafo dice mal?"],
  "sesion comunicado": ["SO-21", "requiere aprobación de Comunicación Social"],
  "acuerdo lista": ["todos", "CI/SO-21/02/2024"],
  "acuerdo ver": ["so 21 3", "CI/SO-21/03/2024"],
  "acuerdo registrar": ["SO-22", "No es posible registrar acuerdos"],
  "acuerdo editar": ["so 21 3", "Antes de guardar los cambios se le muestran"],
  "acuerdo lectura": ["SO-21", "CI/SO-21/03/2024"],
  "acuerdo votacion-abrir": ["¿Se aprueba el programa?", "No es posible abrir una votación"],
  "acuerdo votar": ["a_favor", "No hay una votación abierta"],
  "acuerdo voto-particular": ["", "Voto particular"],
  "acuerdo votacion-ver": ["", "No hay una votación abierta"],
  "acuerdo votacion-manos": ["", "Conteo de la votación"],
  "acuerdo votacion-cerrar": ["", "No hay una votación abierta"],
  "acuerdo votacion-reanudar": ["", "No hay una votación abierta"],
  "acuerdo votacion-anular": ["", "No hay una votación abierta"],
  "acuerdo voto-corregir": ["", "No hay una votación abierta"],
  "acuerdo votacion-corregir": ["", "No hay una votación abierta"],
  "compromiso mios": ["", "SEGOB"],
  "compromiso lista": ["vencidos", "CI/SO-21/03/2024/SRE"],
  "compromiso ver": ["CI/SO-21/07/2024/SRE", "insumos para el informe anual"],
  "compromiso avance": ["CI/SO-21/07/2024/SRE", "Informar avance"],
  "compromiso cumplido": ["CI/SO-21/07/2024/SRE", "Reportar como cumplido"],
  "compromiso posponer": ["CI/SE-1/03/DEMO/SRE", "Posponer el aviso"],
  "compromiso validar": ["CI/SO-21/07/2024/SRE", "esto ya no procede"],
  "compromiso devolver": ["CI/SO-21/07/2024/SRE", "esto ya no procede"],
  "compromiso reprogramar": ["CI/SO-21/07/2024/SRE", "Se avisa a la institución"],
  "compromiso cancelar": ["CI/SO-21/07/2024/SRE", "Se avisa a la institución"],
  "plenaria calendario": ["marzo 2026", "lunes 16 de marzo de 2026"],
  "plenaria suscripcion-crear": ["", "Cómo agregarlo"],
  "plenaria suscripcion-lista": ["", "Suscripciones al calendario"],
  "plenaria suscripcion-revocar": ["C-00000000", "No hay ninguna suscripción vigente con la referencia"],
  "plenaria cargos": ["", "No hay cargos"],
  "plenaria cargo-registrar": ["", "Registrar un cargo"],
  "plenaria ensayo": ["SRE", "Nada se ha enviado"],
  "plenaria ayuda": ["", "/compromiso mios"],
  "plenaria entregas": ["", "No hay entregas que necesiten atención"],
  "plenaria reenviar": ["E-000000", "No hay ninguna entrega con la referencia"],
  "plenaria descartar": ["E-000000", "No hay ninguna entrega con la referencia"],
  "plenaria canales": ["", "Fuera de servicio en esta instalación (consola web)"],
  "plenaria canal-probar": ["sre", "El canal sre no puede recibir la prueba"],
  "plenaria testar": ["", "La frase se busca y no se guarda"],
  "plenaria testar-registro": ["SO-22", "¿Qué texto de SO-22 se testa?"],
  "plenaria quien-soy": ["", "Secretaría Técnica"],
}

describe("every command, asked on the real platforms' clients", () => {
  let linked: TestDatabase
  let unlinked: TestDatabase
  let platform: Platform

  beforeAll(async () => {
    unlinked = await createDemoDatabaseOfToday()
    linked = await createDemoDatabaseOfToday()
    const accounts = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${SLACK_USER}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: secretaria-tecnica }
`
    const result = await importarDocumento(importDeps(linked, systemClock), accounts)
    expect(result.kind).toBe("ok")
  })
  afterAll(async () => {
    await linked.close()
    await unlinked.close()
  })
  afterEach(() => platform.close())

  for (const [name, start] of platforms) {
    it(`is answered in private in ${name}`, async () => {
      platform = await start(linked)
      const typable = describeCommands().flatMap((command) =>
        command.subcommands.map((sub) => `${command.name} ${sub.name}`),
      )
      expect(Object.keys(asked).sort()).toEqual([...typable].sort())
      for (const [command, [argument, fragment]] of Object.entries(asked)) {
        const answer = await platform.typeCommand(`/${command} ${argument}`.trim())
        expect(answer.visibleTo, command).toBe("asker")
        expect(answer.text, command).toContain(fragment)
      }
    })

    it(`shows public facts only to an account that is not linked in ${name}`, async () => {
      platform = await start(unlinked)
      expect((await platform.typeCommand("/sesion proxima")).text).toContain(
        "Vigésima Segunda Sesión Ordinaria",
      )
      for (const command of ["/compromiso mios", "/sesion publicar SO-21", "/compromiso lista vencidos"]) {
        const answer = await platform.typeCommand(command)
        expect(answer.visibleTo).toBe("asker")
        expect(answer.text).not.toContain("CI/SO-21")
        expect(answer.text).not.toContain("Publicar en")
      }
    })
  }
})
