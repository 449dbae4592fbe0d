import { readFile } from "node:fs/promises"
import { initWasm, Resvg } from "@resvg/resvg-wasm"
import type { Imagenes } from "../ports/imagen/imagenes.ts"

const PAQUETES = new URL("../../node_modules/", import.meta.url)
const PROGRAMA = new URL("@resvg/resvg-wasm/index_bg.wasm", PAQUETES)
const LETRAS = ["400Regular/PublicSans_400Regular.ttf", "700Bold/PublicSans_700Bold.ttf"].map(
  (name) => new URL(`@expo-google-fonts/public-sans/${name}`, PAQUETES),
)

const LETRA = "Public Sans"

let lista: Promise<readonly Uint8Array[]> | null = null

/** Once for a process: the program of the drawing, and its letters, without which it would draw no text and say nothing. */
async function preparar(): Promise<readonly Uint8Array[]> {
  const [programa, ...letras] = await Promise.all([PROGRAMA, ...LETRAS].map((url) => readFile(url)))
  if (programa === undefined) throw new Error("there is always a program")
  await initWasm(programa)
  return letras
}

/** Only this file knows the library. */
export const imagenes: Imagenes = {
  async png(svg) {
    lista ??= preparar()
    const fontBuffers = [...(await lista)]
    const resvg = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: LETRA, sansSerifFamily: LETRA },
      background: "#ffffff",
    })
    try {
      const image = resvg.render()
      try {
        return image.asPng()
      } finally {
        image.free()
      }
    } finally {
      resvg.free()
    }
  },
}
