import { comando } from "../../cards/comando.ts"
import { lecturaDeMas } from "../../domain/canal/lectura.ts"
import type { Audiencia, CambioDeCanal } from "../../domain/tipos/canal.ts"
import { plural } from "../../texts/plurales.ts"
import { lecturaDe, noContesto } from "../canal/mirado.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, type Hallazgo, problema, sinVer } from "./hallazgo.ts"
import type { CanalVisto } from "./vista.ts"

const RESERVADAS: Readonly<Record<Audiencia, string>> = {
  institucion: "de una institución",
  integrantes: "de integrantes",
  secretaria_tecnica: "de la Secretaría Técnica",
  presidencia: "de la Presidencia",
  invitada: "de una institución invitada",
  publica: "para todo público",
  persona: "de una persona",
}

const LECTURA: Readonly<Record<CambioDeCanal, string>> = {
  publico: "es público",
  externo: "está compartido con otra organización",
  invitados: "tiene personas invitadas",
}

/** A channel whose readers are named must not be one that everybody in the workspace opens. */
function audiencia({ canal, clave, deInstitucion, respuesta }: CanalVisto): readonly Hallazgo[] {
  if (respuesta?.kind !== "ok") return []
  // In its own workspace only its own people read what is public there.
  const propio = deInstitucion !== null && deInstitucion === canal.institucionId
  return lecturaDeMas(canal.audiencia, lecturaDe(respuesta)).map((cambio) => {
    const que = `${clave}: está registrado como ${RESERVADAS[canal.audiencia]} y en la plataforma ${LECTURA[cambio]}.`
    const hacer = "Hágalo privado en la plataforma, o registre otro que lo sea."
    return propio && cambio === "publico" ? aviso(que, hacer) : problema(que, hacer)
  })
}

function alcance({ clave, respuesta }: CanalVisto): readonly Hallazgo[] {
  if (respuesta?.kind !== "unusable") return []
  const { reason } = respuesta
  if (noContesto(respuesta)) return [sinVer(`${clave}: ${reason}`, "Repita la revisión más tarde.")]
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
