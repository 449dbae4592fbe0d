import { z } from "zod"
import { textosDe } from "../../app/testado/registro.ts"
import { MAX_DETAIL_BUTTONS } from "../../cards/respuesta.ts"
import { elegirTextoCard, registroSinTextosCard } from "../../cards/testado/testado.ts"
import { escribirLugar } from "../../domain/testado/lugar.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { referencia } from "../opciones/referencia.ts"

/** The texts of a record that is known by its clave, each with the button that takes it out whole. */
export const plenariaTestarRegistroCommand = defineCommand({
  name: "plenaria",
  subcommand: "registro-testar",
  synonyms: ["textos de un registro"],
  summary: "Elige qué texto de una sesión, un acuerdo o un compromiso se quita completo",
  audience: "secretaria_tecnica",
  acts: false,
  options: z.object({
    registro: referencia({
      summary: "clave de la sesión, del acuerdo o del compromiso",
      label: "Clave",
      rest: true,
    }),
    pagina: paginaOption,
  }),
  form: { title: "Textos de un registro", submit: "Ver sus textos", fields: ["registro"] },
  async run({ data, organo }, { registro, pagina: pedida }) {
    const found = await textosDe(data.fresh, organo, registro)
    if (found === null) return { card: registroSinTextosCard() }
    const paginas = Math.ceil(found.textos.length / MAX_DETAIL_BUTTONS)
    const pagina = Math.min(pedida ?? 1, paginas)
    const filas = found.textos.slice((pagina - 1) * MAX_DETAIL_BUTTONS, pagina * MAX_DETAIL_BUTTONS)
    const textos = filas.map(({ lugar, orden }) => ({ ...lugar, orden, lugar: escribirLugar(lugar) }))
    const total = found.textos.length
    return {
      card: elegirTextoCard(found.clave, textos, { pagina, paginas, mostrados: filas.length, total }, organo),
      replaces: pedida !== undefined,
    }
  },
})
