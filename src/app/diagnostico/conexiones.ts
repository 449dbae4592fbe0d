import type { EstadoConexion } from "../../domain/tipos/canal.ts"
import { ESTADOS_CONEXION, nombrePlataforma } from "../../texts/etiquetas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, type Hallazgo, problema } from "./hallazgo.ts"
import type { EspacioVisto, Vista } from "./vista.ts"

const CONECTAR: Readonly<Record<Exclude<EstadoConexion, "activa">, string>> = {
  por_confirmar: "La Secretaría Técnica debe confirmar de qué institución es.",
  desconectada: "Conéctelo de nuevo (npm run -s plenaria -- conectar) o registre otro canal.",
  revocada: "Pida a esa institución que instale de nuevo la aplicación y conéctelo otra vez.",
}

function nombreDe({ adapter, conexion, abierto }: EspacioVisto, { plataformas }: Vista): string {
  const plataforma = nombrePlataforma(plataformas, adapter)
  if (conexion !== null) return `«${conexion.nombre}» (${conexion.workspace}) de ${plataforma}`
  return abierto.kind === "si"
    ? `«${abierto.espacio.nombre}» (${abierto.espacio.workspaces[0]}) de ${plataforma}`
    : `${plataforma}, con las credenciales de los ajustes`
}

/** Whether anybody speaks there: a workspace without channels is missed by nobody. */
const enUso = ({ adapter, conexion }: EspacioVisto, { datos }: Vista): boolean =>
  datos?.canales.some(
    ({ canal }) => canal.activo && canal.adapter === adapter && canal.workspace === conexion?.workspace,
  ) ?? false

function revisar(visto: EspacioVisto, vista: Vista): Hallazgo {
  const nombre = nombreDe(visto, vista)
  const { abierto, conexion } = visto
  switch (abierto.kind) {
    case "si": {
      const { faltan, sinEllo = [] } = abierto.espacio
      const [menos] = sinEllo
      if (faltan.length === 0 && menos !== undefined)
        return aviso(
          `${nombre}: contesta; ${menos.queda}.`,
          `Dé al bot el permiso ${menos.permiso}, o abra de nuevo la dirección con que se invitó.`,
        )
      if (faltan.length === 0) return bien(`${nombre}: contesta y tiene todos los permisos.`)
      return problema(
        `${nombre}: al bot le faltan permisos: ${enumerar(faltan)}.`,
        "Actualice la aplicación con lo que imprime «npm run -s plenaria -- manifiesto» y reinstálela.",
      )
    }
    case "no":
      return problema(`${nombre}: ${abierto.que}`, abierto.hacer)
    case "sin_clave":
      return problema(
        `${nombre}: sus credenciales no se abren con la clave maestra de esta instalación.`,
        "Reponga en CLAVE_MAESTRA o CLAVE_MAESTRA_ANTERIOR la clave con que se guardaron, o conéctelo de nuevo.",
      )
    case "no_preguntado": {
      if (conexion === null || conexion.estado === "activa") return bien(`${nombre}: encendida.`)
      const que = `${nombre}: ${ESTADOS_CONEXION[conexion.estado]}.`
      if (!enUso(visto, vista)) return bien(`${que} Ningún canal activo la usa.`)
      const hallado = conexion.estado === "por_confirmar" ? aviso : problema
      return hallado(que, CONECTAR[conexion.estado])
    }
  }
}

const EJEMPLOS = 4
const algunas = (ordenes: readonly string[]): string =>
  enumerar([
    ...ordenes.slice(0, EJEMPLOS).map((una) => `«${una}»`),
    ...(ordenes.length > EJEMPLOS ? [`${ordenes.length - EJEMPLOS} más`] : []),
  ])

/** Once for all the workspaces that the settings open: commands are registered for the application. */
function revisarOrdenes(vista: Vista): readonly Hallazgo[] {
  const vistas = new Set<string>()
  return vista.espacios.flatMap(({ adapter, abierto }): readonly Hallazgo[] => {
    const ordenes = abierto.kind === "si" ? abierto.espacio.ordenes : undefined
    if (ordenes === undefined || vistas.has(adapter)) return []
    vistas.add(adapter)
    const plataforma = nombrePlataforma(vista.plataformas, adapter)
    const { faltan, sobran, distintas } = ordenes
    const que = [
      ...(faltan.length === 0 ? [] : [`faltan ${algunas(faltan)}`]),
      ...(distintas.length === 0 ? [] : [`son de otra versión ${algunas(distintas)}`]),
      ...(sobran.length === 0 ? [] : [`sobran ${algunas(sobran)}`]),
    ]
    if (que.length === 0) return [bien(`${plataforma}: sus comandos registrados son los de esta versión.`)]
    const hallado = faltan.length + distintas.length > 0 ? problema : aviso
    return [
      hallado(
        `${plataforma}: sus comandos registrados no son los de esta versión: ${que.join("; ")}.`,
        `Regístrelos de nuevo: npm run -s plenaria -- registrar-comandos ${adapter}`,
      ),
    ]
  })
}

export const conexiones: Grupo = {
  id: "conexiones",
  titulo: "Conexiones",
  revisiones: [(vista) => vista.espacios.map((visto) => revisar(visto, vista)), revisarOrdenes],
}
