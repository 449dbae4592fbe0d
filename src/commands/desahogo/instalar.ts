import { z } from "zod"
import {
  declararSinQuorum,
  type Instalacion,
  instalarSesion,
  leerPaseDeLista,
  type Registrado,
  registrarLlegada,
  registrarSalida,
} from "../../app/desahogo/pase-de-lista.ts"
import type { Card } from "../../cards/card.ts"
import { institucionQueResponde, sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import {
  faltaDeQuorumCard,
  institucionNoConvocada,
  paseDeListaCard,
  sesionInstaladaCard,
} from "../../cards/desahogo/pase-de-lista.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { type CommandContext, defineCommand, type Reply } from "../router/definition.ts"

/** The day of the session: roll-call, installation and, without quórum, its constancia. */

const soloSesion = z.object({ sesion: sesionTexto.optional() })
const institucion = z
  .string()
  .min(1)
  .max(120)
  .meta({ summary: "siglas de la institución", completes: "institucion", label: "Institución" })
const sesion = z
  .string()
  .max(120)
  .optional()
  .meta({ summary: "clave de la sesión; si falta, la próxima", completes: "sesion", label: "Sesión" })

export const sesionPaseDeListaCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-ver",
  synonyms: ["pase de lista", "lista de asistencia", "pasar lista", "pase"],
  summary: "Pase de lista con quórum en vivo",
  audience: "secretaria_tecnica",
  options: soloSesion,
  async run(context, options) {
    const { data, organo, hoy } = context
    const pedida = await pedir(context, options.sesion, "sesion.pase-ver")
    if (pedida.kind === "card") return pedida
    const pase = await leerPaseDeLista({ read: data.read, organo, hoy }, pedida.sesion)
    return { card: pase ? paseDeListaCard(organo, pase) : sinConvocatoria(organo, pedida.sesion) }
  },
})

export const sesionPresenteCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-llegada",
  synonyms: ["presente", "llego", "llegada"],
  summary: "Registra que una institución llegó a la sesión",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion,
    modo: z
      .enum(["presencial", "distancia"])
      .optional()
      .meta({
        summary: "en persona o a distancia",
        labels: { presencial: "En persona", distancia: "A distancia" },
      }),
    sesion,
  }),
  run: (context, options) =>
    enLista(context, options, "sesion.pase-llegada", (actuacion, id, found) =>
      registrarLlegada(
        actuacion,
        id,
        found,
        options.modo === undefined ? null : options.modo === "distancia",
      ),
    ),
})

export const sesionSalidaCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-salida",
  synonyms: ["salida", "salio", "se retira"],
  summary: "Registra que una institución dejó la sesión, y avisa si se pierde el quórum",
  audience: "secretaria_tecnica",
  options: z.object({ institucion, sesion }),
  run: (context, options) => enLista(context, options, "sesion.pase-salida", registrarSalida),
})

export const sesionInstalarCommand = defineCommand({
  name: "sesion",
  subcommand: "instalar",
  synonyms: ["iniciar", "declarar instalada"],
  summary: "Declara instalada la sesión, si hay quórum",
  audience: "secretaria_tecnica",
  options: soloSesion,
  run: (context, options) => declarar(context, options.sesion, "sesion.instalar", instalarSesion),
})

export const sesionSinQuorumCommand = defineCommand({
  name: "sesion",
  subcommand: "sin-quorum",
  synonyms: ["sin quorum", "falta de quorum", "constancia"],
  summary: "Hace constar que la sesión no se celebró por falta de quórum",
  audience: "secretaria_tecnica",
  options: soloSesion,
  run: (context, options) => declarar(context, options.sesion, "sesion.sin-quorum", declararSinQuorum),
})

const pedir = (context: CommandContext, typed: string | undefined, command: string) =>
  sesionPedida(context, typed, command, (todas) => enCurso(todas) ?? proximaSesion(todas, context.hoy))

/** While a session is being held, that is the one that is meant. */
const enCurso = (todas: readonly Sesion[]) =>
  todas.find(({ estado }) => estado === "instalada" || estado === "receso") ?? null

async function enLista(
  context: CommandContext,
  options: { readonly institucion: string; readonly sesion?: string | undefined },
  command: string,
  registrar: (
    actuacion: ReturnType<typeof actuacionOf>,
    sesionId: string,
    institucion: Institucion,
  ) => Promise<Registrado>,
): Promise<Reply> {
  const { data, organo } = context
  const pedida = await pedir(context, options.sesion, command)
  if (pedida.kind === "card") return pedida
  const convocadas = new Set(
    (await data.read.sesiones.integrantes(pedida.sesion.id)).map((uno) => uno.institucionId),
  )
  const posibles = (await data.read.instituciones.all()).filter(({ id }) => convocadas.has(id))
  const found = buscarInstitucion(options.institucion, posibles)
  if (found.kind === "varias") return { card: institucionQueResponde(pedida.sesion, found.items, command) }
  if (found.kind === "ninguna")
    return { card: institucionNoConvocada(organo, pedida.sesion, options.institucion) }
  const result = await registrar(actuacionOf(context), pedida.sesion.id, found.item)
  return { card: registrado(organo, found.item, result), replaces: true }
}

function registrado(organo: Organo, { siglas }: Institucion, result: Registrado): Card {
  switch (result.kind) {
    case "hecho":
      return paseDeListaCard(
        organo,
        result.pase,
        result.perdioQuorum
          ? `Al salir ${siglas} se perdió el quórum. Quien preside decide cómo proceder.`
          : null,
      )
    case "ya_estaba":
      return paseDeListaCard(organo, result.pase, `${siglas}: sin cambios, ya estaba registrado así.`)
    case "fuera_de_estado":
      return sesionFueraDeEstado(organo, result.sesion, "pasar lista en")
  }
}

async function declarar(
  context: CommandContext,
  typed: string | undefined,
  command: string,
  hacer: (actuacion: ReturnType<typeof actuacionOf>, sesionId: string) => Promise<Instalacion>,
): Promise<Reply> {
  const pedida = await pedir(context, typed, command)
  if (pedida.kind === "card") return pedida
  const result = await hacer(actuacionOf(context), pedida.sesion.id)
  return { card: declaracion(context.organo, result), replaces: true }
}

function declaracion(organo: Organo, result: Instalacion): Card {
  switch (result.kind) {
    case "instalada":
      return result.pase.sesion.estado === "instalada"
        ? sesionInstaladaCard(organo, result.pase)
        : paseDeListaCard(organo, result.pase, "Hay quórum: la sesión puede instalarse.")
    case "sin_quorum":
      return faltaDeQuorumCard(organo, result.pase)
    case "fuera_de_estado":
      return sesionFueraDeEstado(organo, result.sesion, "instalar")
  }
}
