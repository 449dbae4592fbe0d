import { comando } from "../../cards/comando.ts"
import type { Audiencia } from "../../domain/tipos/canal.ts"
import { plural } from "../../texts/plurales.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, type Hallazgo, problema, sinVer } from "./hallazgo.ts"
import type { CanalVisto } from "./vista.ts"

const RESERVADAS: Readonly<Record<Exclude<Audiencia, "publica">, string>> = {
  institucion: "de una institución",
  integrantes: "de integrantes",
  secretaria_tecnica: "de la Secretaría Técnica",
  presidencia: "de la Presidencia",
  invitada: "de una institución invitada",
  persona: "de una persona",
}

/** The platform was asked and told nothing of the channel. */
const SIN_RESPUESTA: ReadonlySet<string> = new Set(["no_answer", "retry", "uncertain", "not_connected"])

/** A channel whose readers are named must not be one that everybody in the workspace opens. */
function audiencia({ canal, clave, deInstitucion, respuesta }: CanalVisto): readonly Hallazgo[] {
  if (canal.audiencia === "publica" || respuesta?.kind !== "ok" || respuesta.publico !== true) return []
  const que = `${clave}: está registrado como ${RESERVADAS[canal.audiencia]} y en la plataforma es público.`
  const hacer = "Hágalo privado en la plataforma, o registre otro que lo sea."
  // In its own workspace only its own people read it.
  const propio = deInstitucion !== null && deInstitucion === canal.institucionId
  return [propio ? aviso(que, hacer) : problema(que, hacer)]
}

function alcance({ clave, respuesta }: CanalVisto): readonly Hallazgo[] {
  if (respuesta?.kind !== "unusable") return []
  const { reason, platformCode } = respuesta
  if (SIN_RESPUESTA.has(platformCode)) return [sinVer(`${clave}: ${reason}`, "Repita la revisión más tarde.")]
  return [problema(`${clave}: ${reason}`, `Después compruébelo: ${comando("plenaria.canal-probar").text}.`)]
}

export const canales: Grupo = {
  id: "canales",
  titulo: "Canales",
  revisiones: [
    ({ datos }) => (datos?.canales ?? []).flatMap(alcance),
    ({ datos }) => (datos?.canales ?? []).flatMap(audiencia),
    ({ datos }) => {
      const sirven = (datos?.canales ?? []).filter(({ respuesta }) => respuesta?.kind === "ok")
      return sirven.length === 0
        ? []
        : [bien(`En ${plural(sirven.length, "canal existe", "canales existen")} y el bot puede escribir.`)]
    },
    ({ datos, encendidas }) => {
      const apagados = (datos?.canales ?? []).filter(({ canal }) => !encendidas.includes(canal.adapter))
      const plataformas = [...new Set(apagados.map(({ canal }) => canal.adapter))].join(", ")
      return apagados.length === 0
        ? []
        : [
            problema(
              `${plural(apagados.length, "canal activo está", "canales activos están")} en una plataforma sin credenciales: ${plataformas}.`,
              "Escriba sus credenciales en los ajustes, o registre esos canales en otra.",
            ),
          ]
    },
    ({ datos, preguntables }) =>
      (datos?.canales ?? [])
        .filter(({ canal, respuesta }) => respuesta === null && preguntables.includes(canal.adapter))
        .map(({ clave, canal }) =>
          problema(
            `${clave}: ninguna conexión abre el espacio ${canal.workspace}.`,
            "Conecte ese espacio, o corrija el registro del canal.",
          ),
        ),
  ],
}
