import { z } from "zod"
import { LARGOS } from "../../../domain/directorio/claves.ts"
import { PERFIL_PREDETERMINADO } from "../../../domain/reglas/perfil-reglas-default.ts"
import { formarClaveAcuerdo } from "../../../domain/texto/clave.ts"
import { esDominio } from "../../../domain/texto/dominio.ts"
import { esZona } from "../../../domain/tiempo/zona.ts"
import { CALIDADES } from "../../../domain/tipos/directorio.ts"
import {
  clave,
  codigo,
  correo,
  entero,
  fechaDe,
  instanteEn,
  instanteExacto,
  type Lectura,
  opcional,
  origenDe,
  texto,
  ZONA,
} from "./campos.ts"
import { recordatorios } from "./esquema-recordatorios.ts"
import { reglasSesion } from "./esquema-reglas-sesion.ts"

const plazo = z.strictObject({
  n: entero(0, 365),
  unidad: z.enum(["dias_habiles", "dias_naturales", "horas"]),
})

/** The rules of a body, whether a file brings them or somebody changes them in chat. */
export function perfil(lectura: Lectura) {
  const base = PERFIL_PREDETERMINADO
  return z.strictObject({
    version: entero(1, 10_000),
    vigenteDesde: fechaDe(lectura),
    convocatoria: z.strictObject({ ordinaria: plazo, extraordinaria: plazo }).default(base.convocatoria),
    conteo: z.enum(["excluye_ambos_extremos", "incluye_dia_envio"]).default(base.conteo),
    claveAcuerdo: codigo(120)
      .refine(
        isTemplate,
        "debe ser una plantilla como {tipo}-{sesion}/{consecutivo:2}/{anio}, con esos campos, {mes} o {dia}",
      )
      .default(base.claveAcuerdo),
    autoriza: z.enum(["presidencia"]).nullable().default(base.autoriza),
    recordatorios,
    dominiosPermitidos: z
      .array(
        codigo(250).refine(
          esDominio,
          "debe ser un sitio como www.gob.mx, o *.gob.mx por todos los que terminan así",
        ),
      )
      .max(50)
      .default([...base.dominiosPermitidos]),
    sesiones: reglasSesion,
    // Kept as they are, for rules that nothing computes with yet (acta…).
    otrasReglas: z.record(texto(60), z.json()).optional(),
    fuente: opcional(texto(300)),
    registradoPor: opcional(clave),
    registradoEn: opcional(instanteExacto(lectura)),
  })
}

/** Bodies, institutions, seats, people, accounts, channels and non-business days. */
export function esquemaDirectorio(lectura: Lectura) {
  const fecha = fechaDe(lectura)
  const origen = origenDe(lectura)
  const adapter = z.enum(lectura.plataformas)
  const vigencia = { desde: opcional(fecha), hasta: opcional(fecha) }
  return {
    organos: z.array(
      z.strictObject({
        clave,
        tipo: z.enum(["comision", "subcomision", "grupo_de_trabajo"]),
        nombreOficial: texto(LARGOS.nombreOficial),
        nombreCorto: texto(LARGOS.nombreCorto),
        padre: opcional(clave),
        zona: z
          .string()
          .refine(esZona, "debe ser una zona horaria IANA, por ejemplo America/Mexico_City")
          .default(ZONA),
        objetivo: opcional(texto()),
        correo: opcional(correo),
        calendario: opcional(z.enum(["apf", "lft", "lfpa", "union", "ninguno"])),
        cerradoEl: opcional(fecha),
        origen,
        perfiles: z.array(perfil(lectura)).default([]),
      }),
    ),
    instituciones: z.array(
      z.strictObject({
        siglas: clave,
        nombre: texto(LARGOS.institucion),
        vigenteDesde: opcional(fecha),
        vigenteHasta: opcional(fecha),
        sucesora: opcional(clave),
        alias: z.array(z.strictObject({ texto: texto(LARGOS.institucion), ...vigencia })).default([]),
        origen,
      }),
    ),
    integrantes: z.array(
      z.strictObject({
        organo: clave,
        institucion: clave,
        conVoto: z.boolean(),
        rol: z.enum(["presidencia", "integrante", "participante"]).default("integrante"),
        orden: opcional(z.int().min(1).max(999)),
        fundamento: opcional(texto(LARGOS.fundamento)),
        ...vigencia,
      }),
    ),
    personas: z.array(
      z.strictObject({
        clave,
        nombre: texto(LARGOS.persona),
        titulo: opcional(texto(LARGOS.titulo)),
        cargo: opcional(texto(LARGOS.cargo)),
        origen,
      }),
    ),
    designaciones: z.array(
      z.strictObject({
        persona: clave,
        organo: clave,
        institucion: opcional(clave),
        calidad: z.enum(CALIDADES),
        oficio: opcional(texto(LARGOS.oficio)),
        desde: fecha,
        hasta: opcional(fecha),
      }),
    ),
    cuentas: z.array(
      z.strictObject({
        adapter,
        workspace: codigo(100),
        usuario: codigo(100),
        persona: clave,
        vinculadaEn: opcional(instanteEn(lectura)),
        suspendidaEn: opcional(instanteEn(lectura)),
      }),
    ),
    canales: z.array(
      z.strictObject({
        clave,
        nombre: texto(100),
        adapter,
        workspace: codigo(100),
        canal: codigo(100),
        audiencia: z.enum([
          "institucion",
          "integrantes",
          "secretaria_tecnica",
          "presidencia",
          "invitada",
          "publica",
        ]),
        organo: clave,
        institucion: opcional(clave),
        activo: z.boolean().default(true),
        origen,
      }),
    ),
    inhabiles: z.array(
      z.strictObject({
        fecha,
        ambito: z.enum(["base", "organo", "institucion"]).default("base"),
        organo: opcional(clave),
        institucion: opcional(clave),
        motivo: texto(200),
        porAcuerdo: z.boolean().default(false),
        fuente: opcional(texto(300)),
      }),
    ),
  }
}

function isTemplate(plantilla: string): boolean {
  try {
    const datos = { tipo: "ordinaria", numeroSesion: 1, consecutivo: 1, fecha: "2024-02-16" } as const
    return formarClaveAcuerdo(plantilla, datos) !== plantilla
  } catch {
    return false
  }
}
