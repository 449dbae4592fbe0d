import type { Sesion } from "../../src/domain/tipos/sesion.ts"
import { type Conversacion, startConversacion } from "./conversacion.ts"

export const ST = "secretaria-tecnica"
const PRESENTES = ["segob", "sre", "salud", "fgr", "inm", "ceav", "sep", "sectur"]
export const PUNTOS = [
  "Programa Anual de Trabajo",
  "Campaña de prevención",
  "Informe de la Subcomisión Consultiva",
] as const

export interface SesionInstalada extends Conversacion {
  readonly clave: string
  sesion(): Promise<Sesion>
  /** The session with the revision that a button shown now would carry. */
  marca(): Promise<string>
  tiposDeEvento(): Promise<readonly string[]>
}

/** SO-23, convened and installed in June 2024 with three items; or another one, in the same way. */
export async function startSesionInstalada(
  tipo: Sesion["tipo"] = "ordinaria",
  numero = 23,
  { instalada = true, now = undefined as string | undefined } = {},
): Promise<SesionInstalada> {
  const chat = await startConversacion(now)
  const clave = `${tipo === "ordinaria" ? "SO" : "SE"}-${numero}`
  const sesion = async () => {
    const found = (await chat.sesiones()).find((una) => una.clave === clave)
    if (found === undefined) throw new Error(`no ${clave}`)
    return found
  }
  const values = { tipo, numero: String(numero), fecha: "2024-07-31", hora: "10:00" }
  await chat.submit(ST, "sesion.crear", values)
  for (const titulo of PUNTOS) await chat.submit(ST, `sesion.punto-agregar:${clave}`, { titulo })
  const { card } = await chat.ask(ST, `/sesion convocar ${clave}`)
  await chat.press(ST, card.actions[0]?.id ?? "")
  for (const siglas of PRESENTES)
    await chat.press(ST, `sesion.pase-llegada:${siglas.toUpperCase()} sesion:${clave}`)
  if (instalada) await chat.press(ST, `sesion.instalar:${clave}`)
  return {
    ...chat,
    clave,
    sesion,
    marca: async () => `${clave}@${(await sesion()).revision}`,
    tiposDeEvento: async () =>
      (await chat.eventos(`sesion:${(await sesion()).id}`)).map(({ tipo: uno }) => uno),
  }
}
