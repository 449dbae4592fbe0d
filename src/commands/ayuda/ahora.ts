import { inicioDe, organosDe } from "../../app/inicio/asuntos.ts"
import { sesionesVisibles } from "../../app/sesion/consultar.ts"
import type { PasoAyuda } from "../../cards/ayuda.ts"
import { recortar } from "../../cards/respuesta.ts"
import { cuando } from "../../cards/sesion/proxima.ts"
import { admiteCambios } from "../../domain/sesion/orden-del-dia.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import { institucionesDe, soloVigila, veOrdenDelDia } from "../../domain/visibilidad/visibilidad.ts"
import type { CommandContext } from "../definition/definition.ts"
import { esPosible } from "../posible/sesion.ts"

/** As many as are taken in at a glance. */
const MAX_PASOS = 5
/** The others are behind one button, so that there is room for what else the moment allows. */
const MAX_ASUNTOS = 3
/** What is to be done is read at a glance; its button says of what. */
const MAX_QUE = 80

/**
 * What whoever asks can do at this moment: first what waits for them, then what the next session is ready for, then what
 * one always may. Nothing of it is refused.
 */
export async function pasosDeAhora(context: CommandContext): Promise<readonly PasoAyuda[]> {
  const { actor, data, puede, now, plataformas, conexiones, organo } = context
  const { read } = data
  const suyos = organosDe(actor, await read.organos.all(), now)
  const { asuntos } = await inicioDe({ read, actor, now, plataformas, conexiones, puede }, suyos)
  const pasos = [
    ...asuntos.slice(0, MAX_ASUNTOS).map((asunto) => ({ ...asunto, que: recortar(asunto.que, MAX_QUE) })),
    ...(asuntos.length > MAX_ASUNTOS
      ? [
          paso(
            `Ver los ${asuntos.length} asuntos que le esperan.`,
            "plenaria.inicio",
            "",
            "Ver lo que me espera",
          ),
        ]
      : []),
    ...(await deLaSesion(context)),
    ...deSiempre(context),
  ].filter(({ orden }) => puede(orden.command))
  const unicos = new Map(
    [...pasos].reverse().map((paso) => [`${paso.orden.command}:${paso.orden.arg}`, paso]),
  )
  const en = ({ clave, nombreCorto }: Organo) => ({ clave, nombreCorto })
  return [...unicos.values()]
    .reverse()
    .slice(0, MAX_PASOS)
    .map((paso) => ({ plazo: null, organo: en(organo), demo: organo.origen === "demo", ...paso }))
}

type Paso = Pick<PasoAyuda, "que" | "orden"> & Partial<PasoAyuda>

const paso = (que: string, command: string, arg: string, label: string): Paso => ({
  que,
  orden: { command, arg, label },
})

/** What the state of the next session allows, and the last one left. */
async function deLaSesion(context: CommandContext): Promise<readonly Paso[]> {
  const { actor, organo, organos, hoy, data } = context
  // Which body is meant is not known yet.
  if (organos.length > 1 || soloVigila(actor, organo.id)) return []
  const sesiones = await sesionesVisibles({ read: data.read, actor, organo, hoy })
  const proxima = proximaSesion(sesiones, hoy)
  const ultima = ultimaClausurada(sesiones)
  return [
    ...(proxima
      ? await deLaProxima(context, proxima)
      : [paso("Registrar una sesión.", "sesion.crear", "", "Registrar una sesión…")]),
    ...(ultima
      ? [
          paso(
            `Leer lo que resultó de ${ultima.clave}.`,
            "sesion.resumen",
            ultima.clave,
            `Ver el resumen de ${ultima.clave}`,
          ),
        ]
      : []),
  ]
}

async function deLaProxima(context: CommandContext, sesion: Sesion): Promise<readonly Paso[]> {
  const { actor, organo } = context
  const { clave } = sesion
  const cabe = async (uno: Paso): Promise<readonly Paso[]> =>
    (await esPosible(context, uno.orden.command, sesion)) ? [uno] : []
  const si = (posible: boolean, uno: Paso): readonly Paso[] => (posible ? [uno] : [])
  return [
    ...si(
      sesion.instaladaEn !== null,
      paso(`${clave} está en curso.`, "sesion.en-curso", clave, `Ver cómo va ${clave}`),
    ),
    veOrdenDelDia(actor, sesion)
      ? paso(
          `Leer el orden del día de ${clave}: ${cuando(sesion, organo)}.`,
          "sesion.agenda",
          clave,
          `Orden del día de ${clave}`,
        )
      : paso(
          `Consultar la próxima sesión, ${clave}: ${cuando(sesion, organo)}.`,
          "sesion.proxima",
          "",
          "Ver la próxima sesión",
        ),
    ...si(
      admiteCambios(sesion.estado),
      paso(`Preparar el orden del día de ${clave}.`, "sesion.preparar", clave, `Preparar ${clave}`),
    ),
    ...si(
      fueConvocada(sesion),
      paso(`Ver quién asistirá a ${clave}.`, "sesion.quorum", clave, `Quórum previsto de ${clave}`),
    ),
    ...(await cabe(
      paso(`Proponer un punto para ${clave}.`, "sesion.proponer", clave, `Proponer un punto en ${clave}…`),
    )),
  ]
}

/** What is there whatever the moment. */
function deSiempre({ actor, organo, puede }: CommandContext): readonly Paso[] {
  const nadie = actor.kind === "sin_vincular"
  const propios = !nadie && institucionesDe(actor, organo.id).length > 0 && puede("compromiso.mios")
  return [
    ...(nadie
      ? [paso("Pedir que se reconozca su cuenta.", "plenaria.vincular", "", "Solicitar mi vinculación…")]
      : []),
    ...(propios
      ? [paso("Ver los compromisos de su institución.", "compromiso.mios", "", "Ver mis compromisos")]
      : []),
    paso(
      "Ver cómo van los compromisos de todas las instituciones.",
      "compromiso.tablero",
      "",
      "Ver el tablero",
    ),
    paso("Buscar qué se acordó sobre un tema.", "acuerdo.buscar", "", "Buscar acuerdos…"),
    paso("Ver las sesiones y sus resúmenes.", "sesion.lista", "", "Ver las sesiones"),
    paso("Leer la bitácora.", "plenaria.bitacora", "", "Ver la bitácora"),
    paso("Ver qué mensajes no llegaron.", "plenaria.entregas", "", "Ver las entregas"),
    paso("Saber con qué designación se le reconoce.", "plenaria.quien-soy", "", "Ver mi cuenta"),
  ]
}
