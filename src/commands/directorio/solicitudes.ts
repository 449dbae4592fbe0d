import { z } from "zod"
import { darCodigoPersonal } from "../../app/directorio/codigo.ts"
import { aprobarVinculacion, rechazarVinculacion } from "../../app/directorio/resolver.ts"
import { loQueConsta } from "../../app/directorio/solicitar.ts"
import {
  solicitudesCard,
  solicitudResueltaCard,
  solicitudVinculacionCard,
} from "../../cards/directorio/solicitud.ts"
import { codigoPersonalCard, vinculacionResueltaCard } from "../../cards/directorio/vinculada.ts"
import type { Institucion, Persona, SolicitudVinculacion } from "../../domain/tipos/directorio.ts"
import { type CommandContext, defineCommand, type FormStart, type Reply } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { type Campos, problemasDe } from "./acto.ts"
import { institucionDe, personaDe } from "./encontrar.ts"
import { calidadOption, cargoOption, nombreOption, oficioOption, personaNombrada } from "./opciones.ts"

const numeroOption = z.coerce.number().int().min(1).max(2_000_000_000).meta({
  summary: "número de la solicitud",
  label: "Solicitud",
})

export const plenariaSolicitudesCommand = defineCommand({
  name: "plenaria",
  subcommand: "solicitudes",
  synonyms: ["solicitudes de vinculacion", "por vincular"],

  frases: [
    "solicitudes",
    "$quien pidio|pidieron|pide|quiere|solicito vincul*|alta|acceso",
    "por_vincular|pendientes vincul*|cuentas?",
  ],
  summary: "Quiénes piden que se vincule su cuenta",
  audience: "secretaria_tecnica",
  acts: false,
  options: z.object({ numero: numeroOption.optional() }),
  async run(context, { numero }) {
    const { data, organo } = context
    const pendientes = await data.fresh.vinculaciones.pendientes(organo.id)
    const todas = await data.read.instituciones.all()
    const vistas = pendientes.flatMap((solicitud) => {
      const institucion = todas.find(({ id }) => id === solicitud.institucionId)
      return institucion ? [{ solicitud, institucion }] : []
    })
    if (numero === undefined) return { card: solicitudesCard(organo, vistas) }
    const una = vistas.find(({ solicitud }) => solicitud.numero === numero)
    if (una === undefined) return { card: solicitudResueltaCard(numero) }
    const consta = await loQueConsta(data.fresh, una.solicitud)
    return { card: solicitudVinculacionCard({ organo, ...una, ...consta }) }
  },
})

interface Pendiente {
  readonly solicitud: SolicitudVinculacion
  readonly institucion: Institucion
}

/** One of the body's that waits; `null`: it does not, or there is none. */
async function pendiente({ data, organo }: CommandContext, numero: number): Promise<Pendiente | null> {
  const solicitud = await data.fresh.vinculaciones.byNumero(organo.id, numero)
  const institucion = solicitud && (await data.read.instituciones.byId(solicitud.institucionId))
  return solicitud?.estado === "pendiente" && institucion ? { solicitud, institucion } : null
}

type Pedido = Pick<SolicitudVinculacion, "nombre" | "cargo" | "calidad" | "oficio"> & {
  readonly institucion: Institucion
  readonly persona: Persona | null
  readonly esOtra: boolean
}

const CAMPOS: Campos = { cuenta: "numero", desde: "calidad" }

async function aprobar(context: CommandContext, { solicitud }: Pendiente, pedido: Pedido): Promise<Reply> {
  const result = await aprobarVinculacion(actuacionOf(context), solicitud, pedido)
  if (result.kind === "ya_resuelta") return { card: solicitudResueltaCard(solicitud.numero) }
  if (result.kind === "reparo") return problemasDe(result.reparo, CAMPOS)
  return { card: vinculacionResueltaCard(solicitud.numero, result.valor), replaces: true }
}

export const directorioVinculacionAprobarCommand = defineCommand({
  name: "directorio",
  subcommand: "vinculacion-aprobar",
  synonyms: [],
  summary: "Vincula la cuenta con quien dijo ser",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    numero: numeroOption,
    persona: personaNombrada("con quién del directorio; si falta, una persona nueva").optional(),
    homonimia: z
      .enum(["otra"])
      .meta({ summary: "hay otra persona con ese nombre", labels: { otra: "Es otra persona" } })
      .optional(),
  }),
  async run(context, { numero, persona: typed, homonimia }) {
    const espera = await pendiente(context, numero)
    if (espera === null) return { card: solicitudResueltaCard(numero) }
    const found = typed === undefined ? null : await personaDe(context, "persona", typed)
    if (found?.kind === "problema") return found
    const { nombre, cargo, calidad, oficio } = espera.solicitud
    return aprobar(context, espera, {
      nombre,
      cargo,
      calidad,
      oficio,
      institucion: espera.institucion,
      persona: found?.item ?? null,
      esOtra: homonimia === "otra",
    })
  },
})

export const directorioVinculacionCorregirCommand = defineCommand({
  name: "directorio",
  subcommand: "vinculacion-corregir",
  synonyms: [],
  summary: "Vincula la cuenta con los datos corregidos",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    numero: numeroOption,
    nombre: nombreOption("su nombre completo"),
    cargo: cargoOption,
    institucion: institucionNombrada("por cuál institución"),
    calidad: calidadOption,
    oficio: oficioOption.optional(),
    persona: personaNombrada("si ya está en el directorio: su nombre o clave", "Ya registrada").optional(),
  }),
  form: {
    title: "Corregir y vincular",
    submit: "Vincular",
    fields: ["nombre", "cargo", "institucion", "calidad", "oficio", "persona"],
    async prepare(
      context,
      given,
    ): Promise<FormStart | { readonly card: ReturnType<typeof solicitudResueltaCard> }> {
      const numero = Number(given.numero)
      const espera = await pendiente(context, numero)
      if (espera === null) return { card: solicitudResueltaCard(numero) }
      const { nombre, cargo, calidad, oficio } = espera.solicitud
      const values = { nombre, cargo, calidad, oficio: oficio ?? "", institucion: espera.institucion.siglas }
      return {
        values,
        intro:
          "Con «Ya registrada», la cuenta es de esa persona y lo demás solo dice su designación; sin ella, se registra a una persona nueva.",
      }
    },
  },
  async run(context, { numero, nombre, cargo, institucion, calidad, oficio = null, persona: typed }) {
    const espera = await pendiente(context, numero)
    if (espera === null) return { card: solicitudResueltaCard(numero) }
    const por = await institucionDe(context, "institucion", institucion)
    if (por.kind === "problema") return por
    const found = typed === undefined || typed === "" ? null : await personaDe(context, "persona", typed)
    if (found?.kind === "problema") return found
    return aprobar(context, espera, {
      nombre,
      cargo,
      calidad,
      oficio,
      institucion: por.item,
      persona: found?.item ?? null,
      esOtra: false,
    })
  },
})

export const directorioVinculacionRechazarCommand = defineCommand({
  name: "directorio",
  subcommand: "vinculacion-rechazar",
  synonyms: [],
  summary: "No vincula la cuenta, y dice por qué",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    numero: numeroOption,
    motivo: textoLibre({
      summary: "por qué no se vincula; quien pidió lo lee",
      label: "Motivo",
      min: 5,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Rechazar la solicitud",
    submit: "Rechazar",
    fields: ["motivo"],
    prepare: async () => ({ values: {}, intro: "Quien pidió recibe este motivo por mensaje directo." }),
  },
  async run(context, { numero, motivo }) {
    const espera = await pendiente(context, numero)
    const rechazada =
      espera !== null && (await rechazarVinculacion(actuacionOf(context), espera.solicitud, motivo))
    return {
      card: rechazada ? vinculacionResueltaCard(numero, null) : solicitudResueltaCard(numero),
      replaces: true,
    }
  },
})

export const plenariaCodigoPersonalCommand = defineCommand({
  name: "plenaria",
  subcommand: "codigo-personal",
  synonyms: ["codigo de vinculacion"],
  summary: "Código de un solo uso para que una persona vincule su cuenta",
  audience: "secretaria_tecnica",
  options: z.object({ persona: personaNombrada("para quién es el código: nombre o clave") }),
  form: {
    title: "Código personal",
    submit: "Crear el código",
    fields: ["persona"],
    prepare: async (_, { persona = "" }): Promise<FormStart> => ({
      values: { persona },
      intro:
        "Vale 72 horas y un solo uso. Se le muestra una vez: entréguelo por un medio que solo esa persona lea.",
    }),
  },
  async run(context, { persona: typed }) {
    const found = await personaDe(context, "persona", typed)
    if (found.kind === "problema") return found
    const result = await darCodigoPersonal(actuacionOf(context), found.item)
    if (result.kind === "reparo") return problemasDe(result.reparo)
    return { card: codigoPersonalCard({ persona: found.item, zona: context.organo.zona, ...result.valor }) }
  },
})
