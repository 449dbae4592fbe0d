import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import type { Institucion, Organo, Persona, SolicitudVinculacion } from "../../domain/tipos/directorio.ts"
import { duracion } from "../../texts/duracion.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Block, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, MAX_DETAIL_BUTTONS, marcaDemo, nota, recortar, texto } from "../respuesta.ts"

/** Somebody on record with the name that was written. */
export interface Tocaya extends Persona {
  readonly conCuenta: boolean
}

interface SolicitudVista {
  readonly organo: Organo
  readonly solicitud: SolicitudVinculacion
  readonly institucion: Institucion
  /** People on record with that very name. */
  readonly parecidas: readonly Tocaya[]
  /** Whose workspace the account is in, if that is another institution's than the one it asks for; `null`: nothing is known against it. */
  readonly espacioDe: Institucion | null
}

/** To the Secretaría Técnica: somebody says who they are. Nothing in it is proved but the account. */
export function solicitudVinculacionCard({
  organo,
  solicitud,
  institucion,
  parecidas,
  espacioDe,
}: SolicitudVista): Card {
  return {
    title: `Solicitud de vinculación ${solicitud.numero}`,
    tone: "atencion",
    blocks: [
      texto(`Alguien pide que se le reconozca en el directorio ${deOrgano(organo.nombreCorto)}.`),
      ...datos(solicitud, institucion),
      ...(solicitud.externa
        ? [texto("Atención: la cuenta es de otro espacio de trabajo, o invitada en este.")]
        : []),
      ...(espacioDe === null
        ? []
        : [
            texto([
              { kind: "bold", text: "Atención: " },
              `el espacio de trabajo de la cuenta está conectado como de ${espacioDe.siglas}, y pide por ${institucion.siglas}.`,
            ]),
          ]),
      ...(parecidas.length > 0
        ? [
            texto(
              `En el directorio hay ya ${plural(parecidas.length, "persona", "personas")} con ese nombre: ${parecidas.map((una) => `${nombreConTitulo(una)} (${una.clave})`).join(", ")}.`,
            ),
          ]
        : []),
      ...conCuentaYa(parecidas),
      nota(
        "El nombre lo escribió quien pide y no prueba nada: compruebe por otro medio, con el oficio o una llamada, que la cuenta es suya.",
      ),
    ],
    actions: botones(solicitud, parecidas),
    ...marcaDemo([organo.origen, institucion.origen]),
  }
}

function conCuentaYa(parecidas: readonly Tocaya[]): readonly Block[] {
  const claves = parecidas.filter(({ conCuenta }) => conCuenta).map(({ clave }) => clave)
  if (claves.length === 0) return []
  return [
    texto([
      { kind: "bold", text: "Atención: " },
      `ya tiene una cuenta vinculada ${claves.join(", ")}. Si esta no es también suya, quien pide actuaría en su nombre.`,
    ]),
  ]
}

function datos(
  { nombre, cargo, calidad, oficio, adapter, workspace, user }: SolicitudVinculacion,
  { siglas, nombre: institucion }: Institucion,
): readonly Block[] {
  return [
    {
      kind: "fields",
      fields: [
        { label: "Dice ser", value: `${nombre}, ${cargo}` },
        { label: "Institución", value: `${institucion} (${siglas})` },
        { label: "Calidad", value: CALIDAD[calidad] },
        { label: "Oficio", value: oficio ?? "no lo indicó" },
        { label: "Cuenta", value: [{ kind: "code", text: `${adapter}/${workspace}/${user}` }] },
      ],
    },
  ]
}

/** Approving names the person where somebody is called so: whose account it is then is chosen, not guessed. */
function botones({ numero }: SolicitudVinculacion, parecidas: readonly Tocaya[]): readonly Action[] {
  const numerada = String(numero)
  return [
    ...parecidas
      .slice(0, 2)
      .flatMap(({ clave, nombre, conCuenta }) =>
        boton(
          "directorio.vinculacion-aprobar",
          `${numerada} persona:${clave}`,
          `Es ${recortar(nombre, 40)}`,
          ...(conCuenta ? [] : (["primary"] as const)),
        ),
      ),
    ...(parecidas.length > 0
      ? boton("directorio.vinculacion-aprobar", `${numerada} homonimia:otra`, "Aprobar: es otra persona")
      : boton("directorio.vinculacion-aprobar", numerada, "Aprobar", "primary")),
    ...boton("directorio.vinculacion-corregir", numerada, "Corregir y aprobar…"),
    ...boton("directorio.vinculacion-rechazar", numerada, "Rechazar…", "danger"),
  ]
}

/** Those that wait, oldest first. */
export function solicitudesCard(
  organo: Organo,
  pendientes: readonly Pick<SolicitudVista, "solicitud" | "institucion">[],
): Card {
  const shown = pendientes.slice(0, 20)
  return {
    title: "Solicitudes de vinculación",
    tone: pendientes.length > 0 ? "atencion" : "aviso",
    blocks: [
      texto(
        pendientes.length === 0
          ? "No hay solicitudes de vinculación en espera."
          : `${plural(pendientes.length, "solicitud espera", "solicitudes esperan")} su decisión.`,
      ),
      ...(shown.length > 0
        ? [
            {
              kind: "list" as const,
              ordered: false,
              items: shown.map(
                ({ solicitud, institucion }) =>
                  `${solicitud.numero}: ${recortar(solicitud.nombre, 80)}, ${CALIDAD[solicitud.calidad]} de ${institucion.siglas}; desde el ${momentoOficial(solicitud.creadaEn, organo.zona)}`,
              ),
            },
          ]
        : []),
      ...(shown.length < pendientes.length
        ? [nota(`Se muestran ${shown.length} de ${pendientes.length}.`)]
        : []),
    ],
    actions: shown
      .slice(0, MAX_DETAIL_BUTTONS)
      .flatMap(({ solicitud: { numero } }) =>
        boton("plenaria.solicitudes", String(numero), `Ver la solicitud ${numero}`),
      ),
    ...marcaDemo([organo.origen]),
  }
}

/** To who asked: what happens now. */
export function solicitudEnviadaCard(
  organo: Organo,
  { numero }: SolicitudVinculacion,
  avisada: boolean,
): Card {
  return {
    title: "Solicitud enviada",
    tone: "logro",
    blocks: [
      texto(
        `Su solicitud es la número ${numero}. La Secretaría Técnica ${deOrgano(organo.nombreCorto)} comprobará sus datos y usted recibirá la respuesta por mensaje directo.`,
      ),
      ...(avisada
        ? []
        : [
            nota(
              "La Secretaría Técnica aún no tiene un canal en el que leerla: avísele también por otro medio.",
            ),
          ]),
      nota(
        frase`Mientras tanto puede consultar la información pública. Si se equivocó, envíela de nuevo con ${comando("plenaria.vincular")}: vale la última.`,
      ),
    ],
    actions: boton("sesion.proxima", "", "Ver la próxima sesión"),
    ...marcaDemo([organo.origen]),
  }
}

export function yaVinculadaCard({ nombre, clave }: Persona): Card {
  return {
    title: "Su cuenta ya está vinculada",
    tone: "aviso",
    blocks: [texto(`Plenaria le reconoce como ${nombre}.`)],
    actions: [
      ...boton("plenaria.quien-soy", "", "Ver mis designaciones", "primary"),
      ...boton("plenaria.no-soy-yo", clave, "No soy yo"),
    ],
  }
}

/** An account that stands nowhere that it could be known by. */
export function cuentaSinEspacioCard(): Card {
  return {
    title: "Pídalo desde su espacio de trabajo",
    tone: "atencion",
    blocks: [
      texto(
        "Desde aquí no se sabe de qué espacio de trabajo es su cuenta, y se la reconoce por él. No se envió nada.",
      ),
      nota(frase`Use ${comando("plenaria.vincular")} en un canal del espacio de trabajo de su institución.`),
    ],
    actions: [],
  }
}

export const demasiadasSolicitudes = (espera: number): string =>
  `Ya envió varias solicitudes. Espere ${duracion(espera)} para enviar otra; la última sigue en espera de respuesta.`

export function solicitudResueltaCard(numero: number): Card {
  return {
    title: `Solicitud de vinculación ${numero}`,
    tone: "aviso",
    blocks: [texto("Esa solicitud ya no espera respuesta: se resolvió, o la misma cuenta envió otra.")],
    actions: boton("plenaria.solicitudes", "", "Ver las que esperan"),
  }
}
