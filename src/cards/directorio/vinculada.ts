import { nombreConTitulo } from "../../domain/directorio/persona.ts"
import type { Calidad, Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { momentoOficial } from "../../texts/fechas.ts"
import type { Action, Card } from "../card.ts"
import { comando, frase } from "../comando.ts"
import { boton, deOrgano, marcaDemo, nota, texto } from "../respuesta.ts"

const primerosPasos = ({ clave }: Persona): readonly Action[] => [
  ...boton("plenaria.inicio", "", "Ver lo que me espera", "primary"),
  ...boton("compromiso.mios", "", "Ver lo que me toca"),
  ...boton("sesion.proxima", "", "Ver la próxima sesión"),
  ...boton("plenaria.ayuda", "", "Qué puedo hacer"),
  ...boton("plenaria.no-soy-yo", clave, "No soy yo", "danger"),
]

interface Bienvenida {
  readonly organo: Organo
  readonly persona: Persona
  readonly calidad: Calidad
  readonly institucion: Institucion | null
}

/** To a person whose account is recognised from now on: as whom, what waits, and how to say that it is a mistake. */
export function bienvenidaCard({ organo, persona, calidad, institucion }: Bienvenida): Card {
  const que = [CALIDAD[calidad], institucion?.siglas].filter(Boolean).join(" de ")
  return {
    title: "Su cuenta quedó vinculada",
    tone: "logro",
    blocks: [
      texto([
        "Desde ahora Plenaria le reconoce como ",
        { kind: "bold", text: nombreConTitulo(persona) },
        `: ${que}, en el órgano ${organo.nombreCorto}.`,
      ]),
      {
        kind: "list",
        ordered: false,
        items: [
          frase`${comando("plenaria.inicio")}: lo que espera por usted, por urgencia`,
          frase`${comando("compromiso.mios")}: lo que su institución tiene pendiente`,
          frase`${comando("sesion.proxima")}: cuándo es la próxima sesión y qué se espera de usted`,
          frase`${comando("plenaria.ayuda")}: todo lo que puede hacer`,
        ],
      },
      nota("Si usted no es esa persona, dígalo con «No soy yo»: la cuenta se desvincula de inmediato."),
    ],
    actions: primerosPasos(persona),
    ...marcaDemo([organo.origen, persona.origen]),
  }
}

/** The same to whoever came with a code, whose posts are on record. */
export function vinculadaConCodigoCard(persona: Persona): Card {
  return {
    title: "Su cuenta quedó vinculada",
    tone: "logro",
    blocks: [
      texto([
        "Desde ahora Plenaria le reconoce como ",
        { kind: "bold", text: nombreConTitulo(persona) },
        ".",
      ]),
      nota(
        frase`El código ya no sirve. Sus designaciones están en ${comando("plenaria.quien-soy")}; lo que espera por usted, en ${comando("plenaria.inicio")}. Si usted no es esa persona, dígalo con «No soy yo».`,
      ),
    ],
    actions: primerosPasos(persona),
    ...marcaDemo([persona.origen]),
  }
}

export function vinculacionRechazadaCard(organo: Organo, motivo: string): Card {
  return {
    title: "Su solicitud de vinculación no se aprobó",
    tone: "error",
    blocks: [
      texto(`La Secretaría Técnica ${deOrgano(organo.nombreCorto)} indicó este motivo:`),
      texto(motivo),
      nota(frase`Si puede corregirlo, envíela de nuevo con ${comando("plenaria.vincular")}.`),
    ],
    actions: boton("plenaria.vincular", "", "Enviar otra…"),
    ...marcaDemo([organo.origen]),
  }
}

/** To the Secretaría Técnica, once it decided. */
export function vinculacionResueltaCard(numero: number, persona: Persona | null): Card {
  return {
    title: `Solicitud ${numero}: ${persona === null ? "rechazada" : "aprobada"}`,
    tone: "logro",
    blocks: [
      texto(
        persona === null
          ? "Se le avisa por mensaje directo, con el motivo."
          : `La cuenta es de ${nombreConTitulo(persona)} (${persona.clave}). Se le avisa por mensaje directo.`,
      ),
      ...(persona === null
        ? []
        : [nota(frase`Si fue un error, desvincúlela con ${comando("plenaria.desvincular")}.`)]),
    ],
    actions: boton("plenaria.solicitudes", "", "Ver las que esperan"),
    ...(persona === null ? {} : marcaDemo([persona.origen])),
  }
}

interface CodigoDado {
  readonly persona: Persona
  readonly codigo: string
  readonly venceEn: Instante
  readonly zona: string
}

/** Shown this once to whoever asked for it, and to nobody else. */
export function codigoPersonalCard({ persona, codigo, venceEn, zona }: CodigoDado): Card {
  return {
    title: `Código personal: ${persona.nombre}`,
    tone: "logro",
    blocks: [
      texto([{ kind: "code", text: codigo }]),
      texto(
        frase`Entrégueselo en persona o por un medio que solo esa persona lea. Lo usa en su espacio de trabajo con ${comando("plenaria.vincular-codigo")}, una sola vez, antes del ${momentoOficial(venceEn, zona)}.`,
      ),
      nota(
        "No se vuelve a mostrar: de él solo se guarda una huella. Si se pierde, pida otro y este deja de servir.",
      ),
    ],
    actions: [],
    ...marcaDemo([persona.origen]),
  }
}

/** Which of wrong, used, expired or tried too often it was, is not said. */
export function codigoPersonalNoSirveCard(): Card {
  return {
    title: "El código no sirve",
    tone: "error",
    blocks: [
      texto(
        "No corresponde a nadie, ya se usó, venció, o se intentó demasiadas veces desde esta cuenta. No se cambió nada.",
      ),
      nota(
        frase`Revíselo letra por letra, pida otro a la Secretaría Técnica, o envíe una solicitud con ${comando("plenaria.vincular")}.`,
      ),
    ],
    actions: boton("plenaria.vincular", "", "Solicitar mi vinculación…"),
  }
}

/** To a person who has an account, by which they are reached: another one is theirs too, if it is. */
export function otraCuentaCard(organo: Organo, persona: Persona, cuenta: string): Card {
  return {
    title: "Otra cuenta quedó vinculada a su nombre",
    tone: "atencion",
    blocks: [
      texto(`Desde ahora Plenaria reconoce también esta cuenta como ${nombreConTitulo(persona)}:`),
      texto([{ kind: "code", text: cuenta }]),
      nota(`Si no es suya, avise de inmediato a la Secretaría Técnica ${deOrgano(organo.nombreCorto)}.`),
    ],
    actions: boton("plenaria.quien-soy", "", "Ver quién soy"),
    ...marcaDemo([organo.origen, persona.origen]),
  }
}

/** What happened with an account, by nobody of the Secretaría Técnica that reads of it. */
type CambioDeCuenta = "codigo" | "no_soy_yo" | "desvinculada"

const TITULO_CAMBIO: Readonly<Record<CambioDeCuenta, string>> = {
  codigo: "Cuenta vinculada con un código personal",
  no_soy_yo: "Alguien dijo «no soy yo»",
  desvinculada: "Se desvinculó una cuenta",
}

export function cuentaCambiadaCard(
  organo: Organo,
  persona: Persona,
  cuenta: string,
  que: CambioDeCuenta,
): Card {
  const propia = `${nombreConTitulo(persona)} (${persona.clave})`
  const queFue = {
    codigo: `${propia} vinculó una cuenta con el código que se le dio:`,
    no_soy_yo: `Quien usa esta cuenta dijo que no es ${propia}. La cuenta ya no está vinculada:`,
    desvinculada: `Fuera de este órgano se quitó a ${propia} esta cuenta, que ya no está vinculada:`,
  }
  const queSigue = {
    codigo: frase`Si no la reconoce, desvincúlela con ${comando("plenaria.desvincular")}.`,
    no_soy_yo:
      "Lo que se hizo con ella consta con ese nombre: revise la bitácora, y con quién está vinculada la cuenta correcta.",
    desvinculada: "Si la persona debe seguir actuando en este órgano, tiene que vincular otra cuenta.",
  }
  return {
    title: TITULO_CAMBIO[que],
    tone: que === "codigo" ? "aviso" : "atencion",
    blocks: [texto(queFue[que]), texto([{ kind: "code", text: cuenta }]), nota(queSigue[que])],
    actions: boton("plenaria.solicitudes", "", "Ver las solicitudes"),
    ...marcaDemo([organo.origen, persona.origen]),
  }
}

/** To whoever said that they are somebody else. */
export function noSoyYoCard(): Card {
  return {
    title: "Su cuenta ya no está vinculada",
    tone: "logro",
    blocks: [
      texto(
        "Desde ahora se le atiende como a quien no está en el directorio, y se avisa a la Secretaría Técnica.",
      ),
      nota(frase`Para decir quién es usted, envíe una solicitud con ${comando("plenaria.vincular")}.`),
    ],
    actions: boton("plenaria.vincular", "", "Solicitar mi vinculación…", "primary"),
  }
}

/** Whoever says «no soy yo» is recognised as nobody. */
export function nadieCard(): Card {
  return {
    title: "No hay nada que desvincular",
    tone: "aviso",
    blocks: [texto("Plenaria no le reconoce, o ya no, como esa persona.")],
    actions: boton("plenaria.vincular", "", "Solicitar mi vinculación…", "primary"),
  }
}
