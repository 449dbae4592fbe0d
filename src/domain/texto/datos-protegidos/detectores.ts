import { hayCuenta, hayTarjeta } from "./banco.ts"
import { hayCarpeta } from "./carpeta.ts"
import { hayCorreoParticular, hayTelefono } from "./contacto.ts"
import { hayDomicilio } from "./domicilio.ts"
import { hayCredencial, hayCurp, hayNss, hayPasaporte, hayRfcDePersona } from "./identidad.ts"
import type { Llano } from "./llano.ts"
import { haySalud } from "./salud.ts"
import { hayPersonaDelCaso } from "./victima.ts"

export interface Detector {
  readonly halla: (texto: Llano) => boolean
  /**
   * The Secretaría Técnica may say that it is public, with a reason that stays on record. Never what identifies a victim
   * or a case: disclosing it is a crime (LGPSEDMTP 36), and no reason makes it public.
   */
  readonly dispensable: boolean
  /** «El texto parece contener …» */
  readonly que: string
  /** How to say it without the datum: a whole sentence. */
  readonly como: string
}

const SIN_EL_DATO = "Quítelo y cite el oficio en que consta."

/** Every kind of protected data, in the order in which they are told. */
export const DETECTORES = {
  curp: {
    halla: hayCurp,
    dispensable: false,
    que: "una CURP",
    como: "Escriba «una persona» o el cargo, y cite el oficio en que consta.",
  },
  rfc_persona: { halla: hayRfcDePersona, dispensable: true, que: "el RFC de una persona", como: SIN_EL_DATO },
  nss: { halla: hayNss, dispensable: true, que: "un número de seguridad social", como: SIN_EL_DATO },
  credencial: {
    halla: hayCredencial,
    dispensable: true,
    que: "los datos de una credencial para votar",
    como: SIN_EL_DATO,
  },
  pasaporte: { halla: hayPasaporte, dispensable: true, que: "el número de un pasaporte", como: SIN_EL_DATO },
  cuenta: {
    halla: hayCuenta,
    dispensable: true,
    que: "una CLABE o un número de cuenta bancaria",
    como: SIN_EL_DATO,
  },
  tarjeta: {
    halla: hayTarjeta,
    dispensable: true,
    que: "el número de una tarjeta bancaria",
    como: SIN_EL_DATO,
  },
  carpeta: {
    halla: hayCarpeta,
    dispensable: false,
    que: "el número de una carpeta de investigación, de una causa penal o de un registro de víctima",
    como: "Escriba «la carpeta de investigación» sin su número, o cite el oficio con que se informó.",
  },
  telefono: {
    halla: hayTelefono,
    dispensable: true,
    que: "un teléfono",
    como: "Si es el de una oficina, escríbalo con su extensión o como «conmutador».",
  },
  correo_particular: {
    halla: hayCorreoParticular,
    dispensable: true,
    que: "un correo electrónico particular",
    como: "Use el correo institucional.",
  },
  domicilio: {
    halla: hayDomicilio,
    dispensable: true,
    que: "un domicilio particular o el de un refugio",
    como: "Escriba solo la entidad o el municipio.",
  },
  salud: {
    halla: haySalud,
    dispensable: true,
    que: "datos de salud de una persona",
    como: "Escriba «recibe atención» o «por motivos de salud», sin decir cuáles.",
  },
  victima: {
    halla: hayPersonaDelCaso,
    dispensable: false,
    que: "el nombre o las iniciales de una víctima o de otra persona de un caso",
    como: "Escriba «la víctima» o «una persona», sin nombre ni iniciales.",
  },
} as const satisfies Readonly<Record<string, Detector>>
