import type { Calidad, Persona } from "../domain/tipos/directorio.ts"
import type { Origen } from "../domain/tipos/registro.ts"
import type { Fecha } from "../domain/tipos/tiempo.ts"
import { CALIDAD } from "../texts/etiquetas.ts"
import { fechaMedia } from "../texts/fechas.ts"
import type { Block, Card, RichText } from "./card.ts"
import { comando, frase } from "./comando.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "./respuesta.ts"

export interface DesignacionVista {
  readonly calidad: Calidad
  readonly organo: string
  /** "Secretaría de Relaciones Exteriores (SRE)", or `null`. */
  readonly institucion: string | null
  readonly oficio: string | null
  readonly desde: Fecha
  readonly hasta: Fecha | null
}

export interface QuienSoyCard {
  readonly clave: string
  readonly nombre: string
  readonly cargo: string | null
  readonly designaciones: readonly DesignacionVista[]
  /** What the asker may see in each body, one sentence each; a single one needs no name. */
  readonly puedeVer: readonly { readonly organo: string | null; readonly que: readonly string[] }[]
  readonly origen: Origen
}

export function quienSoy(data: QuienSoyCard): Card {
  const { designaciones } = data
  return {
    title: data.nombre,
    tone: "aviso",
    blocks: [
      ...(data.cargo ? [texto(data.cargo)] : []),
      { kind: "heading", text: "Designaciones vigentes" },
      designaciones.length > 0
        ? { kind: "list", ordered: false, items: designaciones.map(designacion) }
        : texto(
            "No tiene designaciones vigentes. La Secretaría Técnica las registra con el oficio respectivo.",
          ),
      ...data.puedeVer.flatMap(({ organo, que }): readonly Block[] => [
        {
          kind: "heading",
          text: organo === null ? "Qué puede consultar" : `Qué puede consultar ${deOrgano(organo)}`,
        },
        { kind: "list", ordered: false, items: que },
      ]),
      nota("Si algún dato no es correcto, avise a la Secretaría Técnica."),
    ],
    actions: [
      ...boton("compromiso.mios", "", "Ver mis compromisos", "primary"),
      ...boton("plenaria.ayuda", "", "Ver la ayuda"),
      ...boton("plenaria.no-soy-yo", data.clave, "No soy yo"),
    ],
    ...marcaDemo([data.origen]),
  }
}

/** "Enlace institucional, Secretaría de Relaciones Exteriores (SRE), en la Comisión; desde el 1 de enero de 2024" */
function designacion(post: DesignacionVista): RichText {
  const term = post.hasta
    ? `del ${fechaMedia(post.desde)} al ${fechaMedia(post.hasta)}`
    : `desde el ${fechaMedia(post.desde)}`
  const rest = [post.institucion, post.organo, term, post.oficio && `oficio ${post.oficio}`].filter(Boolean)
  return [{ kind: "bold", text: CALIDAD[post.calidad] }, `; ${rest.join("; ")}`]
}

export interface CuentaSinVincular {
  /** What people call it. */
  readonly plataforma: string
  readonly workspace: string
  readonly user: string
}

/** Nothing is said of a person: the account is not linked to any. */
export function cuentaSinVincular(cuenta: CuentaSinVincular, puedeVer: readonly string[]): Card {
  return {
    title: "Su cuenta no está vinculada",
    tone: "atencion",
    blocks: [
      texto(
        frase`Esta cuenta de chat aún no corresponde a ninguna persona del directorio. Diga quién es con ${comando("plenaria.vincular")}: la Secretaría Técnica lo comprueba y usted recibe la respuesta por mensaje directo. Si le dio un código personal, use ${comando("plenaria.vincular-codigo")}. Su cuenta es:`,
      ),
      {
        kind: "fields",
        fields: [
          { label: "Plataforma", value: cuenta.plataforma },
          { label: "Espacio de trabajo", value: [{ kind: "code", text: cuenta.workspace }] },
          { label: "Cuenta", value: [{ kind: "code", text: cuenta.user }] },
        ],
      },
      { kind: "heading", text: "Qué puede consultar mientras tanto" },
      { kind: "list", ordered: false, items: puedeVer },
    ],
    actions: [
      ...boton("plenaria.vincular", "", "Solicitar mi vinculación…", "primary"),
      ...boton("sesion.proxima", "", "Ver la próxima sesión"),
      ...boton("plenaria.ayuda", "", "Ver la ayuda"),
    ],
  }
}

/** To the Secretaría Técnica. What the person did stays on record with their name. */
export function cuentaDesvinculada({ nombre, clave, origen }: Persona): Card {
  return {
    title: "Cuenta desvinculada",
    tone: "logro",
    blocks: [
      texto(
        `La cuenta ya no es de ${nombre} (${clave}): desde su próxima solicitud se le atiende como a quien no está en el directorio. Lo que hizo con ella se conserva con su nombre.`,
      ),
      nota(
        frase`Quien la use puede comprobarlo con ${comando("plenaria.quien-soy")}. Para vincularla de nuevo, que envíe una solicitud con ${comando("plenaria.vincular")}.`,
      ),
    ],
    actions: [],
    ...marcaDemo([origen]),
  }
}

/** Whether it is linked to somebody of another body is not said. */
export function cuentaNoVinculada(): Card {
  return {
    title: "Esa cuenta no está vinculada",
    tone: "error",
    blocks: [
      texto("Ninguna persona designada en este órgano tiene esa cuenta. No se cambió nada."),
      nota("Escríbala como plataforma/espacio/cuenta, con los identificadores del archivo de importación."),
    ],
    actions: boton("plenaria.ayuda", "", "Ver la ayuda"),
  }
}

/** The body would be left without anybody who may link an account again. */
export function ultimaSecretaria(): Card {
  return {
    title: "Es la última cuenta de la Secretaría Técnica",
    tone: "error",
    blocks: [
      texto(
        "Sin ella nadie podría conducir el órgano desde el chat ni vincular otra cuenta. No se cambió nada.",
      ),
      nota(
        frase`Vincule antes otra cuenta de la Secretaría Técnica, por ejemplo con ${comando("plenaria.codigo-personal")}. Si la usa quien no debe, quien opera la instalación puede quitarla.`,
      ),
    ],
    actions: boton("plenaria.codigo-personal", "", "Crear un código personal…", "primary"),
  }
}
