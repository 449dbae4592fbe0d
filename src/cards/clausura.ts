import type { Organo, PuntoOrdenDia, Sesion } from "../domain/tipos.ts"
import { plural } from "../texts/plurales.ts"
import type { Card } from "./card.ts"
import { type PaseDeLista, quorumEnPalabras } from "./pase-de-lista.ts"
import { boton, marcaDemo, nota, recortar, texto } from "./respuesta.ts"

interface Cerrada {
  readonly sesion: Sesion
  readonly puntos: readonly PuntoOrdenDia[]
  readonly pase: PaseDeLista | null
  readonly acuerdos: number
  /** The agreements were read back and ratified as they stand. */
  readonly ratificados: boolean
}

/** The session has ended: what is on record of it, and that its summary can now be prepared. */
export function sesionClausuradaCard(
  organo: Organo,
  { sesion, puntos, pase, acuerdos, ratificados }: Cerrada,
): Card {
  const cuantos = (estado: PuntoOrdenDia["estado"]) =>
    puntos.filter((punto) => punto.estado === estado).length
  const hora = sesion.horaFin === null ? "" : ` a las ${sesion.horaFin} horas`
  return {
    title: `Sesión clausurada: ${sesion.etiqueta}`,
    tone: "logro",
    blocks: [
      texto(`Se clausuró${hora}.`),
      {
        kind: "fields",
        fields: [
          ...(pase === null ? [] : [{ label: "Asistencia", value: quorumEnPalabras(pase) }]),
          {
            label: "Orden del día",
            value: `${plural(cuantos("desahogado"), "desahogado", "desahogados")}, ${plural(cuantos("diferido"), "diferido", "diferidos")}, ${plural(cuantos("retirado"), "retirado", "retirados")}`,
          },
          { label: "Acuerdos", value: plural(acuerdos, "registrado", "registrados") },
        ],
      },
      ...(acuerdos > 0 && !ratificados
        ? [nota("Los acuerdos no se leyeron ni ratificaron antes de la clausura.")]
        : []),
      nota("Nada se ha enviado a las instituciones. Revise el borrador del resumen y confirme su envío."),
    ],
    actions: [
      ...boton("sesion.publicar", sesion.clave, "Revisar el resumen", "primary"),
      ...boton("sesion.resumen", sesion.clave, "Ver el resumen"),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}

/** Items were left: the session is not closed until somebody says what becomes of them. */
export function puntosPendientesCard(
  organo: Organo,
  sesion: Sesion,
  pendientes: readonly PuntoOrdenDia[],
): Card {
  const cuantos = plural(pendientes.length, "punto sin desahogar", "puntos sin desahogar")
  return {
    title: `Faltan puntos por desahogar: ${sesion.clave}`,
    tone: "atencion",
    blocks: [
      texto(`La sesión no se ha clausurado: tiene ${cuantos}.`),
      { kind: "list", ordered: false, items: pendientes.map(({ titulo }) => recortar(titulo, 140)) },
      nota("Desahogue, difiera o retire cada uno; o clausure y difiera todos a la siguiente sesión."),
    ],
    actions: [
      ...boton("sesion.en-curso", sesion.clave, "Volver a la sesión", "primary"),
      ...boton(
        "sesion.clausurar-difiriendo",
        `${sesion.clave}@${sesion.revision}`,
        `Clausurar y diferir ${pendientes.length}`,
      ),
    ],
    ...marcaDemo([organo.origen, sesion.origen]),
  }
}
