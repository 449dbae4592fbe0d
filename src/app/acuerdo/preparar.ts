import { createHash } from "node:crypto"
import type { BorradorAcuerdo } from "../../cards/acuerdo/borrador.ts"
import type { FormProblem } from "../../cards/form.ts"
import { claveSiguiente, reparosAcuerdo } from "../../domain/acuerdo/acuerdo-nuevo.ts"
import { leerRitmo } from "../../domain/compromiso/cadencia.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import { leerResponsables, type Posibles, type Responsables } from "../../domain/directorio/responsables.ts"
import { diasHabilesEntre, esHabil, sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Cadencia } from "../../domain/tipos/compromiso.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { RITMO_ILEGIBLE, responsablesEnDuda } from "../../texts/acuerdo-escrito.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import type { Consulta } from "../consulta.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"
import { perfilVigente } from "../perfil.ts"
import { quorumDe } from "../sesion/quorum.ts"

/** What a person writes of an agreement, as it was typed. */
export interface AcuerdoEscrito {
  readonly texto: string
  readonly tipo: Acuerdo["tipo"]
  readonly responsables: string | null
  /** Its date as it was written («en 15 días hábiles»), to be shown again, and the day that it was read as. */
  readonly fecha: string | null
  readonly dia: Fecha | null
  /** Its item's place in the list, from 1; `null`: of no item. */
  readonly punto: number | null
  readonly difusion: Acuerdo["difusion"]
  /** At what rhythm progress is asked for, as it was written; `null`: not said. */
  readonly cadencia: string | null
}

export type PreparacionAcuerdo =
  | { readonly kind: "borrador"; readonly borrador: BorradorAcuerdo }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }
  | { readonly kind: "fuera_de_estado" }

/** Farthest date that a term in business days may reach, in calendar days. */
const LEJOS = 800

/** What registering it would put on record, and what the body's rules say against it. `previo`: what it corrects. Only reads. */
export async function prepararAcuerdo(
  { read, organo, hoy }: Consulta,
  sesion: Sesion,
  escrito: AcuerdoEscrito,
  previo: Acuerdo | null = null,
): Promise<PreparacionAcuerdo> {
  if (!seRegistra(sesion)) return { kind: "fuera_de_estado" }
  const desde = sesion.fecha ?? hoy
  const [posibles, calendarios, puntos, perfil, acuerdos, convocatorias] = await Promise.all([
    quienes(read, sesion, desde),
    leerCalendarios(read, organo, desde, sumarDias(desde, LEJOS)),
    read.sesiones.puntos(sesion.id),
    perfilVigente(read, organo.id, desde),
    read.acuerdos.list(organo.id),
    read.convocatorias.list(sesion.id),
  ])
  const leidos = escrito.responsables === null ? null : leerResponsables(escrito.responsables, posibles)
  const punto = escrito.punto === null ? null : (puntos[escrito.punto - 1] ?? undefined)
  const problemas = [
    ...problemasDeResponsables(escrito, leidos, posibles),
    ...problemasDeFecha(escrito, desde),
    ...problemasDePunto(punto, puntos.length),
    ...problemasDeCadencia(escrito),
  ]
  if (problemas.length > 0 || punto === undefined) return { kind: "problemas", problemas }
  const { claveAcuerdo, sesiones: reglas } = perfil
  const vence = escrito.dia
  // Who is there now says nothing of who was when a session that closed adopted it.
  const adoptan =
    previo === null && estaAbierta(sesion.estado)
      ? { quorum: await quorumDe({ read, organo, hoy }, sesion) }
      : null
  const responsables = leidos?.kind === "instituciones" ? leidos.items : []
  const nombre = previo ?? claveSiguiente(claveAcuerdo, sesion, acuerdos, hoy)
  return {
    kind: "borrador",
    borrador: {
      organo,
      sesion,
      previo,
      clave: nombre.clave,
      numero: nombre.numero,
      texto: escrito.texto,
      tipo: escrito.tipo,
      difusion: escrito.difusion,
      punto: punto === null ? null : { punto, lugar: escrito.punto ?? 0 },
      responsables,
      corresponsables: leidos?.kind === "instituciones" ? leidos.corresponsables : [],
      cadencia: cadenciaEscrita(escrito, desde),
      porDefinir: leidos?.kind === "por_definir",
      fecha: vence,
      dias: vence === null ? null : diasHabilesEntre(desde, vence, calendarios.organo),
      inhabil: inhabilDe(vence, responsables, calendarios),
      reparos: reparosAcuerdo(
        { sesion, punto, fecha: vence, convocado: convocatorias.at(-1)?.contenido ?? null, adoptan },
        reglas,
      ),
    },
  }
}

/** While the session is held, and after it closed: then only with a reason. */
export const seRegistra = ({ estado }: Pick<Sesion, "estado">): boolean =>
  estaAbierta(estado) || estado === "clausurada"

/** After it closed, only with a reason. */
export const pideMotivo = ({ sesion, reparos }: Pick<BorradorAcuerdo, "sesion" | "reparos">): boolean =>
  reparos.length > 0 || !estaAbierta(sesion.estado)

/** Members of the session as they were called, and every institution that exists on its date: a duty may be of any. */
async function quienes(read: Repositories, sesion: Sesion, fecha: Fecha): Promise<Posibles> {
  const [todas, asientos] = await Promise.all([
    read.instituciones.all(),
    read.sesiones.integrantes(sesion.id),
  ])
  const conVoto = asientos.flatMap(({ institucionId, conVoto: vota }) => {
    const institucion = vota ? todas.find(({ id }) => id === institucionId) : undefined
    return institucion ? [institucionEnFecha(institucion, fecha, todas)] : []
  })
  return { conVoto, todas: vigentes(todas, fecha) }
}

/** One that has ended is still found by its name: its successor answers. */
function vigentes(todas: readonly Institucion[], fecha: Fecha): readonly Institucion[] {
  return todas
    .filter((una) => institucionEnFecha(una, fecha, todas).id === una.id)
    .map((una) => ({
      ...una,
      alias: [...una.alias, ...todas.flatMap((otra) => nombresDe(otra, una, todas, fecha))],
    }))
}

function nombresDe(otra: Institucion, una: Institucion, todas: readonly Institucion[], fecha: Fecha) {
  if (otra.id === una.id || institucionEnFecha(otra, fecha, todas).id !== una.id) return []
  return [otra.siglas, otra.nombre].map((texto) => ({ texto, desde: null, hasta: null }))
}

function problemasDeResponsables(
  { tipo }: AcuerdoEscrito,
  leidos: Responsables | null,
  { conVoto }: Posibles,
): readonly FormProblem[] {
  const problema = (message: string) => [{ field: "responsables", message }]
  if (leidos === null)
    return tipo === "con_seguimiento"
      ? problema("Falta quién es responsable. Escriba sus siglas, «todas» o «por definir».")
      : []
  if (tipo === "informativo")
    return problema("Un acuerdo informativo no lleva responsables. Deje vacío el campo, o cambie el tipo.")
  if (leidos.kind === "sin_responsable")
    return problema(
      "Las corresponsables acompañan a una institución responsable. Escriba primero quién responde.",
    )
  const ejemplos = conVoto.map(({ siglas }) => siglas)
  if (leidos.kind === "problemas")
    return leidos.problemas.flatMap((uno) => problema(responsablesEnDuda(uno, ejemplos)))
  const vacios = leidos.kind === "instituciones" && leidos.items.length === 0
  return vacios ? problema("No queda ninguna institución responsable. Escriba sus siglas, o «todas».") : []
}

function problemasDeFecha({ tipo, dia }: AcuerdoEscrito, desde: Fecha): readonly FormProblem[] {
  const problema = (message: string) => [{ field: "fecha", message }]
  if (dia === null)
    return tipo === "con_seguimiento"
      ? problema(
          "Falta la fecha compromiso. Escriba un día («15 de agosto») o un plazo («en 15 días hábiles»).",
        )
      : []
  if (tipo !== "con_seguimiento")
    return problema("Solo un acuerdo con seguimiento lleva fecha. Deje vacío el campo, o cambie el tipo.")
  return dia < desde
    ? problema(`El ${fechaLarga(dia)} es anterior a la sesión. Escriba una fecha posterior.`)
    : []
}

function cadenciaEscrita({ cadencia }: AcuerdoEscrito, desde: Fecha): Cadencia | null {
  const leida = cadencia === null ? null : leerRitmo(cadencia)
  return leida === null || leida === "ninguna" ? null : { ...leida, desde }
}

function problemasDeCadencia({ tipo, cadencia }: AcuerdoEscrito): readonly FormProblem[] {
  const problema = (message: string) => [{ field: "cadencia", message }]
  const leida = cadencia === null ? "ninguna" : leerRitmo(cadencia)
  if (leida === null) return problema(RITMO_ILEGIBLE)
  return leida !== "ninguna" && tipo === "informativo"
    ? problema("Un acuerdo informativo no lleva informes. Deje vacío el campo, o cambie el tipo.")
    : []
}

function problemasDePunto(punto: PuntoOrdenDia | null | undefined, total: number): readonly FormProblem[] {
  if (punto !== undefined && punto?.estado !== "propuesto") return []
  const message =
    punto === undefined
      ? total === 0
        ? "La sesión no tiene puntos registrados. Deje vacío el campo."
        : `Ese punto no existe. Escriba un número del 1 al ${total}, o deje vacío el campo.`
      : "Ese punto es solo una propuesta: no está en el orden del día."
  return [{ field: "punto", message }]
}

/** Who does not work on that day: `organo` is nobody's business day; else the institutions whose own calendar closes it. */
function inhabilDe(fecha: Fecha | null, responsables: readonly Institucion[], calendarios: Calendarios) {
  if (fecha === null) return null
  if (!esHabil(fecha, calendarios.organo)) return { organo: true, instituciones: [] } as const
  const cerradas = responsables.filter(({ id }) => !esHabil(fecha, calendarios.de(id)))
  return cerradas.length === 0 ? null : { organo: false, instituciones: cerradas }
}

/** Tells one state of an agreement from another: a correction names the one that it was made on. */
export function huellaAcuerdo(acuerdo: Acuerdo, rows: readonly CompromisoConAcuerdo[]): string {
  const deben = rows.map(({ compromiso }) => Object.values(compromiso).join(" ")).sort()
  return createHash("sha256")
    .update(JSON.stringify([acuerdo, deben]))
    .digest("hex")
    .slice(0, 12)
}
