import { z } from "zod"
import { haySecretariaTecnica, reclamarComienzo, reclamo } from "../../app/comienzo/codigo-inicial.ts"
import { faltantesDe } from "../../app/comienzo/faltantes.ts"
import {
  codigoInicialNoSirveCard,
  comienzoReclamadoCard,
  PIDE_CODIGO,
  yaComenzoCard,
} from "../../cards/comienzo/codigo.ts"
import { faltantesCard } from "../../cards/comienzo/faltantes.ts"
import { type CommandContext, defineCommand, type SinOrganoContext } from "../definition/definition.ts"
import { codigoSecreto } from "../opciones/texto.ts"

/** What each step after the claim is called in its answer, and which command it is. */
const PASO = {
  organo: { command: "plenaria.comenzar-organo", falta: "registrar el órgano" },
  persona: { command: "plenaria.comenzar-persona", falta: "decir quién es usted" },
} as const

const PEDIR = { values: {}, intro: PIDE_CODIGO } as const
const otraVez = (paso: keyof typeof PASO) => ({
  again: {
    command: PASO[paso].command,
    values: {},
    filledIn: false,
    confirmed: false,
    dispensados: [],
    asForm: true,
  },
})

/**
 * Begins with the code; without it, goes on where the beginning was: what is missing is found out from the data, so nothing
 * has to be remembered.
 */
export const plenariaComenzarCommand = defineCommand({
  name: "plenaria",
  subcommand: "comenzar",
  synonyms: ["comienzo", "empezar", "primeros pasos", "configurar"],

  frases: ["configur*|comenzar|primeros_pasos|puesta_en_marcha bot|organo|plenaria?"],
  summary: "Comienza a registrar el órgano, o continúa: muestra qué falta",
  audience: "cualquiera",
  options: z.object({
    codigo: codigoSecreto({ summary: "el código inicial, si se lo dieron", label: "Código" }).optional(),
  }),
  form: {
    title: "Comenzar",
    submit: "Continuar",
    fields: ["codigo"],
    async prepare(context) {
      const { data, user, now, organo, actor } = context
      if (context.puede("plenaria.comenzar-reglas")) return { card: await loQueFalta(context) }
      if (await reclamo(data.fresh, user, now)) return { card: continuar("persona") }
      if (await haySecretariaTecnica(data.fresh, now))
        return { card: yaComenzoCard(organo.nombreCorto, actor.kind === "vinculado") }
      return PEDIR
    },
  },
  sinOrgano: {
    async prepare({ data, user, now }) {
      return (await reclamo(data.fresh, user, now)) ? { card: continuar("organo") } : PEDIR
    },
    run: (context, options) => reclamar(context, options.codigo, "organo"),
  },
  async run(context, options) {
    if (context.puede("plenaria.comenzar-reglas")) return { card: await loQueFalta(context) }
    return reclamar(context, options.codigo, "persona")
  },
})

async function reclamar(context: SinOrganoContext, codigo: string | undefined, siguiente: keyof typeof PASO) {
  if (codigo === undefined) return { problems: [{ field: "codigo", message: PIDE_CODIGO }] }
  return (await reclamarComienzo(context, codigo)) ? otraVez(siguiente) : { card: codigoInicialNoSirveCard() }
}

const continuar = (paso: keyof typeof PASO) => comienzoReclamadoCard(PASO[paso].command, PASO[paso].falta)

const loQueFalta = async ({ data, organo, hoy }: CommandContext) =>
  faltantesCard(organo, await faltantesDe(data.read, organo, hoy))
