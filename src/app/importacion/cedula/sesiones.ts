import { type SesionEscrita, sesionEscrita } from "../../../domain/acuerdo/clave-escrita.ts"
import type { SesionDoc } from "../../../domain/importacion/documento.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../../texts/fechas.ts"
import { claveSesion, etiquetaUsual } from "../../sesion/crear.ts"
import type { Reparo } from "./celdas.ts"
import type { ContextoCedula } from "./contexto.ts"
import { leerFecha } from "./fecha.ts"
import type { Renglon } from "./renglones.ts"

/** A session of the table: on record, or held before the body had this register. */
export interface SesionDeCedula {
  readonly escrita: SesionEscrita
  readonly clave: string
  readonly fecha: Fecha | null
  readonly registrada: SesionDoc | null
}

export class Sesiones {
  readonly #contexto: ContextoCedula
  readonly #conocidas = new Map<string, SesionDeCedula>()

  constructor(contexto: ContextoCedula) {
    this.#contexto = contexto
    for (const registrada of contexto.sesiones) {
      const { tipo, numero, clave, fecha } = registrada
      this.#conocidas.set(llave({ tipo, numero }), { escrita: { tipo, numero }, clave, fecha, registrada })
    }
  }

  /** The one that a row is of; `null`: nothing says which, or it cannot be put on record, which was told. */
  de(renglon: Renglon, reparo: Reparo): SesionDeCedula | null {
    const escrita = this.#nombrada(renglon)
    if (escrita === null) {
      reparo("sesion", "no se sabe de qué sesión es; agregue la columna «Sesión», con su clave")
      return null
    }
    const fecha = this.#fecha(renglon, reparo)
    if (fecha === undefined) return null
    const conocida = this.#conocidas.get(llave(escrita))
    if (conocida === undefined) return this.#nueva(escrita, fecha, reparo)
    if (fecha !== null && conocida.fecha !== null && fecha !== conocida.fecha) {
      reparo(
        "fechaSesion",
        `${conocida.clave} es del ${fechaMedia(conocida.fecha)} y aquí se dice el ${fechaMedia(fecha)}`,
      )
      return null
    }
    return conocida
  }

  #nombrada({ celdas, bajo }: Renglon): SesionEscrita | null {
    const columna = celdas.get("sesion")
    const sola = columna !== undefined && /^\d{1,3}$/u.test(String(columna).trim())
    const enColumna = sola ? this.#porNumero(Number(columna)) : sesionEscrita(String(columna ?? ""))
    return enColumna ?? sesionEscrita(String(celdas.get("claveAcuerdo") ?? "")) ?? bajo
  }

  /** A number alone is of the ordinary series, where nothing else on record has it. */
  #porNumero(numero: number): SesionEscrita {
    const [una, otra] = this.#contexto.sesiones.filter((sesion) => sesion.numero === numero)
    return { tipo: una !== undefined && otra === undefined ? una.tipo : "ordinaria", numero }
  }

  /** `undefined`: it is not understood, which was told. */
  #fecha({ celdas, bajo }: Renglon, reparo: Reparo): Fecha | null | undefined {
    const { organo } = this.#contexto
    const leer = (celda: string | number | boolean) =>
      leerFecha(celda, { ...this.#contexto, zona: organo.zona, desde: null })
    const celda = celdas.get("fechaSesion")
    if (celda !== undefined) {
      const leida = leer(celda)
      if ("fecha" in leida) return leida.fecha
      reparo("fechaSesion", leida.problema)
      return undefined
    }
    const [dia] =
      /\d{1,2}\s+de\s+\p{L}+\s+(?:de\s+|del\s+)?\d{4}|\d{1,2}\/\d{1,2}\/\d{2,4}/u.exec(bajo?.dicho ?? "") ??
      []
    const leida = dia === undefined ? null : leer(dia)
    return leida !== null && "fecha" in leida ? leida.fecha : null
  }

  #nueva(escrita: SesionEscrita, fecha: Fecha | null, reparo: Reparo): SesionDeCedula | null {
    const clave = claveSesion(escrita.tipo, escrita.numero)
    if (fecha === null || fecha > this.#contexto.hoy) {
      reparo(
        "sesion",
        fecha === null
          ? `${clave} no está registrada; agregue la columna «Fecha de la sesión», o regístrela antes en el chat`
          : `${clave} no está registrada y aún no se celebra`,
      )
      return null
    }
    const nueva = { escrita, clave, fecha, registrada: null }
    this.#conocidas.set(llave(escrita), nueva)
    return nueva
  }
}

const llave = ({ tipo, numero }: SesionEscrita) => `${tipo} ${numero}`

/** What a file says of it: of one that is on record, only which it is. */
export function valorDeSesion({ escrita, clave, fecha, registrada }: SesionDeCedula, organo: string) {
  const { tipo, numero } = escrita
  if (registrada !== null) return { organo, clave, tipo, numero, etiqueta: registrada.etiqueta }
  return { organo, clave, tipo, numero, etiqueta: etiquetaUsual(tipo, numero), fecha, estado: "clausurada" }
}
