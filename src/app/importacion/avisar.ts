import { type CanalMovido, type CuentaMovida, movimientosCard } from "../../cards/importacion/movimientos.ts"
import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { PorConfirmar } from "../../domain/importacion/riesgos.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesDe } from "../canal/canales.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"

interface Contexto {
  readonly registrado: DocumentoImportacion
  readonly documento: DocumentoImportacion
  readonly now: Instante
}

interface Movimientos {
  readonly cuentas: CuentaMovida[]
  readonly canales: Map<string, CanalMovido>
}

/**
 * Tells the Secretaría Técnica of each body whose people or channels `mover` moves, in the transaction that moves them:
 * where it read until then and where it reads afterwards, which are two places when its own channel was moved.
 */
export async function avisandoMovimientos<T>(
  repositories: Repositories,
  confirmados: readonly PorConfirmar[],
  contexto: Contexto,
  mover: () => Promise<T>,
): Promise<T> {
  const movimientos = porOrgano(confirmados, contexto)
  const lectores = async () => {
    const organos = (await repositories.organos.all()).filter(({ clave }) => movimientos.has(clave))
    const found: { readonly organo: Organo; readonly canal: Canal }[] = []
    for (const organo of organos)
      for (const canal of await canalesDe(repositories, organo, "secretaria_tecnica"))
        found.push({ organo, canal })
    return found
  }
  const antes = await lectores()
  const result = await mover()
  const avisos = [...antes, ...(await lectores())].map(({ organo, canal }) =>
    avisoDe(organo, canal, movimientos.get(organo.clave), contexto.now),
  )
  await enqueue(repositories, avisos, contexto.now)
  return result
}

function avisoDe(
  organo: Organo,
  canal: Canal,
  movimientos: Movimientos | undefined,
  now: Instante,
): NewDelivery {
  const { cuentas, canales } = movimientos ?? { cuentas: [], canales: new Map() }
  return deliveryTo(canal, {
    purpose: "aviso",
    subject: ["importacion-movimientos", organo.id, now],
    organo,
    card: movimientosCard({ organo, cuentas, canales: [...canales.values()] }),
    ...atOnce(now),
    why: "Una importación confirmada cambió cuentas de chat o canales del órgano.",
  })
}

function porOrgano(
  confirmados: readonly PorConfirmar[],
  contexto: Contexto,
): ReadonlyMap<string, Movimientos> {
  const organos = new Map<string, Movimientos>()
  const de = (clave: string): Movimientos => {
    const found = organos.get(clave) ?? { cuentas: [], canales: new Map<string, CanalMovido>() }
    organos.set(clave, found)
    return found
  }
  for (const { ruta, riesgo, campo, antes, despues } of confirmados) {
    const fila = ruta.at(-1)?.fila ?? {}
    if (riesgo === "identidad") {
      const personas = [String(antes), String(despues)]
      const [previa = "", nueva = ""] = personas.map((clave) => nombreDe(clave, contexto))
      for (const organo of organosDe(personas, contexto))
        de(organo).cuentas.push({ usuario: String(fila.usuario), antes: previa, despues: nueva })
    }
    if (riesgo === "canal") {
      const clave = String(fila.clave)
      const cambio = `${campo.join(".")}: ${ver(despues)} (antes: ${ver(antes)})`
      const { canales } = de(String(fila.organo))
      const previos = canales.get(clave)?.cambios ?? []
      canales.set(clave, { nombre: String(fila.nombre), cambios: [...previos, cambio] })
    }
  }
  return organos
}

const ver = (value: unknown) =>
  value === null ? "ninguna" : value === true ? "sí" : value === false ? "no" : String(value)

function nombreDe(clave: string, { registrado, documento }: Contexto): string {
  const personas = [...documento.personas, ...registrado.personas]
  return personas.find((una) => una.clave === clave)?.nombre ?? clave
}

/** Bodies in which any of these people has, or had, a post. */
function organosDe(personas: readonly string[], { registrado, documento }: Contexto): ReadonlySet<string> {
  const puestos = [...registrado.designaciones, ...documento.designaciones]
  return new Set(puestos.filter(({ persona }) => personas.includes(persona)).map(({ organo }) => organo))
}
