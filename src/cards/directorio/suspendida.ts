import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

export type EstadoDeCuenta = "suspendida" | "activa"

interface Cambio {
  readonly persona: Persona
  readonly cuenta: string
  readonly motivo: string
  readonly queda: EstadoDeCuenta
  /** Whose Secretaría Técnica did it. */
  readonly porOrgano: Organo
  readonly para: "persona" | "secretaria"
  /** The body for whose people it is said. */
  readonly organo: Organo
}

const LO_CONTRARIO = {
  suspendida: comando("directorio.cuenta-reactivar"),
  activa: comando("directorio.cuenta-suspender"),
} as const

const TITULO: Readonly<Record<EstadoDeCuenta, string>> = {
  suspendida: "Se suspendió una cuenta",
  activa: "Se reactivó una cuenta",
}

/** To the person whose account it is, and to the Secretaría Técnica of each body in which they act. */
export function cuentaSuspendidaAviso({
  persona,
  cuenta,
  motivo,
  queda,
  porOrgano,
  para,
  organo,
}: Cambio): Card {
  const deQuien = para === "persona" ? "Esta cuenta suya" : `Esta cuenta de ${nombreConTitulo(persona)}`
  const efecto =
    queda === "suspendida"
      ? "quedó suspendida: Plenaria no le contesta ni le envía mensajes directos."
      : "quedó activa: Plenaria la reconoce de nuevo."
  const sigue =
    para === "persona"
      ? `Lo que hizo con ella se conserva. Si no está de acuerdo, acuda a la Secretaría Técnica ${deOrgano(porOrgano.nombreCorto)}.`
      : frase`Lo decidió la Secretaría Técnica ${deOrgano(porOrgano.nombreCorto)}. Cambia con ${LO_CONTRARIO[queda]}.`
  return {
    title: TITULO[queda],
    tone: "atencion",
    blocks: [
      texto(`${deQuien} ${efecto}`),
      texto([{ kind: "code", text: cuenta }]),
      {
        kind: "fields",
        fields: [{ label: "Motivo", value: motivo }],
      },
      nota(sigue),
    ],
    actions: [],
    ...marcaDemo([organo.origen, persona.origen]),
  }
}

/** What it will do, before it is done. */
export function confirmarSuspensionCard(cuenta: string, queda: EstadoDeCuenta): Card {
  return {
    title: queda === "suspendida" ? "¿Suspender esta cuenta?" : "¿Reactivar esta cuenta?",
    tone: "atencion",
    blocks: [
      texto([{ kind: "code", text: cuenta }]),
      texto(
        queda === "suspendida"
          ? "Desde su próxima solicitud no se le contesta, en ningún órgano, y lo que se le había escrito y no salió, ya no sale. Lo que hizo con ella se conserva. Se avisa a la persona, con el motivo, y a la Secretaría Técnica de cada órgano donde actúa."
          : "Desde su próxima solicitud se le reconoce otra vez con las designaciones que tenga vigentes. Se avisa a la persona, con el motivo, y a la Secretaría Técnica de cada órgano donde actúa.",
      ),
    ],
    actions: [],
  }
}

/** To the Secretaría Técnica, once it is done; or when it was so already. */
export function suspensionCambiadaCard(
  { nombre, clave, origen }: Persona,
  queda: EstadoDeCuenta,
  hecho: { readonly noSalieron: number } | null,
): Card {
  const sinSalir =
    hecho !== null && hecho.noSalieron > 0
      ? ` No salieron ${hecho.noSalieron} mensajes directos que esperaban.`
      : ""
  const de = `de ${nombre} (${clave})`
  return {
    title: queda === "suspendida" ? "Cuenta suspendida" : "Cuenta reactivada",
    tone: hecho === null ? "aviso" : "logro",
    blocks: [
      texto(
        hecho === null
          ? `La cuenta ${de} ya estaba ${queda}. No se cambió nada.`
          : `La cuenta ${de} quedó ${queda}. Se avisa a la persona con el motivo.${sinSalir}`,
      ),
      nota(frase`Para lo contrario: ${LO_CONTRARIO[queda]}`),
    ],
    actions: [],
    ...marcaDemo([origen]),
  }
}

/** To whoever asks with it, whatever they ask. */
export function cuentaEnSuspensoCard(): Card {
  return {
    title: "Su cuenta está suspendida",
    tone: "error",
    blocks: [
      texto("Plenaria no atiende solicitudes de esta cuenta. No se hizo nada."),
      nota(
        "El motivo se le envió por mensaje directo. Para reactivarla, acuda a la Secretaría Técnica de su órgano.",
      ),
    ],
    actions: [],
  }
}

/** Without it nobody could conduct some body in chat. */
export function ultimaSecretariaNoSeSuspende(): Card {
  return {
    title: "Es la última cuenta de la Secretaría Técnica",
    tone: "error",
    blocks: [
      texto(
        "Si se suspende, nadie podría conducir el órgano desde el chat ni reactivarla. No se cambió nada.",
      ),
      nota(
        frase`Vincule antes otra cuenta de la Secretaría Técnica, por ejemplo con ${comando("plenaria.codigo-personal")}. Si la usa quien no debe, quien opera la instalación puede quitarla.`,
      ),
    ],
    actions: boton("plenaria.codigo-personal", "", "Crear un código personal…", "primary"),
  }
}
