import {
  ACTOS_COMPROMISO,
  type ActoCompromiso,
  type CondicionDeActo,
  estadoTras,
  type ReglaDeActo,
} from "../../src/domain/compromiso/transiciones.ts"
import { ESTADO_COMPROMISO } from "../../src/texts/etiquetas.ts"

const INTRO = `# Los compromisos y sus actos

Esta página sale de la tabla de actos de \`compromiso/transiciones.ts\` con \`npm run docs\`; no se edita a mano, y una prueba falla si no dice lo mismo que el programa.

- **Vencido** («no atendido») no es un estado que alguien registre: es un compromiso pendiente o en proceso cuya fecha ya pasó.
- La fecha original se conserva siempre. Una nueva fecha no es un estado: el compromiso sigue donde estaba, con ambas.
- Tres cosas distintas mueven algo en el tiempo. **Posponer** aplaza solo el recordatorio. **Pedir prórroga** es de la institución y no cambia la fecha mientras no se conceda. **Reprogramar** es de la Secretaría Técnica, que asienta una fecha que nadie pidió en el chat.
- Cuántas veces se da nueva fecha, hasta cuándo y quién decide una prórroga (la Secretaría Técnica o el pleno) son reglas del órgano: \`/plenaria regla-cambiar limites\`.
- **Reasignar** encarga el compromiso a otra institución, integrante o no. La clave no cambia, aunque lleve las siglas de la anterior: así consta en el acuerdo y en lo ya enviado. Se conservan las fechas y lo informado; queda sin efecto la prórroga que se hubiera pedido, y lo reportado como cumplido se valida o se devuelve antes. Se avisa a ambas instituciones.
- Un compromiso tiene **una responsable** y las **corresponsables** que hagan falta. Estas lo consultan completo, informan avances y reciben los recordatorios; solo la responsable lo reporta como cumplido, pide prórroga y pospone avisos, y solo en su cuenta se suma. Se escriben al registrar el acuerdo («SRE; corresponsables: SALUD, STPS») o con \`/compromiso corresponsables\`.
- La **cadencia** es cada cuánto se pide informe de avance (mensual, trimestral o cada tantos días hábiles), también de un compromiso permanente o sin fecha. Se escribe al registrar el acuerdo o con \`/compromiso cadencia\`. Cada informe se recuerda tres días hábiles antes y el día en que toca; el que se da en el periodo termina de pedirlo, y el que falta se sigue nombrando al ritmo de seguimiento del órgano.
- Lo que debía una institución que **dejó de existir** lo responde su sucesora desde el día siguiente: lo ve, lo informa y se le recuerda. Se anuncia a ambas al registrar la sucesión, y consta en cada compromiso.
`

const QUIEN: Readonly<Record<ReglaDeActo["quien"], string>> = {
  por_institucion: "la institución responsable; por ella, la Secretaría Técnica",
  por_corresponsable: "la institución responsable y las corresponsables; por ellas, la Secretaría Técnica",
  secretaria_tecnica: "la Secretaría Técnica",
}

const EXIGE: Readonly<Record<CondicionDeActo, string>> = {
  ninguna_pedida: "que no haya una prórroga por decidir",
  una_pedida: "que haya una prórroga por decidir",
  cabe_otra_fecha: "que las reglas del órgano admitan otra fecha, y esa",
  puede_decidirse: "si decide el pleno, que haya sesionado desde que se pidió",
  hay_responsable: "que ya haya una institución responsable",
  otra_institucion: "que sea otra institución, y que no tenga ya un compromiso del mismo acuerdo",
}

const NOMBRE: Readonly<Record<ActoCompromiso, string>> = {
  avance: "informar un avance",
  cumplido: "reportar como cumplido",
  validar: "validar",
  devolver: "devolver con observaciones",
  prorroga: "pedir prórroga",
  retirar_prorroga: "retirar la prórroga",
  conceder_prorroga: "conceder la prórroga",
  negar_prorroga: "negar la prórroga",
  reprogramar: "reprogramar",
  reasignar: "reasignar",
  corresponsables: "registrar corresponsables",
  cadencia: "registrar cada cuánto se informa",
  cancelar: "cancelar",
}

const actos = Object.entries(ACTOS_COMPROMISO) as readonly (readonly [ActoCompromiso, ReglaDeActo])[]

/** What moves from a state to another, one arrow for all acts that go the same way. */
function flechas(): readonly string[] {
  const porCamino = new Map<string, string[]>()
  for (const [acto, { desde, hasta }] of actos)
    for (const estado of desde) {
      const camino = `${estado} --> ${estadoTras(estado, hasta)}`
      porCamino.set(camino, [...(porCamino.get(camino) ?? []), NOMBRE[acto]])
    }
  return [...porCamino].map(([camino, nombres]) => `  ${camino}: ${nombres.join(" · ")}`)
}

/** docs/compromisos.md, whole. */
export function documentoDeCompromisos(): string {
  const estados = [...new Set(actos.flatMap(([, { desde, hasta }]) => [...desde, hasta]))]
    .filter((estado) => estado !== "igual")
    .map((estado) => `  ${estado}: ${ESTADO_COMPROMISO[estado]}`)
  const renglones = actos.map(([acto, { desde, hasta, quien, exige }]) => [
    `${NOMBRE[acto]} (\`/compromiso ${acto.replace("_", "-")}\`)`,
    desde.map((estado) => ESTADO_COMPROMISO[estado]).join(", "),
    hasta === "igual"
      ? "el mismo"
      : `${ESTADO_COMPROMISO[hasta]}${desde.includes("permanente") ? "; el permanente sigue siéndolo" : ""}`,
    QUIEN[quien],
    exige.map((condicion) => EXIGE[condicion]).join("; "),
  ])
  const tabla = [
    ["Acto", "Desde", "Queda", "Quién", "Exige"],
    Array.from({ length: 5 }, () => "---"),
    ...renglones,
  ]
  return [
    INTRO,
    "```mermaid",
    "stateDiagram-v2",
    ...estados,
    "  [*] --> pendiente",
    ...flechas(),
    "  atendido --> [*]",
    "  cancelado --> [*]",
    "```",
    "",
    ...tabla.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n")
}
