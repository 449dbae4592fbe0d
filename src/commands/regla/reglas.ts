import { z } from "zod"
import { NOMBRE_TEMA, TEMAS, type Tema } from "../../app/regla/tema/temas.ts"
import { verReglas } from "../../app/regla/ver.ts"
import { reglasCard, temaCard } from "../../cards/regla/reglas.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"

const SINONIMOS: Readonly<Partial<Record<Tema, readonly string[]>>> = {
  convocatoria: ["convocatorias", "anticipacion"],
  quorum: ["votacion", "mayoria", "segunda convocatoria"],
  sesiones: ["sesion", "suplencia", "extraordinaria"],
  recordatorios: ["avisos", "escalera"],
  resumen: ["informe", "informe semanal"],
  autorizaciones: ["autorizacion", "autoriza"],
  limites: ["limite", "plazo maximo"],
  textos: ["texto"],
  horario: ["horas", "hora"],
  calendario: ["dias inhabiles", "inhabiles"],
}

export const temaOption = z.enum(TEMAS).meta({
  summary: "tema de las reglas",
  label: "Tema",
  labels: NOMBRE_TEMA,
  synonyms: SINONIMOS,
})

export const plenariaReglasCommand = defineCommand({
  name: "plenaria",
  subcommand: "reglas",
  synonyms: ["reglamento", "perfil", "configuracion"],

  frases: [
    "reglas|reglamento|regla|reglamentaria !dias_economicos !olvida !ignora",
    {
      di: "cuantos|cuantas|minimo|se_necesita* quorum !confirm* !vienen !tenemos !hay !llevamos",
      con: { tema: "quorum" },
    },
    { di: "cuantos|cuanta|con_cuant* dias|anticipacion|tiempo convoc*", con: { tema: "convocatoria" } },
    { di: "cada|cuantos|cuando dias|cuanto recordatorios|recuerdas|avisas", con: { tema: "recordatorios" } },
  ],
  summary: "Las reglas del órgano en palabras, y de dónde viene cada una",
  audience: "integran",
  acts: false,
  options: z.object({ tema: temaOption.optional() }),
  run: async (context, { tema }) => reglas(context, tema),
})

export async function reglas(
  { data, organo, hoy, puede }: CommandContext,
  tema: Tema | undefined,
): Promise<Reply> {
  const cambia = puede("plenaria.regla-cambiar")
  const vistos = await verReglas(data.read, organo, hoy, tema === undefined ? TEMAS : [tema])
  const [solo] = vistos
  return {
    card:
      tema !== undefined && solo
        ? temaCard({ organo, cambia }, solo)
        : reglasCard({ organo, cambia }, vistos),
  }
}
