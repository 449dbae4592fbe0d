import type { AjustesRespaldo } from "./respaldar.ts"

interface Escritos {
  readonly RESPALDO_DIR: string
  readonly RESPALDO_CONSERVAR: number
  readonly RESPALDO_CLAVE?: Buffer | undefined
}

/** Of the settings, what a backup needs. */
export const ajustesDe = (env: Escritos): AjustesRespaldo => ({
  carpeta: env.RESPALDO_DIR,
  conservar: env.RESPALDO_CONSERVAR,
  clave: env.RESPALDO_CLAVE ?? null,
})
