import { z } from "zod"
import {
  institucionesNombradas,
  registrarCorresponsables,
} from "../../app/compromiso/encargo/corresponsables.ts"
import {
  compromisoCambiado,
  compromisoFueraDeEstado,
  compromisoNoAutorizado,
} from "../../cards/compromiso/cambio.ts"
import { corresponsablesHechasCard } from "../../cards/compromiso/corresponsables.ts"
import { compromisoImpedido } from "../../cards/compromiso/impedimento.ts"
import { quienHace } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import { responsablesEnDuda } from "../../texts/acuerdo-escrito.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { compromisoClave, compromisoPedido } from "../opciones/compromiso.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { admite, formOf } from "./actuar.ts"

export const compromisoCorresponsablesCommand = defineCommand({
  name: "compromiso",
  subcommand: "corresponsables",
  synonyms: ["corresponsable", "coadyuvantes"],
  frases: [
    "corresponsable|corresponsables|coadyuvante|coadyuvantes #numero|#tema|#clave|#institucion|compromiso",
  ],
  summary: "Registra qué instituciones contribuyen a un compromiso, además de la responsable",
  audience: quienHace("corresponsables"),
  options: z.object({
    clave: compromisoClave,
    instituciones: referencia({
      summary: "todas las que quedan, siglas separadas por comas; o «ninguna»",
      label: "Corresponsables",
      max: 500,
      rest: true,
    }),
  }),
  form: formOf("corresponsables", "Corresponsables", "Registrar", ["instituciones"], loQueConsta),
  run: registrar,
})

/** Those that it has, to be written over. */
async function loQueConsta({ data }: CommandContext, { institucionId, corresponsables }: Compromiso) {
  const todas = await data.read.instituciones.all()
  const siglasDe = (id: string | null) => todas.find((una) => una.id === id)?.siglas ?? ""
  return {
    intro: `Responde ${siglasDe(institucionId)}, y solo esa institución lo reporta como cumplido. Las corresponsables lo consultan, informan avances y se les recuerda. Se avisa a las que cambian.`,
    values: { instituciones: corresponsables.map(siglasDe).join(", ") },
  }
}

async function registrar(
  context: CommandContext,
  { clave, instituciones }: { readonly clave: string; readonly instituciones: string },
): Promise<Reply> {
  const { data, organo, actor, hoy } = context
  const pedida = await compromisoPedido(context, clave, admite(context, "corresponsables"))
  if (pedida.kind === "card") return pedida
  const visto = pedida.row.compromiso
  const leidas = await institucionesNombradas(data.read, instituciones, hoy)
  if (leidas.kind === "por_definir" || leidas.kind === "sin_responsable")
    return problema("Escriba sus siglas, o «ninguna».")
  if (leidas.kind === "problemas")
    return problema(leidas.problemas.map((uno) => responsablesEnDuda(uno, [])).join(" "))
  const result = await registrarCorresponsables(actuacionOf(context), actor, visto.id, leidas.items)
  switch (result.kind) {
    case "hecho":
      return { card: corresponsablesHechasCard(result), replaces: true }
    case "no_autorizado":
      return { card: compromisoNoAutorizado(organo, result.quien) }
    case "fuera_de_estado":
      return { card: compromisoFueraDeEstado(organo, visto, result.estado) }
    case "impedido":
      return { card: compromisoImpedido(organo, visto, "corresponsables", result.porque) }
    case "otra_persona":
      return { card: compromisoCambiado(organo, visto, result.compromiso) }
  }
}

const problema = (message: string): Reply => ({ problems: [{ field: "instituciones", message }] })
