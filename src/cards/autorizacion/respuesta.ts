import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, marcaDemo, nota, texto } from "../respuesta.ts"
import { type AutorizacionVista, aQuien, esperaTexto, marcaDe, queSePide, resueltaTexto } from "./vista.ts"

/** To the Secretaría Técnica, who asked: nothing left, and what for. `canales`: names of those that it was asked in. */
export function solicitadaCard(vista: AutorizacionVista, canales: readonly string[], antes: boolean): Card {
  const { organo, sesion } = vista
  return {
    title: `${antes ? "Ya estaba por autorizar" : "Por autorizar"}: ${sesion.etiqueta}`,
    tone: canales.length === 0 ? "atencion" : "aviso",
    blocks: [
      texto(
        antes
          ? esperaTexto(vista)
          : `Se pidió a ${aQuien(vista)} que autorice ${queSePide(vista)}. Nada ha salido: saldrá en cuanto la autorice, si aún está en plazo y el texto no cambia.`,
      ),
      canales.length === 0
        ? nota(
            "La Presidencia no tiene canal registrado: hágasela llegar por otro medio y registre lo que resuelva.",
          )
        : nota(`Se le pide en ${canales.join(", ")}, y se le recuerda cada día hábil mientras espera.`),
    ],
    actions: [
      ...boton("sesion.autorizacion-ver", sesion.clave, "Ver lo que espera", "primary"),
      ...boton("sesion.autorizacion-registrar", marcaDe(vista), "Registrar la autorización…"),
      ...boton("sesion.autorizacion-retirar", marcaDe(vista), "Retirar la solicitud"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

const TITULO = {
  por_autorizar: "Por autorizar",
  autorizada: "Autorizada",
  devuelta: "Devuelta",
  fuera_de_plazo: "Autorizada fuera de plazo: no salió",
  sin_efecto: "Sin efecto",
} as const

/** What became of it: the answer to whoever resolved it, and what the Secretaría Técnica is told in its channel. */
export function resueltaCard(vista: AutorizacionVista): Card {
  const { organo, sesion, autorizacion } = vista
  const { estado, objeto } = autorizacion
  const salio = estado === "autorizada"
  return {
    title: `${TITULO[estado]}: ${sesion.etiqueta}`,
    tone: salio ? "logro" : "atencion",
    blocks: [texto(resueltaTexto(vista)), ...siguiente(vista)],
    actions:
      objeto === "comunicado"
        ? boton("sesion.comunicado", sesion.clave, "Ver el comunicado", "primary")
        : salio
          ? boton("sesion.acuses", sesion.clave, "Ver los acuses", "primary")
          : objeto === "convocatoria"
            ? boton("sesion.convocar", sesion.clave, "Revisar la convocatoria", "primary")
            : boton("sesion.agenda", sesion.clave, "Ver el orden del día", "primary"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

function siguiente({ autorizacion: { estado, objeto } }: AutorizacionVista) {
  if (estado === "autorizada")
    return [
      nota(
        objeto === "comunicado"
          ? "El texto autorizado ya puede entregarse a Comunicación Social."
          : "Salió a los canales de las instituciones.",
      ),
    ]
  if (estado === "fuera_de_plazo")
    return [
      nota(
        "Para que salga, la Secretaría Técnica cambia la fecha o escribe el motivo, y pide de nuevo la autorización.",
      ),
    ]
  if (estado === "devuelta")
    return [nota("La Secretaría Técnica corrige lo que haga falta y pide de nuevo la autorización.")]
  return [nota("Si aún procede, la Secretaría Técnica la pide de nuevo.")]
}

/** Nothing waits: somebody else answered first, or nobody asked. */
export function nadaPorAutorizarCard(organo: Organo, sesion: Sesion, ultima: AutorizacionVista | null): Card {
  return {
    title: `Nada espera autorización: ${sesion.etiqueta}`,
    tone: "aviso",
    blocks: [
      texto(ultima === null ? "Nadie ha pedido una autorización para esta sesión." : resueltaTexto(ultima)),
      nota(frase`Vea la sesión con ${comando("sesion.agenda", { sesion: sesion.clave })}.`),
    ],
    actions: boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
