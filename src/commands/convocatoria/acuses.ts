import { z } from "zod"
import { acusesDe } from "../../app/convocatoria/acuses.ts"
import { recordarAcuses } from "../../app/convocatoria/recordar-acuses.ts"
import { acusesCard, acusesExportadosCard, acusesRecordadosCard } from "../../cards/convocatoria/acuse.ts"
import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const options = z.object({ sesion: sesionTexto.optional() })

export const sesionAcusesCommand = defineCommand({
  name: "sesion",
  subcommand: "acuses",
  synonyms: ["acuses de recibo", "recibidos"],

  frases: [
    "$quien|faltan|falta|instituciones|dependencias acus*|recibieron|enterad*",
    "acuses",
    "acus* falta*|no|ya|instituciones|dependencias|todos|todas !acuso !acusamos",
    "#institucion acus* #pregunta|ya|no",
    "recibieron|recibio convocatoria #institucion|todos|todas|instituciones|quien*",
    "a_quien falta* acus*|recibir",
  ],
  summary: "Qué instituciones han acusado recibo de la convocatoria",
  audience: "conducen",
  acts: false,
  options,
  run: (context, { sesion }) => conAcuses(context, sesion, "sesion.acuses", acusesCard),
})

export const sesionAcusesExportarCommand = defineCommand({
  name: "sesion",
  subcommand: "acuses-exportar",
  synonyms: ["exportar acuses", "descargar acuses"],

  frases: ["export*|descarg*|excel acuses|acuse"],
  summary: "Tabla y archivo con los acuses de recibo, para el expediente",
  audience: "leen_bitacora",
  acts: false,
  options,
  run: (context, { sesion }) => conAcuses(context, sesion, "sesion.acuses-exportar", acusesExportadosCard),
})

/** What the convocatoria in force has of them; the next session's, if none is named. */
async function conAcuses(
  context: CommandContext,
  typed: string | undefined,
  command: string,
  cardOf: typeof acusesCard,
): Promise<Reply> {
  const { data, organo, hoy, plataformas } = context
  const pedida = await sesionPedida(context, typed, command, (todas) => proximaSesion(todas, hoy))
  if (pedida.kind === "card") return pedida
  const { sesion } = pedida
  const acuses = await acusesDe(data.read, sesion)
  return { card: acuses ? cardOf(organo, sesion, acuses, plataformas) : sinConvocatoria(organo, sesion) }
}

export const sesionAcusesRecordarCommand = defineCommand({
  name: "sesion",
  subcommand: "acuses-recordar",
  synonyms: [],
  summary: "Recuerda a quienes no han acusado recibo",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionTexto }),
  async run(context, { sesion: typed }) {
    const { organo } = context
    const pedida = await sesionPedida(context, typed, "sesion.acuses-recordar")
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    const result = await recordarAcuses(actuacionOf(context), sesion)
    if (result.kind === "sin_convocatoria") return { card: sinConvocatoria(organo, sesion) }
    const instituciones = result.kind === "recordados" ? result.instituciones : []
    return { card: acusesRecordadosCard(organo, sesion, instituciones), replaces: true }
  },
})
