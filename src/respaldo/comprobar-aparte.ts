import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { OperatorError } from "../domain/operator-error.ts"

const FUENTE = fileURLToPath(new URL("../cli.ts", import.meta.url))
const COMPILADO = fileURLToPath(new URL("../../plenaria.mjs", import.meta.url))
/** What is kept of what it says. */
const DICHO = 4_000

/**
 * Checks a file in a process of its own (`plenaria verificar-respaldo`): it takes some hundred megabytes and seconds of
 * work, which whoever talks to the bot meanwhile would notice. The key goes by the environment, never among the words.
 */
export async function comprobarAparte(archivo: string, clave: Buffer | null): Promise<void> {
  const palabras = existsSync(FUENTE) ? ["--import", "tsx", FUENTE] : [COMPILADO]
  const proceso = spawn(process.execPath, [...palabras, "verificar-respaldo", resolve(archivo)], {
    cwd: dirname(COMPILADO),
    env: {
      ...process.env,
      RESPALDO_CLAVE_FILE: "",
      RESPALDO_CLAVE: clave === null ? "" : clave.toString("base64"),
    },
    stdio: ["ignore", "ignore", "pipe"],
  })
  let dicho = ""
  proceso.stderr.setEncoding("utf8").on("data", (texto: string) => {
    dicho = (dicho + texto).slice(0, DICHO)
  })
  const estado = await new Promise<number | null>((done, failed) => {
    proceso.once("error", failed)
    proceso.once("close", done)
  })
  if (estado === 0) return
  const [message = "", ...hint] = dicho.trim().split("\n")
  throw new OperatorError(
    `El respaldo no pasó la comprobación y no se conservó. ${message}`.trim(),
    hint.join(" ") || "Revise el espacio y la memoria del equipo, y repita «plenaria respaldar».",
  )
}
