import { z } from "zod"
import { cambiarSuspension } from "../../app/directorio/suspension/cuenta.ts"
import {
  confirmarSuspensionCard,
  type EstadoDeCuenta,
  suspensionCambiadaCard,
  ultimaSecretariaNoSeSuspende,
} from "../../cards/directorio/suspendida.ts"
import { cuentaNoVinculada } from "../../cards/quien-soy.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const options = z.object({
  cuenta: referencia({
    summary: "plataforma, espacio de trabajo y cuenta: slack/T0123ABCD/U0456EFGH",
    label: "Cuenta",
    max: 250,
  }),
  motivo: textoLibre({ summary: "por qué; lo lee la persona", label: "Motivo", min: 3, max: 300 }),
})

export const directorioCuentaSuspenderCommand = defineCommand({
  name: "directorio",
  subcommand: "cuenta-suspender",
  synonyms: ["suspender cuenta", "suspender"],
  summary: "Suspende una cuenta de chat: deja de contestársele de inmediato, y lo que hizo se conserva",
  audience: "secretaria_tecnica",
  options,
  form: {
    title: "Suspender una cuenta",
    submit: "Continuar",
    fields: ["cuenta", "motivo"],
  },
  run: (context, pedido) => cambiar(context, pedido, "suspendida"),
})

export const directorioCuentaReactivarCommand = defineCommand({
  name: "directorio",
  subcommand: "cuenta-reactivar",
  synonyms: ["reactivar cuenta", "reactivar"],
  summary: "Reactiva una cuenta de chat que estaba suspendida",
  audience: "secretaria_tecnica",
  options,
  form: {
    title: "Reactivar una cuenta",
    submit: "Continuar",
    fields: ["cuenta", "motivo"],
  },
  run: (context, pedido) => cambiar(context, pedido, "activa"),
})

async function cambiar(
  context: CommandContext,
  { cuenta, motivo }: z.infer<typeof options>,
  queda: EstadoDeCuenta,
): Promise<Reply> {
  if (!context.confirmed)
    return {
      question: {
        card: confirmarSuspensionCard(cuenta, queda),
        answers: [
          {
            label: queda === "suspendida" ? "Suspender la cuenta" : "Reactivar la cuenta",
            values: {},
            confirms: true,
          },
        ],
      },
    }
  const [adapter = "", workspace = "", ...rest] = cuenta.split("/")
  const account = { adapter, workspace, user: rest.join("/") }
  const result = await cambiarSuspension(actuacionOf(context), { cuenta: account, motivo, queda })
  switch (result.kind) {
    case "de_nadie":
      return { card: cuentaNoVinculada() }
    case "ultima_secretaria":
      return { card: ultimaSecretariaNoSeSuspende() }
    case "ya_estaba":
      return { card: suspensionCambiadaCard(result.persona, queda, null) }
    case "hecha":
      return { card: suspensionCambiadaCard(result.persona, queda, result) }
  }
}
