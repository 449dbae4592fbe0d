/** How this process is reached from outside. */
export interface DireccionPublica {
  /** `https://plenaria.ejemplo.gob.mx`, without a slash at its end. */
  readonly base: string
  /** `false`: nobody said it (PUBLIC_URL is not set); it may only answer on this machine. */
  readonly publica: boolean
}
