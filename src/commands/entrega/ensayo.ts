import { z } from "zod"
import { ensayar } from "../../app/dia/ensayar.ts"
import { ensayoCard } from "../../cards/entrega/ensayo.ts"
import { institucionPorElegir } from "../../cards/institucion-por-elegir.ts"
import { paginar } from "../../cards/respuesta.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { defineCommand } from "../definition/definition.ts"
import { siglasDeEjemplo } from "../opciones/ejemplos.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { referencia } from "../opciones/referencia.ts"

/** How far ahead the rehearsal in chat looks, in days. */
const DIAS = 30
const ELEGIR = { command: "plenaria.ensayo", todas: "Ver el ensayo de todas" } as const

export const plenariaEnsayoCommand = defineCommand({
  name: "plenaria",
  subcommand: "ensayo",
  synonyms: ["ensayar", "simulacro", "simular", "avisos"],

  frases: [
    "recordatorios|recordatorio|$avisos van_a|salir|saldra|saldran|programad*|enviaras|enviaran|mandaras|mandaran|tocan|proximos|siguientes|mes|semana|manana !llegaron !llegado !no !pospon*",
    "simul*|ensay*",
    "que|cuales|cuando recordatorios|avisos|recordaras van|vas|saldran|hay|toca*|mandas|envias|mandaras",
  ],
  summary: "Qué avisos se enviarían en los próximos 30 días, a quién y por qué, sin enviarlos",
  audience: "conducen",
  acts: false,
  options: z.object({
    institucion: referencia({
      summary: "siglas o nombre, para leer sus mensajes completos",
      completes: "institucion",
      rest: true,
    }).optional(),
    pagina: paginaOption,
  }),
  async run(context, options) {
    const { data, organo, hoy, now, plataformas } = context
    const said = options.institucion ?? ""
    const found = said === "" ? null : buscarInstitucion(said, await data.read.instituciones.all())
    if (found?.kind === "varias")
      return { card: institucionPorElegir(said, found.items, true, { ...ELEGIR, ejemplo: undefined }) }
    if (found?.kind === "ninguna") {
      return {
        card: institucionPorElegir(said, found.parecidas, false, {
          ...ELEGIR,
          ejemplo: await siglasDeEjemplo(context),
        }),
      }
    }
    const institucion = found?.item ?? null
    const rango = { desde: hoy, hasta: sumarDias(hoy, DIAS - 1) }
    const mensajes = await ensayar({ data, now }, rango, [organo])
    const wanted = mensajes.filter((uno) => institucion === null || uno.institucion?.id === institucion.id)
    const { filas, pagina } = paginar(wanted, options.pagina ?? 1)
    return {
      card: ensayoCard({ organo, plataformas, ...rango, institucion, filas, pagina }),
      replaces: options.pagina !== undefined,
    }
  },
})
