import { z } from "zod"
import { institucionesSentadas } from "../../app/canal/destinos.ts"
import { invitar } from "../../app/conexion/invitar.ts"
import { invitacionConexionCard, sinInvitacionesCard } from "../../cards/conexion/invitacion.ts"
import { institucionPorElegir } from "../../cards/institucion-por-elegir.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { siglasDeEjemplo } from "../opciones/ejemplos.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const plenariaConectarCommand = defineCommand({
  name: "plenaria",
  subcommand: "conectar",
  synonyms: ["conectar institucion", "conectar espacio"],

  frases: ["conecta|conectar #institucion|espacio|slack|discord"],
  summary: "Enlace para que una institución conecte su propio espacio de trabajo",
  audience: "secretaria_tecnica",
  options: z.object({ institucion: institucionNombrada("de qué institución es el espacio") }),
  form: { title: "Conectar un espacio", submit: "Crear el enlace", fields: ["institucion"] },
  async run(context, { institucion: typed }) {
    const { data, organo, hoy } = context
    const [enlace] = context.conexiones.enlaces()
    if (enlace === undefined) return { card: sinInvitacionesCard(organo) }
    const sentadas = await institucionesSentadas(data.read, organo, hoy)
    const found = soloExacta(buscarInstitucion(typed, sentadas))
    if (found.kind !== "una") return { card: await cual(context, typed, found) }
    const { codigo, venceEn } = await invitar(actuacionOf(context), found.item, enlace.adapter)
    return {
      card: invitacionConexionCard({
        organo,
        institucion: found.item,
        plataforma: nombrePlataforma(context.plataformas, enlace.adapter),
        url: enlace.url(codigo),
        venceEn,
      }),
    }
  },
})

async function cual(
  context: CommandContext,
  typed: string,
  found:
    | { readonly kind: "varias"; readonly items: readonly Institucion[] }
    | { readonly kind: "ninguna"; readonly parecidas: readonly Institucion[] },
) {
  const varias = found.kind === "varias"
  return institucionPorElegir(typed, varias ? found.items : found.parecidas, varias, {
    command: "plenaria.conectar",
    verbo: "Conectar",
    ejemplo: await siglasDeEjemplo(context),
  })
}
