import type {
  Audiencia,
  CambioDeCanal,
  Canal,
  LecturaDeCanal,
  SolicitudCanal,
} from "../../domain/tipos/canal.ts"
import { CAMBIOS_DE_CANAL } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, conArticulo, marcaDemo, nota, texto } from "../respuesta.ts"
import type { RenglonAviso } from "./avisos-reunidos.ts"

export const AUDIENCIA: Readonly<Record<Exclude<Audiencia, "persona">, string>> = {
  institucion: "De una institución",
  integrantes: "De todas las instituciones integrantes",
  secretaria_tecnica: "De la Secretaría Técnica",
  presidencia: "De la Presidencia",
  invitada: "De una institución invitada",
  publica: "Público",
}

/** Who else can read it. */
export const LECTURA: Readonly<Record<CambioDeCanal, string>> = {
  publico: "cualquier persona de ese espacio de trabajo",
  externo: "personas de otra organización",
  invitados: "personas invitadas al espacio de trabajo",
}

/** What a channel of that kind gets from now on. */
const RECIBE: Readonly<Record<Exclude<Audiencia, "persona">, string>> = {
  institucion: "las convocatorias, los recordatorios y los resúmenes para esa institución",
  integrantes: "lo que se comunica a todas las instituciones integrantes",
  secretaria_tecnica: "los avisos para la Secretaría Técnica, también lo que aún no se publica",
  presidencia: "lo que la Presidencia debe autorizar, con su texto",
  invitada: "solo los puntos a los que se invite a esa institución",
  publica: "solo lo que ya es público",
}

interface PorRegistrar {
  readonly organo: Organo
  readonly nombre: string
  readonly audiencia: Exclude<Audiencia, "persona">
  readonly institucion: Institucion | null
  /** What people call the platform, and what it calls the place. */
  readonly plataforma: string
  readonly visto: LecturaDeCanal & { readonly nombre: string }
}

function datos({ organo, nombre, audiencia, institucion, plataforma, visto }: PorRegistrar): Block {
  return {
    kind: "fields",
    fields: [
      { label: "Canal", value: `${nombre} (${plataforma}: ${visto.nombre})` },
      { label: "Órgano", value: organo.nombreCorto },
      { label: "Audiencia", value: AUDIENCIA[audiencia] },
      ...(institucion
        ? [{ label: "Institución", value: `${institucion.nombre} (${institucion.siglas})` }]
        : []),
      { label: "Recibirá", value: RECIBE[audiencia] },
    ],
  }
}

/** Who reads it that it is not meant for. */
export function lectura(audiencia: Audiencia, visto: LecturaDeCanal): readonly Block[] {
  const quienes = CAMBIOS_DE_CANAL.filter((cambio) => visto[cambio] === true).map((uno) => LECTURA[uno])
  if (audiencia === "publica" || quienes.length === 0) return []
  return [
    texto([
      { kind: "bold", text: "Atención: " },
      `hoy lo pueden leer también ${enumerar(quienes)}. Si no debe ser así, hágalo privado en la plataforma antes de continuar.`,
    ]),
  ]
}

/** Before the Secretaría Técnica registers the channel in which she writes. */
export function registrarCanalCard(por: PorRegistrar): Card {
  return {
    title: "¿Se registra este canal?",
    tone: "atencion",
    blocks: [
      texto(
        `Desde ahora Plenaria escribirá aquí lo que corresponde a ${conArticulo(por.organo.nombreCorto)}.`,
      ),
      datos(por),
      ...lectura(por.audiencia, por.visto),
      nota("Al registrarlo recibe un mensaje de bienvenida. Puede cambiarlo o desactivarlo después."),
    ],
    actions: [],
    ...marcaDemo([por.organo.origen]),
  }
}

export function canalRegistradoCard({
  organo,
  canal,
}: {
  readonly organo: Organo
  readonly canal: Canal
}): Card {
  return {
    title: `Canal registrado: ${canal.nombre}`,
    tone: "logro",
    blocks: [
      texto(
        frase`Se le envía un mensaje de bienvenida. Si no aparece en un minuto, vea por qué con ${comando("plenaria.canales")}.`,
      ),
      nota(
        frase`Su clave es ${{ kind: "code", text: canal.clave }}. Para cambiarlo: ${comando("plenaria.canal-editar", { canal: canal.clave })}`,
      ),
    ],
    actions: [
      ...boton("plenaria.canales", "", "Ver los canales", "primary"),
      ...boton("plenaria.canal-editar", canal.clave, "Cambiar el canal…"),
    ],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

/** What appears in the channel itself. */
export function bienvenidaCanalCard({
  organo,
  canal,
  institucion,
  por,
  now,
}: {
  readonly organo: Organo
  readonly canal: Canal
  readonly institucion: Institucion | null
  readonly por: string
  readonly now: Instante
}): Card {
  const audiencia = canal.audiencia === "persona" ? "institucion" : canal.audiencia
  const quien = institucion ? ` para ${institucion.nombre} (${institucion.siglas})` : ""
  return {
    title: "Este canal recibe los mensajes de Plenaria",
    tone: "logro",
    blocks: [
      texto(
        `Desde ahora se escribe aquí${quien}, por ${conArticulo(organo.nombreCorto)}: ${RECIBE[audiencia]}. Lo registró ${por} el ${momentoOficial(now, organo.zona)}.`,
      ),
      nota(
        "Mantenga el canal privado y con las personas que deban leerlo: si se hace público, se comparte con otra organización o entran personas invitadas, los mensajes se detienen hasta que la Secretaría Técnica lo confirme.",
      ),
    ],
    actions: [
      ...boton("plenaria.inicio", "", "Ver lo que me espera", "primary"),
      ...boton("sesion.proxima", "", "Próxima sesión"),
    ],
    ...marcaDemo([organo.origen, canal.origen]),
  }
}

/** To the Secretaría Técnica: somebody of an institution asks for it. */
export function solicitudCanalCard({
  organo,
  solicitud,
  institucion,
  solicita,
}: {
  readonly organo: Organo
  readonly solicitud: SolicitudCanal
  readonly institucion: Institucion
  readonly solicita: string
}): Card {
  return {
    title: `${institucion.siglas} pide registrar un canal`,
    tone: "atencion",
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Institución", value: `${institucion.nombre} (${institucion.siglas})` },
          { label: "Solicita", value: solicita },
          { label: "Canal", value: solicitud.nombre },
          { label: "Espacio de trabajo", value: [{ kind: "code", text: solicitud.workspace }] },
          { label: "Solicitado", value: momentoOficial(solicitud.solicitadaEn, organo.zona) },
        ],
      },
      texto(`Si lo aprueba, ahí recibirá ${RECIBE.institucion}.`),
      nota("Compruebe con la institución, por un medio que ya conozca, quiénes leen ese canal."),
    ],
    actions: [
      ...boton("plenaria.canal-aprobar", solicitud.id, "Aprobar…", "primary"),
      ...boton("plenaria.canal-rechazar", solicitud.id, "Rechazar…", "danger"),
    ],
    ...marcaDemo([organo.origen, institucion.origen]),
  }
}

/** The same among others that one person sent. */
export function renglonDeSolicitud(
  { id }: SolicitudCanal,
  { siglas }: Institucion,
  { origen }: Organo,
): RenglonAviso {
  const [accion = null] = boton("plenaria.canal-aprobar", id, `Revisar el canal de ${siglas}`)
  return { clase: "informe", texto: `${siglas} pide registrar un canal`, accion, origen }
}

/** Before she approves it: what the platform says of it now. */
export function aprobarCanalCard(por: PorRegistrar & { readonly solicita: string }): Card {
  return {
    title: `¿Se aprueba el canal de ${por.institucion?.siglas ?? "la institución"}?`,
    tone: "atencion",
    blocks: [texto(`Lo pidió ${por.solicita}.`), datos(por), ...lectura(por.audiencia, por.visto)],
    actions: boton("plenaria.canales", "", "Ver los canales"),
    ...marcaDemo([por.organo.origen]),
  }
}

/** To whoever asked. `avisada`: somebody was told of it; otherwise it is found where one looks for what waits. */
export function solicitudRecibidaCard({
  organo,
  institucion,
  avisada,
}: {
  readonly organo: Organo
  readonly institucion: Institucion
  readonly avisada: boolean
}): Card {
  return {
    title: "Su solicitud espera a la Secretaría Técnica",
    tone: "logro",
    blocks: [
      texto(
        `Se pidió registrar este canal para ${institucion.siglas}. Cuando se apruebe, aquí mismo aparecerá un mensaje de bienvenida; si no, se le dirá por qué.`,
      ),
      ...(avisada
        ? []
        : [nota("No hay dónde avisar a la Secretaría Técnica: avísele usted por el medio de costumbre.")]),
    ],
    actions: boton("plenaria.inicio", "", "Ver lo que me espera"),
    ...marcaDemo([organo.origen]),
  }
}

export function solicitudRechazadaCard({
  organo,
  solicitud,
  motivo,
}: {
  readonly organo: Organo
  readonly solicitud: SolicitudCanal
  readonly motivo: string
}): Card {
  return {
    title: `No se registró el canal ${solicitud.nombre}`,
    tone: "atencion",
    blocks: [
      texto([{ kind: "bold", text: "Motivo: " }, motivo]),
      nota(frase`Corríjalo y pídalo de nuevo, dentro del canal: ${comando("plenaria.canal-registrar")}`),
    ],
    actions: [],
    ...marcaDemo([organo.origen]),
  }
}

export type SinRegistrar =
  | { readonly kind: "directo" }
  | { readonly kind: "ya_es_canal"; readonly nombre: string | null; readonly activo: boolean }
  | { readonly kind: "en_espera" }
  | { readonly kind: "no_espera" }
  | { readonly kind: "rechazada" }
  /** `reason`: what the platform said, with what to do about it. */
  | { readonly kind: "inservible"; readonly reason: string }

/** Why nothing was registered, and what to do. */
export function canalSinRegistrarCard(organo: Organo, porque: SinRegistrar): Card {
  const [title, que] = SIN_REGISTRAR(porque)
  return {
    title,
    tone: porque.kind === "rechazada" ? "aviso" : "error",
    blocks: [texto(que)],
    actions: boton("plenaria.inicio", "", "Ver lo que me espera"),
    ...marcaDemo([organo.origen]),
  }
}

function SIN_REGISTRAR(porque: SinRegistrar): readonly [string, string] {
  switch (porque.kind) {
    case "directo":
      return [
        "Esto es una conversación, no un canal",
        "Abra el canal que desea registrar, invite ahí a Plenaria y vuelva a pedirlo dentro de él: así se sabe cuál es sin que nadie lo escriba. No se registró nada.",
      ]
    case "ya_es_canal":
      return [
        "Este canal ya está registrado",
        porque.nombre === null
          ? "Es de otro órgano, y un canal es de uno solo. Registre otro para este."
          : `Es «${porque.nombre}»${porque.activo ? "" : ", que está desactivado"}. La Secretaría Técnica puede cambiarlo.`,
      ]
    case "en_espera":
      return [
        "Este canal ya se pidió",
        "La solicitud espera a la Secretaría Técnica. No hace falta pedirlo otra vez.",
      ]
    case "no_espera":
      return ["Esa solicitud ya no espera", "Se respondió antes, o no es de este órgano. No se cambió nada."]
    case "rechazada":
      return ["Solicitud rechazada", "Se avisó a quien la hizo, con el motivo. No se registró el canal."]
    case "inservible":
      return ["Aquí no se puede escribir todavía", `${porque.reason} No se registró nada.`]
  }
}
