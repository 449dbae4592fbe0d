import type {
  AcuerdoDoc,
  CanalDoc,
  CompromisoDoc,
  DocumentoImportacion,
  InhabilDoc,
  InstitucionDoc,
} from "../../src/domain/importacion/documento.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import type { EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Fecha } from "../../src/domain/tipos/tiempo.ts"

/** A small body for tests: two institutions with a channel each, one closed session, and what they owe. */

export interface Debe {
  readonly institucion: string
  readonly vence: Fecha
  readonly segunda?: Fecha
  readonly estado?: EstadoCompromiso
}

export interface Cuerpo {
  readonly deben?: readonly Debe[]
  readonly inhabiles?: readonly InhabilDoc[]
  readonly instituciones?: readonly string[]
  readonly adapter?: CanalDoc["adapter"]
  readonly tipo?: AcuerdoDoc["tipo"]
}

export const ZONA = "America/Mexico_City"

/** The usual rules, without the weekly report: its own tests ask for it. */
const PERFIL = {
  ...PERFIL_PREDETERMINADO,
  version: 1,
  vigenteDesde: "2020-01-01",
  recordatorios: { ...PERFIL_PREDETERMINADO.recordatorios, informeSemanal: null },
}

export function cuerpoColegiado(cuerpo: Cuerpo = {}): DocumentoImportacion {
  const siglas = cuerpo.instituciones ?? ["SRE", "SALUD"]
  const organo = "ci-trata"
  return {
    organos: [
      {
        clave: organo,
        tipo: "comision",
        nombreOficial: "Comisión Intersecretarial de prueba",
        nombreCorto: "Comisión de prueba",
        padre: null,
        zona: ZONA,
        objetivo: null,
        correo: "sesiones@ejemplo.gob.mx",
        calendario: "apf",
        cerradoEl: null,
        origen: "registro",
        perfiles: [PERFIL],
      },
    ],
    instituciones: siglas.map(institucion),
    integrantes: [],
    personas: [],
    designaciones: [],
    cuentas: [],
    canales: siglas.map((cual) => canal(organo, cual, cuerpo.adapter ?? "slack")),
    inhabiles: cuerpo.inhabiles ?? [],
    sesiones: [
      {
        organo,
        clave: "SO-21",
        tipo: "ordinaria",
        numero: 21,
        etiqueta: "Vigésimo Primera Sesión Ordinaria",
        fecha: "2024-02-16",
        hora: null,
        horaFin: null,
        modalidad: null,
        sede: null,
        url: null,
        estado: "clausurada",
        convocadaEl: null,
        nombreOrganoEnDocumento: null,
        lugarYFechaDocumento: null,
        plenaria: true,
        difusion: "publica",
        origen: "registro",
        hechos: [],
        asistencias: [],
        puntos: [],
        acuerdos: [acuerdo(cuerpo.deben ?? [], cuerpo.tipo ?? "con_seguimiento")],
      },
    ],
  }
}

export function inhabil(fecha: Fecha, de: { organo?: string; institucion?: string }): InhabilDoc {
  const ambito = de.organo !== undefined ? "organo" : de.institucion !== undefined ? "institucion" : "base"
  return {
    fecha,
    ambito,
    organo: de.organo ?? null,
    institucion: de.institucion ?? null,
    motivo: "Suspensión de labores",
    porAcuerdo: true,
    fuente: null,
  }
}

function institucion(siglas: string): InstitucionDoc {
  return {
    siglas,
    nombre: `Secretaría ${siglas}`,
    vigenteDesde: null,
    vigenteHasta: null,
    sucesora: null,
    alias: [],
    origen: "registro",
  }
}

function canal(organo: string, siglas: string, adapter: CanalDoc["adapter"]): CanalDoc {
  return {
    clave: siglas.toLowerCase(),
    nombre: `Canal ${siglas}`,
    adapter,
    workspace: "T1",
    canal: siglas.toLowerCase(),
    audiencia: "institucion",
    organo,
    institucion: siglas,
    activo: true,
    origen: "registro",
  }
}

function acuerdo(deben: readonly Debe[], tipo: AcuerdoDoc["tipo"]): AcuerdoDoc {
  return {
    clave: "CI/SO-21/02/2024",
    numero: 2,
    texto: "Las instituciones integrantes remitirán sus actividades calendarizadas",
    tipo,
    estado: "vigente",
    difusion: "integrantes",
    origen: "registro",
    punto: null,
    compromisos: deben.map(compromiso),
  }
}

function compromiso(debe: Debe, i: number): CompromisoDoc {
  return {
    clave: `CI/SO-21/02/2024/${debe.institucion}-${i + 1}`,
    institucion: debe.institucion,
    texto: "Remitir sus actividades calendarizadas",
    fechaCompromiso: debe.vence,
    fechaReprogramada: debe.segunda ?? null,
    reprogramaciones: debe.segunda === undefined ? 0 : 1,
    estado: debe.estado ?? "pendiente",
    cumplidoEl: null,
    origen: "registro",
    avances: [],
  }
}
