import { z } from "zod"
import { type FiltroCompromisos, listarCompromisos } from "../../app/compromiso/listar.ts"
import type { RichText } from "../../cards/card.ts"
import { comando, frase } from "../../cards/comando.ts"
import { listaCompromisos } from "../../cards/compromiso/lista.ts"
import { institucionPorElegir } from "../../cards/institucion-por-elegir.ts"
import { paginar } from "../../cards/respuesta.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import { defineCommand } from "../definition/definition.ts"
import { siglasDeEjemplo } from "../opciones/ejemplos.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { referencia } from "../opciones/referencia.ts"

const TITLES: Readonly<Record<FiltroCompromisos, string>> = {
  abiertos: "Compromisos en curso",
  vencidos: "Compromisos vencidos",
  prorroga: "Compromisos con prórroga por decidir",
  todos: "Todos los compromisos",
}

const ELEGIR = { command: "compromiso.lista", todas: "Ver todos los compromisos" } as const

export const compromisoListaCommand = defineCommand({
  name: "compromiso",
  subcommand: "lista",
  synonyms: ["listar", "listado"],

  frases: [
    "#institucion $compromiso|debe|deben|debiendo|adeuda*|falta*|incumpl*|cumpl*|venc*|atras*|retras*|entreg*|pend* !ya !#numero !dale !regresa*",
    "$compromiso de|del|para|tiene #institucion",
    "que|cuanto|cuantos|como debe|deben|tiene|va|falta*|le_toca #institucion !sesion !#numero",
    {
      di: "$quien|que !acuerdo !acuerdos atras*|retras*|rezag*|venc*|incumpl*|moros*|no_han_cumplido|no_ha_cumplido|no_han_entregado|no_cumpl*|no_entreg*|pendientes|deben|debe|faltan|falta|entreg* instituciones|dependencias? !#nuestro !confirm* !acus* !llegar !autoriz* !vot*",
      con: { estado: "vencidos" },
    },
    {
      di: "venc*|atras*|retras*|rezag*|incumplid* !se_nos !se_me !#nuestro !#numero !cuando $compromiso? instituciones? lista? todos?",
      con: { estado: "vencidos" },
    },
    { di: "venc*|atras*|retras*|rezag*|incumplid* #institucion", con: { estado: "vencidos" } },
    "lista|listado|todos|relacion compromisos|pendientes instituciones|de_todos?",
    "compromisos|pendientes todos|todas|instituciones|dependencias|de_los|hay|abiertos|comision",
    "instituciones|dependencias faltan|deben|pendientes|cumpl*|entreg*",
    "todos|todas cumpl*|entreg*",
  ],
  summary: "Compromisos de todas las instituciones, por urgencia",
  audience: "del_organo",
  acts: false,
  options: z.object({
    estado: z
      .enum(["abiertos", "vencidos", "prorroga", "todos"])
      .optional()
      .meta({
        summary: "cuáles compromisos mostrar",
        labels: {
          abiertos: "En curso",
          vencidos: "Vencidos",
          prorroga: "Con prórroga por decidir",
          todos: "Todos",
        },
        synonyms: {
          abiertos: ["pendientes", "por atender", "curso", "sin atender"],
          vencidos: ["atrasados", "no atendidos"],
          prorroga: ["prorrogas", "con prorroga", "piden prorroga"],
          todos: ["todas"],
        },
      }),
    institucion: referencia({
      summary: "siglas o nombre de la institución",
      completes: "institucion",
      rest: true,
    }).optional(),
    pagina: paginaOption,
  }),
  async run(context, options) {
    const { actor, organo, hoy, data } = context
    const filtro = options.estado ?? "abiertos"
    const typed = options.institucion ?? ""
    const found = await listarCompromisos({ read: data.read, actor, organo, hoy }, filtro, typed || null)
    switch (found.kind) {
      case "institucion_ambigua":
        return { card: institucionPorElegir(typed, found.opciones, true, { ...ELEGIR, ejemplo: undefined }) }
      case "institucion_desconocida":
        return {
          card: institucionPorElegir(typed, found.parecidas, false, {
            ...ELEGIR,
            ejemplo: await siglasDeEjemplo(context),
          }),
        }
      case "lista": {
        const { filas, pagina } = paginar(found.compromisos, options.pagina ?? 1)
        const { institucion } = found
        return {
          card: listaCompromisos({
            title: `${TITLES[filtro]}: ${institucion ? institucion.siglas : organo.nombreCorto}`,
            hoy,
            filas,
            todos: found.compromisos,
            pagina,
            command: "compromiso.lista",
            arg: institucion ? `${filtro} institucion:${institucion.siglas}` : filtro,
            vacia: emptyText(filtro, institucion),
            notas: [],
          }),
          replaces: options.pagina !== undefined,
        }
      }
    }
  },
})

function emptyText(filtro: FiltroCompromisos, institucion: Institucion | null): RichText {
  const de = institucion ? ` de ${institucion.siglas}` : ""
  switch (filtro) {
    case "vencidos":
      return `No hay compromisos vencidos${de}.`
    case "prorroga":
      return `No hay prórrogas por decidir${de}.`
    case "abiertos":
      return frase`No hay compromisos en curso${de}. Vea también los concluidos con ${comando("compromiso.lista", { estado: "todos" })}.`
    case "todos":
      return `No hay compromisos registrados${de}.`
  }
}
