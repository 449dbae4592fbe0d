/** An authority that dates a fingerprint (RFC 3161). */
export interface AutoridadDeTiempo {
  /** How people know it: its address. */
  readonly nombre: string
  /**
   * Its answer about a SHA-256, hexadecimal, as it came (a `TimeStampResp`, DER). Rejects, with a reason in Spanish, when
   * it cannot be reached, refuses, or answers about something else. Whose signature it is, is for whoever reads it.
   */
  sellar(sha256: string): Promise<Uint8Array>
}
