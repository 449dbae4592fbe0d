import type { ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import type { RichText } from "../card.ts"
import { comando, frase } from "../comando.ts"

const QUE: Readonly<Record<ReparoDirectorio["campo"], string>> = {
  clave: "La clave",
  siglas: "Las siglas",
  nombre: "El nombre",
  corto: "El nombre corto",
  alias: "El otro nombre",
  zona: "La zona horaria",
  padre: "El órgano del que depende",
  institucion: "La institución",
  sucesora: "La institución sucesora",
  persona: "La persona",
  calidad: "La calidad",
  orden: "El lugar en la lista",
  desde: "El primer día",
  hasta: "El último día",
  cuenta: "La cuenta",
}

/** What stands against writing it, and how to mend it; one sentence or two. */
export function reparoEnPalabras(reparo: ReparoDirectorio): RichText {
  const que = QUE[reparo.campo]
  switch (reparo.kind) {
    case "vacio":
      return `${que}: escriba un texto.`
    case "largo":
      return `${que}: escriba ${reparo.maximo} caracteres como máximo.`
    case "forma":
      return `${que}: use letras, números, guion, punto o diagonal, y comience con una letra o un número.`
    case "ocupado":
      return ocupado(reparo)
    case "no_existe":
      return `${que} no está en el directorio.`
    case "zona_desconocida":
      return "Escriba una zona horaria, por ejemplo America/Mexico_City."
    case "depende_de_si":
      return reparo.campo === "padre"
        ? "Un órgano no puede depender de sí mismo ni de uno que depende de él."
        : "Una institución no puede sucederse a sí misma, ni a través de otras."
    case "termina_antes":
      return `El último día no puede ser anterior al primero (${fechaMedia(reparo.desde)}).`
    case "futura":
      return "Aún no llega ese día: regístrelo cuando el cambio tenga efecto."
    case "anterior":
      return `Debe ser posterior al ${fechaMedia(reparo.a)}.`
    case "lugar_ocupado":
      return `Ese lugar es de ${reparo.de}. Escriba otro número, o déjelo en blanco.`
    case "se_traslapa":
      return `Coincide en días con ${reparo.con} (${periodo(reparo)}): termine antes ese periodo, o cambie las fechas.`
    case "falta_institucion":
      return "Diga por cuál institución: con esa calidad se representa a una."
    case "sin_cambio":
      return "Así está ya registrado: no hay nada que cambiar."
    case "de_otro_organo":
      if (reparo.campo === "institucion")
        return "También integra otro órgano, y allí se llamaría igual: lo registra quien opera la instalación, con un archivo."
      return "También tiene un cargo en otro órgano: sus datos y sus cuentas los cambia la Secretaría Técnica de ese órgano, o quien opera la instalación con un archivo."
    case "ultima_secretaria":
      return frase`El órgano se quedaría sin una Secretaría Técnica que Plenaria reconozca. Registre antes a quien la suceda (${comando("directorio.designacion-registrar")}) y vincule su cuenta; después termine esta.`
  }
}

function ocupado({ campo, de }: Extract<ReparoDirectorio, { readonly kind: "ocupado" }>): string {
  switch (campo) {
    case "nombre":
      return `Ya hay una persona con ese nombre (${de}). Si es la misma, elíjala; si es otra, dígalo.`
    case "corto":
      return `Otro órgano que depende del mismo ya se llama así (${de}). Escriba un nombre que los distinga.`
    case "cuenta":
      return "Esa cuenta ya está vinculada con una persona. Desvincúlela antes, si de verdad cambió de manos."
    case "desde":
      return `Ese día comienza ya ${de}. Elija otro día.`
    default:
      return `${QUE[campo]}: ya corresponde a ${de}.`
  }
}

function periodo({ desde, hasta }: { readonly desde: Fecha | null; readonly hasta: Fecha | null }): string {
  if (desde === null) return hasta === null ? "sin fechas registradas" : `hasta el ${fechaMedia(hasta)}`
  return hasta === null ? `desde el ${fechaMedia(desde)}` : `del ${fechaMedia(desde)} al ${fechaMedia(hasta)}`
}
