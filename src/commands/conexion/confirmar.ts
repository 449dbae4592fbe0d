import { z } from "zod"
import { cambiarEstado } from "../../app/conexion/cambiar-estado.ts"
import { porConfirmar } from "../../app/conexion/consultar.ts"
import { conexionDecididaCard, nadaPorConfirmarCard } from "../../cards/conexion/por-confirmar.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { actuacionOf } from "../router/actuacion.ts"

const espacio = referencia({
  summary: "identificador del espacio de trabajo, como en el aviso",
  max: 80,
  label: "Espacio de trabajo",
})

export const plenariaConexionConfirmarCommand = defineCommand({
  name: "plenaria",
  subcommand: "conexion-confirmar",
  synonyms: ["confirmar conexion"],
  summary: "Confirma que un espacio de trabajo es de la institución que lo autorizó",
  audience: "secretaria_tecnica",
  options: z.object({ espacio }),
  run: (context, options) => decidir(context, options.espacio, "activa"),
})

export const plenariaConexionRechazarCommand = defineCommand({
  name: "plenaria",
  subcommand: "conexion-rechazar",
  synonyms: ["rechazar conexion"],
  summary: "Rechaza un espacio de trabajo por confirmar; sus credenciales se borran",
  audience: "secretaria_tecnica",
  options: z.object({ espacio }),
  run: (context, options) => decidir(context, options.espacio, "desconectada"),
})

async function decidir(context: CommandContext, typed: string, estado: "activa" | "desconectada") {
  const { data, organo, hoy, plataformas } = context
  const conexion = await porConfirmar(data.fresh, organo, hoy, typed)
  if (conexion === null) return { card: nadaPorConfirmarCard(organo, typed) }
  const { persona, plataforma, now } = actuacionOf(context)
  const quien = { organoId: organo.id, personaId: persona.id, plataforma, nombre: persona.nombre }
  const motivo = estado === "activa" ? null : "La Secretaría Técnica no la confirmó."
  if (!(await cambiarEstado({ data, now }, conexion, { estado, motivo }, quien)))
    return { card: nadaPorConfirmarCard(organo, typed) }
  const institucion = await data.read.instituciones.byId(conexion.institucionId ?? "")
  const confirmada = estado === "activa"
  return { card: conexionDecididaCard({ organo, plataformas, institucion, conexion, confirmada }) }
}
