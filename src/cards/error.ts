import type { Organo } from "../domain/tipos/directorio.ts"
import { plural } from "../texts/plurales.ts"
import {
  type Action,
  type Block,
  type Card,
  type CommandMention,
  MAX_ACTION_ID,
  type RichText,
} from "./card.ts"
import { comando, frase, unida } from "./comando.ts"
import { conOrgano, organoEscrito } from "./de-otro-organo.ts"
import { boton, deOrgano, MAX_DETAIL_BUTTONS, nota, recortar, texto } from "./respuesta.ts"

const MAX_SHOWN = 60
const AYUDA = boton("plenaria.ayuda", "", "Ver la ayuda")

/** A command that is offered: what is typed and what its button runs. */
export interface Sugerencia {
  /** `/sesion proxima` */
  readonly command: CommandMention
  /** Of the button that runs it, with all that was typed. */
  readonly id: string
}

const QUIEN_SOY = comando("plenaria.quien-soy")

const botonDe = ({ command, id }: Sugerencia, style: Action["style"]): readonly Action[] =>
  boton(id, "", recortar(command.text, 40), style).map((action) => ({ ...action, command }))

const separados = (commands: readonly CommandMention[]): RichText =>
  unida(commands.flatMap((command, i) => (i === 0 ? [command] : [", ", command])))

function refusal(title: string, blocks: readonly Block[], actions: Card["actions"] = AYUDA): Card {
  return { title, tone: "error", blocks, actions }
}

/** A bug. The same reference is in the log. */
export function errorInesperado(reference: string): Card {
  return refusal(
    "Ocurrió un error inesperado",
    [
      texto([
        "No fue posible completar lo que pidió. Intente de nuevo; si vuelve a ocurrir, avise a la administración técnica con la referencia ",
        { kind: "code", text: reference },
        ".",
      ]),
    ],
    [],
  )
}

export function servicioNoDisponible(reference: string): Card {
  return refusal(
    "Servicio no disponible",
    [
      texto("El servicio no está disponible por el momento: no hay conexión con la base de datos."),
      nota([
        "Intente de nuevo en unos minutos. Si continúa, avise a la administración técnica con la referencia ",
        { kind: "code", text: reference },
        ".",
      ]),
    ],
    [],
  )
}

export function textoDemasiadoLargo(length: number, limit: number): Card {
  return refusal("El texto es demasiado largo", [
    texto(
      `Escribió ${plural(length, "carácter", "caracteres")} y el límite es de ${limit}. No se hizo nada.`,
    ),
    nota("Escriba solo el comando y la clave."),
  ])
}

export function comandoDesconocido(unknown: {
  readonly typed: string
  /** `/sesion`, or `null` when the first word is not known either. */
  readonly name: CommandMention | null
  readonly nearest: Sugerencia | null
  readonly available: readonly CommandMention[]
}): Card {
  const { typed, name, nearest, available } = unknown
  const shown = recortar(typed, MAX_SHOWN)
  return refusal(
    "No se reconoce el comando",
    [
      texto(name ? frase`«${shown}» no es una opción de ${name}.` : `«${shown}» no es un comando.`),
      ...(nearest ? [texto(frase`¿Quiso decir «${nearest.command}»?`)] : []),
      ...(available.length > 0 ? [nota(frase`Puede usar: ${separados(available)}.`)] : []),
    ],
    [...(nearest ? botonDe(nearest, "primary") : []), ...AYUDA],
  )
}

export function elegirComando(typed: string, options: readonly Sugerencia[]): Card {
  return {
    title: "¿Qué desea consultar?",
    tone: "atencion",
    blocks: [
      texto(`«${recortar(typed, MAX_SHOWN)}» puede ser más de una cosa. Elija una:`),
      {
        kind: "list",
        ordered: false,
        items: options.map((option) => [option.command]),
      },
    ],
    actions: options.flatMap((option) => botonDe(option, "normal")),
  }
}

export function palabrasDeMas(extra: string, sugerida: Sugerencia, usage: CommandMention): Card {
  return refusal(
    "Hay palabras de más",
    [
      texto(frase`«${sugerida.command}» no lleva «${recortar(extra, MAX_SHOWN)}».`),
      nota(frase`Se escribe así: ${usage}`),
    ],
    [...botonDe(sugerida, "primary"), ...AYUDA],
  )
}

export function opcionesInvalidas(problems: readonly RichText[], usage: CommandMention): Card {
  return refusal("Revise lo que escribió", [
    { kind: "list", ordered: false, items: problems },
    nota(frase`Se escribe así: ${usage}`),
  ])
}

export function requiereVinculacion(pedido: CommandMention): Card {
  return refusal(
    "Este comando requiere vinculación",
    [
      texto(
        frase`«${pedido}» es para personas vinculadas al directorio, y su cuenta de chat aún no está vinculada a ninguna.`,
      ),
      nota(
        frase`Para que se le reconozca, diga quién es con ${comando("plenaria.vincular")}; la Secretaría Técnica lo comprueba. Con un código personal, use ${comando("plenaria.vincular-codigo")}.`,
      ),
    ],
    [
      ...boton("plenaria.vincular", "", "Solicitar mi vinculación…", "primary"),
      ...boton("plenaria.quien-soy", "", "Ver mis datos"),
      ...AYUDA,
    ],
  )
}

/** `paraQuien`: "la Secretaría Técnica". */
export function requiereDesignacion(pedido: CommandMention, paraQuien: string, organo: string): Card {
  return refusal(
    "No tiene permiso para este comando",
    [
      texto(frase`«${pedido}» es solo para ${paraQuien} ${deOrgano(organo)}.`),
      nota(
        frase`Si le corresponde esa función, envíe el oficio respectivo a la Secretaría Técnica: ella registra las designaciones. Vea las suyas con ${QUIEN_SOY}.`,
      ),
    ],
    [...boton("plenaria.quien-soy", "", "Ver mis designaciones"), ...AYUDA],
  )
}

/** Who only watches over a body reads its log, and is not told whether anything else that is asked for exists. */
export function soloBitacora(pedido: CommandMention, organo: string): Card {
  return refusal(
    "No tiene permiso para este comando",
    [
      texto(
        frase`Su designación permite leer la bitácora ${deOrgano(organo)} y lo que de ella se exporta; «${pedido}» no forma parte de eso.`,
      ),
      nota("Para consultar un documento de una sesión, solicítelo a la Secretaría Técnica."),
    ],
    [...boton("plenaria.quien-soy", "", "Ver mis designaciones"), ...AYUDA],
  )
}

/** An act is done now, by the clock: asked for another moment it could be dated before it was done. */
export function soloSeConsulta(): Card {
  return refusal("Con --ahora solo se puede consultar", [
    texto(
      "Esta orden registra algo, y lo que se registra lleva la fecha y la hora en que se hace. No se registró nada.",
    ),
    nota("Repita la orden sin --ahora."),
  ])
}

export function botonDesconocido(): Card {
  return refusal("Este botón ya no funciona", [
    texto("El mensaje es de una versión anterior o el botón no es válido. No se hizo nada."),
    nota("Escriba el comando de nuevo para obtener un mensaje vigente."),
  ])
}

/** `id`: of the button that asks each body for what was asked; `null`: it was not understood, so no button can. */
export function elegirOrgano(
  organos: readonly Pick<Organo, "clave" | "nombreCorto">[],
  id: string | null,
): Card {
  const [ejemplo = { clave: "" }] = organos
  return refusal(
    "No se sabe de qué órgano colegiado pregunta",
    [
      texto("Hay varios órganos y este lugar no está vinculado a ninguno. No se hizo nada."),
      {
        kind: "list",
        ordered: false,
        items: organos.map(({ clave, nombreCorto }) => [
          `${nombreCorto}: `,
          { kind: "code", text: organoEscrito(clave) },
        ]),
      },
      nota(
        `${id === null ? "" : "Elija el órgano, o "}${id === null ? "Escriba" : "escriba"} su clave al final del comando (${organoEscrito(ejemplo.clave)}). En el canal de una institución no hace falta.`,
      ),
    ],
    id === null ? [] : organos.slice(0, MAX_DETAIL_BUTTONS).flatMap((organo) => deEste(id, organo)),
  )
}

function deEste(id: string, { clave, nombreCorto }: Pick<Organo, "clave" | "nombreCorto">): Card["actions"] {
  const suyo = conOrgano(id, clave)
  return suyo.length > MAX_ACTION_ID ? [] : [{ id: suyo, label: recortar(nombreCorto, 40), style: "normal" }]
}
