import { z } from "zod"
import type { Card } from "../../cards/card.ts"
import type { Form } from "../../cards/form.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../domain/reglas/perfil-reglas-default.ts"
import { REGLAS_SESION_USUALES } from "../../domain/reglas/reglas-sesion.ts"
import { esDatoProtegido } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import { ESTADOS_AUTORIZACION, type PedidoAutorizacion } from "../../domain/tipos/autorizacion.ts"
import { ESTADOS_COMPROMISO } from "../../domain/tipos/compromiso.ts"
import type { ContenidoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import { esTipoMensaje } from "../../domain/tipos/mensaje.ts"
import type { ContenidoResumen } from "../../domain/tipos/resumen.ts"
import { ESTADOS_SESION } from "../../domain/tipos/sesion.ts"
import type { Receipt } from "../../ports/chat-adapter.ts"
import { FORMAS, type Forma, type ModeloMensaje } from "../../ports/repositories/deliveries.ts"
import type { KeptRequest } from "../../ports/repositories/kept-requests.ts"

/** What is kept as JSON is checked when it is read: somebody may have changed it by hand. */

const plazo = z.object({
  n: z.number().int().min(0),
  unidad: z.enum(["dias_habiles", "dias_naturales", "horas"]),
})

const { recordatorios: usual } = PERFIL_PREDETERMINADO
const textos = z.object({ apertura: z.string().nullable(), cierre: z.string().nullable() })

/** A profile written before a rule existed has the usual one. */
const recordatoriosSchema = z.object({
  escalera: z.array(z.number().int()).readonly(),
  seguimientoSemanas: z.number().int().min(1).nullable().default(usual.seguimientoSemanas),
  horario: z.object({ desde: z.string(), hasta: z.string() }),
  destinatarios: z
    .array(
      z.object({
        desde: z.number().int(),
        a: z.array(z.enum(["enlace", "suplente", "titular", "secretaria_tecnica"])).readonly(),
      }),
    )
    .readonly()
    .default(usual.destinatarios),
  textos: z.object({ recordatorio: textos, vencimiento: textos, seguimiento: textos }).default(usual.textos),
  sesiones: z
    .object({
      diasAntes: z.array(z.number().int()).readonly(),
      mismoDia: z.boolean(),
      horasAntes: z.number().nullable(),
      convocatoria: z.array(z.number().int()).readonly(),
    })
    .default(usual.sesiones),
  informeSemanal: z.literal([1, 2, 3, 4, 5]).nullable().default(usual.informeSemanal),
})

const quorumSchema = z.object({
  base: z.enum(["integrantes_con_voto", "integrantes"]),
  regla: z.enum([
    "mitad_mas_uno",
    "mayoria",
    "dos_terceras_partes",
    "tercera_parte",
    "numero",
    "presidencia_mas_numero",
  ]),
  numero: z.number().int().nullable().default(null),
  redondeo: z.enum(["abajo", "arriba"]),
  exigePresidencia: z.boolean(),
  composicion: z
    .array(
      z.object({
        nombre: z.string().nullable(),
        instituciones: z.array(z.string()).readonly(),
        minimo: z.number().int().nullable(),
      }),
    )
    .readonly()
    .default([]),
})

const sesionesSchema = z.object({
  quorum: quorumSchema,
  segundaConvocatoria: z.object({
    permitida: z.boolean(),
    espera: z.object({
      n: z.number().int().min(0),
      unidad: z.enum(["dias_habiles", "dias_naturales", "horas", "minutos"]),
    }),
    quorum: z.enum(["presentes_con_presidencia", "presentes", "igual", "propio"]),
    quorumPropio: quorumSchema.nullable().default(null),
  }),
  toleranciaMinutos: z.number().nullable(),
  votacion: z.object({
    mayoria: z.enum(["simple", "absoluta", "dos_terceras_partes"]),
    sobre: z.enum(["presentes", "votos_emitidos", "integrantes"]),
    votoCalidad: z.boolean(),
  }),
  extraordinaria: z.object({
    soloAsuntoConvocado: z.boolean(),
    asuntosGenerales: z.boolean(),
    seguimientoAcuerdos: z.boolean(),
  }),
  suplencia: z.object({ permitida: z.boolean(), requiereOficio: z.boolean() }),
  solicitudPuntos: z.object({ ordinaria: plazo, extraordinaria: plazo }),
  acuerdos: z.object({
    plazoMaximoMeses: z.number().nullable(),
    reprogramaciones: z.number().int(),
    prorrogaDias: z.number().int().nullable().default(REGLAS_SESION_USUALES.acuerdos.prorrogaDias),
    prorrogaDecide: z
      .enum(["secretaria_tecnica", "pleno"])
      .default(REGLAS_SESION_USUALES.acuerdos.prorrogaDecide),
  }),
})

const reglasSchema = z.object({
  convocatoria: z.object({ ordinaria: plazo, extraordinaria: plazo }),
  conteo: z.enum(["excluye_ambos_extremos", "incluye_dia_envio"]),
  claveAcuerdo: z.string().min(1),
  autoriza: z.literal("presidencia").nullable().default(PERFIL_PREDETERMINADO.autoriza),
  recordatorios: recordatoriosSchema,
  dominiosPermitidos: z.array(z.string()).readonly().default([]),
  sesiones: sesionesSchema.default(REGLAS_SESION_USUALES),
})

/** The part of a profile that is stored as JSON: all but its version and its first day. */
export type ReglasGuardadas = Omit<PerfilReglas, "version" | "vigenteDesde">

export function readReglas(json: unknown): ReglasGuardadas {
  return reglasSchema.parse(json)
}

const receiptSchema = z.object({
  adapter: z.string().min(1),
  workspace: z.string(),
  channel: z.string(),
  messageId: z.string(),
  acceptedAt: z.string(),
  key: z.string(),
  contentHash: z.string(),
})

export function readReceipts(json: unknown): readonly Receipt[] {
  return z.array(receiptSchema).parse(json)
}

const cardSchema = z.object({
  title: z.string(),
  tone: z.enum(["aviso", "atencion", "vencido", "logro", "error"]),
  blocks: z.array(z.object({ kind: z.string() }).loose()),
  actions: z.array(
    z.object({ id: z.string(), label: z.string(), style: z.enum(["primary", "normal", "danger"]) }).loose(),
  ),
})

/** Only the bot writes cards, so their outline is enough to know that one is whole. */
export function readCard(json: unknown): Card {
  cardSchema.parse(json)
  return json as Card
}

const hecho = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("compromiso"),
    clave: z.string(),
    estado: z.enum([...ESTADOS_COMPROMISO, "sin_aprobar"]),
    fecha: z.string().nullable(),
    institucionId: z.string().nullable(),
    prorroga: z.string().nullable().default(null),
  }),
  z.object({
    kind: z.literal("sesion"),
    clave: z.string(),
    estado: z.enum(ESTADOS_SESION),
    fecha: z.string().nullable(),
    hora: z.string().nullable(),
    sede: z.string().nullable(),
  }),
  z.object({ kind: z.literal("desahogo"), clave: z.string(), revision: z.number().int() }),
  z.object({
    kind: z.literal("autorizacion"),
    clave: z.string(),
    estado: z.enum(ESTADOS_AUTORIZACION),
    revision: z.number().int(),
  }),
  z.object({
    kind: z.literal("resumen"),
    clave: z.string(),
    canalId: z.string(),
    errata: z.number().int().nullable(),
  }),
])
const modeloSchema = z.object({ tipo: z.string(), hechos: z.record(z.string(), hecho), datos: z.unknown() })

/** `null`: of a kind that this program does not know, and so cannot tell whether it still holds; it stays as it is. */
export function readModelo(json: unknown): ModeloMensaje | null {
  const { tipo, ...modelo } = modeloSchema.parse(json)
  return esTipoMensaje(tipo) ? { tipo, ...modelo } : null
}

/** Of a form that this version does not know nothing may leave as if it were a message. */
export function readForma(stored: string): Forma {
  const forma = FORMAS.find((one) => one === stored)
  if (forma === undefined) throw new Error(`the database holds a delivery of the form ${stored}`)
  return forma
}

const contenidoConvocatoriaSchema = z.object({
  fecha: z.string().nullable(),
  hora: z.string().nullable(),
  modalidad: z.enum(["presencial", "remota", "mixta"]).nullable(),
  sede: z.string().nullable(),
  url: z.string().nullable(),
  puntos: z.array(z.object({ numero: z.string().nullable(), titulo: z.string() })),
})

const pedidoAutorizacionSchema = z.object({
  motivo: z.string().nullable(),
  revision: z.number().int().nullable(),
  cambios: contenidoConvocatoriaSchema.omit({ puntos: true }).partial().nullable(),
})

/** What was not asked to change is not there. */
export function readPedidoAutorizacion(json: unknown): PedidoAutorizacion {
  const { cambios, ...pedido } = pedidoAutorizacionSchema.parse(json)
  const given = Object.entries(cambios ?? {}).filter(([, value]) => value !== undefined)
  return { ...pedido, cambios: cambios && Object.fromEntries(given) }
}

export function readContenidoConvocatoria(json: unknown): ContenidoConvocatoria {
  return contenidoConvocatoriaSchema.parse(json)
}

const contenidoResumenSchema = z.object({
  ediciones: z.array(
    z.object({
      parrafo: z.string(),
      registrado: z.string(),
      texto: z.string(),
      personaId: z.string(),
      instante: z.string(),
    }),
  ),
  errata: z
    .object({
      numero: z.number().int(),
      parrafo: z.string(),
      dice: z.string(),
      debeDecir: z.string(),
      canales: z.array(z.string()),
      hechos: z
        .array(
          z.object({
            parrafo: z.string(),
            lugar: z.string().nullable(),
            dice: z.string().nullable(),
            debeDecir: z.string().nullable(),
            canales: z.array(z.string()),
          }),
        )
        .default([]),
    })
    .nullable(),
  enterados: z.array(z.string()),
})

/** The revision is kept beside the content: it is only of use to whoever writes. */
export function readContenidoResumen(json: unknown): {
  readonly contenido: ContenidoResumen
  readonly revision: number
} {
  const { revision, ...contenido } = contenidoResumenSchema.extend({ revision: z.number().int() }).parse(json)
  return { contenido, revision }
}

const draftSchema = z.union([
  z.object({ takenBy: z.string() }),
  z.object({
    request: z.object({
      command: z.string(),
      values: z.record(z.string(), z.string()),
      filledIn: z.boolean(),
      answers: z.array(z.object({ values: z.record(z.string(), z.string()), confirms: z.boolean() })),
      // One kept before there were any has none.
      dispensados: z
        .array(z.string())
        .default([])
        .transform((datos) => datos.filter(esDatoProtegido)),
    }),
  }),
  z.object({
    form: z
      .object({
        id: z.string(),
        title: z.string(),
        submit: z.string(),
        fields: z.array(z.object({ name: z.string(), value: z.string(), input: z.string() }).loose()),
        problems: z.array(z.object({ message: z.union([z.string(), z.array(z.unknown())]) }).loose()),
      })
      .loose(),
  }),
])

/** Only the bot writes drafts, so their outline is enough to know that one is whole. */
export function readDraft(
  json: unknown,
): { readonly form: Form } | { readonly request: KeptRequest } | { readonly takenBy: string } {
  const draft = draftSchema.parse(json)
  return "form" in draft ? (json as { readonly form: Form }) : draft
}
