import type { RegimenInhabil } from "../tipos/tiempo.ts"
import type { PerfilReglas } from "./perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "./perfil-reglas-default.ts"
import type { ReglasSesion } from "./reglas-sesion.ts"

/** Rules to begin with, for a kind of body. None of it is law for any body: its own norm decides, and is to be read. */
export interface PlantillaReglas {
  /** «Comité de control interno (COCODI)» */
  readonly nombre: string
  /** The days off that such a body usually observes; `null`: each says its own. */
  readonly calendario: RegimenInhabil | null
  readonly reglas: Omit<PerfilReglas, "version" | "vigenteDesde">
}

type Propias = Partial<Omit<PlantillaReglas["reglas"], "sesiones">> & {
  readonly sesiones?: Partial<ReglasSesion>
}

const { version: _version, vigenteDesde: _vigenteDesde, ...USUALES } = PERFIL_PREDETERMINADO

const reglas = ({ sesiones, ...propias }: Propias): PlantillaReglas["reglas"] => ({
  ...USUALES,
  ...propias,
  sesiones: { ...USUALES.sesiones, ...sesiones },
})

const { quorum, segundaConvocatoria, votacion, suplencia, acuerdos } = USUALES.sesiones

export const PLANTILLAS = {
  comision_intersecretarial: {
    nombre: "Comisión intersecretarial",
    calendario: "apf",
    reglas: reglas({}),
  },
  comite_control_interno: {
    nombre: "Comité de control interno (COCODI)",
    calendario: "apf",
    reglas: reglas({
      sesiones: { quorum: { ...quorum, regla: "mayoria" }, votacion: { ...votacion, sobre: "presentes" } },
    }),
  },
  comite_municipal: {
    nombre: "Comité municipal",
    calendario: "ninguno",
    reglas: reglas({
      convocatoria: {
        ordinaria: { n: 2, unidad: "dias_habiles" },
        extraordinaria: { n: 1, unidad: "dias_habiles" },
      },
      sesiones: {
        segundaConvocatoria: {
          ...segundaConvocatoria,
          espera: { n: 30, unidad: "minutos" },
          quorum: "presentes_con_presidencia",
        },
        acuerdos: { ...acuerdos, plazoMaximoMeses: null },
      },
    }),
  },
  consejo_consultivo: {
    nombre: "Consejo consultivo",
    calendario: null,
    reglas: reglas({
      convocatoria: {
        ordinaria: { n: 5, unidad: "dias_naturales" },
        extraordinaria: { n: 2, unidad: "dias_naturales" },
      },
      sesiones: {
        quorum: { ...quorum, base: "integrantes", regla: "mayoria" },
        suplencia: { ...suplencia, permitida: false },
        acuerdos: { ...acuerdos, plazoMaximoMeses: null, reprogramaciones: 2 },
      },
    }),
  },
} as const satisfies Readonly<Record<string, PlantillaReglas>>

export type ClavePlantilla = keyof typeof PLANTILLAS
export const CLAVES_PLANTILLA = Object.keys(PLANTILLAS) as [ClavePlantilla, ...ClavePlantilla[]]
