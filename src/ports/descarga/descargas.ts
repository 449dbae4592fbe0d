import type { Instante } from "../../domain/tipos/tiempo.ts"

/** A file that waits to be fetched once, by whoever has its address. */
export interface Descarga {
  readonly organoId: string
  /** To whom it was answered. */
  readonly personaId: string | null
  /** The command that it answers: `compromiso.cedula`. */
  readonly orden: string
  /** The file with its name, encrypted with what only its address says. */
  readonly contenido: Uint8Array
}

export interface DescargaRepository {
  /** `huella`: the SHA-256 of what its address says. Those that ran out by `ahora` are forgotten. */
  put(
    descarga: Descarga & { readonly huella: string; readonly venceEn: Instante },
    ahora: Instante,
  ): Promise<void>
  /** Given once; `null`: there is none such, it was fetched already, or it ran out. */
  take(huella: string, ahora: Instante): Promise<Descarga | null>
  /** Nothing that waits for this person is given any more. */
  olvidar(personaId: string): Promise<void>
}
