import { z } from "zod"
import { leerBorrador } from "../../app/acuerdo/borrador.ts"
import { seRegistra } from "../../app/acuerdo/preparar.ts"
import { type AcuerdoConfirmado, confirmarAcuerdo, huellaVigente } from "../../app/acuerdo/registrar.ts"
import { corregirHechos } from "../../app/resumen/correccion.ts"
import {
  acuerdoRegistradoCard,
  acuerdoYaRegistradoCard,
  type BorradorAcuerdo,
  borradorPerdidoCard,
} from "../../cards/acuerdo/borrador.ts"
import type { Card } from "../../cards/card.ts"
import { type EfectoEnResumen, efectoActions, efectoBlocks } from "../../cards/resumen/correccion.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { mostrar } from "./registrar.ts"

const borrador = referencia({ summary: "sesión y borrador que se confirma", max: 150 })

export const acuerdoConfirmarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "registrar-confirmar",
  synonyms: [],
  summary: "Registra el acuerdo del borrador",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ borrador }),
  run: (context, options) => confirmar(context, options.borrador, null, "acuerdo.registrar-confirmar"),
})

/** Against a rule of the body: only with a reason, which is recorded. */
export const acuerdoConMotivoCommand = defineCommand({
  name: "acuerdo",
  subcommand: "registrar-motivo",
  synonyms: [],
  summary:
    "Registra el acuerdo del borrador con su motivo: contra la regla del órgano, o después de la clausura",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    borrador,
    motivo: textoLibre({
      summary: "por qué se registra contra la regla; constará en el registro",
      min: 10,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Registrar con motivo",
    submit: "Registrar",
    fields: ["motivo"],
    async prepare(context, given) {
      const pedida = await sesionPedida(context, given.borrador, "acuerdo.registrar-motivo")
      if (pedida.kind === "card") return pedida
      const { sesion, marca } = pedida
      const guardado = await leerBorrador(context.data.read, sesion, marca)
      if (guardado === null) return { card: borradorPerdidoCard(context.organo, sesion) }
      if (!seRegistra(sesion))
        return { card: sesionFueraDeEstado(context.organo, sesion, "registrar acuerdos en") }
      return {
        values: {},
        intro: `${guardado.clave}. Contra la regla configurada del órgano, o después de la clausura, hace falta un motivo; queda registrado con el acuerdo.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  run: (context, options) => confirmar(context, options.borrador, options.motivo, "acuerdo.registrar-motivo"),
})

async function confirmar(
  context: CommandContext,
  texto: string,
  motivo: string | null,
  command: string,
): Promise<Reply> {
  const pedida = await sesionPedida(context, texto, command)
  if (pedida.kind === "card") return pedida
  const result = await confirmarAcuerdo(
    actuacionOf(context),
    pedida.sesion.id,
    pedida.marca ?? "",
    motivo,
    corregirHechos,
  )
  return confirmado(context, result, motivo)
}

async function confirmado(
  context: CommandContext,
  result: AcuerdoConfirmado<EfectoEnResumen>,
  motivo: string | null,
): Promise<Reply> {
  const { organo } = context
  switch (result.kind) {
    case "registrado":
      return {
        card: conEfecto(acuerdoRegistradoCard(result.borrador, motivo, result.antes), result),
        replaces: true,
      }
    case "cambio": {
      const { guardado } = result
      const previo = await huellaVigente(context.data.read, guardado)
      return mostrar(context, result.borrador, { escrito: guardado.escrito, previo }, CAMBIO)
    }
    case "falta_motivo":
      return mostrar(
        context,
        result.borrador,
        result.guardado,
        result.borrador.reparos.length > 0
          ? FALTA_MOTIVO
          : result.borrador.previo === null
            ? NUEVO_CLAUSURADA
            : YA_CLAUSURADA,
      )
    case "ya_registrado":
      return { card: acuerdoYaRegistradoCard(organo, result.sesion, result.clave), replaces: true }
    case "perdido":
      return { card: borradorPerdidoCard(organo, result.sesion), replaces: true }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, result.sesion, "registrar acuerdos en"), replaces: true }
    case "problemas":
      return { problems: result.problemas }
  }
}

/** With what the correction means for the summary of a session that closed. */
function conEfecto(
  card: Card,
  { borrador, efecto }: { readonly borrador: BorradorAcuerdo; readonly efecto: EfectoEnResumen | null },
): Card {
  if (efecto === null) return card
  return {
    ...card,
    blocks: [...card.blocks, ...efectoBlocks(efecto)],
    actions: [...efectoActions(borrador.sesion, efecto), ...card.actions],
  }
}

const CAMBIO =
  "Otra persona registró o corrigió un acuerdo mientras tanto. El suyo no se ha registrado; así quedaría ahora:"
const YA_CLAUSURADA =
  "La sesión ya se clausuró: el acuerdo se corrige solo con su motivo. No se ha corregido."
const NUEVO_CLAUSURADA =
  "La sesión ya se clausuró: un acuerdo se registra con posterioridad solo con su motivo. No se ha registrado."
const FALTA_MOTIVO = "La regla del órgano no lo permite sin un motivo. No se ha registrado."
