import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { enumerar, plural } from "../../texts/plurales.ts"
import type { Card, RichText } from "../card.ts"
import { comando, frase, unida } from "../comando.ts"
import { boton, nota } from "../respuesta.ts"

/** What a body has and lacks for its first session, all of it found out from the data. */
export interface FaltantesVista {
  /** `null`: those that hold for all until it has its own. */
  readonly reglas: Pick<PerfilReglas, "vigenteDesde"> | null
  readonly instituciones: readonly Institucion[]
  /** Whose seat presides; `null`: none does. */
  readonly preside: Institucion | null
  readonly sinEnlace: readonly Institucion[]
  /** They can be told and answer, but nobody is on record who heads them. */
  readonly sinTitular: readonly Institucion[]
  readonly sinCanal: readonly Institucion[]
  /** There is a channel where the Secretaría Técnica reads what is for it. */
  readonly canalSecretaria: boolean
  readonly personas: number
  /** People in office whom no account is linked to. */
  readonly sinCuenta: readonly Persona[]
  readonly sesiones: number
}

/** One step of the beginning: whether it is done, what is to be said of it, and the command that does it. */
interface Paso {
  readonly nombre: string
  readonly hecho: boolean
  readonly dicho: RichText
  readonly orden: readonly [command: string, label: string] | null
}

/** The checklist: what is done, what is missing, and the button of each step that is filled in here. */
export function faltantesCard(organo: Organo, vista: FaltantesVista): Card {
  const pasos = pasosDe(vista)
  const faltan = pasos.filter(({ hecho }) => !hecho)
  const siguiente = faltan.find(({ orden }) => orden !== null)
  const [primera, ...demas] = pasos
    .filter(({ orden }) => orden !== null)
    .toSorted((a, b) => Number(b === siguiente) - Number(a === siguiente))
  return {
    title: `Comienzo: ${organo.nombreCorto}`,
    tone: faltan.length === 0 ? "logro" : "atencion",
    blocks: [
      {
        kind: "text",
        text:
          faltan.length === 0
            ? "Todo está listo para la primera sesión."
            : faltan.length === 1
              ? `Falta 1 paso de ${pasos.length}. Puede volver cuando quiera.`
              : `Faltan ${faltan.length} pasos de ${pasos.length}. Puede hacerlos en cualquier orden y volver cuando quiera.`,
      },
      { kind: "list", ordered: true, items: pasos.map(renglon) },
      nota(
        frase`Lo registrado se ve con ${comando("plenaria.directorio")} y se corrige con ${comando("directorio.institucion-renombrar")} y ${comando("directorio.persona-editar")}.`,
      ),
      nota(
        frase`Los avisos que se enviarían en los próximos días: ${comando("plenaria.ensayo")}. Para ver esta lista otra vez: ${comando("plenaria.comenzar")}.`,
      ),
    ],
    actions: [
      ...[primera, ...demas].flatMap((paso, i) =>
        paso?.orden ? boton(paso.orden[0], "", paso.orden[1], i === 0 ? "primary" : "normal") : [],
      ),
      ...boton("plenaria.ensayo", "", "Ensayar los avisos"),
    ],
  }
}

/** What each step that is not done is called. */
export const pasosQueFaltan = (vista: FaltantesVista): readonly string[] =>
  pasosDe(vista)
    .filter(({ hecho }) => !hecho)
    .map(({ nombre }) => nombre.toLowerCase())

const renglon = ({ nombre, hecho, dicho }: Paso): RichText =>
  unida([{ kind: "bold", text: `${nombre}: ` }, hecho ? "hecho. " : "falta. ", dicho])

function pasosDe(vista: FaltantesVista): readonly Paso[] {
  return [
    pasoReglas(vista),
    pasoInstituciones(vista),
    pasoPersonas(vista),
    pasoCanales(vista),
    pasoCuentas(vista),
    pasoSesion(vista),
  ]
}

const pasoReglas = ({ reglas }: FaltantesVista): Paso => ({
  nombre: "Reglas",
  hecho: reglas !== null,
  dicho:
    reglas === null
      ? "Elija una plantilla; mientras tanto valen las usuales."
      : frase`Rigen desde el ${fechaMedia(reglas.vigenteDesde)}; se cambian con ${comando("plenaria.reglas")}.`,
  orden: reglas === null ? ["plenaria.comenzar-reglas", "Elegir las reglas"] : null,
})

function pasoInstituciones({ instituciones, preside }: FaltantesVista): Paso {
  const hay = instituciones.length > 0
  return {
    nombre: "Instituciones",
    hecho: hay && preside !== null,
    dicho: !hay
      ? "Escríbalas o péguelas de una hoja de cálculo."
      : `${plural(instituciones.length, "registrada", "registradas")}; ${preside === null ? "falta decir cuál preside" : `preside ${preside.siglas}`}.`,
    orden: ["plenaria.comenzar-instituciones", "Agregar instituciones"],
  }
}

function pasoPersonas({ instituciones, sinEnlace, sinTitular, personas }: FaltantesVista): Paso {
  const hecho = instituciones.length > 0 && sinEnlace.length === 0
  return {
    nombre: "Personas",
    hecho,
    dicho: hecho
      ? `${plural(personas, "designada", "designadas")}.${sinTitular.length === 0 ? "" : ` Sin titular registrado: ${siglas(sinTitular)}.`}`
      : instituciones.length === 0
        ? "Después de las instituciones."
        : `Sin enlace: ${siglas(sinEnlace)}.`,
    orden: instituciones.length === 0 ? null : ["plenaria.comenzar-personas", "Agregar personas"],
  }
}

function pasoCanales({ instituciones, sinCanal, canalSecretaria }: FaltantesVista): Paso {
  const hecho = instituciones.length > 0 && canalSecretaria && sinCanal.length === 0
  return {
    nombre: "Canales",
    hecho,
    dicho: hecho
      ? frase`Revíselos con ${comando("plenaria.canales")}.`
      : unida([
          `Sin canal: ${enumerar([...(canalSecretaria ? [] : ["la Secretaría Técnica"]), ...sinCanal.map((una) => una.siglas)])}. `,
          frase`Cada canal se registra desde dentro de él, con ${comando("plenaria.canal-registrar")}: usted el suyo, y cada enlace el de su institución, que usted aprueba.`,
          ...(sinCanal.length === 0
            ? []
            : [
                frase` Si una institución tiene su propio espacio de Slack, conéctelo antes con ${comando("plenaria.conectar")}.`,
              ]),
        ]),
    orden: null,
  }
}

function pasoCuentas({ personas, sinEnlace, instituciones, sinCuenta }: FaltantesVista): Paso {
  const hay = instituciones.length > 0 && sinEnlace.length < instituciones.length
  return {
    nombre: "Cuentas",
    hecho: hay && personas > 0 && sinCuenta.length === 0,
    dicho: !hay
      ? "Después de las personas."
      : sinCuenta.length === 0
        ? "Todas las personas designadas tienen su cuenta vinculada."
        : frase`${plural(sinCuenta.length, "persona", "personas")} sin cuenta vinculada. Cada una dice quién es con ${comando("plenaria.vincular")} y usted lo comprueba; o le da usted un código con ${comando("plenaria.codigo-personal")}.`,
    orden: null,
  }
}

const pasoSesion = ({ sesiones }: FaltantesVista): Paso => ({
  nombre: "Sesión",
  hecho: sesiones > 0,
  dicho:
    sesiones > 0
      ? `${plural(sesiones, "registrada", "registradas")}.`
      : "Registre la siguiente; no se avisa a nadie todavía.",
  orden: sesiones > 0 ? null : ["sesion.crear", "Registrar la sesión"],
})

const MAX_SIGLAS = 20

function siglas(instituciones: readonly Institucion[]): string {
  const nombres = instituciones.slice(0, MAX_SIGLAS).map((una) => una.siglas)
  const mas = instituciones.length - nombres.length
  return mas > 0 ? `${nombres.join(", ")} y ${mas} más` : enumerar(nombres)
}
