import { z } from "zod"
import { desvincularCuenta } from "../../app/desvincular.ts"
import { cuentaDesvinculada, cuentaNoVinculada } from "../../cards/quien-soy.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const plenariaDesvincularCommand = defineCommand({
  name: "plenaria",
  subcommand: "desvincular",
  synonyms: ["quitar cuenta", "desvincular cuenta"],
  summary: "Quita una cuenta de chat a quien la tenía; deja de reconocerse de inmediato",
  audience: "secretaria_tecnica",
  options: z.object({
    cuenta: referencia({
      summary: "plataforma, espacio de trabajo y cuenta: slack/T0123ABCD/U0456EFGH",
      label: "Cuenta",
      max: 250,
    }),
  }),
  async run(context, { cuenta }) {
    const [adapter = "", workspace = "", ...rest] = cuenta.split("/")
    const account = { adapter, workspace, user: rest.join("/") }
    if (!(await esDelOrgano(context, account))) return { card: cuentaNoVinculada() }
    const persona = await desvincularCuenta(actuacionOf(context), account)
    return { card: persona === null ? cuentaNoVinculada() : cuentaDesvinculada(persona) }
  },
})

/** The Secretaría Técnica of a body sees to the people of that body; of others nothing is said, not even that they are there. */
async function esDelOrgano(
  { data, organo, hoy }: CommandContext,
  account: Parameters<CommandContext["data"]["read"]["personas"]["byAccount"]>[0],
): Promise<boolean> {
  const { personas } = data.fresh
  const persona = await personas.byAccount(account)
  if (persona === null) return false
  return (await personas.designaciones(persona.id, hoy)).some(({ organoId }) => organoId === organo.id)
}
