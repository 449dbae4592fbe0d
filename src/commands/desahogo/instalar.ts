import { z } from "zod"
import {
  type Aclaracion,
  declararSinQuorum,
  type Instalacion,
  instalarSesion,
  SIN_ACLARAR,
} from "../../app/desahogo/instalar.ts"
import { declararPerdida, type PerdidaDeQuorum } from "../../app/desahogo/perder-quorum.ts"
import { antesDeSuFechaCard, fueraDeMomentoCard, horaDeEseDia } from "../../cards/desahogo/momento.ts"
import {
  faltaDeQuorumCard,
  paseDeListaCard,
  sesionInstaladaCard,
} from "../../cards/desahogo/pase-de-lista.ts"
import { sesionCambiadaPorOtraPersona, sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import { type CommandContext, defineCommand, type FormSpec, type Reply } from "../definition/definition.ts"
import { horaEscrita } from "../opciones/fecha.ts"
import { pedirSesion, revisionVista } from "../opciones/punto.ts"
import { sesionNombrada, sesionTexto } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { HORA_POR_VENIR } from "./pase.ts"

/** The session begins or, without quórum, its constancia; at another moment than its own only with a reason. */

const soloSesion = z.object({ sesion: sesionTexto.optional() })
const motivo = textoLibre({
  summary: "por qué se registra en este momento; constará",
  label: "Motivo",
  min: 10,
  max: 500,
  parrafo: true,
})

export const sesionInstalarCommand = defineCommand({
  name: "sesion",
  subcommand: "instalar",
  synonyms: ["iniciar", "declarar instalada"],

  frases: [
    "instala|instalar|instalamos|instalemos|instalada|instalese|instalo|iniciemos|iniciamos|arrancamos|abrimos $sesion|#sesion|formalmente|legalmente?",
    "instala|instalar|instalemos|instalamos|instalese",
    "declar* instalada|abierta|iniciada",
    "da_por|damos_por|doy_por|se_da_por instalada|iniciada|abierta",
    "abre|abrir|inicia|iniciar|arranca|empieza|comienza|empecemos|comencemos la_sesion|#sesion !#pregunta !cuando !hora* !que",
  ],
  summary: "Declara instalada la sesión, si hay quórum",
  audience: "secretaria_tecnica",
  options: soloSesion,
  run: (context, options) => declarar(context, options.sesion, "instalar", SIN_ACLARAR),
})

export const sesionSinQuorumCommand = defineCommand({
  name: "sesion",
  subcommand: "sin-quorum",
  synonyms: ["sin quorum", "falta de quorum", "constancia"],

  frases: [
    "no hay|hubo|tenemos|alcanzamos|juntamos|alcanzo|completamos quorum !si_no !#pregunta",
    "sin_quorum|falta_de_quorum",
  ],
  summary: "Hace constar la falta de quórum: que la sesión no se celebró o, ya instalada, que lo perdió",
  audience: "secretaria_tecnica",
  options: soloSesion,
  run: (context, options) => declarar(context, options.sesion, "declarar_sin_quorum", SIN_ACLARAR),
})

/** Reached by the button of the card that says why the moment is not the usual one. */
export const sesionInstalarMotivoCommand = defineCommand({
  name: "sesion",
  subcommand: "instalar-motivo",
  synonyms: [],
  summary: "Declara instalada la sesión fuera de su hora, con el motivo",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    sesion: sesionNombrada("sesión"),
    motivo,
    hora: horaEscrita({ summary: "si no fue en este momento", label: "Hora en que se instaló" }).optional(),
  }),
  form: formOf("instalar", "Instalar la sesión", "Declarar instalada", ["motivo", "hora"]),
  run: (context, options) =>
    declarar(context, options.sesion, "instalar", {
      motivo: options.motivo,
      hora: options.hora ?? null,
    }),
})

export const sesionSinQuorumMotivoCommand = defineCommand({
  name: "sesion",
  subcommand: "sin-quorum-motivo",
  synonyms: [],
  summary: "Hace constar la falta de quórum antes de lo que marca la regla, con el motivo",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: sesionNombrada("sesión"), motivo }),
  form: formOf("declarar_sin_quorum", "Falta de quórum", "Hacer constar", ["motivo"]),
  run: (context, options) =>
    declarar(context, options.sesion, "declarar_sin_quorum", { motivo: options.motivo, hora: null }),
})

type Acto = "instalar" | "declarar_sin_quorum"

const COMMAND: Readonly<Record<Acto, string>> = {
  instalar: "sesion.instalar",
  declarar_sin_quorum: "sesion.sin-quorum",
}

const ACTO: Readonly<Record<Acto, string>> = {
  instalar: "instalar",
  declarar_sin_quorum: "hacer constar la falta de quórum de",
}

function formOf(acto: Acto, title: string, submit: string, fields: readonly string[]): FormSpec {
  return {
    title,
    submit,
    fields,
    async prepare(context, given) {
      const pedida = await pedirSesion(context, given.sesion, COMMAND[acto])
      if (pedida.kind === "card") return pedida
      const { sesion } = pedida
      if (transicionSesion(acto, sesion.estado).kind === "fuera_de_estado")
        return { card: sesionFueraDeEstado(context.organo, sesion, ACTO[acto]) }
      const deQueDia = acto === "instalar" ? ` Si da la hora, es ${horaDeEseDia(sesion)}.` : ""
      return {
        values: { sesion: given.sesion ?? sesion.clave },
        intro: `${sesion.clave}. El motivo constará en el registro.${deQueDia}`,
        demo: sesion.origen === "demo",
      }
    },
  }
}

async function declarar(
  context: CommandContext,
  typed: string | undefined,
  acto: Acto,
  aclaracion: Aclaracion,
): Promise<Reply> {
  const pedida = await pedirSesion(context, typed, COMMAND[acto])
  if (pedida.kind === "card") return pedida
  if (acto === "declarar_sin_quorum" && estaAbierta(pedida.sesion.estado))
    return perdida(context, await declararPerdida(actuacionOf(context), pedida.sesion.id))
  const hacer = acto === "instalar" ? instalarSesion : declararSinQuorum
  const result = await hacer(actuacionOf(context), revisionVista(pedida), aclaracion)
  return declaracion(context, result, acto, aclaracion)
}

/** While the session is held: what was installed stays so, and no vote goes on. */
function perdida({ organo }: CommandContext, result: PerdidaDeQuorum): Reply {
  switch (result.kind) {
    case "perdido":
      return {
        card: paseDeListaCard(
          organo,
          result.pase,
          "Consta que la sesión perdió el quórum. Quien preside decide cómo proceder; mientras tanto no se vota.",
        ),
        replaces: true,
      }
    case "hay":
      return {
        card: paseDeListaCard(
          organo,
          result.pase,
          "El pase de lista muestra quórum: no se registró que se perdió. Si alguien salió, registre antes su salida.",
        ),
        replaces: true,
      }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, result.sesion, "hacer constar la falta de quórum de") }
  }
}

function declaracion(
  { organo, now }: CommandContext,
  result: Instalacion,
  acto: Acto,
  { motivo: dicho }: Aclaracion,
): Reply {
  switch (result.kind) {
    case "instalada": {
      const { pase } = result
      const card =
        pase.sesion.estado === "instalada"
          ? sesionInstaladaCard(organo, pase)
          : paseDeListaCard(organo, pase, "Hay quórum: la sesión puede instalarse.")
      return { card, replaces: true }
    }
    case "sin_quorum":
      return { card: faltaDeQuorumCard(organo, result.pase), replaces: true }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, result.sesion, ACTO[acto]), replaces: true }
    case "otra_persona":
      return { card: sesionCambiadaPorOtraPersona(organo, result.sesion, COMMAND[acto]), replaces: true }
    case "antes_de_su_fecha":
      return { card: antesDeSuFechaCard(organo, result.sesion, acto) }
    case "pide_motivo": {
      // With the reason given, what is missing is the hour of a day that is over.
      if (dicho !== null)
        return { problems: [{ field: "hora", message: "Escriba también la hora en que se instaló." }] }
      const { pase, porque, toleranciaMinutos } = result
      return {
        card: fueraDeMomentoCard({ organo, sesion: pase.sesion, acto, porque, toleranciaMinutos, now }),
      }
    }
    case "hora_por_venir":
      return { problems: [{ field: "hora", message: HORA_POR_VENIR }] }
  }
}
