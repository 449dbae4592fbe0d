import type { ReparoAcuerdo } from "../../domain/acuerdo/acuerdo-nuevo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Cadencia } from "../../domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Difusion } from "../../domain/tipos/registro.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import { cadenciaEnPalabras } from "../../texts/cadencia.ts"
import { TIPO_ACUERDO } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import { faltasDeQuorum } from "../../texts/quorum.ts"
import type { Block, Card, Field } from "../card.ts"
import { boton, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** An agreement as it would be put on record. */
export interface BorradorAcuerdo {
  readonly organo: Organo
  readonly sesion: Sesion
  /** What it corrects; `null`: it is new. */
  readonly previo: Acuerdo | null
  readonly clave: string
  readonly numero: number
  readonly texto: string
  readonly tipo: Acuerdo["tipo"]
  readonly difusion: Acuerdo["difusion"]
  readonly punto: { readonly punto: PuntoOrdenDia; readonly lugar: number } | null
  readonly responsables: readonly Institucion[]
  /** They contribute to each of their commitments. */
  readonly corresponsables: readonly Institucion[]
  /** At what rhythm progress is asked for; `null`: it is not. */
  readonly cadencia: Cadencia | null
  /** Somebody will be responsible, and it is not known yet who. */
  readonly porDefinir: boolean
  readonly fecha: Fecha | null
  /** Business days from the session to the date, by the body's calendar. */
  readonly dias: number | null
  /** Whose calendar closes the date; `null`: nobody's. */
  readonly inhabil: { readonly organo: boolean; readonly instituciones: readonly Institucion[] } | null
  /** What the body's rules say against it: then only with a reason. */
  readonly reparos: readonly ReparoAcuerdo[]
}

/** What an agreement said before it was put right. */
export interface AcuerdoAnterior extends Pick<Acuerdo, "texto" | "tipo" | "difusion"> {
  /** Siglas, or «por definir». */
  readonly responsables: readonly string[]
  /** Siglas. */
  readonly corresponsables: readonly string[]
  readonly fecha: Fecha | null
}

const DIFUSION: Readonly<Record<Difusion, string>> = {
  interna: "interna",
  integrantes: "integrantes",
  publica: "pública",
}

/** `id`: of the draft that was kept, so that what is confirmed is what was read. `cambio`: why it is shown again. */
export function borradorAcuerdoCard(
  borrador: BorradorAcuerdo,
  id: string,
  cambio: string | null = null,
): Card {
  const { organo, sesion, previo, clave, reparos } = borrador
  const atencion = cambio !== null || reparos.length > 0 || borrador.inhabil !== null
  const corregir =
    previo === null ? `acuerdo.registrar:${sesion.clave}@${id}` : `acuerdo.editar:${clave}@${id}`
  const [comando = "", arg = ""] = partir(corregir)
  return {
    title: previo === null ? `Revise el acuerdo ${clave}` : `Revise los cambios al acuerdo ${clave}`,
    tone: atencion ? "atencion" : "aviso",
    blocks: [
      ...(cambio === null ? [] : [texto([{ kind: "bold", text: cambio }])]),
      texto("Nada se ha registrado. Revise y confirme."),
      texto(borrador.texto),
      fichaAcuerdo(borrador),
      ...avisosDe(borrador),
    ],
    actions: [...confirmar(borrador, `${sesion.clave}@${id}`), ...boton(comando, arg, "Corregir")],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** Against a rule, or after the session closed, only with a reason. */
function confirmar({ reparos, sesion, previo }: BorradorAcuerdo, id: string) {
  if (reparos.length > 0) return boton("acuerdo.registrar-motivo", id, "Registrar con motivo…", "danger")
  return sesion.estado === "clausurada"
    ? boton(
        "acuerdo.registrar-motivo",
        id,
        previo === null ? "Registrar con motivo…" : "Corregir con motivo…",
        "primary",
      )
    : boton("acuerdo.registrar-confirmar", id, "Confirmar", "primary")
}

const partir = (accion: string): readonly string[] => {
  const at = accion.indexOf(":")
  return [accion.slice(0, at), accion.slice(at + 1)]
}

export function fichaAcuerdo(borrador: BorradorAcuerdo): Block {
  const { sesion, tipo, difusion, punto, fecha, dias } = borrador
  const fields: readonly Field[] = [
    { label: "Sesión", value: sesion.etiqueta },
    { label: "Tipo", value: TIPO_ACUERDO[tipo] },
    ...(punto === null
      ? []
      : [{ label: "Punto", value: `${punto.lugar}. ${recortar(punto.punto.titulo, 200)}` }]),
    ...responsablesField(borrador),
    ...(borrador.corresponsables.length === 0
      ? []
      : [{ label: "Corresponsables", value: enumerar(borrador.corresponsables.map((una) => una.siglas)) }]),
    ...(fecha === null
      ? []
      : [
          {
            label: "Fecha compromiso",
            value: `${fechaLarga(fecha)}${dias === null ? "" : ` (${plural(dias, "día hábil", "días hábiles")} desde la sesión)`}`,
          },
        ]),
    ...(borrador.cadencia === null
      ? []
      : [{ label: "Informes", value: cadenciaEnPalabras(borrador.cadencia) }]),
    { label: "Difusión", value: difusionQueRige(difusion, punto?.punto.difusion ?? null) },
  ]
  return { kind: "fields", fields }
}

/** The item's, where it is the stricter one. */
function difusionQueRige(pedida: Difusion, delPunto: Difusion | null): string {
  const rige = nivelEfectivo(pedida, delPunto)
  return rige === pedida
    ? DIFUSION[rige]
    : `${DIFUSION[rige]} (la de su punto; usted indicó ${DIFUSION[pedida]})`
}

function responsablesField({ responsables, porDefinir }: BorradorAcuerdo): readonly Field[] {
  if (porDefinir) return [{ label: "Responsable", value: "por definir" }]
  if (responsables.length === 0) return []
  const siglas = enumerar(responsables.map((una) => una.siglas))
  return [
    {
      label: responsables.length === 1 ? "Responsable" : "Responsables",
      value:
        responsables.length === 1
          ? siglas
          : `${siglas} (${plural(responsables.length, "compromiso", "compromisos")})`,
    },
  ]
}

function avisosDe({ sesion, punto, inhabil, reparos }: BorradorAcuerdo): readonly Block[] {
  return [
    ...reparos.map((reparo) => texto(reparoEnPalabras(reparo))),
    ...(inhabil === null ? [] : [nota(inhabilEnPalabras(inhabil))]),
    ...(punto !== null && punto.punto.estado === "retirado"
      ? [nota("Ese punto se retiró del orden del día.")]
      : []),
    ...(sesion.puntoEnCursoId !== null && punto !== null && punto.punto.id !== sesion.puntoEnCursoId
      ? [nota("Ese punto no es el que está en discusión.")]
      : []),
  ]
}

function reparoEnPalabras(reparo: ReparoAcuerdo): string {
  switch (reparo.kind) {
    case "sin_quorum": {
      const faltas = reparo.quorum === null ? [] : faltasDeQuorum(reparo.quorum)
      return ["No hay quórum: no se puede adoptar un acuerdo.", ...faltas, ADOPTADO_ANTES].join(" ")
    }
    case "asunto_no_convocado":
      return "No procede: según la regla configurada del órgano, una sesión extraordinaria trata solo los asuntos para los que se convocó, y este acuerdo no corresponde a ninguno. Puede registrarse si escribe el motivo, que constará en el registro."
    case "plazo":
      return `La fecha rebasa el plazo máximo configurado del órgano, de ${plural(reparo.meses, "mes", "meses")} (hasta el ${fechaLarga(reparo.limite)}). Puede registrarse si escribe el motivo, que constará en el registro.`
  }
}

const ADOPTADO_ANTES =
  "Si se adoptó antes de perderlo, puede registrarse si escribe el motivo, que constará en el registro."

function inhabilEnPalabras({ organo, instituciones }: NonNullable<BorradorAcuerdo["inhabil"]>): string {
  return organo
    ? "Atención: la fecha es inhábil en el calendario del órgano."
    : `Atención: la fecha es inhábil para ${enumerar(instituciones.map(({ siglas }) => siglas))}.`
}

/** After it was put on record. */
export function acuerdoRegistradoCard(
  borrador: BorradorAcuerdo,
  motivo: string | null,
  antes: AcuerdoAnterior | null = null,
): Card {
  const { organo, sesion, previo, clave } = borrador
  const cerrada = sesion.estado === "clausurada"
  return {
    title: previo === null ? `Acuerdo registrado: ${clave}` : `Acuerdo corregido: ${clave}`,
    tone: "logro",
    blocks: [
      texto(borrador.texto),
      fichaAcuerdo(borrador),
      ...(antes === null ? [] : cambiosBlocks(antes, borrador)),
      ...(motivo === null ? [] : [nota(`Motivo registrado: ${motivo}`)]),
      nota(
        cerrada
          ? previo === null
            ? "Consta como registrado con posterioridad a la clausura."
            : "Lo que decía y lo que dice quedan en el registro."
          : borrador.responsables.length === 0
            ? "Puede corregirse hasta que la sesión se clausure."
            : "Puede corregirse hasta que la sesión se clausure; hasta entonces solo cada institución responsable ve su compromiso.",
      ),
    ],
    actions: cerrada ? boton("acuerdo.ver", clave, `Ver ${clave}`) : siguientes(sesion, clave),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** What was and what is, of each thing that the correction changed. */
function cambiosBlocks(antes: AcuerdoAnterior, ahora: BorradorAcuerdo): readonly Block[] {
  const siglas = ahora.porDefinir ? ["por definir"] : ahora.responsables.map((una) => una.siglas).sort()
  const dia = (fecha: Fecha | null) => (fecha === null ? "sin fecha" : fechaLarga(fecha))
  const quienes = (responsables: readonly string[]) =>
    responsables.length === 0 ? "ninguna" : enumerar(responsables)
  const pares: readonly (readonly [string, string, string])[] = [
    ["Texto", antes.texto, ahora.texto],
    ["Tipo", TIPO_ACUERDO[antes.tipo], TIPO_ACUERDO[ahora.tipo]],
    ["Responsables", quienes(antes.responsables), quienes(siglas)],
    [
      "Corresponsables",
      quienes(antes.corresponsables),
      quienes(ahora.corresponsables.map((una) => una.siglas).sort()),
    ],
    ["Fecha", dia(antes.fecha), dia(ahora.fecha)],
    [
      "Difusión",
      DIFUSION[antes.difusion],
      DIFUSION[nivelEfectivo(ahora.difusion, ahora.punto?.punto.difusion)],
    ],
  ]
  const items = pares
    .filter(([, decia, dice]) => decia !== dice)
    .map(([que, decia, dice]) => `${que}: decía «${decia}»; dice «${dice}»`)
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: "Qué cambió" },
        { kind: "list", ordered: false, items },
      ]
}

/** The draft was confirmed before, by the same button or by another person's. */
export function acuerdoYaRegistradoCard(organo: Organo, sesion: Sesion, clave: string): Card {
  return {
    title: `El acuerdo ${clave} ya se registró`,
    tone: "aviso",
    blocks: [texto("Ese borrador ya se confirmó. No se registró otra vez.")],
    actions: siguientes(sesion, clave),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** What the button names is not there: it belongs to another session, or was never kept. */
export function borradorPerdidoCard(organo: Organo, sesion: Sesion): Card {
  return {
    title: "No se encontró el borrador del acuerdo",
    tone: "error",
    blocks: [texto("No se registró nada. Escriba el acuerdo de nuevo.")],
    actions: boton("acuerdo.registrar", sesion.clave, "Registrar acuerdo…", "primary"),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** Before its session is held, or when it never was, there is nothing to put right. */
export function acuerdoCerradoCard(organo: Organo, sesion: Sesion, clave: string): Card {
  return {
    title: `No es posible corregir el acuerdo ${clave}`,
    tone: "error",
    blocks: [
      texto(`La sesión ${sesion.clave} no se ha celebrado; sus acuerdos no se corrigen. No se hizo nada.`),
    ],
    actions: boton("acuerdo.ver", clave, `Ver ${clave}`),
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

const siguientes = (sesion: Sesion, clave: string) => [
  ...boton("sesion.en-curso", sesion.clave, "Ver cómo va la sesión", "primary"),
  ...boton("acuerdo.registrar", sesion.clave, "Registrar otro acuerdo…"),
  ...boton("acuerdo.votacion-abrir", `acuerdo:${clave}`, "Someterlo a votación…"),
  ...boton("acuerdo.editar", clave, "Corregir este…"),
  ...boton("acuerdo.lectura", sesion.clave, "Leer los acuerdos"),
]
