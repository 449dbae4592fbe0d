import { herenciaCard } from "../../../cards/compromiso/herencia.ts"
import { estaConcluido } from "../../../domain/compromiso/compromiso.ts"
import { estaCerrado } from "../../../domain/directorio/suborgano.ts"
import { sumarDias } from "../../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../../domain/tiempo/tiempo.ts"
import type { Compromiso } from "../../../domain/tipos/compromiso.ts"
import type { Institucion, Organo, Persona } from "../../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../../domain/tipos/tiempo.ts"
import type { NewEvento } from "../../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../../ports/repositories/unit-of-work.ts"
import { fechaMedia } from "../../../texts/fechas.ts"
import { canalesDeInstitucion } from "../../canal/canales.ts"
import { atOnce } from "../../mensaje/delivery.ts"
import { enqueueIn } from "../../mensaje/enqueue.ts"

interface Autor {
  readonly repositories: Repositories
  readonly persona: Persona | null
  readonly plataforma: NewEvento["plataforma"]
  readonly now: Instante
}

/**
 * What an institution that ends still owes passes to its successor: on record with each commitment, and told to both in
 * the channels of each body. How many pass. Inside the transaction of the succession.
 */
export async function heredarCompromisos(
  autor: Autor,
  institucion: Institucion,
  sucesora: Institucion,
  hasta: Fecha,
): Promise<number> {
  const { repositories } = autor
  let total = 0
  for (const organo of await repositories.organos.all()) {
    const rows = await repositories.compromisos.list({ organoId: organo.id, institucionId: institucion.id })
    const debidos = rows.map(({ compromiso }) => compromiso).filter((uno) => !estaConcluido(uno))
    if (debidos.length === 0) continue
    total += debidos.length
    const herencia = { organo, institucion, sucesora, desde: sumarDias(hasta, 1), compromisos: debidos }
    for (const compromiso of debidos) await asentar(autor, herencia, compromiso)
    if (!estaCerrado(organo, fechaEnZona(autor.now, organo.zona))) await anunciar(autor, herencia)
  }
  return total
}

interface Herencia {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly sucesora: Institucion
  /** First day of the successor. */
  readonly desde: Fecha
  readonly compromisos: readonly Compromiso[]
}

async function asentar(
  { repositories, persona, plataforma, now }: Autor,
  { organo, institucion, sucesora, desde }: Herencia,
  compromiso: Compromiso,
): Promise<void> {
  await repositories.eventos.append({
    tipo: "compromiso.heredado",
    objeto: `compromiso:${compromiso.id}`,
    organoId: organo.id,
    personaId: persona?.id ?? null,
    plataforma,
    antes: { responde: institucion.siglas },
    despues: { responde: sucesora.siglas, desde },
    instante: now,
  })
  await repositories.compromisos.addAvance({
    compromisoId: compromiso.id,
    texto: `Desde el ${fechaMedia(desde)} responde ${sucesora.siglas}, que sucede a ${institucion.siglas}.`,
    url: null,
    porcentaje: null,
    personaId: persona?.id ?? null,
    registradoEn: now,
  })
}

async function anunciar({ repositories, now }: Autor, herencia: Herencia): Promise<void> {
  const { organo, institucion, sucesora, compromisos } = herencia
  const hoy = fechaEnZona(now, organo.zona)
  const para = async (una: Institucion) => canalesDeInstitucion(repositories, organo, hoy, una.id)
  const canales = new Map(
    [...(await para(institucion)), ...(await para(sucesora))].map((canal) => [canal.id, canal]),
  )
  const aviso = {
    purpose: "aviso" as const,
    subject: ["herencia", organo.id, institucion.id, sucesora.id, now],
    organo,
    card: herenciaCard(herencia),
    ...atOnce(now),
    why: `${sucesora.siglas} sucede a ${institucion.siglas}: ${compromisos.map(({ clave }) => clave).join(", ")}.`,
  }
  await enqueueIn(repositories, canales.values(), aviso, now)
}
