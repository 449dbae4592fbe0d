export type UnidadPlazo = "dias_habiles" | "dias_naturales" | "horas"

export interface Plazo {
  readonly n: number
  readonly unidad: UnidadPlazo
}
