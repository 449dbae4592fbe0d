import { ESTADO_AUTORIZACION } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import type { Block, Card } from "../card.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"
import { cuando } from "../sesion/proxima.ts"
import { type AutorizacionVista, aQuien, esperaBlock, marcaDe, queSePide, resueltaTexto } from "./vista.ts"

/** How it is shown to whoever authorises it. */
export interface ComoSolicitud {
  /** Others of the institution read it too: its text is only answered in private. */
  readonly reservado: boolean
  /** It was asked for on an earlier day. */
  readonly recordatorio: boolean
}

/** To the presidencia: what would leave, exactly, and the two answers; once it was answered, what became of it. */
export function solicitudCard(vista: AutorizacionVista, como: ComoSolicitud): Card {
  const { organo, sesion, autorizacion, saldria } = vista
  const espera = autorizacion.estado === "por_autorizar"
  return {
    title: `${titulo(vista)}: ${sesion.etiqueta}`,
    tone: espera && saldria !== null ? "atencion" : "aviso",
    blocks: espera
      ? porAutorizar(vista, como)
      : [texto(resueltaTexto(vista, como.reservado)), ...objecion(vista)],
    actions: espera ? respuestas(vista, como) : [],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

function titulo({ autorizacion: { estado }, saldria }: AutorizacionVista): string {
  if (estado === "por_autorizar") return saldria === null ? "Solicitud sin efecto" : "Por autorizar"
  const dicho = ESTADO_AUTORIZACION[estado]
  return `Solicitud ${dicho}`
}

function porAutorizar(
  vista: AutorizacionVista,
  { reservado, recordatorio }: ComoSolicitud,
): readonly Block[] {
  const { organo, sesion, autorizacion, saldria, solicita } = vista
  if (saldria === null)
    return [
      texto(
        `Lo que saldría cambió desde que se pidió autorizar ${queSePide(vista)}: esa solicitud ya no vale. La Secretaría Técnica debe pedirla de nuevo.`,
      ),
    ]
  return [
    texto(
      `${recordatorio ? "Sigue en espera de su autorización" : "Se solicita su autorización para que salga"} ${queSePide(vista)}, ${deOrgano(organo.nombreCorto)}. Nada ha salido.`,
    ),
    {
      kind: "fields",
      fields: [
        { label: "Sesión", value: cuando({ ...sesion, ...autorizacion.pedido.cambios }, organo) },
        {
          label: "Solicita",
          value: `${solicita}, ${momentoOficial(autorizacion.solicitadaEn, organo.zona)}`,
        },
        { label: "Autoriza", value: aQuien(vista) },
      ],
    },
    ...(reservado
      ? loQueSale(vista)
      : [nota("El texto completo se muestra con el botón, solo a quien puede verlo.")]),
    nota("Si el texto cambia antes, esta solicitud deja de valer y debe pedirse de nuevo."),
  ]
}

/** The text itself, apart from what is said of it. */
export function loQueSale({ saldria }: AutorizacionVista): readonly Block[] {
  if (saldria === null) return []
  return [
    { kind: "divider" },
    { kind: "heading", text: saldria.titulo },
    ...saldria.blocks,
    { kind: "divider" },
  ]
}

function respuestas(vista: AutorizacionVista, { reservado }: ComoSolicitud): Card["actions"] {
  if (vista.saldria === null) return []
  const marca = marcaDe(vista)
  return [
    ...(reservado ? [] : boton("sesion.autorizacion-ver", vista.sesion.clave, "Ver el texto", "primary")),
    ...boton("sesion.autorizar", marca, "Autorizar", reservado ? "primary" : "normal"),
    ...boton("sesion.autorizacion-devolver", marca, "Devolver…"),
  ]
}

/** What was put on record on somebody's word may be objected to. */
function objecion({ autorizacion: { medio } }: AutorizacionVista): readonly Block[] {
  return medio === null
    ? []
    : [
        nota(
          "Si no corresponde a lo que usted resolvió, comuníquelo a la Secretaría Técnica: queda constancia de ambas cosas.",
        ),
      ]
}

/** Asked by whoever conducts the session: what waits with its text, or what became of the last one. */
export function autorizacionVerCard(vista: AutorizacionVista, autoriza: boolean): Card {
  const { sesion, autorizacion } = vista
  if (autoriza || autorizacion.estado !== "por_autorizar")
    return solicitudCard(vista, { reservado: true, recordatorio: false })
  const marca = marcaDe(vista)
  return {
    ...solicitudCard(vista, { reservado: true, recordatorio: false }),
    blocks: [esperaBlock(vista), ...loQueSale(vista)],
    actions: [
      ...boton("sesion.autorizacion-registrar", marca, "Registrar la autorización…"),
      ...boton("sesion.autorizacion-retirar", marca, "Retirar la solicitud"),
      ...boton("sesion.agenda", sesion.clave, "Ver el orden del día"),
    ],
  }
}
