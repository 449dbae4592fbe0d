import { z } from "zod"
import { agregarDocumento, documentosPara } from "../../app/sesion/documentos.ts"
import { carpetaCard } from "../../cards/sesion/documentos.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { conduce, vePunto } from "../../domain/visibilidad/visibilidad.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { difusionAcuerdo, puntoAcuerdo } from "../opciones/acuerdo.ts"
import { sesionClave } from "../opciones/institucion.ts"
import { referencia } from "../opciones/referencia.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { direccionHttps, textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** Documents of a session: only their address is kept. */

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
  summary: "Agrega un documento a la carpeta de la sesión, por su dirección",
  audience: "vinculadas",
  options: z.object({
    sesion: sesionClave,
    nombre: textoLibre({
      summary: "nombre del documento; si ya existe en ese punto, es una versión nueva",
      label: "Nombre",
      min: 3,
      max: 150,
    }),
    direccion,
    punto: puntoAcuerdo.optional(),
    difusion: difusionAcuerdo.default("integrantes"),
    huella,
  }),
  form: {
    title: "Agregar un documento",
    submit: "Agregar",
    fields: ["nombre", "direccion", "punto", "difusion", "huella"],
    async prepare(context, given) {
      const pedida = await pedir(context, given.sesion, "sesion.documento-agregar")
      if (pedida.kind === "card") return pedida
      const { clave, etiqueta } = pedida.sesion
      return {
        values: { difusion: "integrantes", sesion: clave },
        intro: `${etiqueta}. Se registra su dirección, no el archivo. No agregue documentos con datos de casos ni de víctimas.`,
      }
    },
  },
  async run(context, options) {
    const pedida = await pedir(context, options.sesion, "sesion.documento-agregar")
    if (pedida.kind === "card") return pedida
    const result = await agregarDocumento(actuacionOf(context), context.actor, pedida.sesion.id, {
      nombre: options.nombre,
      url: options.direccion,
      huella: options.huella ?? null,
      difusion: options.difusion,
      punto: options.punto ?? null,
    })
    switch (result.kind) {
      case "agregado": {
        const { nombre, version } = result.documento
        const cual = version > 1 ? `, versión ${version}` : ""
        return carpeta(context, result.sesion, `Se agregó «${nombre}»${cual}.`)
      }
      case "ya_estaba":
        return carpeta(context, result.sesion, `«${result.documento.nombre}» ya estaba registrado así.`)
      case "punto_desconocido":
        return {
          problems: [
            { field: "punto", message: `Ese punto no existe. Escriba un número del 1 al ${result.total}.` },
          ],
        }
      case "punto_ajeno": {
        const message =
          "Su institución agrega documentos a los puntos que propuso. Escriba el número de uno de ellos."
        return { problems: [{ field: "punto", message }] }
      }
      case "otra_persona":
        return carpeta(context, result.sesion, "No se agregó: otra persona acaba de cambiar ese documento.")
      case "fuera_de_estado":
        return { card: sesionFueraDeEstado(context.organo, result.sesion, "agregar documentos a") }
    }
  },
})

export const sesionDocumentoListaCommand = defineCommand({
  name: "sesion",
  subcommand: "documento-lista",
  synonyms: ["documentos", "carpeta"],
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

async function carpeta(context: CommandContext, sesion: Sesion, aviso: string | null): Promise<Reply> {
  const { data, actor, organo } = context
  const puntos = await data.read.sesiones.puntos(sesion.id)
  const visibles = puntos.filter((punto) => vePunto(actor, punto, sesion))
  const documentos = await documentosPara(data.read, actor, sesion)
  const como = { conduce: conduce(actor, organo.id), aviso }
  return { card: carpetaCard({ organo, sesion, puntos: visibles, documentos, ...como }) }
}
