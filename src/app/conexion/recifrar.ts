import type { Cifrado } from "../../ports/cifrado.ts"
import type { ConexionRegistrada } from "../../ports/conexiones.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { abrir, sellar } from "./credenciales.ts"

/**
 * Encrypts what is kept with the present key, one connection after another; one that changes meanwhile is already
 * encrypted with it. `sinAbrir`: those that none of the keys at hand opens.
 */
export async function recifrar({
  data,
  cifrado,
  now,
}: {
  readonly data: UnitOfWork
  readonly cifrado: Cifrado
  readonly now: string
}): Promise<{ readonly hechas: number; readonly sinAbrir: readonly ConexionRegistrada[] }> {
  const sinAbrir: ConexionRegistrada[] = []
  let hechas = 0
  for (const conexion of await data.fresh.conexiones.all()) {
    if (conexion.secretos === null || conexion.secretos.claveId === cifrado.claveId) continue
    const credenciales = abrir(cifrado, conexion, conexion.secretos)
    if (credenciales === null) sinAbrir.push(conexion)
    else if (
      await data.fresh.conexiones.reseal(
        conexion.id,
        conexion.secretos,
        sellar(cifrado, conexion, credenciales),
      )
    )
      hechas += 1
  }
  await data.read.eventos.append({
    tipo: "conexion.recifrada",
    objeto: "instalacion",
    organoId: null,
    personaId: null,
    plataforma: "cli",
    antes: null,
    despues: { claveId: cifrado.claveId, hechas, sinAbrir: sinAbrir.length },
    instante: now,
  })
  return { hechas, sinAbrir }
}
