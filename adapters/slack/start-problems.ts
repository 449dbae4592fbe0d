import { OperatorError } from "../../src/domain/operator-error.ts"
import { platformCodeOf, rejectedFor } from "./outcomes.ts"

/** Which credential a step uses, as whoever handed it over knows it: in the settings, or by itself. */
export type Credential = "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN" | "el token del bot" | "el token de aplicación"

const APP_TOKEN_HINT =
  "Revise el token de aplicación: créelo en «Basic Information → App-Level Tokens» de api.slack.com/apps con el permiso connections:write, y active «Socket Mode» en la aplicación."

/** Runs a step of the start; what Slack refuses is told to the operator with the way to mend it. */
export async function explained<T>(credential: Credential, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw problemOf(error, credential)
  }
}

function problemOf(error: unknown, credential: Credential): OperatorError {
  const code = platformCodeOf(error)
  if (code !== null && /^[a-z0-9_]{1,80}$/.test(code)) {
    const hint =
      credential === "SLACK_APP_TOKEN" || credential === "el token de aplicación"
        ? APP_TOKEN_HINT
        : rejectedFor(code).reason
    return new OperatorError(`Slack no aceptó ${credential} (${code}).`, hint, { cause: error })
  }
  return new OperatorError(
    "No fue posible conectar con Slack.",
    "Revise la conexión a internet de este equipo y, si usa un proxy, su configuración; si Slack tiene una falla (slack-status.com), espere e inicie de nuevo.",
    { cause: error },
  )
}
