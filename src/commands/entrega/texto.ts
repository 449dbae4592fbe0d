import { z } from "zod"
import { mensajePorCorreo, porCorreo } from "../../app/convocatoria/por-correo.ts"
import { nadaPorCorreoCard, textoParaCorreoCard } from "../../cards/entrega/por-correo.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import { normalizarClave } from "../../domain/texto/clave.ts"
import { defineCommand } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"

export const plenariaEntregaTextoCommand = defineCommand({
  name: "plenaria",
  subcommand: "entrega-texto",
  synonyms: ["texto para correo", "texto de correo"],

  frases: ["texto correo|mail|oficio #institucion|convocatoria|#sesion"],
  summary: "Texto de la convocatoria, listo para enviar por correo a una institución sin canal",
  audience: "secretaria_tecnica",
  acts: false,
  options: z.object({
    institucion: institucionNombrada("siglas de la institución sin canal").optional(),
    sesion: sesionTexto.optional(),
  }),
  async run({ data, organo, hoy }, { institucion: typed, sesion }) {
    const consulta = { read: data.read, organo, hoy }
    const pendientes = await porCorreo(consulta)
    const deSesion = pendientes.filter(
      (una) => sesion === undefined || normalizarClave(una.sesion.clave) === normalizarClave(sesion),
    )
    const posibles = deSesion.map(({ institucion }) => institucion)
    const found = typed === undefined ? null : soloExacta(buscarInstitucion(typed, [...new Set(posibles)]))
    const elegida = found?.kind === "una" ? found.item.id : posibles.length === 1 ? posibles[0]?.id : null
    const una = deSesion.find(({ institucion }) => institucion.id === elegida)
    const mensaje = una && (await mensajePorCorreo(consulta, una))
    if (una === undefined || !mensaje)
      return { card: nadaPorCorreoCard(organo, [...new Set(posibles.map(({ siglas }) => siglas))]) }
    return { card: textoParaCorreoCard({ organo, ...una, mensaje }) }
  },
})
