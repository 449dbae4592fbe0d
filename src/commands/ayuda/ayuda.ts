import { z } from "zod"
import { ayuda } from "../../cards/ayuda.ts"
import { soloVigila } from "../../domain/visibilidad/visibilidad.ts"
import { type Command, defineCommand } from "../definition/definition.ts"
import { commandNames } from "../definition/names.ts"
import { esperasDelOrgano } from "../opciones/autorizacion.ts"
import { ejemplosPara } from "../opciones/ejemplos.ts"
import { targetOf, usageOf } from "../router/usage.ts"

/** Needs the registry that it is itself in, hence a function of it. */
export function plenariaAyudaCommand(commands: () => readonly Command[]): Command {
  return defineCommand({
    name: "plenaria",
    subcommand: "ayuda",
    synonyms: ["hola", "help", "comandos", "ayudame", "opciones", "que puedo hacer"],

    frases: [
      "ayuda|ayudame|help|auxilio !quiero_denunciar",
      "que|como puedes|sabes|haces|ofreces|podrias hacer|ayudar*|preguntar*?",
      "que puedo|se_puede|podemos preguntar*|pedir*|hacer|escribir|consultar",
      "como funciona*|se_usa|te_uso|te_utilizo|trabajas|se_utiliza|le_hago|se_hace|hago !reunion",
      "para_que sirves|sirve|estas|eres",
      "comandos|instrucciones|manual|tutorial|guia|opciones !olvida !ignora",
      "quien_eres|que_eres|como_te_llamas",
      "no_se|no_entiendo|no_le_entiendo como|que|usar*|esto|nada|hacer",
    ],
    summary: "Qué puede preguntar y cómo se escribe",
    audience: "cualquiera",
    acts: false,
    showsRecords: false,
    sinElegir: true,
    options: z.object({}),
    async run(context) {
      const { actor, organos, puede } = context
      const { acuerdo: ejemplo } = await ejemplosPara(context)
      const usable = commands().filter((command) => !command.hidden && puede(targetOf(command)))
      const grupos = Object.entries(commandNames).map(([name, { summary }]) => ({
        titulo: summary,
        comandos: usable
          .filter((command) => command.name === name)
          .map((command) => ({ command: usageOf(command), summary: command.summary })),
      }))
      return {
        card: ayuda({
          grupos,
          organos: organos.map(({ nombreCorto }) => nombreCorto),
          vinculada: actor.kind === "vinculado",
          esperan: await esperasDelOrgano(context),
          soloBitacora: organos.every(({ id }) => soloVigila(actor, id)),
          ejemplo,
        }),
      }
    },
  })
}
