import { z } from "zod"
import { desvincularCuenta } from "../../app/directorio/desvincular.ts"
import { cuentaDesvinculada, cuentaNoVinculada, ultimaSecretaria } from "../../cards/quien-soy.ts"
import { defineCommand } from "../definition/definition.ts"
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
    const persona = await desvincularCuenta(actuacionOf(context), account)
    if (persona === "ultima_secretaria") return { card: ultimaSecretaria() }
    return { card: persona === null ? cuentaNoVinculada() : cuentaDesvinculada(persona) }
  },
})
