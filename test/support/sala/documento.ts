import type { CanalDoc, DocumentoImportacion } from "../../../src/domain/importacion/documento.ts"
import { cuerpoColegiado } from "../cuerpo-colegiado.ts"
import { GUILD } from "../fake-discord/server.ts"
import { TEAM } from "../fake-slack/workspace.ts"

/** The fourteen institutions of the body, each on the platform that it already uses. The first one presides. */
export const PLATAFORMA = {
  SEGOB: "slack",
  SICT: "slack",
  SRE: "slack",
  SSPC: "slack",
  STPS: "slack",
  SALUD: "discord",
  BIENESTAR: "discord",
  SEP: "discord",
  SECTUR: "discord",
  SNDIF: "discord",
  CEAV: "consola",
  INMUJERES: "consola",
  INM: "consola",
  FGR: "consola",
} as const satisfies Readonly<Record<string, Plataforma>>

export type Siglas = keyof typeof PLATAFORMA
export const INSTITUCIONES = Object.keys(PLATAFORMA) as readonly Siglas[]

/** The three that the body is on. */
export type Plataforma = keyof typeof WORKSPACE
const WORKSPACE = { slack: TEAM, discord: GUILD, consola: "demo" } as const

/** Where an institution, the Secretaría Técnica or the public is: `user` is its one account. */
export interface Lugar {
  readonly adapter: Plataforma
  readonly workspace: string
  readonly channel: string
  readonly user: string
}

export function lugarDe(quien: Siglas | "ST" | "PUBLICO"): Lugar {
  const adapter: Plataforma = quien === "ST" ? "slack" : quien === "PUBLICO" ? "consola" : PLATAFORMA[quien]
  const at = Object.keys(PLATAFORMA).indexOf(quien) + 10
  const workspace = WORKSPACE[adapter]
  switch (adapter) {
    case "slack":
      return { adapter, workspace, channel: `C0${quien}`, user: `U0${quien}` }
    case "discord":
      return { adapter, workspace, channel: `3000000000000001${at}`, user: `4000000000000001${at}` }
    case "consola":
      return { adapter, workspace, channel: quien.toLowerCase(), user: `enlace-${quien.toLowerCase()}` }
  }
}

const ORGANO = "ci-trata"
const registro = { origen: "registro" } as const

/** The body with its members, its people and where each of them is. */
export function documentoDeLaSala(): DocumentoImportacion {
  const base = cuerpoColegiado({ instituciones: INSTITUCIONES })
  const persona = (clave: string, nombre: string) => ({
    clave,
    nombre,
    titulo: null,
    cargo: null,
    ...registro,
  })
  const designacion = (
    clave: string,
    calidad: "enlace" | "titular" | "secretaria_tecnica",
    institucion: string | null,
  ) => ({
    persona: clave,
    organo: ORGANO,
    institucion,
    calidad,
    oficio: null,
    desde: "2024-01-01",
    hasta: null,
  })
  const cuenta = (quien: Siglas | "ST", clave: string) => {
    const { adapter, workspace, user } = lugarDe(quien)
    return { adapter, workspace, usuario: user, persona: clave }
  }
  return {
    ...base,
    integrantes: INSTITUCIONES.map((institucion, i) => ({
      organo: ORGANO,
      institucion,
      conVoto: true,
      rol: i === 0 ? "presidencia" : "integrante",
      orden: null,
      fundamento: null,
      desde: null,
      hasta: null,
    })),
    personas: [
      persona("secretaria-tecnica", "Persona de la Secretaría Técnica"),
      ...INSTITUCIONES.map((siglas) => persona(`enlace-${siglas.toLowerCase()}`, `Enlace de ${siglas}`)),
    ],
    designaciones: [
      designacion("secretaria-tecnica", "secretaria_tecnica", "SEGOB"),
      // One person for each institution, who answers for it and votes.
      ...(["enlace", "titular"] as const).flatMap((calidad) =>
        INSTITUCIONES.map((siglas) => designacion(`enlace-${siglas.toLowerCase()}`, calidad, siglas)),
      ),
    ],
    cuentas: [
      cuenta("ST", "secretaria-tecnica"),
      ...INSTITUCIONES.map((siglas) => cuenta(siglas, `enlace-${siglas.toLowerCase()}`)),
    ],
    canales: [
      canal("ST", "secretaria_tecnica"),
      canal("PUBLICO", "publica"),
      ...INSTITUCIONES.map((siglas) => canal(siglas, "institucion")),
    ],
  }
}

function canal(quien: Siglas | "ST" | "PUBLICO", audiencia: CanalDoc["audiencia"]): CanalDoc {
  const { adapter, workspace, channel } = lugarDe(quien)
  return {
    clave: quien.toLowerCase(),
    nombre: `Canal ${quien}`,
    adapter,
    workspace,
    canal: channel,
    audiencia,
    organo: ORGANO,
    institucion: audiencia === "institucion" ? quien : null,
    activo: true,
    ...registro,
  }
}
