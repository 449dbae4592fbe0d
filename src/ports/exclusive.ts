/** What only one of several processes on the same data may do at a time. */
export interface Exclusive {
  /**
   * Takes a place if no process has it; `null`: one has. `lost` is called at most once, as soon as the place can no
   * longer be trusted to be ours: what was done in it must end at once, for another process may take it seconds later.
   */
  take(place: string, lost: () => void): Promise<HeldPlace | null>
}

export interface HeldPlace {
  /** Gives it back; harmless after it was lost. */
  release(): Promise<void>
}
