import type { AcuerdoAnterior, BorradorAcuerdo } from "../../cards/acuerdo/borrador.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { leerSesion } from "../sesion/leer.ts"
import { anotar, compromisosDelAcuerdo, type Escritura } from "./asentar.ts"
import { type BorradorGuardado, leerBorrador } from "./borrador.ts"
import { corregirAcuerdo, sigueComoSeVio } from "./corregir.ts"
import { huellaAcuerdo, type PreparacionAcuerdo, pideMotivo, prepararAcuerdo } from "./preparar.ts"

export type AcuerdoConfirmado<Efecto> =
  | {
      readonly kind: "registrado"
      readonly borrador: BorradorAcuerdo
      /** What it said; `null`: it is new. */
      readonly antes: AcuerdoAnterior | null
      /** What its correction means elsewhere; `null`: nothing was corrected. */
      readonly efecto: Efecto | null
    }
  /** What would be registered is not what was confirmed; nothing was. */
  | { readonly kind: "cambio"; readonly borrador: BorradorAcuerdo; readonly guardado: BorradorGuardado }
  /** It is against a rule of the body, or its session closed, and nobody has said why. */
  | { readonly kind: "falta_motivo"; readonly borrador: BorradorAcuerdo; readonly guardado: BorradorGuardado }
  | { readonly kind: "ya_registrado"; readonly sesion: Sesion; readonly clave: string }
  | { readonly kind: "perdido"; readonly sesion: Sesion }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | Extract<PreparacionAcuerdo, { readonly kind: "problemas" }>

/** How an agreement is put right: what a change of the facts of its session means is for those who tell of them. */
export type Enmienda<Efecto> = (
  repositories: Repositories,
  actuacion: Actuacion,
  sesionId: string,
  motivo: string,
  corregir: () => Promise<void>,
) => Promise<{ readonly resumen: Efecto }>

/**
 * Puts on record the agreement that was read and confirmed, with a commitment for each institution. The revision of the
 * session is the turn: of two agreements confirmed at once, one takes the number and the other is shown again with the
 * next one.
 */
export function confirmarAcuerdo<Efecto>(
  actuacion: Actuacion,
  sesionId: string,
  borradorId: string,
  motivo: string | null,
  enmendar: Enmienda<Efecto>,
): Promise<AcuerdoConfirmado<Efecto>> {
  const { organo, hoy } = actuacion
  return actuacion.data.transaction(async (repositories): Promise<AcuerdoConfirmado<Efecto>> => {
    const antes = await leerSesion(repositories, sesionId)
    const guardado = await leerBorrador(repositories, antes, borradorId)
    if (guardado === null) return { kind: "perdido", sesion: antes }
    const previo = guardado.previo === null ? null : await repositories.acuerdos.byId(guardado.previo.id)
    const preparado = await prepararAcuerdo(
      { read: repositories, organo, hoy },
      antes,
      guardado.escrito,
      previo,
    )
    if (preparado.kind === "fuera_de_estado") return { kind: "fuera_de_estado", sesion: antes }
    if (preparado.kind === "problemas") return preparado
    // Asked after the clave was worked out, so that a confirmation that ended meanwhile is not taken for another's.
    if (guardado.previo === null && (await yaEsta(repositories, antes, guardado)))
      return { kind: "ya_registrado", sesion: antes, clave: guardado.clave }
    const { borrador } = preparado
    // Somebody registered one since this transaction began to read: perhaps this very draft.
    if (borrador.clave !== guardado.clave) return perdida(repositories, actuacion, antes.id, guardado)
    if (pideMotivo(borrador) && motivo === null) return { kind: "falta_motivo", borrador, guardado }
    if (previo !== null && !(await sigueComoSeVio(repositories, previo, guardado.previo?.huella ?? "")))
      return { kind: "cambio", borrador, guardado }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {})
    if (sesion === null) return perdida(repositories, actuacion, antes.id, guardado)
    const escribir = { repositories, actuacion, borrador: { ...borrador, sesion }, motivo }
    const registrado = { kind: "registrado", borrador: { ...borrador, sesion } } as const
    if (previo === null) {
      if (estaAbierta(sesion.estado)) await crear(escribir)
      else {
        const { resumen } = await enmendar(repositories, actuacion, sesion.id, motivo ?? "", () =>
          crear(escribir),
        )
        return { ...registrado, antes: null, efecto: resumen }
      }
      return { ...registrado, antes: null, efecto: null }
    }
    const estaba = await comoEstaba(repositories, previo)
    const { resumen } = await enmendar(repositories, actuacion, sesion.id, motivo ?? "", () =>
      corregirAcuerdo(escribir, previo),
    )
    return { ...registrado, antes: estaba, efecto: resumen }
  })
}

async function comoEstaba(
  read: Repositories,
  { id, texto, tipo, difusion }: Acuerdo,
): Promise<AcuerdoAnterior> {
  const rows = (await read.compromisos.list({ acuerdoId: id })).map(({ compromiso }) => compromiso)
  const deben = rows.filter(({ estado }) => estado !== "cancelado")
  const instituciones = await read.instituciones.all()
  const siglas = deben.map(
    ({ institucionId }) => instituciones.find((una) => una.id === institucionId)?.siglas,
  )
  return {
    texto,
    tipo,
    difusion,
    responsables: siglas.map((una) => una ?? "por definir").sort(),
    corresponsables: [...new Set(deben.flatMap((uno) => uno.corresponsables))]
      .flatMap((ayuda) => instituciones.find((una) => una.id === ayuda)?.siglas ?? [])
      .sort(),
    fecha: deben.find(({ fechaCompromiso }) => fechaCompromiso !== null)?.fechaCompromiso ?? null,
  }
}

/** The turn went to somebody else: what this draft would be now. */
async function perdida(
  repositories: Repositories,
  { organo, hoy }: Actuacion,
  sesionId: string,
  guardado: BorradorGuardado,
): Promise<AcuerdoConfirmado<never>> {
  const sesion = await leerSesion(repositories, sesionId)
  const previo = guardado.previo === null ? null : await repositories.acuerdos.byId(guardado.previo.id)
  const consulta = { read: repositories, organo, hoy }
  const preparado = await prepararAcuerdo(consulta, sesion, guardado.escrito, previo)
  if (preparado.kind === "fuera_de_estado") return { kind: "fuera_de_estado", sesion }
  if (preparado.kind === "problemas") return preparado
  if (guardado.previo === null && (await yaEsta(repositories, sesion, guardado)))
    return { kind: "ya_registrado", sesion, clave: guardado.clave }
  return { kind: "cambio", borrador: preparado.borrador, guardado }
}

async function yaEsta(
  read: Repositories,
  { id }: Sesion,
  { clave, escrito }: BorradorGuardado,
): Promise<boolean> {
  const acuerdos = await read.acuerdos.bySesion(id)
  return acuerdos.some((uno) => uno.clave === clave && uno.texto === escrito.texto)
}

async function crear({ repositories, actuacion, borrador, motivo }: Escritura): Promise<void> {
  const { organo, sesion, clave, numero, texto, tipo, difusion, punto } = borrador
  const acuerdo = await repositories.acuerdosWriter.create({
    organoId: organo.id,
    sesionId: sesion.id,
    puntoId: punto?.punto.id ?? null,
    clave,
    numero,
    texto,
    tipo,
    estado: "vigente",
    difusion,
    origen: sesion.origen,
    posterior: estaAbierta(sesion.estado) ? null : { el: actuacion.hoy, motivo: motivo ?? "" },
  })
  // The session's turn was taken before: only another session's agreement could have got the clave meanwhile.
  if (acuerdo === null) throw new Error(`the clave ${clave} was taken while it was being registered`)
  const compromisos = await repositories.acuerdosWriter.createCompromisos(
    organo.id,
    compromisosDelAcuerdo(acuerdo, borrador),
  )
  await anotar({ repositories, actuacion, borrador, motivo }, "acuerdo.registrado", null, {
    ...acuerdo,
    compromisos,
  })
}

/** The agreement that a draft corrects, as it is now. */
export async function huellaVigente(
  read: Repositories,
  { previo }: BorradorGuardado,
): Promise<BorradorGuardado["previo"]> {
  const acuerdo = previo === null ? null : await read.acuerdos.byId(previo.id)
  if (acuerdo === null) return null
  const huella = huellaAcuerdo(acuerdo, await read.compromisos.list({ acuerdoId: acuerdo.id }))
  return { id: acuerdo.id, huella }
}
