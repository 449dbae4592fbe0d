import { z } from "zod"
import { buscarAcuerdos } from "../../app/acuerdo/buscar.ts"
import { acuerdosBuscadosCard } from "../../cards/acuerdo/buscados.ts"
import { PAGE_SIZE } from "../../cards/respuesta.ts"
import { veCompromiso } from "../../domain/visibilidad/visibilidad.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { referencia } from "../opciones/referencia.ts"

export const acuerdoBuscarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "buscar",
  synonyms: ["busca", "encontrar", "que acordamos", "que se acordo"],

  frases: [
    "que acord*|decid*|resolv*|dij*|determin*|quedo|quedaron|establec* sobre|acerca|respecto|en_materia|de_lo|lo_de|lo_del|en_torno !#numero !dice",
    "acuerdo|acuerdos|acordado|acordo|acordamos|acordaron sobre|acerca|respecto|hable|hablen|hablan|relacionad*|tema|menciona*|en_materia|tengan_que_ver",
    "busca|buscar|buscame|busco|encuentra|encontrar acuerdo|acuerdos|acordado|algo|todo|donde?",
    "donde|cuando|que_sesion|cual_sesion|cual_reunion|que_reunion se_vio|se_trato|se_hablo|se_acordo|vimos|vieron|trataron|acordamos|trataron|salio|hablaron lo_de|lo_del|sobre|de|el|la",
    "hay acuerdo|acuerdos|algo sobre|acerca|respecto|relacionad*|en_materia",
    "que_han|que_se_ha|que_hemos|han_acordado acordado|decidido|dicho|resuelto sobre|de|acerca",
    "busca|buscar|buscame|busco !persona !quien !compromiso !directorio",
  ],
  summary: "Busca en el texto de los acuerdos, por sus palabras",
  audience: "todas",
  acts: false,
  options: z.object({
    texto: referencia({
      summary: "lo que busca, por ejemplo: capacitación",
      label: "Qué busca",
      max: 200,
      rest: true,
    }).min(1),
    pagina: paginaOption,
  }),
  form: { title: "Buscar acuerdos", submit: "Buscar", fields: ["texto"] },
  async run(context, { texto, pagina: pedida = 1 }) {
    const { actor, organo, hoy, data } = context
    const consulta = { read: data.read, actor, organo, hoy }
    const hallados = (desde: number) => buscarAcuerdos(consulta, texto, { desde, cuantos: PAGE_SIZE })
    const primera = await hallados((pedida - 1) * PAGE_SIZE)
    // A page past the end has nobody to count it: the first one does.
    const { encontrados, n } =
      primera.total === 0 && pedida > 1
        ? { encontrados: await hallados(0), n: 1 }
        : { encontrados: primera, n: pedida }
    const paginas = Math.max(1, Math.ceil(encontrados.total / PAGE_SIZE))
    const pagina = { pagina: n, paginas, mostrados: encontrados.filas.length, total: encontrados.total }
    const soloPublicos = !veCompromiso(actor, organo.id)
    return {
      card: acuerdosBuscadosCard({ ...encontrados, organo: organo.nombreCorto, pagina, soloPublicos }),
      replaces: pedida > 1,
    }
  },
})
