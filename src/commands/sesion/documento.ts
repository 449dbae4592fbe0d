import { z } from "zod"
import {
  admiteDocumentos,
  agregarDocumento,
  difundirDocumento,
  documentosPara,
  lugaresPropios,
} from "../../app/sesion/documentos.ts"
import { propuestaImposible } from "../../app/sesion/proponer.ts"
import type { Card } from "../../cards/card.ts"
import { carpetaCard, sinPuntoPropioCard } from "../../cards/sesion/documentos.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { type Documento, esperaDifusion } from "../../domain/sesion/documento.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import { anfitrionDe, pareceDireccion } from "../../domain/texto/direccion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { vePunto } from "../../domain/visibilidad/visibilidad.ts"
import { DIFUSION } from "../../texts/etiquetas.ts"
import { enumerar } from "../../texts/plurales.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { puntoAcuerdo } from "../opciones/acuerdo.ts"
import { difusionOption } from "../opciones/difusion.ts"
import { sesionClave } from "../opciones/institucion.ts"
import type { EnSuLugar } from "../opciones/pregunta.ts"
import { LEAD_LUGAR, referencia } from "../opciones/referencia.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { direccionHttps, textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** Documents of a session: only their address is kept. */

const difusionDocumento = difusionOption("quién puede abrirlo")

export const direccion = direccionHttps({
  summary: "dónde está el documento, con https://",
  label: "Dirección",
})

const huella = referencia({ summary: "SHA-256 del archivo, si lo tiene", label: "Huella", max: 80 })
  .refine(
    (typed) => /^[0-9a-f]{64}$/iu.test(typed),
    "no es una huella SHA-256: son 64 dígitos y letras de la a a la f",
  )
  .toLowerCase()
  .optional()

export const sesionDocumentoAgregarCommand = defineCommand({
  name: "sesion",
  subcommand: "documento-agregar",
  synonyms: ["agregar documento", "subir documento"],

  frases: [
    "sube|subir|subo|subimos|carga|cargar|adjunto|adjuntar|agrega|agregar|comparto|dejo|anexa|anexo $documento !evidencia",
  ],
  summary: "Agrega un documento a la carpeta de la sesión, por su dirección",
  audience: "por_institucion",
  limit: "proposal",
  options: z.object({
    sesion: sesionClave,
    nombre: textoLibre({
      summary: "nombre del documento; si ya existe en ese punto, es una versión nueva",
      label: "Nombre",
      min: 3,
      max: 150,
    }).refine(
      (nombre) => !pareceDireccion(nombre),
      "parece una dirección. Escriba el nombre con palabras; la dirección va en su campo",
    ),
    direccion,
    punto: puntoAcuerdo.optional(),
    difusion: difusionDocumento.default("integrantes"),
    huella,
  }),
  form: {
    title: "Agregar un documento",
    submit: "Agregar",
    fields: ["nombre", "direccion", "punto", "difusion", "huella"],
    async prepare(context, given) {
      const pedida = await pedir(context, given.sesion, "sesion.documento-agregar")
      if (pedida.kind === "card") return pedida
      const cuales = await dondeSeAgrega(context, pedida.sesion)
      if ("card" in cuales) return cuales
      const { clave, etiqueta } = pedida.sesion
      const decide =
        cuales.propios === null
          ? ""
          : ` ${SUYOS(cuales.propios)} Será interno hasta que la Secretaría Técnica lo difunda.`
      return {
        values: { difusion: "integrantes", sesion: clave },
        intro: `${etiqueta}. Se registra su dirección, no el archivo.${decide} No agregue documentos con datos de casos ni de víctimas.`,
      }
    },
  },
  async run(context, options) {
    const pedida = await pedir(context, options.sesion, "sesion.documento-agregar")
    if (pedida.kind === "card") return pedida
    const cuales = await dondeSeAgrega(context, pedida.sesion)
    if ("card" in cuales) return cuales
    const result = await agregarDocumento(actuacionOf(context), context.actor, pedida.sesion.id, {
      nombre: options.nombre,
      url: options.direccion,
      huella: options.huella ?? null,
      difusion: options.difusion,
      punto: options.punto === undefined ? null : { lugar: options.punto },
    })
    switch (result.kind) {
      case "agregado": {
        const { nombre, version } = result.documento
        const cual = version > 1 ? `, versión ${version}` : ""
        const espera = esperaDifusion(result.documento)
          ? " Es interno: lo ven su institución y la Secretaría Técnica, que decide si se difunde."
          : ""
        return carpeta(context, result.sesion, `Se agregó «${nombre}»${cual}.${espera}`)
      }
      case "ya_estaba":
        return carpeta(context, result.sesion, `«${result.documento.nombre}» ya estaba registrado así.`)
      case "punto_desconocido":
        return {
          problems: [
            {
              field: "punto",
              message:
                result.total === 0
                  ? "No hay puntos a los que usted pueda agregar documentos. Deje vacío este campo, o proponga antes un punto."
                  : `Ese punto no existe. Escriba un número del 1 al ${result.total}.`,
            },
          ],
        }
      case "punto_ajeno": {
        return { problems: [{ field: "punto", message: SUYOS(cuales.propios ?? []) }] }
      }
      case "otra_persona":
        return carpeta(context, result.sesion, "No se agregó: otra persona acaba de cambiar ese documento.")
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(context.organo, result.sesion, "agregar documentos a") }
    }
  },
})

/** The items of which documents can be added, or why nothing can be, whatever it is. */
async function dondeSeAgrega(
  context: CommandContext,
  sesion: Sesion,
): Promise<{ readonly card: Card } | { readonly propios: readonly number[] | null }> {
  const { data, actor, organo, hoy, now } = context
  if (!admiteDocumentos(sesion)) return { card: sesionFueraDeEstado(organo, sesion, "agregar documentos a") }
  const propios = await lugaresPropios({ read: data.read, actor, organo, hoy }, sesion)
  if (propios?.length !== 0) return { propios }
  const seProponen = (await propuestaImposible({ read: data.read, organo, hoy, now }, sesion)) === null
  return { card: sinPuntoPropioCard(organo, sesion, seProponen) }
}

const SUYOS = (propios: readonly number[]) =>
  `Su institución agrega documentos a los puntos que propuso. ${propios.length === 1 ? "Es el número" : "Son los números"} ${enumerar(propios.map(String))}.`

export const sesionDocumentoDifundirCommand = defineCommand({
  name: "sesion",
  subcommand: "documento-difundir",
  synonyms: ["difundir documento", "liberar documento"],
  summary: "Decide quién puede abrir un documento de la sesión",
  audience: "secretaria_tecnica",
  options: z.object({
    documento: referencia({
      summary: "número del documento en la carpeta de la sesión",
      label: "Documento",
      max: 60,
      lead: LEAD_LUGAR,
    }),
    difusion: difusionDocumento,
    sesion: sesionClave,
  }),
  form: {
    title: "Difundir un documento",
    submit: "Difundir",
    fields: ["difusion"],
    async prepare(context, given) {
      const found = await elegido(context, given)
      if (found.kind === "card") return found
      const { documento } = found
      return {
        values: { documento: documento.id, difusion: "integrantes" },
        intro: `«${documento.nombre}» lleva a ${anfitrionDe(documento.url)}. Compruebe el contenido antes de difundirlo.`,
      }
    },
  },
  async run(context, options) {
    const found = await elegido(context, options)
    if (found.kind === "card") return found
    const result = await difundirDocumento(actuacionOf(context), found.documento.id, options.difusion)
    if (result.kind === "desconocido") return carpeta(context, found.sesion, SIN_DOCUMENTO)
    const { documento, sesion } = result
    const queda =
      documento.difusion === options.difusion
        ? `«${documento.nombre}» es ahora de difusión ${DIFUSION[documento.difusion]}.`
        : `«${documento.nombre}» sigue con difusión ${DIFUSION[documento.difusion]}: la de su punto o de la sesión es más estricta, o su punto aún no está en el orden del día.`
    return carpeta(context, sesion, queda)
  },
})

const SIN_DOCUMENTO = "Ese documento no está en la carpeta. Escriba su número en esta lista."

/** By its number in the folder, or by the id in a button. */
async function elegido(
  context: CommandContext,
  given: { readonly documento?: unknown; readonly sesion?: unknown },
): Promise<
  { readonly kind: "documento"; readonly documento: Documento; readonly sesion: Sesion } | EnSuLugar
> {
  const { data, actor, organo } = context
  const cual = String(given.documento ?? "")
  const porId = await data.fresh.documentos.byId(cual)
  const suSesion = porId && (await data.fresh.sesiones.byId(porId.sesionId))
  if (porId && suSesion?.organoId === organo.id)
    return { kind: "documento", documento: porId, sesion: suSesion }
  const pedida = await pedir(context, given.sesion as string | undefined, "sesion.documento-difundir")
  if (pedida.kind === "card") return pedida
  const documento = (await documentosPara(data.fresh, actor, pedida.sesion))[Number(cual) - 1]
  if (documento) return { kind: "documento", documento, sesion: pedida.sesion }
  return { kind: "card", ...(await carpeta(context, pedida.sesion, SIN_DOCUMENTO)) }
}

export const sesionDocumentoListaCommand = defineCommand({
  name: "sesion",
  subcommand: "documento-lista",
  synonyms: ["documentos", "carpeta"],

  frases: [
    "$documento^1",
    "donde|cuales|que|pasame|manda*|necesito|quiero|ver $documento !evidencia !acta",
    "$documento $sesion|#sesion|#proxima|carpeta",
    "ya subieron|hay|estan $documento",
    "acta|minuta^1 !nacimiento",
  ],
  summary: "Documentos de una sesión; si no dice cuál, de la próxima",
  audience: "todas",
  acts: false,
  options: z.object({ sesion: sesionClave }),
  async run(context, options) {
    const pedida = await pedir(context, options.sesion, "sesion.documento-lista")
    return pedida.kind === "card" ? pedida : carpeta(context, pedida.sesion, null)
  },
})

const pedir = (context: CommandContext, typed: string | undefined, command: string) =>
  sesionPedida(
    context,
    typed,
    command,
    (todas) => proximaSesion(todas, context.hoy) ?? ultimaClausurada(todas),
  )

async function carpeta(
  context: CommandContext,
  sesion: Sesion,
  aviso: string | null,
): Promise<{ readonly card: Card }> {
  const { data, actor, organo, puede } = context
  const puntos = await data.read.sesiones.puntos(sesion.id)
  const visibles = puntos.filter((punto) => vePunto(actor, punto, sesion))
  const documentos = await documentosPara(data.read, actor, sesion)
  const como = { difunde: puede("sesion.documento-difundir"), aviso }
  return { card: carpetaCard({ organo, sesion, puntos: visibles, documentos, ...como }) }
}
