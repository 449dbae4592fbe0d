import type { Database } from "../../src/db/open.ts"
import type { Sesion } from "../../src/domain/tipos/sesion.ts"
import { type Charla, type Conversacion, charlaOn, NOW } from "./conversacion.ts"
import { createPreparedDatabase } from "./database.ts"
import { demoAt } from "./demo-database.ts"

export const ST = "secretaria-tecnica"
const PRESENTES = ["segob", "sre", "salud", "fgr", "inm", "ceav", "sep", "sectur"]
/** Its day at its hour, 10:00 in the centre of Mexico. */
export const SU_HORA = "2024-07-31T16:00:00.000Z"
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

/** SO-23, convened in June 2024 and installed on its day with three items; or another one, in the same way. */
export async function startSesionInstalada(
  tipo: Sesion["tipo"] = "ordinaria",
  numero = 23,
  { instalada = true, now = NOW } = {},
): Promise<SesionInstalada> {
  const clave = `${tipo === "ordinaria" ? "SO" : "SE"}-${numero}`
  const convened = {
    contents: `${clave} convened at ${now}`,
    upon: demoAt(now),
    prepare: (fresh: Database) => convocar(charlaOn(fresh, now), { tipo, numero, clave }),
  }
  const installed = {
    contents: `${clave} installed at ${now}`,
    upon: convened,
    prepare: (fresh: Database) => charlaOn(fresh, SU_HORA).press(ST, `sesion.instalar:${clave}`),
  }
  const database = await createPreparedDatabase(instalada ? installed : convened)
  const chat = charlaOn(database.database, SU_HORA)
  const sesion = async () => {
    const found = (await chat.sesiones()).find((una) => una.clave === clave)
    if (found === undefined) throw new Error(`no ${clave}`)
    return found
  }
  return {
    ...chat,
    databaseUrl: database.url,
    close: () => database.close(),
    clave,
    sesion,
    marca: async () => `${clave}@${(await sesion()).revision}`,
    tiposDeEvento: async () =>
      (await chat.eventos(`sesion:${(await sesion()).id}`)).map(({ tipo: uno }) => uno),
  }
}

/** Registers it with its items, convenes it and notes who arrived. */
async function convocar(
  chat: Charla,
  { tipo, numero, clave }: { readonly tipo: Sesion["tipo"]; readonly numero: number; readonly clave: string },
): Promise<void> {
  const values = { tipo, numero: String(numero), fecha: "2024-07-31", hora: "10:00" }
  await chat.submit(ST, "sesion.crear", values)
  for (const titulo of PUNTOS) await chat.submit(ST, `sesion.punto-agregar:${clave}`, { titulo })
  const { card } = await chat.ask(ST, `/sesion convocar ${clave}`)
  await chat.press(ST, card.actions[0]?.id ?? "")
  chat.movesTo(SU_HORA)
  for (const siglas of PRESENTES)
    await chat.press(ST, `sesion.pase-llegada:${siglas.toUpperCase()} sesion:${clave}`)
}
