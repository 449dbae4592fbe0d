import { z } from "zod"
import { compromisosPropios } from "../../app/compromiso/listar.ts"
import { comando, frase } from "../../cards/comando.ts"
import { listaCompromisos, sinInstitucion } from "../../cards/compromiso/lista.ts"
import { paginar } from "../../cards/respuesta.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"

export const compromisoMiosCommand = defineCommand({
  name: "compromiso",
  subcommand: "mios",
  synonyms: [
    "mis",
    "mio",
    "propios",
    "mis compromisos",
    "mis pendientes",
    "mis tareas",
    "mis acuerdos",
    "mis asuntos",
    "que me toca",
    "que debo",
  ],

  frases: [
    "que|cual|cuales|cuanto|cuantos toca|corresponde|falta|faltan|debo|debemos|adeudamos|quedo|queda|urge #nuestro !#institucion !tratar !llegar",
    "que me|nos|a_mi|a_nosotros|nosotros toca|corresponde|falta|faltan|queda|vence|vencen|deja*",
    "mis|nuestros|mi|nuestro|mios $compromiso",
    "$compromiso #nuestro !#institucion",
    "pendientes|pendiente|tareas|compromisos !acuerdo* !todos !todas !quien* !cuales_son !instituciones !de_los !#institucion",
    "que|cuanto debo|debemos|tengo|tenemos|traemos|nos_falta hacer|entregar|pendiente|pendientes|cumplir|mandar|enviar|por_hacer|atender|reportar",
    "$compromiso mi_cargo|nuestro_cargo^2",
    "a_mi_cargo|a_nuestro_cargo|a_mi_nombre|de_nosotros|asignad*|encargaron|me_tocan|nos_tocan",
    "se_nos|se_me|nos|me venc*|pas*_la_fecha",
    "que|cuales|cuando venc*|caduc* #nuestro|semana|hoy|manana|mes|pronto|proximos !#tema !#numero !#institucion",
    "toca|debemos|debo|hay_que|tenemos_que entregar|mandar|enviar|reportar|presentar|hacer !reunir* !$sesion",
    "como|que_tal vamos|voy|andamos|estamos nosotros|nosotras|mi_institucion|mi_dependencia|nuestra_institucion|con_lo_nuestro|de_pendientes",
    "algo|que pendiente|por_entregar|atrasado|vencido #nuestro",
    "debemos|debo algo|todavia|aun|que",
  ],
  summary: "Compromisos de su institución, por urgencia",
  audience: "del_organo",
  acts: false,
  options: z.object({ pagina: paginaOption }),
  async run({ actor, organo, hoy, data }, options) {
    const own = await compromisosPropios({ read: data.read, actor, organo, hoy })
    if (own.instituciones.length === 0) return { card: sinInstitucion() }
    const siglas = enumerar(own.instituciones.map((institucion) => institucion.siglas))
    const { filas, pagina } = paginar(own.compromisos, options.pagina ?? 1)
    const concluidos = plural(own.concluidos, "compromiso ya está atendido", "compromisos ya están atendidos")
    return {
      card: listaCompromisos({
        title: `Mis compromisos: ${siglas}`,
        hoy,
        filas,
        todos: own.compromisos,
        pagina,
        command: "compromiso.mios",
        arg: "",
        vacia: frase`${siglas} no tiene compromisos por atender. Vea los de las demás instituciones con ${comando("compromiso.lista")}.`,
        notas: own.concluidos > 0 ? [`${concluidos}.`] : [],
      }),
      replaces: options.pagina !== undefined,
    }
  },
})
