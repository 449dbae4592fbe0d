export type UnidadPlazo = "dias_habiles" | "dias_naturales" | "horas"

export interface PlazoEnDias {
  readonly n: number
  readonly unidad: Exclude<UnidadPlazo, "horas">
}

export interface Plazo {
  readonly n: number
  readonly unidad: UnidadPlazo
}
