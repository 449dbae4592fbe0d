import { z } from "zod"
import { type BorradorGuardado, guardarBorrador, leerBorrador } from "../../app/acuerdo/borrador.ts"
import { type AcuerdoEscrito, prepararAcuerdo, seRegistra } from "../../app/acuerdo/preparar.ts"
import { type BorradorAcuerdo, borradorAcuerdoCard } from "../../cards/acuerdo/borrador.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import {
  cadenciaOption,
  difusionAcuerdo,
  fechaAcuerdo,
  puntoAcuerdo,
  responsablesOption,
  textoAcuerdo,
  tipoAcuerdo,
} from "../opciones/acuerdo.ts"
import { pedirSesion, sesionOption } from "../opciones/punto.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const acuerdoRegistrarCommand = defineCommand({
  name: "acuerdo",
  subcommand: "registrar",
  synonyms: ["nuevo", "agregar", "adoptar"],

  frases: [
    "$anotar|crear|crea|nuevo acuerdo !texto",
    "queda_acordado|se_acuerda|acordamos_que|se_acordo_que|acuerdo_nuevo|acuerdo_unico !sobre",
  ],
  summary:
    "Registra un acuerdo de la sesión en curso, o de una clausurada con su motivo; antes se lo muestra",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion: sesionOption,
    texto: textoAcuerdo,
    tipo: tipoAcuerdo,
    responsables: responsablesOption.optional(),
    fecha: fechaAcuerdo.optional(),
    punto: puntoAcuerdo.optional(),
    difusion: difusionAcuerdo.optional(),
    cadencia: cadenciaOption.optional(),
  }),
  deMensaje: { menu: "Registrar como acuerdo", values: (escrito) => ({ texto: escrito.trim() }) },
  async termsFrom(context, given) {
    const pedida = await pedirSesion(context, given.sesion, "acuerdo.registrar")
    return pedida.kind === "card" ? null : pedida.sesion.fecha
  },
  form: {
    title: "Registrar un acuerdo",
    submit: "Revisar",
    fields: ["texto", "tipo", "responsables", "fecha", "punto"],
    async prepare(context, given) {
      const { data, organo } = context
      const pedida = await pedirSesion(context, given.sesion, "acuerdo.registrar")
      if (pedida.kind === "card") return pedida
      const { sesion, marca } = pedida
      if (!seRegistra(sesion)) return { card: sesionFueraDeEstado(organo, sesion, "registrar acuerdos en") }
      const borrador = await leerBorrador(data.read, sesion, marca)
      const puntos = await data.read.sesiones.puntos(sesion.id)
      const enCurso = puntos.findIndex(({ id }) => id === sesion.puntoEnCursoId) + 1
      const inicio = { tipo: "con_seguimiento", ...(enCurso > 0 ? { punto: String(enCurso) } : {}) }
      return {
        values: {
          ...(borrador === null ? inicio : valuesOfEscrito(borrador.escrito)),
          sesion: sesion.clave,
        },
        intro: `${sesion.clave}, ${organo.nombreCorto}. ${estaAbierta(sesion.estado) ? "" : "La sesión ya se clausuró: constará que se registró con posterioridad, y por qué. "}Los plazos se cuentan desde la fecha de la sesión. Antes de registrarlo se le muestra para que lo confirme.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedida = await pedirSesion(context, options.sesion, "acuerdo.registrar")
    if (pedida.kind === "card") return pedida
    const escrito: AcuerdoEscrito = {
      texto: options.texto,
      tipo: options.tipo,
      responsables: options.responsables ?? null,
      fecha: options.fecha === undefined ? null : (context.typed.fecha ?? options.fecha),
      dia: options.fecha ?? null,
      punto: options.punto ?? (context.filledIn ? null : await lugarEnCurso(context, pedida.sesion)),
      difusion: options.difusion ?? "integrantes",
      cadencia: options.cadencia ?? null,
    }
    return revisar(context, pedida.sesion, { escrito, previo: null })
  },
})

/** What a form shows of what was written before. */
export const valuesOfEscrito = ({
  texto,
  tipo,
  responsables,
  fecha,
  punto,
  difusion,
  cadencia,
}: AcuerdoEscrito) => ({
  texto,
  tipo,
  responsables: responsables ?? "",
  fecha: fecha ?? "",
  punto: punto === null ? "" : String(punto),
  difusion,
  ...(cadencia === null ? {} : { cadencia }),
})

async function lugarEnCurso({ data }: CommandContext, sesion: Sesion): Promise<number | null> {
  const puntos = await data.read.sesiones.puntos(sesion.id)
  const at = puntos.findIndex(({ id }) => id === sesion.puntoEnCursoId)
  return at < 0 ? null : at + 1
}

/** Shows what would be put on record and keeps it to be confirmed; nothing is registered yet. */
export async function revisar(
  context: CommandContext,
  sesion: Sesion,
  { escrito, previo }: Pick<BorradorGuardado, "escrito" | "previo">,
): Promise<Reply> {
  const { data, organo, hoy } = context
  const acuerdo = previo === null ? null : await data.read.acuerdos.byId(previo.id)
  const preparado = await prepararAcuerdo({ read: data.read, organo, hoy }, sesion, escrito, acuerdo)
  switch (preparado.kind) {
    case "problemas":
      return { problems: preparado.problemas }
    case "fuera_de_estado":
      return { card: sesionFueraDeEstado(organo, sesion, "registrar acuerdos en") }
    case "borrador":
      return mostrar(context, preparado.borrador, { escrito, previo })
  }
}

/** The draft, kept under an id that its buttons carry. `cambio`: why it is shown again. */
export async function mostrar(
  context: CommandContext,
  borrador: BorradorAcuerdo,
  { escrito, previo }: Pick<BorradorGuardado, "escrito" | "previo">,
  cambio: string | null = null,
): Promise<Reply> {
  const guardado = { sesionId: borrador.sesion.id, clave: borrador.clave, escrito, previo }
  const id = await guardarBorrador(actuacionOf(context), guardado)
  return { card: borradorAcuerdoCard(borrador, id, cambio), replaces: cambio !== null }
}
