import type { RegistroAsistencia } from "../../domain/tipos/desahogo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"

export type CambiosRegistro = Partial<
  Pick<RegistroAsistencia, "calidad" | "remota" | "nombre" | "cargo" | "llegada" | "salida">
>

/** The roll-call. */
export interface AsistenciaRepository {
  /** Of one call, in order of arrival. */
  registros(sesionId: string, llamado: number): Promise<readonly RegistroAsistencia[]>
  /** `null`: somebody of that institution is in the room. */
  llegada(registro: Omit<RegistroAsistencia, "id" | "salida">): Promise<RegistroAsistencia | null>
  /** `false`: nobody of that institution was in the room. */
  salida(sesionId: string, llamado: number, institucionId: string, instante: Instante): Promise<boolean>
  /** Takes out an arrival that was none; the log keeps it. `false`: it is no longer as it was seen. */
  quitar(visto: Pick<RegistroAsistencia, "id" | "salida">): Promise<boolean>
  /** Puts right what was noted of somebody. `false`: it is no longer as it was seen. */
  corregir(visto: Pick<RegistroAsistencia, "id" | "salida">, cambios: CambiosRegistro): Promise<boolean>
  /** The institution never left. `false`: it is no longer as it was seen. */
  reabrir(visto: Pick<RegistroAsistencia, "id" | "salida">): Promise<boolean>
}
