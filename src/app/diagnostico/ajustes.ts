import type { Grupo } from "./grupo.ts"
import { aviso, bien, problema } from "./hallazgo.ts"

export const ajustes: Grupo = {
  id: "ajustes",
  titulo: "Ajustes",
  revisiones: [
    ({ ajustes: { problemas } }) =>
      problemas.length === 0
        ? [bien("Todas las variables se entienden.")]
        : problemas.map(({ variable, mensaje }) =>
            problema(`${variable}: ${mensaje}.`, "Corríjala en .env o en el entorno (vea .env.example)."),
          ),
    ({ ajustes: { publica, abierto } }) => {
      if (publica?.startsWith("http://"))
        return [
          aviso("PUBLIC_URL no usa https.", "Ponga un proxy con TLS y escriba ahí la dirección con https."),
        ]
      if (abierto && publica === undefined)
        return [
          aviso(
            "HOST admite otros equipos y PUBLIC_URL está vacía: los calendarios se dan con una dirección local.",
            "Escriba en PUBLIC_URL la dirección con la que se llega desde fuera, o deje HOST=127.0.0.1.",
          ),
        ]
      return []
    },
    ({ ajustes: { nivel } }) =>
      nivel === "debug" || nivel === "trace"
        ? [aviso(`LOG_LEVEL=${nivel} escribe mucho.`, "Déjelo en info; para un rato, use SIGUSR2.")]
        : [],
    ({ ajustes: { claveAnterior } }) =>
      claveAnterior
        ? [
            aviso(
              "CLAVE_MAESTRA_ANTERIOR sigue puesta.",
              "Cifre todo con la nueva (npm run -s plenaria -- recifrar) y quítela.",
            ),
          ]
        : [],
    ({ ajustes: { incorporada }, encendidas, espacios }) =>
      incorporada && encendidas.length > 0 && espacios.length > 0
        ? [
            aviso(
              "Hay una plataforma real y los datos están en la base incorporada.",
              "Para producción use PostgreSQL (DATABASE_URL): admite varios procesos y respaldos en marcha.",
            ),
          ]
        : [],
  ],
}
