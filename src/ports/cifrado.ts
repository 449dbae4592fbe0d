/** What is kept encrypted, with the name of the key that opens it. */
export interface Sellado {
  readonly bytes: Uint8Array
  readonly claveId: string
}

/** Encryption of secrets at rest, with the key that the installation holds outside of its data. */
export interface Cifrado {
  /** Of the key that encrypts from now on. */
  readonly claveId: string
  /** `about`: what the secret belongs to. Sealed for one thing, it does not open as another's. */
  seal(text: string, about: string): Sellado
  /** `null`: it was sealed with a key that is not here, about something else, or was tampered with. */
  open(sealed: Sellado, about: string): string | null
}
