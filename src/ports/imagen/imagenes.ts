/** Pictures out of drawings. */
export interface Imagenes {
  /** An SVG of our own making, drawn with the program's letters on white. */
  png(svg: string): Promise<Uint8Array>
}
