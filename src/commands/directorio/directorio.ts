import { z } from "zod"
import { consultarDirectorio } from "../../app/directorio/consultar.ts"
import {
  directorioCard,
  directorioExportadoCard,
  sinResultadoCard,
} from "../../cards/directorio/directorio.ts"
import { defineCommand } from "../definition/definition.ts"
import { paginaOption } from "../opciones/pagina.ts"
import { referencia } from "../opciones/referencia.ts"

export const plenariaDirectorioCommand = defineCommand({
  name: "plenaria",
  subcommand: "directorio",
  synonyms: ["quien es quien", "contactos", "enlaces"],

  frases: [
    "directorio",
    "quien|quienes|cual es|son|esta enlace|enlaces|titular|titulares|suplente|suplentes #institucion? !celular !telefono !correo !soy",
    "contacto|contactos|integrantes|miembros $quien? #institucion? !celular !telefono",
    "quien|quienes|que integran|forman|pertenecen|participan|conforman|instituciones|dependencias comision|organo|grupo|subcomision|integran|forman !confirm* !deben !atras* !cumpl*",
    "quien|quienes representa*|lleva #institucion",
    "lista|cuales instituciones|dependencias|integrantes",
  ],
  summary: "Quién representa a cada institución en el órgano",
  audience: "del_organo",
  acts: false,
  options: z.object({
    buscar: referencia({
      summary: "siglas de la institución o parte de un nombre",
      max: 200,
      completes: "institucion",
      rest: true,
    }).optional(),
    pagina: paginaOption,
  }),
  async run({ data, organo, hoy, puede }, { buscar, pagina = 1 }) {
    const buscado = buscar === undefined || buscar === "" ? null : buscar
    const found = await consultarDirectorio(data.read, organo, hoy, buscado)
    if (found.kind === "sin_resultado") return { card: sinResultadoCard(organo, found.buscado) }
    const registra = puede("directorio.designacion-registrar")
    return { card: directorioCard(organo, found.renglones, { pagina, buscado, registra }) }
  },
})

export const directorioExportarCommand = defineCommand({
  name: "directorio",
  subcommand: "exportar",
  synonyms: ["descargar", "archivo"],

  frases: ["export*|descarg*|excel directorio"],
  summary: "Archivo con el directorio del órgano, sin cuentas de chat",
  audience: "secretaria_tecnica",
  acts: false,
  readAs: "datos.exportados",
  options: z.object({}),
  async run({ data, organo, hoy }) {
    const found = await consultarDirectorio(data.read, organo, hoy, null)
    const renglones = found.kind === "renglones" ? found.renglones : []
    return { card: directorioExportadoCard(organo, renglones) }
  },
})
