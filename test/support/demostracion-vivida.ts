import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { Database } from "../../src/db/open.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Charla, charlaOn, NOW } from "./conversacion.ts"
import { createPreparedDatabase, type TestDatabase } from "./database.ts"
import { demoAt } from "./demo-database.ts"
import { ST, SU_HORA } from "./sesion-instalada.ts"
import { Sql } from "./sql.ts"

const CLAVE = "SO-23"
const COMPROMISO = "CI/SE-1/03/DEMO/SRE"
type Valores = Readonly<Record<string, string>>

/** The demonstration after people lived in it: two sessions, what they left behind, and what institutions did since. */
export function createDemostracionVivida(): Promise<TestDatabase> {
  const prepare = async (database: Database) => {
    const chat = charlaOn(database, NOW)
    await antesDeLaSesion(chat)
    await convocada(chat)
    chat.movesTo(SU_HORA)
    await enLaSala(chat)
    await votada(chat)
    await acordada(chat)
    await clausurada(chat)
    await publicada(chat)
    await despues(chat)
  }
  return createPreparedDatabase({ contents: "the demonstration lived in", upon: demoAt(NOW), prepare })
}

/** What no order in chat leaves on record at one time: whatever a column may hold, some row holds. */
export function completar(url: string): Promise<void> {
  return Sql.using(url, (sql) =>
    sql.run(`
      UPDATE sesion SET punto_en_curso_id = (SELECT id FROM punto_orden_dia p WHERE p.sesion_id = sesion.id AND orden = 2)
        WHERE clave = 'SO-23';
      UPDATE sesion SET url = 'https://ejemplo.gob.mx/sala', hora_fin = '23:00' WHERE clave = 'SO-24' AND fecha IS NOT NULL;
      UPDATE punto_orden_dia SET fusionado_en_id =
          (SELECT id FROM punto_orden_dia p WHERE p.sesion_id = punto_orden_dia.sesion_id AND orden = 1)
        WHERE orden = 3 AND sesion_id = (SELECT id FROM sesion WHERE clave = 'SO-23');
      UPDATE punto_orden_dia SET antecedente_id = (SELECT p.id FROM punto_orden_dia p JOIN sesion s ON s.id = p.sesion_id
          WHERE s.clave = 'SO-21' AND p.orden = 1)
        WHERE orden = 2 AND sesion_id = (SELECT id FROM sesion WHERE clave = 'SO-23');
      UPDATE documento SET institucion_id = (SELECT id FROM institucion WHERE siglas = 'SRE') WHERE version = 2;
      UPDATE votacion SET acuerdo_id = (SELECT id FROM acuerdo WHERE clave = 'CI/SO-23/01/2024') WHERE modo = 'economica';
      UPDATE votacion SET anulada_en = '2024-07-31T17:00:00Z', motivo_anulacion = 'Se contó mal' WHERE modo = 'economica';
      INSERT INTO votacion (id, sesion_id, texto, modo, abierta_en, suspendida_en) SELECT gen_random_uuid(), id, '¿Se aprueba el informe?',
        'nominal', '2024-07-31T17:10:00Z', '2024-07-31T17:15:00Z' FROM sesion WHERE clave = 'SO-23';
      INSERT INTO invitacion (id, punto_id, institucion_id, persona_id, creada_en)
        SELECT gen_random_uuid(), p.id, i.id, q.id, '2024-06-12T16:00:00Z' FROM punto_orden_dia p, sesion s, institucion i, persona q
        WHERE p.sesion_id = s.id AND s.clave = 'SO-23' AND p.orden = 2 AND i.siglas = 'INACIPE' AND q.clave = 'secretaria-tecnica';
      INSERT INTO autorizacion (id, sesion_id, objeto, estado, texto, huella, pedido, solicitante_id, plataforma, solicitada_en,
          resuelve_id, resuelta_en, motivo, medio, constancia)
        SELECT gen_random_uuid(), s.id, 'rectificacion', 'devuelta', 'Rectificación: Salón Juárez', repeat('a', 64),
          '{"motivo": "Cambio de sede", "revision": 3, "cambios": {"sede": "Otra sala", "hora": null}}', p.id, 'slack',
          '2024-06-12T16:00:00Z', q.id, '2024-06-12T17:00:00Z', 'Falta el número de la sala', 'oficio', 'SEGOB/PR/12/2024'
        FROM sesion s, persona p, persona q
        WHERE s.clave = 'SO-23' AND p.clave = 'secretaria-tecnica' AND q.clave = 'presidencia';
      INSERT INTO organo (id, clave, tipo, nombre_oficial, nombre_corto, padre_id, zona, origen, cerrado_el)
        SELECT gen_random_uuid(), 'grupo-cerrado', 'grupo_de_trabajo', 'Grupo de Trabajo de Estadística', 'Grupo de Estadística',
          id, zona, 'demo', '2024-06-11' FROM organo WHERE clave = 'ci-trata';
      UPDATE integrante_sesion SET orden = 1 WHERE rol = 'presidencia';
      UPDATE designacion SET hasta = '2030-12-31' WHERE calidad = 'enlace';
      UPDATE integrante SET orden = 1 WHERE rol = 'presidencia';
      UPDATE integrante SET fundamento = 'Artículo 1', desde = '2020-01-01', hasta = '2040-12-31' WHERE con_voto;
      UPDATE institucion SET vigente_desde = '1990-01-01', vigente_hasta = '2099-12-31',
        sucesora_id = (SELECT id FROM institucion WHERE siglas = 'SRE') WHERE siglas = 'SECTUR';
      UPDATE alias_institucion SET desde = '1990-01-01', hasta = '2099-12-31';
      UPDATE organo SET objetivo = 'Coordinar.', correo = 'sesiones@ejemplo.gob.mx' WHERE clave = 'ci-trata';
      UPDATE perfil_reglas SET fuente = 'Artículo 12', registrado_en = '2024-05-05T10:00:00Z',
        persona_id = (SELECT id FROM persona WHERE clave = 'secretaria-tecnica');
      UPDATE acuerdo SET posterior_el = '2024-06-10', posterior_motivo = 'Se omitió en la cédula' WHERE numero = 1;
      UPDATE persona SET titulo = 'Lic.', cargo = 'Enlace' WHERE clave = 'enlace-sre';
      UPDATE cuenta_chat SET vinculada_en = '2023-05-05T10:00:00Z';
      UPDATE cuenta_chat SET suspendida_en = '2024-05-05T10:00:00Z' WHERE "user" = (SELECT max("user") FROM cuenta_chat);
      INSERT INTO dia_inhabil (id, fecha, ambito, organo_id, motivo, por_acuerdo, fuente) SELECT gen_random_uuid(), '2034-03-20', 'organo', id,
        'Día del órgano', true, 'Periódico oficial del 3 de enero' FROM organo WHERE clave = 'ci-trata';
      INSERT INTO dia_inhabil (id, fecha, ambito, institucion_id, motivo, por_acuerdo) SELECT gen_random_uuid(), '2034-03-21', 'institucion',
        id, 'Vacaciones', true FROM institucion WHERE siglas = 'SRE';`),
  )
}

/** Says what was answered when it is not what was to be expected. */
function dicho(answer: InboundAnswer, espera: RegExp): string {
  const text =
    answer.kind === "reply" ? renderPlainText(answer.card) : `(${answer.kind}) ${JSON.stringify(answer)}`
  if (!espera.test(text)) throw new Error(`expected ${espera}, got: ${text}`)
  return text
}

const llena = async (chat: Charla, user: string, form: string, values: Valores, espera: RegExp) =>
  dicho(await chat.submit(user, form, values), espera)

async function pide(chat: Charla, user: string, typed: string, espera: RegExp): Promise<string> {
  return dicho(await chat.open(user, typed), espera)
}

/** Asks, and presses the button of the answer. */
async function pulsa(chat: Charla, typed: string, label: RegExp): Promise<string> {
  const { card, text } = await chat.ask(ST, typed)
  const action = card.actions.find((one) => label.test(one.label))
  if (action === undefined) throw new Error(`no button ${label} in: ${text}`)
  return (await chat.press(ST, action.id)).text
}

const SESION = { fecha: "2024-07-31", hora: "10:00", modalidad: "mixta" }

async function antesDeLaSesion(chat: Charla): Promise<void> {
  const session = { ...SESION, tipo: "ordinaria", numero: "23", sede: "Salón Juárez" }
  await llena(chat, ST, "sesion.crear", session, /Vigésima Tercera/)
  for (const titulo of ["Programa Anual", "Campaña de prevención", "Informe"])
    await llena(chat, ST, `sesion.punto-agregar:${CLAVE}`, { titulo, difusion: "integrantes" }, /./)
  await llena(
    chat,
    "enlace-sre",
    `sesion.proponer:${CLAVE}`,
    { titulo: "Protocolo de atención", exposicion: "Para unificar criterios" },
    /Se envió/,
  )
  const documento = { nombre: "Protocolo", direccion: "https://ejemplo.gob.mx/protocolo.pdf", punto: "1" }
  await llena(chat, ST, `sesion.documento-agregar:${CLAVE}`, documento, /Protocolo/)
  chat.movesTo("2024-06-11T17:00:00.000Z")
  const nueva = { ...documento, direccion: "https://ejemplo.gob.mx/protocolo-2.pdf", huella: "a".repeat(64) }
  await llena(chat, ST, `sesion.documento-agregar:${CLAVE}`, nueva, /Protocolo/)
}

async function convocada(chat: Charla): Promise<void> {
  await pulsa(chat, `/sesion convocar ${CLAVE}`, /^Convocar/)
  await chat.press("enlace-sre", `sesion.acuse:${CLAVE}`)
  await llena(
    chat,
    ST,
    `sesion.rectificar:${CLAVE}`,
    { ...SESION, sede: "Otra sala", motivo: "Cambio de sede" },
    /Otra sala/,
  )
  await chat.press("enlace-salud", `sesion.acuse:${CLAVE}`)
  await chat.press("enlace-sre", `sesion.asistencia:${CLAVE} no_asistira`)
  chat.movesTo("2024-06-12T17:00:00.000Z")
  await chat.press("enlace-sre", `sesion.asistencia:${CLAVE} titular`)
  const suplente = {
    nombre: "Ana Pérez",
    cargo: "Directora General",
    oficio: "DG/12/2024",
    modo: "distancia",
  }
  await llena(chat, "enlace-salud", `sesion.suplente:${CLAVE}`, suplente, /Ana Pérez/)
}

async function enLaSala(chat: Charla): Promise<void> {
  for (const siglas of ["SEGOB", "SRE", "SALUD", "FGR", "INM", "CEAV", "SEP", "SECTUR"])
    await chat.press(ST, `sesion.pase-llegada:${siglas} sesion:${CLAVE}`)
  await pide(chat, ST, `/sesion pase-salida SECTUR ${CLAVE}`, /SECTUR/)
  chat.movesTo("2024-07-31T16:05:00.000Z")
  await chat.press(ST, `sesion.pase-llegada:SECTUR sesion:${CLAVE}`)
  await pide(chat, ST, `/sesion instalar ${CLAVE}`, /Se declara instalada/)
}

async function votada(chat: Charla): Promise<void> {
  const { data } = chat
  const sesion = (await chat.sesiones()).find(({ clave }) => clave === CLAVE)
  const abierta = async () => (await data.fresh.votaciones.list(sesion?.id ?? "")).at(-1)?.id ?? ""
  const abre = (texto: string, modo: string) =>
    llena(chat, ST, "acuerdo.votacion-abrir", { texto, modo, punto: "1" }, /Han votado|Cuente|votación/)
  await abre("¿Se aprueba el Programa Anual?", "nominal")
  for (const siglas of ["SEGOB", "SALUD", "FGR"])
    await pide(chat, ST, `/acuerdo votar a_favor institucion:${siglas}`, /a favor/)
  const razones = "Falta  el dictamen.\nPor eso votamos en contra. "
  const particular = `acuerdo.voto-particular:${await abierta()}`
  await llena(chat, "titular-sre", particular, { sentido: "en_contra", razones }, /en contra/)
  await chat.press(ST, `acuerdo.votacion-cerrar:${await abierta()}`)
  chat.movesTo("2024-07-31T16:20:00.000Z")
  await abre("¿Quién coordinará la Subcomisión?", "cedula")
  await chat.press("titular-sre", `acuerdo.votar:a_favor ${await abierta()}`)
  await chat.press(ST, `acuerdo.votacion-cerrar:${await abierta()}`)
  chat.movesTo("2024-07-31T16:25:00.000Z")
  await abre("¿Se concede receso?", "economica")
  const manos = { favor: "6", contra: "1", abstenciones: "1" }
  await llena(chat, ST, `acuerdo.votacion-manos:${await abierta()}`, manos, /Aprobado/)
}

async function acordada(chat: Charla): Promise<void> {
  const escrito = {
    texto: "Las instituciones remitirán sus actividades: con «comillas», # y\nsaltos de línea.",
    tipo: "con_seguimiento",
    responsables: "SRE y SALUD",
    fecha: "2024-09-10",
    punto: "1",
  }
  const answer = await chat.submit(ST, `acuerdo.registrar:${CLAVE}`, escrito)
  dicho(answer, /septiembre/)
  if (answer.kind !== "reply") throw new Error("no draft")
  const confirmar = answer.card.actions.find(({ label }) => label.startsWith("Confirmar"))
  await chat.press(ST, confirmar?.id ?? "")
}

async function clausurada(chat: Charla): Promise<void> {
  await pide(chat, ST, "/sesion punto-desahogar 1", /desahog/i)
  await pide(chat, ST, "/sesion punto-diferir 2 Falta el dictamen jurídico", /./)
  await pide(chat, ST, `/sesion punto-retirar ${CLAVE} 3 Ya no hay materia`, /retir/i)
  await pulsa(chat, "/acuerdo lectura", /^Ratificados/)
  chat.movesTo("2024-07-31T18:30:00.000Z")
  await pide(chat, ST, `/sesion clausurar ${CLAVE}`, /Se clausuró/)
}

/** The number of a paragraph in a list of them, by what it says. */
async function parrafo(chat: Charla, typed: string, dice: string): Promise<string> {
  const { text } = await chat.ask(ST, typed)
  const line = text.split("\n").find((each) => each.includes(dice)) ?? ""
  const found = /\d+/u.exec(line)?.[0]
  if (found === undefined) throw new Error(`no «${dice}» in: ${text}`)
  return found
}

async function corrige(chat: Charla, orden: string, dice: string, values: Valores): Promise<string> {
  const numero = await parrafo(chat, `/sesion ${orden} ${CLAVE}`, dice)
  const opened = await chat.open(ST, `/sesion ${orden} ${CLAVE} ${numero}`)
  if (opened.kind !== "form") throw new Error(dicho(opened, /formulario/))
  const answer = await chat.submit(ST, opened.form.id, values)
  dicho(answer, /./)
  if (answer.kind !== "reply") throw new Error(JSON.stringify(answer))
  return answer.card.actions.find(({ label }) => label.startsWith("Publicar"))?.id ?? ""
}

async function publicada(chat: Charla): Promise<void> {
  await corrige(chat, "resumen-editar", "Programa Anual", {
    texto: "Se aprobó el Programa Anual de Trabajo.",
  })
  await corrige(chat, "resumen-editar", "actividades", { texto: "Remitirán sus actividades calendarizadas." })
  await pulsa(chat, `/sesion publicar ${CLAVE}`, /^Publicar en/)
  chat.movesTo("2024-08-01T16:00:00.000Z")
  const confirmar = await corrige(chat, "erratas", "Programa Anual", {
    texto: "Se aprobó el Programa Anual de Trabajo 2024.",
    motivo: "Faltaba el año.",
  })
  const { text } = await chat.press(ST, confirmar)
  if (!/canales/u.test(text)) throw new Error(`the erratum was not published: ${text}`)
}

const pideProrroga = (chat: Charla, user: string, clave: string, fecha: string) =>
  llena(
    chat,
    user,
    `compromiso.prorroga:${clave}`,
    { fecha, motivo: "El área aún no contesta" },
    /Prórroga pedida/,
  )

/** One that was refused, and one that waits. */
async function prorrogas(chat: Charla): Promise<void> {
  await pideProrroga(chat, "enlace-sre", COMPROMISO, "2024-07-15")
  const motivo = "Falta decir qué área"
  await llena(chat, ST, `compromiso.negar-prorroga:${COMPROMISO}`, { motivo }, /Prórroga negada/)
  chat.movesTo("2024-06-12T18:05:00.000Z")
  await pideProrroga(chat, "enlace-sre", COMPROMISO, "2024-07-16")
}

async function despues(chat: Charla): Promise<void> {
  chat.movesTo("2024-06-12T18:00:00.000Z")
  const pospuesto = (fecha: string) =>
    llena(chat, "enlace-sre", `compromiso.posponer:${COMPROMISO}`, { fecha }, /./)
  await pospuesto("2024-06-13")
  await pospuesto("2024-06-14")
  const enlace = "https://www.gob.mx/sre/informe"
  await llena(
    chat,
    "enlace-sre",
    `compromiso.avance:${COMPROMISO}`,
    { texto: "Se enviaron los comentarios", porcentaje: "40", enlace },
    /Avance/,
  )
  const apoyan = { instituciones: "SALUD, STPS" }
  await llena(chat, ST, `compromiso.corresponsables:${COMPROMISO}`, apoyan, /Corresponsables registradas/)
  const ritmo = { ritmo: "cada 15 días hábiles" }
  await llena(chat, ST, `compromiso.cadencia:${COMPROMISO}`, ritmo, /15 días hábiles/)
  await prorrogas(chat)
  chat.movesTo("2024-08-02T16:00:00.000Z")
  await llena(
    chat,
    "enlace-sre",
    "compromiso.cumplido:CI/SO-23/01/2024/SRE",
    { texto: "Se remitió por oficio" },
    /cumplid|validación/i,
  )
  await pideProrroga(chat, "enlace-salud", "CI/SO-23/01/2024/SALUD", "2024-11-20")
  await llena(
    chat,
    ST,
    "compromiso.conceder-prorroga:CI/SO-23/01/2024/SALUD",
    { fecha: "2024-11-05", motivo: "Lo decidió la Comisión" },
    /noviembre/,
  )
  const cargo = { cargo: "Coordinación", institucion: "SSPC", desde: "2024-01-01", hasta: "2024-07-31" }
  await llena(chat, ST, "plenaria.cargo-registrar", cargo, /Se registró/)
  const answer = await chat.submit(ST, "sesion.crear", {
    tipo: "ordinaria",
    numero: "24",
    fecha: "2024-09-25",
    hora: "22:30",
  })
  if (answer.kind !== "reply") throw new Error(JSON.stringify(answer))
  await chat.press(ST, answer.card.actions[0]?.id ?? "")
}
