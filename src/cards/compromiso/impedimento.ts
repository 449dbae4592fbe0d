import type { ActoCompromiso, Impedimento } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { plural } from "../../texts/plurales.ts"
import type { Action, Card } from "../card.ts"
import { boton, marcaDemo, texto } from "../respuesta.ts"
import { botonesDecidir } from "./prorroga.ts"

const TITULO: Partial<Readonly<Record<ActoCompromiso, string>>> = {
  reasignar: "No se puede reasignar",
  corresponsables: "No se pueden registrar corresponsables",
  reprogramar: "No se puede reprogramar",
  prorroga: "No se puede pedir prórroga",
  conceder_prorroga: "No se puede conceder la prórroga",
  negar_prorroga: "No se puede negar la prórroga",
  retirar_prorroga: "No hay prórroga que retirar",
}

/** Why it is not done to it. */
export function impedimentoTexto(acto: ActoCompromiso, porque: Impedimento): string {
  switch (porque.kind) {
    case "sin_fecha_original":
      return acto === "prorroga"
        ? "No tiene fecha registrada, así que no hay qué prorrogar."
        : "No tiene fecha original registrada; regístrela primero."
    case "agotadas":
      return porque.permitidas === 0
        ? "La regla configurada del órgano no permite reprogramar compromisos."
        : `Este compromiso ya se reprogramó ${plural(porque.permitidas, "vez", "veces")}, que es lo que permite la regla configurada.`
    case "no_posterior":
      return `La nueva fecha debe ser posterior a la que rige: ${fechaLarga(porque.rige)}.`
    case "pasada":
      return "La nueva fecha debe ser posterior a hoy."
    case "lejana":
      return `La regla configurada del órgano permite a más tardar el ${fechaLarga(porque.hasta)}.`
    case "ya_pedida":
      return acto === "reprogramar"
        ? `La institución pidió prórroga hasta el ${fechaLarga(porque.propuesta)}: concédala, con esa fecha o con otra, o niéguela.`
        : `Ya se pidió prórroga hasta el ${fechaLarga(porque.propuesta)} y no se ha decidido. Para pedir otra fecha, retírela antes.`
    case "ninguna_pedida":
      return "No tiene una prórroga por decidir: no se ha pedido, ya se resolvió o se retiró."
    case "espera_sesion":
      return "La decide el pleno, que no ha sesionado desde que se pidió. Aparece en el seguimiento de la próxima sesión; después podrá registrarse lo que decidió."
    case "misma_institucion":
      return `${porque.siglas} ya responde de este compromiso. Elija otra institución.`
    case "sin_responsable":
      return "Nadie responde aún de este compromiso. Asígnelo primero a una institución."
    case "ya_responde":
      return `${porque.siglas} ya tiene un compromiso del mismo acuerdo, ${porque.clave}. Elija otra institución, o cancele uno de los dos.`
  }
}

export function compromisoImpedido(
  organo: Organo,
  { clave, origen }: Pick<Compromiso, "clave" | "origen">,
  acto: ActoCompromiso,
  porque: Impedimento,
): Card {
  return {
    title: `${TITULO[acto] ?? "No es posible"}: ${clave}`,
    tone: "atencion",
    blocks: [texto(`${impedimentoTexto(acto, porque)} No se hizo nada.`)],
    actions: [...siguiente(clave, acto, porque), ...boton("compromiso.ver", clave, "Ver cómo está")],
    ...marcaDemo([organo.origen, origen]),
  }
}

function siguiente(clave: string, acto: ActoCompromiso, porque: Impedimento): readonly Action[] {
  if (porque.kind !== "ya_pedida") return []
  return acto === "reprogramar"
    ? botonesDecidir(clave, porque.propuesta)
    : boton("compromiso.retirar-prorroga", clave, "Retirar la prórroga")
}
