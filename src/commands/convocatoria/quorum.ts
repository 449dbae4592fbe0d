import { z } from "zod"
import { quorumPrevisto } from "../../app/convocatoria/quorum-previsto.ts"
import { quorumPrevistoCard } from "../../cards/convocatoria/asistencia.ts"
import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import { defineCommand } from "../definition/definition.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const sesionQuorumCommand = defineCommand({
  name: "sesion",
  subcommand: "quorum",
  synonyms: ["asistentes", "confirmados", "confirmaciones"],
  summary: "Quién ha confirmado y si habría quórum",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, { sesion: typed }) {
    const { data, organo, hoy } = context
    const pedida = await sesionPedida(context, typed, "sesion.quorum", (todas) => proximaSesion(todas, hoy))
    if (pedida.kind === "card") return pedida
    const previsto = await quorumPrevisto({ read: data.read, organo, hoy }, pedida.sesion)
    const { sesion } = pedida
    return { card: previsto ? quorumPrevistoCard(organo, sesion, previsto) : sinConvocatoria(organo, sesion) }
  },
})
