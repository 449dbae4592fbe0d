import { type CampoRegla, campo, type FormularioReglas, numero, opciones, plazo, siNo } from "./campo.ts"
import { composicion } from "./composicion.ts"

const QUORUM = {
  base: opciones({
    integrantes_con_voto: "los integrantes con voto",
    integrantes: "todos los integrantes",
  }),
  regla: opciones({
    mitad_mas_uno: "la mitad más uno",
    mayoria: "más de la mitad",
    dos_terceras_partes: "dos terceras partes",
    tercera_parte: "la tercera parte",
    numero: "un número fijo",
    presidencia_mas_numero: "quien preside y un número",
  }),
  numero: numero("institución", "instituciones", "sin número fijo"),
  redondeo: opciones({ abajo: "hacia abajo", arriba: "hacia arriba" }),
  exigePresidencia: siNo("se exige", "no se exige"),
}

/** The six rules of one quórum, of the first or of the second call. */
const camposQuorum = (ruta: string): readonly CampoRegla[] => [
  campo(`${ruta}.base`, "base", "Se cuenta sobre", "de quiénes se cuenta", QUORUM.base),
  campo(`${ruta}.regla`, "regla", "Regla de quórum", "cuántos hacen quórum", QUORUM.regla),
  campo(
    `${ruta}.numero`,
    "numero",
    "Número",
    "solo si la regla es un número fijo; si no, vacío",
    QUORUM.numero,
  ),
  campo(`${ruta}.redondeo`, "redondeo", "Redondeo", "la mitad de un número impar", QUORUM.redondeo),
  campo(
    `${ruta}.exigePresidencia`,
    "preside",
    "Quien preside",
    "si debe estar para que haya quórum",
    QUORUM.exigePresidencia,
  ),
  campo(
    `${ruta}.composicion`,
    "composicion",
    "Deben estar además",
    "siglas separadas por comas, un grupo por renglón; «2 de …» si bastan algunas",
    composicion,
  ),
]

const SEGUNDA = "sesiones.segundaConvocatoria"

/** Quórum of both calls, and how it is voted. */
export const FORMULARIOS_QUORUM: readonly FormularioReglas[] = [
  { clave: "quorum", titulo: "Quórum", campos: camposQuorum("sesiones.quorum") },
  {
    clave: "segunda",
    titulo: "Segunda convocatoria",
    campos: [
      campo(
        `${SEGUNDA}.permitida`,
        "permitida",
        "Segunda convocatoria",
        "si el órgano la admite",
        siNo("se admite", "no se admite"),
      ),
      campo(
        `${SEGUNDA}.espera`,
        "espera",
        "Cuánto después",
        "por ejemplo: 30 minutos, 3 días hábiles",
        plazo(true),
      ),
      campo(
        `${SEGUNDA}.quorum`,
        "quorum",
        "Quórum de la segunda",
        "con quiénes se sesiona",
        opciones({
          presentes_con_presidencia: "quienes asistan, con quien preside",
          presentes: "quienes asistan",
          igual: "el mismo de la primera",
          propio: "una regla propia",
        }),
      ),
    ],
  },
  {
    clave: "segunda-quorum",
    titulo: "Quórum propio de la segunda",
    campos: camposQuorum(`${SEGUNDA}.quorumPropio`),
  },
  {
    clave: "votacion",
    titulo: "Votación",
    campos: [
      campo(
        "sesiones.votacion.mayoria",
        "mayoria",
        "Mayoría",
        "con la que se aprueba",
        opciones({ simple: "simple", absoluta: "absoluta", dos_terceras_partes: "dos terceras partes" }),
      ),
      campo(
        "sesiones.votacion.sobre",
        "sobre",
        "Se cuenta sobre",
        "de qué es mayoría",
        opciones({
          presentes: "las instituciones presentes",
          votos_emitidos: "los votos emitidos",
          integrantes: "todos los integrantes",
        }),
      ),
      campo(
        "sesiones.votacion.votoCalidad",
        "calidad",
        "Voto de calidad",
        "si quien preside desempata",
        siNo("quien preside desempata", "no hay"),
      ),
    ],
  },
]
