import { claveEscrita } from "../../../domain/acuerdo/clave-escrita.ts"
import type { AcuerdoDoc, CompromisoDoc } from "../../../domain/importacion/documento.ts"
import { PERFIL_PREDETERMINADO } from "../../../domain/reglas/perfil-reglas-default.ts"
import { buscarPorClave, normalizarClave } from "../../../domain/texto/clave.ts"
import { normalizar } from "../../../domain/texto/texto.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import type { Dicho, Reparo } from "./celdas.ts"
import type { ContextoCedula } from "./contexto.ts"
import { lugarDeFila, type Renglon } from "./renglones.ts"
import type { SesionDeCedula } from "./sesiones.ts"

/** A commitment that a row speaks of, for one institution. */
export interface Mencion {
  readonly renglon: Renglon
  readonly dicho: Dicho
  readonly institucion: string | null
}

export interface AcuerdoDeCedula {
  readonly clave: string
  readonly numero: number
  readonly sesion: SesionDeCedula
  readonly registrado: AcuerdoDoc | null
  readonly menciones: Mencion[]
  /** The row that first says its text. */
  texto: { readonly dicho: string; readonly renglon: Renglon } | null
  informativo: boolean
}

export class Acuerdos {
  readonly #contexto: ContextoCedula
  readonly #porClave = new Map<string, AcuerdoDeCedula>()
  readonly #porTexto = new Map<string, AcuerdoDeCedula>()
  readonly #ultimo = new Map<string, number>()
  readonly #compromisos = new Map<
    string,
    { readonly acuerdo: AcuerdoDeCedula; readonly compromiso: CompromisoDoc }
  >()

  constructor(contexto: ContextoCedula) {
    this.#contexto = contexto
    for (const sesion of contexto.sesiones)
      for (const registrado of sesion.acuerdos) {
        const { tipo, numero, clave, fecha } = sesion
        const deSesion = { escrita: { tipo, numero }, clave, fecha, registrada: sesion }
        const acuerdo = this.#agregar(deSesion, registrado.clave, registrado.numero, registrado)
        this.#porTexto.set(llave(deSesion, registrado.texto), acuerdo)
        for (const compromiso of registrado.compromisos)
          this.#compromisos.set(normalizarClave(compromiso.clave), { acuerdo, compromiso })
      }
  }

  /** Those that rows spoke of, in the order of their sessions. */
  mencionados(): readonly AcuerdoDeCedula[] {
    return [...new Set(this.#porClave.values())].filter(({ menciones }) => menciones.length > 0)
  }

  /** The commitment of that clave, on record; `null`: there is none. */
  compromiso(clave: string): CompromisoDoc | null {
    return this.#compromisos.get(normalizarClave(clave))?.compromiso ?? null
  }

  /** The one that a row is of; `null`: it was told why not. */
  de(renglon: Renglon, sesion: SesionDeCedula, reparo: Reparo): AcuerdoDeCedula | null {
    const { celdas } = renglon
    const escrita = celdas.get("claveAcuerdo")
    const dicho = celdas.get("textoAcuerdo") ?? (escrita === undefined ? celdas.get("texto") : undefined)
    const acuerdo =
      escrita === undefined
        ? (this.#deSuCompromiso(renglon) ?? this.#porSuTexto(sesion, String(dicho ?? "")))
        : this.#porSuClave(sesion, String(escrita).trim())
    if (acuerdo === null) {
      reparo(
        "claveAcuerdo",
        "no se entiende a qué acuerdo se refiere; escriba su clave, o su número en la sesión",
      )
      return null
    }
    const texto = celdas.get("textoAcuerdo")
    if (texto !== undefined) this.#conTexto(acuerdo, String(texto).trim(), renglon, reparo)
    return acuerdo
  }

  #conTexto(acuerdo: AcuerdoDeCedula, dicho: string, renglon: Renglon, reparo: Reparo): void {
    if (acuerdo.texto === null) acuerdo.texto = { dicho, renglon }
    else if (normalizar(acuerdo.texto.dicho) !== normalizar(dicho))
      reparo(
        "textoAcuerdo",
        `es otro texto que el de ${lugarDeFila(acuerdo.texto.renglon.tabla, acuerdo.texto.renglon.fila)} para el mismo acuerdo (${acuerdo.clave})`,
      )
  }

  #deSuCompromiso({ celdas }: Renglon): AcuerdoDeCedula | null {
    const clave = celdas.get("claveCompromiso")
    return clave === undefined
      ? null
      : (this.#compromisos.get(normalizarClave(String(clave)))?.acuerdo ?? null)
  }

  #porSuClave(sesion: SesionDeCedula, escrita: string): AcuerdoDeCedula | null {
    const conocido = this.#porClave.get(normalizarClave(escrita))
    if (conocido !== undefined) return conocido
    const fecha = sesion.fecha ?? this.#contexto.hoy
    const leida = claveEscrita(escrita, this.#plantilla(fecha), { ...sesion.escrita, fecha })
    if (leida === null) return null
    const mismo = this.#porClave.get(normalizarClave(leida.clave))
    if (mismo !== undefined) return mismo
    const suyos = (sesion.registrada?.acuerdos ?? []).map(({ clave }) => ({ clave }))
    const parecido = leida.numero === null ? buscarPorClave(escrita, suyos) : null
    const registrado =
      parecido?.kind === "una" ? this.#porClave.get(normalizarClave(parecido.item.clave)) : undefined
    return registrado ?? this.#agregar(sesion, leida.clave, leida.numero ?? this.#siguiente(sesion), null)
  }

  #porSuTexto(sesion: SesionDeCedula, dicho: string): AcuerdoDeCedula | null {
    if (dicho.trim() === "") return null
    const conocido = this.#porTexto.get(llave(sesion, dicho))
    if (conocido !== undefined) return conocido
    const numero = this.#siguiente(sesion)
    const fecha = sesion.fecha ?? this.#contexto.hoy
    const leida = claveEscrita(String(numero), this.#plantilla(fecha), { ...sesion.escrita, fecha })
    if (leida === null) return null
    const nuevo = this.#agregar(sesion, leida.clave, numero, null)
    this.#porTexto.set(llave(sesion, dicho), nuevo)
    return nuevo
  }

  #agregar(
    sesion: SesionDeCedula,
    clave: string,
    numero: number,
    registrado: AcuerdoDoc | null,
  ): AcuerdoDeCedula {
    const acuerdo = { clave, numero, sesion, registrado, menciones: [], texto: null, informativo: false }
    this.#porClave.set(normalizarClave(clave), acuerdo)
    this.#ultimo.set(sesion.clave, Math.max(numero, this.#ultimo.get(sesion.clave) ?? 0))
    return acuerdo
  }

  readonly #siguiente = ({ clave }: SesionDeCedula): number => (this.#ultimo.get(clave) ?? 0) + 1

  /** The rules that held on the day of the session; before the first ones, those: a body numbers as it did. */
  #plantilla(fecha: Fecha): string {
    const todos = this.#contexto.organo.perfiles.toSorted(
      (a, b) => a.vigenteDesde.localeCompare(b.vigenteDesde) || a.version - b.version,
    )
    const vigente = todos.findLast(({ vigenteDesde }) => vigenteDesde <= fecha) ?? todos[0]
    return (vigente ?? PERFIL_PREDETERMINADO).claveAcuerdo
  }
}

const llave = ({ clave }: Pick<SesionDeCedula, "clave">, texto: string) =>
  `${clave}\u0000${normalizar(texto)}`
