import { z } from "zod"
import { escritoAhora, leerCambios } from "../../app/regla/leer.ts"
import { perfilEn, ultimaVersion } from "../../app/regla/perfil.ts"
import { prepararCambio } from "../../app/regla/preparar.ts"
import { registrarReglas } from "../../app/regla/registrar.ts"
import type { CampoRegla, FormularioReglas } from "../../app/regla/tema/campo.ts"
import { FORMULARIOS, TEMAS } from "../../app/regla/tema/temas.ts"
import { unaMirada } from "../../app/regla/una-mirada.ts"
import {
  cambioPorConfirmarCard,
  cambioRegistradoCard,
  reglasSinCambioCard,
} from "../../cards/regla/cambio.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { type Command, type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { reglas, temaOption } from "./reglas.ts"

/** The forms of a theme are opened from here: the only one there is at once, or which is asked. */
export const plenariaReglaCambiarCommand = defineCommand({
  name: "plenaria",
  subcommand: "regla-cambiar",
  synonyms: ["cambiar reglas", "cambiar regla"],
  summary: "Cambia las reglas de un tema, con su fundamento y desde una fecha",
  audience: "secretaria_tecnica",
  options: z.object({ tema: temaOption }),
  async run(context, { tema }) {
    const [solo, ...otros] = tema === "calendario" ? [{ clave: "calendario" }] : FORMULARIOS[tema]
    if (solo === undefined || otros.length > 0) return reglas(context, tema)
    return {
      again: {
        command: `plenaria.regla-${solo.clave}`,
        values: {},
        filledIn: false,
        confirmed: false,
        dispensados: [],
        asForm: true,
      },
    }
  },
})

export const segunOption = textoLibre({
  summary: "qué lo dice: artículo, acuerdo u oficio",
  label: "Según",
  min: 3,
  max: 300,
})

/** Which version it was decided on. */
const marca = referencia({ summary: "versión que se revisó", max: 10 }).optional()
const desde = fechaEscrita({
  summary: "a partir de qué día; si falta, mañana",
  label: "A partir de",
}).optional()

const opcionDe = ({ etiqueta, ayuda, valores, parrafo }: CampoRegla): z.ZodType =>
  valores === null
    ? textoLibre({ summary: ayuda, label: etiqueta, max: 1000, parrafo: parrafo ?? false }).optional()
    : z
        .enum(Object.keys(valores) as [string, ...string[]])
        .optional()
        .meta({ summary: ayuda, label: etiqueta, labels: valores })

/** A command for each form: a button of the theme opens it. */
export const comandosFormulario: readonly Command[] = TEMAS.flatMap((tema) =>
  tema === "calendario" ? [] : FORMULARIOS[tema].map((formulario) => comandoDe(formulario, tema)),
)

function comandoDe(formulario: FormularioReglas, tema: string): Command {
  const opciones = Object.fromEntries(formulario.campos.map((campo) => [campo.opcion, opcionDe(campo)]))
  return defineCommand({
    name: "plenaria",
    subcommand: `regla-${formulario.clave}`,
    synonyms: [],
    summary: `Cambia las reglas: ${formulario.titulo}`,
    audience: "secretaria_tecnica",
    hidden: true,
    options: z.object({ ...opciones, segun: segunOption, desde, marca }),
    form: {
      title: formulario.titulo,
      submit: "Revisar el cambio",
      fields: [...formulario.campos.map(({ opcion }) => opcion), "segun", "desde"],
      async prepare({ data, organo, hoy }) {
        const perfil = perfilEn(await data.fresh.organos.versiones(organo.id), hoy)
        return {
          values: { ...escritoAhora(formulario, perfil), desde: sumarDias(hoy, 1) },
          intro: "Cambie lo que haga falta. Antes de registrarlo se le muestra qué avisos cambian.",
          demo: organo.origen === "demo",
        }
      },
    },
    run: (context, dichos) => cambiar(context, formulario, tema, dichos as Dichos),
  })
}

type Dichos = Readonly<Record<string, string | undefined>> & { readonly segun: string }

async function cambiar(
  context: CommandContext,
  formulario: FormularioReglas,
  tema: string,
  dichos: Dichos,
): Promise<Reply> {
  const { data, organo, hoy, now, plataformas, filledIn, confirmed } = context
  const cuando = dichos.desde ?? sumarDias(hoy, 1)
  const versiones = await data.fresh.organos.versiones(organo.id)
  const leidos = leerCambios(formulario, perfilEn(versiones, cuando), dichos, filledIn)
  if (leidos.kind === "problemas") return { problems: leidos.problemas }
  const pedido = { formulario, cambios: leidos.cambios, desde: cuando, fuente: dichos.segun }
  // What was shown and confirmed is not rehearsed again.
  const revisada = confirmed && dichos.marca === String(ultimaVersion(versiones))
  const consulta = { read: unaMirada(data.read), organo, hoy, now }
  const preparacion = await prepararCambio(consulta, pedido, versiones, !revisada)
  if (preparacion.kind === "sin_cambio") return { card: reglasSinCambioCard(organo, tema) }
  if (preparacion.kind === "problemas") return { problems: preparacion.problemas }
  const { cambio, nuevas } = preparacion
  if (revisada && (await registrarReglas(actuacionOf(context), nuevas, dichos.segun)))
    return { card: cambioRegistradoCard(cambio, tema), replaces: true }
  return {
    question: {
      card: cambioPorConfirmarCard(cambio, plataformas, confirmed),
      answers: [
        {
          label: "Registrar el cambio",
          values: { marca: String(nuevas.base), desde: cuando },
          confirms: true,
        },
      ],
    },
  }
}
