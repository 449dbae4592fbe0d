import { z } from "zod"
import { registrarCadencia } from "../../app/compromiso/encargo/cadencia.ts"
import { cadenciaHechaCard, mismaCadenciaCard } from "../../cards/compromiso/cadencia.ts"
import {
  compromisoCambiado,
  compromisoFueraDeEstado,
  compromisoNoAutorizado,
} from "../../cards/compromiso/cambio.ts"
import { compromisoImpedido } from "../../cards/compromiso/impedimento.ts"
import { leerRitmo } from "../../domain/compromiso/cadencia.ts"
import { quienHace } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import { RITMO_ILEGIBLE } from "../../texts/acuerdo-escrito.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { compromisoClave, compromisoPedido } from "../opciones/compromiso.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { admite, formOf } from "./actuar.ts"

export const compromisoCadenciaCommand = defineCommand({
  name: "compromiso",
  subcommand: "cadencia",
  synonyms: ["ritmo", "informes periodicos"],
  frases: ["cadencia|ritmo|periodicidad #numero|#tema|#clave|compromiso|informes"],
  summary: "Registra cada cuánto se pide informe de avance de un compromiso, con fecha o permanente",
  audience: quienHace("cadencia"),
  options: z.object({
    clave: compromisoClave,
    ritmo: referencia({
      summary: "mensual, trimestral, «cada 15 días hábiles» o ninguno",
      label: "Cada cuánto",
      max: 40,
      rest: true,
    }),
  }),
  form: formOf("cadencia", "Informes de avance", "Registrar", ["ritmo"], loQueRige),
  run: registrar,
})

async function loQueRige(_context: CommandContext, { cadencia }: Compromiso) {
  return {
    intro: `${cadencia === null ? "Hoy no se piden informes periódicos" : `Hoy se pide un informe ${cadenciaEnPalabras(cadencia)}`}. El primer periodo se cuenta desde hoy. Se avisa a la institución.`,
    values: cadencia === null ? {} : { ritmo: cadenciaEnPalabras(cadencia) },
  }
}

async function registrar(
  context: CommandContext,
  { clave, ritmo }: { readonly clave: string; readonly ritmo: string },
): Promise<Reply> {
  const { organo, actor } = context
  const pedida = await compromisoPedido(context, clave, admite(context, "cadencia"))
  if (pedida.kind === "card") return pedida
  const visto = pedida.row.compromiso
  const leido = leerRitmo(ritmo)
  if (leido === null) return { problems: [{ field: "ritmo", message: RITMO_ILEGIBLE }] }
  const nuevo = leido === "ninguna" ? null : leido
  const result = await registrarCadencia(actuacionOf(context), actor, visto.id, nuevo)
  switch (result.kind) {
    case "hecho":
      return { card: cadenciaHechaCard(result), replaces: true }
    case "sin_cambio":
      return { card: mismaCadenciaCard(organo, result.compromiso), replaces: true }
    case "no_autorizado":
      return { card: compromisoNoAutorizado(organo, result.quien) }
    case "fuera_de_estado":
      return { card: compromisoFueraDeEstado(organo, visto, result.estado) }
    case "impedido":
      return { card: compromisoImpedido(organo, visto, "cadencia", result.porque) }
    case "otra_persona":
      return { card: compromisoCambiado(organo, visto, result.compromiso) }
  }
}
