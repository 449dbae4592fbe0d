import { z } from "zod"
import { actuarCompromiso, admiteActo, type OrdenCompromiso } from "../../app/compromiso/actuar.ts"
import { esperaSesion } from "../../app/compromiso/prorroga.ts"
import {
  compromisoActuadoCard,
  compromisoCambiado,
  compromisoFueraDeEstado,
  compromisoNoAutorizado,
  compromisoRepetido,
} from "../../cards/compromiso/cambio.ts"
import { compromisoImpedido, impedimentoTexto } from "../../cards/compromiso/impedimento.ts"
import { prorrogaHechaCard } from "../../cards/compromiso/prorroga.ts"
import { type ActoCompromiso, esDeProrroga, quienHace } from "../../domain/compromiso/transiciones.ts"
import { enlaceEvidencia } from "../../domain/texto/evidencia.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { esSuyo, respondeDe } from "../../domain/visibilidad/visibilidad.ts"
import { type CommandContext, defineCommand, type FormSpec, type Reply } from "../definition/definition.ts"
import { pedirConstancia, porPalabraDeOtra } from "../opciones/autorizacion.ts"
import { compromisoClave, compromisoPedido } from "../opciones/compromiso.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { direccionHttps, textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** What institutions report of their compromisos and what the Secretaría Técnica decides on them. */

const clave = compromisoClave

export const texto = (summary: string, label: string) =>
  textoLibre({ summary, label, min: 5, max: 2_000, parrafo: true, evidencia: true })

export const enlace = direccionHttps({
  summary: "dirección de la evidencia, con https://",
  label: "Evidencia",
}).optional()

export const porcentaje = z.coerce
  .number()
  .int()
  .min(0)
  .max(100)
  .optional()
  .meta({ summary: "cuánto va, de 0 a 100", label: "Porcentaje" })

export interface Pedido {
  readonly clave: string
  readonly texto?: string | undefined
  readonly enlace?: string | undefined
  readonly fecha?: Fecha | undefined
  readonly porcentaje?: number | undefined
  readonly constancia?: Constancia | undefined
}

export const admite =
  (context: CommandContext, acto: ActoCompromiso) =>
  async (compromiso: Compromiso): Promise<boolean> => {
    const { organo, data, actor, hoy } = context
    return (await admiteActo({ read: data.read, organo, hoy, actor }, compromiso, acto)).kind === "permitida"
  }

export async function actuar(
  context: CommandContext,
  acto: OrdenCompromiso["acto"],
  pedido: Pedido,
): Promise<Reply> {
  const pedida = await compromisoPedido(context, pedido.clave, admite(context, acto))
  if (pedida.kind === "card") return pedida
  const { organo, actor, data, typed } = context
  const { compromiso: visto } = pedida.row
  const aporta = acto === "avance" && esSuyo(actor, visto, organo.id)
  if (loDice(acto) && !aporta && !pedido.constancia && porPalabraDeOtra(context, visto.institucionId)) {
    const dicho = { ...typed, clave: visto.clave }
    return acto === "prorroga"
      ? pedirConstancia("compromiso.registrar-prorroga", dicho)
      : pedirConstancia("compromiso.registrar-avance", { ...dicho, informe: acto })
  }
  const orden = { acto, texto: pedido.texto ?? null, url: pedido.enlace ?? enlaceDe(pedido.texto) }
  const result = await actuarCompromiso(actuacionOf(context), actor, visto.id, {
    ...orden,
    ...(pedido.fecha === undefined ? {} : { fecha: pedido.fecha }),
    ...(pedido.porcentaje === undefined ? {} : { porcentaje: pedido.porcentaje }),
    ...(pedido.constancia === undefined ? {} : { constancia: pedido.constancia }),
  })
  switch (result.kind) {
    case "hecho": {
      const { compromiso, prorroga, avisado } = result
      const { institucionId } = compromiso
      const institucion = institucionId === null ? null : await data.read.instituciones.byId(institucionId)
      if (esDeProrroga(acto)) {
        if (prorroga === null) throw new Error("what was just done about a prórroga is gone")
        const espera = await esperaSesion(data.read, organo, prorroga)
        const porSecretaria = acto !== "prorroga" && !deSuInstitucion(context, institucionId)
        const hecha = { organo, institucion, compromiso, acto, prorroga, espera, avisado, porSecretaria }
        return { card: prorrogaHechaCard(hecha), replaces: true }
      }
      return {
        card: compromisoActuadoCard({ organo, institucion, compromiso, ...orden, acto }, avisado),
        replaces: true,
      }
    }
    case "no_autorizado":
      return { card: compromisoNoAutorizado(organo, result.quien) }
    case "fuera_de_estado":
      return { card: compromisoFueraDeEstado(organo, visto, result.estado) }
    case "impedido":
      return DE_LA_FECHA.includes(result.porque.kind)
        ? { problems: [{ field: "fecha", message: impedimentoTexto(acto, result.porque) }] }
        : { card: compromisoImpedido(organo, visto, acto, result.porque) }
    case "repetido":
      return { card: compromisoRepetido(organo, visto, result.avance) }
    case "otra_persona":
      return { card: compromisoCambiado(organo, visto, result.compromiso) }
  }
}

/** What an institution says itself, or the Secretaría Técnica on its word. */
const loDice = (acto: ActoCompromiso) => acto === "avance" || acto === "cumplido" || acto === "prorroga"

const deSuInstitucion = ({ actor, organo }: CommandContext, institucionId: string | null) =>
  respondeDe(actor, organo.id).includes(institucionId ?? "")

/** What another date would mend: the form is shown again. */
const DE_LA_FECHA: readonly string[] = ["no_posterior", "pasada", "lejana", "agotadas", "sin_fecha_original"]

/** An address inside the report is its evidence, when none was given apart. */
function enlaceDe(escrito = ""): string | null {
  const found = enlaceEvidencia(escrito)
  return found.kind === "enlace" ? found.url : null
}

interface Inicial {
  readonly intro: string
  readonly values?: Readonly<Record<string, string>>
}

/** A form that is only shown to whoever could send it. */
export function formOf(
  acto: ActoCompromiso,
  title: string,
  submit: string,
  fields: readonly string[],
  inicial: string | ((context: CommandContext, compromiso: Compromiso) => Promise<Inicial>),
): FormSpec {
  return {
    title,
    submit,
    fields,
    async prepare(context, given) {
      const pedida = await compromisoPedido(context, given.clave ?? "", admite(context, acto))
      if (pedida.kind === "card") return pedida
      const { compromiso } = pedida.row
      const { organo, data, actor, hoy } = context
      const puede = await admiteActo({ read: data.read, organo, hoy, actor }, compromiso, acto)
      if (puede.kind === "no_autorizado") return { card: compromisoNoAutorizado(organo, puede.quien) }
      if (puede.kind === "fuera_de_estado")
        return { card: compromisoFueraDeEstado(organo, compromiso, puede.estado, acto) }
      if (puede.kind === "impedido")
        return { card: compromisoImpedido(organo, compromiso, acto, puede.porque) }
      const { intro, values } =
        typeof inicial === "string" ? { intro: inicial, values: {} } : await inicial(context, compromiso)
      return {
        values: { ...values, clave: compromiso.clave },
        intro: `${compromiso.clave}. ${intro}`,
        demo: compromiso.origen === "demo",
      }
    },
  }
}

export const SIN_DATOS = "No escriba datos de casos ni de personas."

export const compromisoAvanceCommand = defineCommand({
  name: "compromiso",
  subcommand: "avance",
  synonyms: ["informar", "avanzar", "reportar avance"],

  frases: [
    "avance|avances #numero|#tema|#clave !ver !cual* !ensayo !como_va",
    "reporto|reportamos|reportar|informo|registra*|agrega*|anota*|mando|doy avance|avances",
    "avance|avances de|del|sobre !quien* !como !cual*",
    "dejo|dejamos|adjunto|adjuntamos|mando|mandamos|comparto|compartimos|anexo|anexamos|envio|enviamos|subo|va evidencia|soporte|comprobante|liga|oficio #direccion? #tema|#numero?",
    "evidencia|soporte|comprobante #direccion|#tema|#numero|#clave !falta",
    "#direccion #tema|#numero|#clave",
    "llevamos|vamos|llevo|tenemos mitad|avanzado|por_ciento|porciento|casi|borrador #tema|#numero?",
    "estamos|seguimos|andamos|continuamos trabajando|elaborando|integrando|revisando|en_proceso|en_eso|recabando|preparando|avanzando #tema|#numero? !$sesion",
    "estamos|seguimos trabajando|elaborando|integrando|revisando|recabando #tema|#numero",
    "ya_quedo|ya_esta|ya_estuvo^1 !#pregunta !#numero !#tema !#clave !$sesion !resumen !publi*",
    "todavia|aun|seguimos no|sin termin*|acab*|conclu*|complet* #tema|#numero|#clave",
  ],
  summary: "Informa el avance de un compromiso de su institución",
  audience: quienHace("avance"),
  limit: "proposal",
  options: z.object({ clave, texto: texto("qué se ha hecho", "Avance"), porcentaje, enlace }),
  form: formOf("avance", "Informar avance", "Registrar", ["texto", "porcentaje", "enlace"], SIN_DATOS),
  run: (context, options) => actuar(context, "avance", options),
})

export const compromisoCumplidoCommand = defineCommand({
  name: "compromiso",
  subcommand: "cumplido",
  synonyms: ["cumplir", "concluido", "reportar cumplido", "terminado", "ya cumpli", "ya cumplimos"],

  frases: [
    "cumpl* #numero|#tema|#clave !compromiso_ver !como_va !como_vamos",
    "ya cumpl*|conclu*|termin*|acab*|atend*|solvent*|finaliz* #numero|#tema|#clave? !$sesion !votacion !#institucion",
    "ya $mandamos #numero|#tema|#clave",
    "$mandamos #tema|#numero|#clave !$sesion !#institucion !ensayo",
    "reporto|reportamos|reportar|informo|informamos|notific*|aviso|registra*|marca* cumpl*|conclu*|atend*|entreg* #numero|#tema|#clave?",
    "$poner cumplid*|atendid*|concluid*|terminad*|hecho|hecha|listo|lista !$sesion !da_por #numero|#tema|#clave|compromiso|lo_de|lo_del|mi",
    "#numero|#tema|#clave ya esta|estuvo|quedo|quedaron|listo|lista|cumplid*|entregad*|enviad*|hecho|salio !como",
    "ya esta|estuvo|quedo|quedaron|listo #numero|#tema|#clave !#institucion !firmada",
    "ya_quedo|ya_esta|ya_estuvo|listo|hecho|ya_cumplimos|ya_cumpli^1 !#pregunta !$sesion !resumen !publi*",
    "listo|lista|quedo #numero|#tema|#clave !no",
    "damos|doy|demos por_cumplid*|por_atendid*|por_concluid*",
  ],
  summary: "Reporta un compromiso como cumplido, para que la Secretaría Técnica lo valide",
  audience: quienHace("cumplido"),
  limit: "proposal",
  options: z.object({ clave, texto: texto("cómo se cumplió", "Informe"), enlace }),
  form: formOf(
    "cumplido",
    "Reportar como cumplido",
    "Reportar",
    ["texto", "enlace"],
    `La Secretaría Técnica lo revisará. ${SIN_DATOS}`,
  ),
  run: (context, options) => actuar(context, "cumplido", options),
})

export const compromisoValidarCommand = defineCommand({
  name: "compromiso",
  subcommand: "validar",
  synonyms: ["aprobar", "atendido", "dar por atendido"],

  frases: [
    "valid*|aprueba|apruebo|acepta|acepto #numero|#tema|#clave|#institucion !ya !no_valid*",
    "da_por|dar_por|damos_por|doy_por|dale_por|dalo_por^1.5 !$sesion atendid*|cumplid*|solventad*|concluid* #numero|#institucion|#tema? !#nuestro",
    "valid* compromiso|cumplimiento|lo_de",
    "marca|pon|registra atendid*|cumplid*|validad* #institucion",
  ],
  summary: "Da por atendido un compromiso que la institución reportó como cumplido",
  audience: quienHace("validar"),
  options: z.object({ clave }),
  run: (context, options) => actuar(context, "validar", options),
})

export const compromisoDevolverCommand = defineCommand({
  name: "compromiso",
  subcommand: "devolver",
  synonyms: ["regresar", "observar", "rechazar"],

  frases: [
    "devuelv*|regres*|rechaz*|observa* #institucion|#tema|#numero|#clave|compromiso|lo_de !convocatoria !receso",
    "falta evidencia|soporte #institucion|#numero|#tema",
  ],
  summary: "Devuelve un compromiso a la institución, con observaciones",
  audience: quienHace("devolver"),
  options: z.object({ clave, observaciones: texto("qué falta o debe corregirse", "Observaciones") }),
  form: formOf(
    "devolver",
    "Devolver compromiso",
    "Devolver",
    ["observaciones"],
    "Se avisa a la institución.",
  ),
  run: (context, options) =>
    actuar(context, "devolver", { clave: options.clave, texto: options.observaciones }),
})

export const compromisoReprogramarCommand = defineCommand({
  name: "compromiso",
  subcommand: "reprogramar",
  synonyms: ["nueva fecha", "cambiar fecha", "mover fecha"],
  frases: [
    "reprogram* #numero|#tema|#clave|compromiso|cumplimiento|plazo|entrega !$sesion",
    "dale|den|demos|dar|otorga* hasta|#fecha|tiempo|plazo #institucion",
    "amplia*|extiend*|$mover plazo|fecha|vencimiento|termino #institucion|#numero|#tema|#clave|compromiso",
    "nueva_fecha|otra_fecha #numero|#tema|#clave|compromiso|#institucion",
    "$mover #numero|#tema|#clave #fecha !$sesion !punto !recordatorio !aviso",
  ],
  summary: "Da nueva fecha a un compromiso sin que se haya pedido; la original se conserva",
  audience: quienHace("reprogramar"),
  options: z.object({
    clave,
    fecha: fechaEscrita({ summary: "nueva fecha, por ejemplo: 30 de abril, o en 15 días hábiles" }),
    motivo: texto("por qué, y quién lo decidió", "Motivo"),
  }),
  form: formOf(
    "reprogramar",
    "Reprogramar",
    "Reprogramar",
    ["fecha", "motivo"],
    "Se avisa a la institución.",
  ),
  run: (context, { clave: typed, fecha, motivo }) =>
    actuar(context, "reprogramar", { clave: typed, fecha, texto: motivo }),
})

export const compromisoCancelarCommand = defineCommand({
  name: "compromiso",
  subcommand: "cancelar",
  synonyms: ["dejar sin efecto", "sin materia"],

  frases: [
    "$cancelar compromiso|compromisos",
    "$cancelar #numero|#tema|#clave !suscripcion !asistencia",
    "sin_efecto|sin_materia compromiso|#numero|#tema|#clave|dej*",
    "$cancelar|cancelalo",
  ],
  summary: "Cancela un compromiso que un acuerdo posterior dejó sin efecto",
  audience: quienHace("cancelar"),
  options: z.object({ clave, motivo: texto("acuerdo que lo deja sin efecto, y por qué", "Motivo") }),
  form: formOf(
    "cancelar",
    "Cancelar compromiso",
    "Cancelar el compromiso",
    ["motivo"],
    "Se avisa a la institución.",
  ),
  run: (context, options) => actuar(context, "cancelar", { clave: options.clave, texto: options.motivo }),
})
