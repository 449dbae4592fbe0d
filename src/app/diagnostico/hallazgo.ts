/** `sin_ver`: it could not be looked at. */
export type Nivel = "bien" | "aviso" | "problema" | "sin_ver"

/** One thing that was looked at. Neither text ever holds a secret, nor what anybody wrote. */
export interface Hallazgo {
  readonly nivel: Nivel
  readonly que: string
  /** What to do about it; `null`: nothing. */
  readonly hacer: string | null
}

export const bien = (que: string): Hallazgo => ({ nivel: "bien", que, hacer: null })
/** It works, and somebody should know. */
export const aviso = (que: string, hacer: string): Hallazgo => ({ nivel: "aviso", que, hacer })
/** Something that is promised does not happen, or will not. */
export const problema = (que: string, hacer: string): Hallazgo => ({ nivel: "problema", que, hacer })
export const sinVer = (que: string, hacer: string): Hallazgo => ({ nivel: "sin_ver", que, hacer })

/** Whether somebody has to do something now. */
export const hayProblemas = (hallazgos: readonly Hallazgo[]): boolean =>
  hallazgos.some(({ nivel }) => nivel === "problema")
