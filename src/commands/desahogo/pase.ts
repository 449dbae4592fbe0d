import { z } from "zod"
import { deshacerPase, type PaseDeshecho } from "../../app/desahogo/deshacer-pase.ts"
import {
  leerPaseDeLista,
  type Registrado,
  registrarLlegada,
  registrarSalida,
} from "../../app/desahogo/pase-de-lista.ts"
import type { Card } from "../../cards/card.ts"
import { comando } from "../../cards/comando.ts"
import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { paseCerradoCard } from "../../cards/desahogo/correccion.ts"
import { motivoDe } from "../../cards/desahogo/deshacer.ts"
import { antesDeSuFechaCard, paseDeOtroDiaCard } from "../../cards/desahogo/momento.ts"
import { paseDeListaCard } from "../../cards/desahogo/pase-de-lista.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import type { ActoAsistencia } from "../../domain/sesion/transiciones.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { esRemota, modoOption } from "../opciones/asistencia.ts"
import { horaEscrita } from "../opciones/fecha.ts"
import { institucionNombrada, sesionClave } from "../opciones/institucion.ts"
import { pedirSesion } from "../opciones/punto.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { institucionDeSesion } from "./convocada.ts"

/** The roll-call: who arrives, who leaves, and what was registered by mistake. */

const institucion = institucionNombrada("siglas de la institución")
const sesion = sesionClave
const hora = horaEscrita({ summary: "a qué hora fue, si no es en este momento" }).optional()

export const sesionPaseDeListaCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-ver",
  synonyms: ["pase de lista", "lista de asistencia", "pasar lista", "pase"],

  frases: [
    "$quien llego|llegaron|llegado|presentes|esta|estan|entro|entraron|conectados !avisos !acuse* !recordatorio* !punto",
    "pase_de_lista|lista_de_asistencia|pasar_lista|pasemos_lista",
    "faltan|falta llegar|llegue|lleguen",
    "presentes",
  ],
  summary: "Pase de lista con quórum en vivo",
  audience: "conducen",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const { data, organo, hoy } = context
    const pedida = await pedirSesion(context, options.sesion, "sesion.pase-ver")
    if (pedida.kind === "card") return pedida
    const pase = await leerPaseDeLista({ read: data.read, organo, hoy }, pedida.sesion)
    return { card: pase ? paseDeListaCard(organo, pase) : sinConvocatoria(organo, pedida.sesion) }
  },
})

export const sesionPresenteCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-llegada",
  synonyms: ["presente", "llego", "llegada"],

  frases: [
    "llego|llegaron|llega|arribo|conecto|presente|entro|incorporo #institucion !#pregunta !quien* !no !aviso",
    "#institucion presente|ya_esta|ya_entro|ya_se_conecto !#pregunta",
  ],
  summary: "Registra que una institución llegó a la sesión",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion,
    modo: modoOption("en persona o a distancia"),
    sesion,
    hora,
  }),
  run: (context, options) =>
    enLista(context, options, "sesion.pase-llegada", async (found, pedida) => {
      const cuando = { remota: esRemota(options.modo), hora: options.hora ?? null }
      const result = await registrarLlegada(actuacionOf(context), pedida.id, found, cuando)
      return registrado(context.organo, found, result, "llegada")
    }),
})

export const sesionSalidaCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-salida",
  synonyms: ["salida", "salio", "se retira"],

  frases: ["se_fue|se_retira|se_retiro|se_va|salio|retirarse|se_desconecto #institucion !#pregunta"],
  summary: "Registra que una institución dejó la sesión, y avisa si se pierde el quórum",
  audience: "secretaria_tecnica",
  options: z.object({ institucion, sesion, hora }),
  run: (context, options) =>
    enLista(context, options, "sesion.pase-salida", async (found, pedida) => {
      const cuando = { hora: options.hora ?? null }
      const result = await registrarSalida(actuacionOf(context), pedida.id, found, cuando)
      return registrado(context.organo, found, result, "salida")
    }),
})

export const sesionPaseDeshacerCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-deshacer",
  synonyms: ["deshacer llegada", "deshacer salida"],

  frases: ["borra|deshaz|quita|anula|corrige llegada|salida #institucion"],
  summary: "Deshace lo último que se registró de una institución en el pase de lista",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({ institucion, sesion }),
  run: (context, options) =>
    enLista(context, options, "sesion.pase-deshacer", async (found, pedida) => ({
      card: deshecho(context.organo, found, await deshacerPase(actuacionOf(context), pedida.id, found)),
      replaces: true,
    })),
})

/** Finds the session and the institution, and asks when either is in doubt. */
async function enLista(
  context: CommandContext,
  options: { readonly institucion: string; readonly sesion?: string | undefined },
  command: string,
  hacer: (institucion: Institucion, sesion: Sesion) => Promise<Reply>,
): Promise<Reply> {
  const pedida = await pedirSesion(context, options.sesion, command)
  if (pedida.kind === "card") return pedida
  const found = await institucionDeSesion(context, pedida.sesion, options.institucion)
  return found.kind === "reply" ? found.reply : hacer(found.institucion, pedida.sesion)
}

function registrado(organo: Organo, found: Institucion, result: Registrado, acto: ActoAsistencia): Reply {
  const { siglas } = found
  switch (result.kind) {
    case "hecho": {
      const aviso =
        result.quorum === null
          ? null
          : result.quorum === "perdido"
            ? `Al salir ${siglas} se perdió el quórum. Quien preside decide cómo proceder.`
            : `Con la llegada de ${siglas} vuelve a haber quórum.`
      return {
        card: paseDeListaCard(organo, result.pase, aviso, { institucion: found, acto }),
        replaces: true,
      }
    }
    case "ya_estaba":
      return {
        card: paseDeListaCard(organo, result.pase, `${siglas}: sin cambios, ya estaba registrado así.`),
        replaces: true,
      }
    case "fuera_de_estado": {
      const { sesion: cual } = result
      const card =
        cual.estado === "clausurada"
          ? paseCerradoCard(organo, cual, siglas, acto)
          : sesionFueraDeEstado(organo, cual, "pasar lista en")
      return { card, replaces: true }
    }
    case "otro_dia": {
      const { sesion: cual, dia } = result
      const ejemplo = comando(`sesion.pase-${acto}`, {
        institucion: siglas,
        "sesion:": cual.clave,
        "hora:": cual.hora ?? "10:00",
      })
      const card =
        dia === "antes"
          ? antesDeSuFechaCard(organo, cual, "pasar_lista")
          : paseDeOtroDiaCard(organo, cual, ejemplo)
      return { card }
    }
    case "hora_por_venir":
      return { problems: [{ field: "hora", message: HORA_POR_VENIR }] }
  }
}

export const HORA_POR_VENIR = "Esa hora aún no llega. Escriba la hora en que ocurrió, o ninguna si es ahora."

function deshecho(organo: Organo, { siglas }: Institucion, result: PaseDeshecho): Card {
  switch (result.kind) {
    case "deshecho":
      return paseDeListaCard(
        organo,
        result.pase,
        `Se deshizo la ${result.acto} de ${siglas}. Los dos actos quedan en el registro.`,
      )
    case "nada":
      return paseDeListaCard(organo, result.pase, `De ${siglas} no hay nada registrado que deshacer.`)
    case "depende":
      return paseDeListaCard(organo, result.pase, `${siglas}: ${motivoDe(result.acto, result.de)}`)
    case "otra_persona":
      return paseDeListaCard(
        organo,
        result.pase,
        "No se deshizo: otra persona acaba de actuar. Así está el pase de lista:",
      )
    case "fuera_de_estado":
      return result.sesion.estado === "clausurada"
        ? paseCerradoCard(organo, result.sesion, siglas, "no_asistio")
        : sesionFueraDeEstado(organo, result.sesion, "cambiar el pase de lista de")
  }
}
