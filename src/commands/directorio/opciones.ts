import { z } from "zod"
import { LARGOS } from "../../domain/directorio/claves.ts"
import { CALIDADES, type Integrante } from "../../domain/tipos/directorio.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"

/** Data of the directory as they are asked for. What a person writes goes through the guard for protected data. */

export const siglasOption = (summary: string) => textoLibre({ summary, label: "Siglas", max: LARGOS.clave })

export const nombreInstitucionOption = (summary: string) =>
  textoLibre({ summary, label: "Nombre", min: 3, max: LARGOS.institucion })

export const personaNombrada = (summary: string, label = "Persona") =>
  referencia({ summary, label, max: LARGOS.persona, completes: "designada" })

export const nombreOption = (summary: string, label = "Nombre") =>
  textoLibre({ summary, label, min: 3, max: LARGOS.persona })
export const tituloOption = textoLibre({
  summary: "tratamiento, por ejemplo: Lic., Mtra., Dr.",
  label: "Título",
  max: LARGOS.titulo,
})
export const cargoOption = textoLibre({
  summary: "su cargo en la institución",
  label: "Cargo",
  min: 3,
  max: LARGOS.cargo,
})
export const oficioOption = textoLibre({
  summary: "número del oficio que designa",
  label: "Oficio",
  max: LARGOS.oficio,
})

export const calidadOption = z.enum(CALIDADES).meta({
  summary: "en qué calidad actúa en el órgano",
  label: "Calidad",
  labels: CALIDAD,
  synonyms: { enlace: ["contacto"], secretaria_tecnica: ["secretario tecnico", "secretaria"] },
})

export const desdeOption = (summary: string) => fechaEscrita({ summary, label: "Desde", pasado: true })
export const hastaOption = (summary: string) => fechaEscrita({ summary, label: "Hasta", pasado: true })

export const votoOption = z.enum(["con_voto", "sin_voto"]).meta({
  summary: "si su asiento tiene voto",
  label: "Voto",
  labels: { con_voto: "Con voz y voto", sin_voto: "Con voz, sin voto" },
  synonyms: { con_voto: ["voto", "voz y voto"], sin_voto: ["voz", "solo voz"] },
})

const ROLES = {
  presidencia: "Preside",
  integrante: "Integrante",
  participante: "Participante",
} as const satisfies Record<Integrante["rol"], string>

export const rolOption = z.enum(["presidencia", "integrante", "participante"]).meta({
  summary: "papel de la institución en el órgano",
  label: "Papel",
  labels: ROLES,
  synonyms: { presidencia: ["preside"] },
})

export const ordenOption = z.coerce.number().int().min(1).max(999).meta({
  summary: "su lugar en la lista de integrantes",
  label: "Lugar en la lista",
})
