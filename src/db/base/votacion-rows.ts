import { z } from "zod"
import type { AdopcionAcuerdo } from "../../domain/tipos/acuerdo.ts"
import { adopcionDe } from "../../domain/votacion/adopcion.ts"
import type { Votacion } from "../../domain/votacion/votacion.ts"
import type * as row from "../generated/client.ts"
import type { Prisma } from "../generated/client.ts"
import { instanteOf, instanteOrNull } from "./values.ts"

const resultadoSchema = z.object({
  aFavor: z.number(),
  enContra: z.number(),
  abstenciones: z.number(),
  sinVoto: z.number(),
  requeridos: z.number(),
  resultado: z.enum(["aprobado", "rechazado", "empate"]),
  votoCalidad: z.boolean(),
}) satisfies z.ZodType<Votacion>

type Momentos = Pick<row.Votacion, "abiertaEn" | "cerradaEn" | "suspendidaEn" | "anuladaEn" | "resultado">

/** How far a vote has come. */
export const momentosOf = ({ resultado, abiertaEn, cerradaEn, suspendidaEn, anuladaEn }: Momentos) => ({
  resultado: resultado === null ? null : resultadoSchema.parse(resultado),
  abiertaEn: instanteOf(abiertaEn),
  cerradaEn: instanteOrNull(cerradaEn),
  suspendidaEn: instanteOrNull(suspendidaEn),
  anuladaEn: instanteOrNull(anuladaEn),
})

/** Read with an acuerdo: what tells whether the body adopted it. */
export const CON_VOTACIONES = {
  votaciones: {
    select: { abiertaEn: true, cerradaEn: true, suspendidaEn: true, anuladaEn: true, resultado: true },
  },
} as const satisfies Prisma.AcuerdoInclude

export const adopcionOf = (votaciones: readonly Momentos[]): AdopcionAcuerdo =>
  adopcionDe(votaciones.map(momentosOf))
