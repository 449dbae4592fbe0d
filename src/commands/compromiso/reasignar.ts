import { z } from "zod"
import { encargarCompromiso, institucionEncargada } from "../../app/compromiso/encargo/reasignar.ts"
import {
  compromisoCambiado,
  compromisoFueraDeEstado,
  compromisoNoAutorizado,
} from "../../cards/compromiso/cambio.ts"
import { encargoHechoCard } from "../../cards/compromiso/encargo.ts"
import { impedimentoTexto } from "../../cards/compromiso/impedimento.ts"
import type { FormProblem } from "../../cards/form.ts"
import { quienHace } from "../../domain/compromiso/transiciones.ts"
import type { Busqueda } from "../../domain/texto/busqueda.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { enumerar } from "../../texts/plurales.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { compromisoClave, compromisoPedido } from "../opciones/compromiso.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { admite, formOf } from "./actuar.ts"

interface Pedido {
  readonly clave: string
  readonly institucion: string
  readonly motivo: string
}

export const compromisoReasignarCommand = defineCommand({
  name: "compromiso",
  subcommand: "reasignar",
  synonyms: ["asignar", "turnar", "encargar", "cambiar responsable"],
  frases: [
    "reasign*|turn*|$mover|pasa*|asign* #numero|#tema|#clave|compromiso #institucion !$sesion",
    "cambia*|cambio|otro|nuevo responsable #numero|#tema|#clave|compromiso",
    "que lo atienda|cumpla|haga #institucion",
  ],
  summary: "Encarga un compromiso a otra institución; se avisa a ambas y lo informado se conserva",
  audience: quienHace("reasignar"),
  options: z.object({
    clave: compromisoClave,
    institucion: institucionNombrada("institución que responderá de él, integrante o no"),
    motivo: textoLibre({
      summary: "por qué, y quién lo decidió",
      label: "Motivo",
      min: 5,
      max: 1_000,
      parrafo: true,
    }),
  }),
  form: formOf("reasignar", "Reasignar compromiso", "Reasignar", ["institucion", "motivo"], comoSeReasigna),
  run: reasignar,
})

/** Who answers for it now, and what becomes of what waits for an answer. */
async function comoSeReasigna({ data }: CommandContext, { institucionId, prorrogaPedida }: Compromiso) {
  const hoy = institucionId === null ? null : await data.read.instituciones.byId(institucionId)
  const espera = prorrogaPedida === null ? "" : " La prórroga que se pidió quedará sin efecto."
  return {
    intro: `${hoy === null ? "Nadie responde aún de él" : `Hoy responde ${hoy.siglas}`}.${espera} Se avisa a ${hoy === null ? "la institución" : "ambas instituciones"}; lo informado se conserva.`,
  }
}

async function reasignar(context: CommandContext, pedido: Pedido): Promise<Reply> {
  const { data, organo, actor, hoy } = context
  const pedida = await compromisoPedido(context, pedido.clave, admite(context, "reasignar"))
  if (pedida.kind === "card") return pedida
  const visto = pedida.row.compromiso
  const found = await institucionEncargada(data.read, pedido.institucion, hoy)
  if (found.kind !== "una") return { problems: [sinInstitucion(found)] }
  const result = await encargarCompromiso(actuacionOf(context), actor, visto.id, {
    acto: "reasignar",
    destino: found.item,
    motivo: pedido.motivo,
  })
  switch (result.kind) {
    case "hecho":
      return { card: encargoHechoCard(result), replaces: true }
    case "no_autorizado":
      return { card: compromisoNoAutorizado(organo, result.quien) }
    case "fuera_de_estado":
      return { card: compromisoFueraDeEstado(organo, visto, result.estado, "reasignar") }
    case "impedido":
      return { problems: [{ field: "institucion", message: impedimentoTexto("reasignar", result.porque) }] }
    case "otra_persona":
      return { card: compromisoCambiado(organo, visto, result.compromiso) }
  }
}

function sinInstitucion(found: Exclude<Busqueda<Institucion>, { kind: "una" }>): FormProblem {
  const opciones = (found.kind === "varias" ? found.items : found.parecidas)
    .slice(0, 5)
    .map(({ siglas, nombre }) => `${siglas} (${nombre})`)
  const message =
    found.kind === "varias"
      ? `No es claro cuál es. Escríbala exactamente: ${enumerar(opciones)}.`
      : `No corresponde a ninguna institución del directorio${opciones.length > 0 ? `. ¿Quiso decir ${opciones.join(", o ")}?` : "; si es nueva, agréguela antes."}`
  return { field: "institucion", message }
}
