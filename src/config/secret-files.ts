import { readFileSync } from "node:fs"
import { OperatorError } from "../domain/operator-error.ts"
import type { Environment } from "../ports/adapter-module.ts"

const SUFFIX = "_FILE"

/**
 * The settings with what stands in files: `SLACK_BOT_TOKEN_FILE=/run/secrets/slack` gives `SLACK_BOT_TOKEN`, without the
 * spaces and line ends around it, as containers hand secrets over. It holds for every setting (`isSetting`), so that no
 * secret is left out. OperatorError: a file that cannot be read, or a setting given both ways.
 */
export function withSecretFiles(env: Environment, isSetting: (name: string) => boolean): Environment {
  const read: Record<string, string | undefined> = {}
  for (const [name, path] of Object.entries(env)) {
    const setting = name.slice(0, -SUFFIX.length)
    if (!name.endsWith(SUFFIX) || !isSetting(setting) || !path?.trim()) continue
    if (env[setting]?.trim())
      throw new OperatorError(
        `${setting} se configuró dos veces: con su valor y con ${name}.`,
        `Deje una de las dos y vuelva a iniciar.`,
      )
    read[setting] = contentOf(path.trim(), name)
    read[name] = undefined
  }
  return { ...env, ...read }
}

function contentOf(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8").trim()
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : ""
    throw new OperatorError(
      `No se pudo leer el archivo de ${name}: ${path}${code}.`,
      "Compruebe que existe y que la cuenta con la que se ejecuta Plenaria puede leerlo.",
    )
  }
}
