import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { porConcluir } from "../../src/app/organo/cerrar.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { cardOf, formOf, problemsOf, valuesOf } from "../support/respuesta.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const CORTO = "Grupo de Datos Abiertos"
const OFICIAL = "Grupo de Trabajo de Datos Abiertos y Estadística"
const CLAVE = "grupo-datos-abiertos"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const problemas = (answer: InboundAnswer) => problemsOf(answer).join(" ")
const confirmar = (answer: InboundAnswer) => chat.press(ST, cardOf(answer).actions[0]?.id ?? "")
const organoDe = async (clave: string) => {
  const organo = await chat.data.fresh.organos.byClave(clave)
  if (organo === null) throw new Error(`no ${clave}`)
  return organo
}
const nuevo = {
  tipo: "grupo_de_trabajo",
  oficial: OFICIAL,
  corto: CORTO,
  reglas: "del_superior",
  coordina: "SRE",
  hasta: "2024-12-31",
}
const cerrar = { suborgano: CORTO, fecha: "2024-06-11", motivo: "Acuerdo de la sesión" }

describe("a working group, in chat", () => {
  it("is created by the Secretaría Técnica of the body above alone, and wrong input is kept", async () => {
    expect(JSON.stringify(await chat.submit("enlace-sre", "directorio.organo-crear", nuevo))).toContain(
      "No tiene permiso",
    )
    expect(valuesOf(await chat.open(ST, "/directorio organo-crear"))).toMatchObject({
      reglas: "del_superior",
    })
    const { hasta: _, ...sinFin } = nuevo
    const incompleta = await chat.submit(ST, "directorio.organo-crear", sinFin)
    expect(problemas(incompleta)).toContain("hasta qué día")
    expect(valuesOf(incompleta)).toMatchObject({ oficial: OFICIAL, coordina: "SRE" })
    const ajena = await chat.submit(ST, "directorio.organo-crear", { ...nuevo, coordina: "XANADU" })
    expect(problemas(ajena)).toContain("ninguna institución")
    expect(await chat.data.fresh.organos.byClave(CLAVE)).toBeNull()
  })

  it("is shown before it is put on record, with its rules, its coordination and its Secretaría Técnica", async () => {
    const previa = await chat.submit(ST, "directorio.organo-crear", nuevo)
    const texto = renderPlainText(cardOf(previa))
    expect(texto).toContain("Copia de las de la Comisión")
    expect(texto).toContain("SRE, hasta el 31 de diciembre de 2024")
    expect(await chat.data.fresh.organos.byClave(CLAVE)).toBeNull()
    const hecho = await confirmar(previa)
    expect(hecho.text).toContain(`Órgano creado: ${CORTO}`)
    expect(hecho.text).toContain(`organo:${CLAVE}`)

    const organo = await organoDe(CLAVE)
    const superior = await organoDe("ci-trata")
    expect(organo).toMatchObject({ padreId: superior.id, tipo: "grupo_de_trabajo", cerradoEl: null })
    const [version] = await chat.data.fresh.organos.versiones(organo.id)
    const suyas = await chat.data.fresh.organos.perfil(superior.id, NOW.slice(0, 10))
    expect(version?.fuente).toContain("las reglas de la Comisión")
    expect(version?.perfil.convocatoria).toEqual(suyas?.convocatoria)
    expect(version?.perfil.claveAcuerdo).toMatch(/^GDA\//u)
    const [cargo] = await chat.data.fresh.cargos.list(organo.id)
    expect(cargo).toMatchObject({ nombre: `Coordinación del ${CORTO}`, hasta: "2024-12-31" })
    const tipos = (await chat.eventos(`organo:${organo.id}`)).map(({ tipo }) => tipo)
    expect(tipos.toSorted()).toEqual(["organo.creado", "organo.reglas"])
    const parecido = { ...nuevo, corto: `${CORTO}.`, oficial: `${OFICIAL} (segundo)` }
    expect(
      JSON.stringify(await confirmar(await chat.submit(ST, "directorio.organo-crear", parecido))),
    ).toContain("Órgano creado")
    expect(await chat.data.fresh.organos.byClave(`${CLAVE}-2`)).not.toBeNull()
  })

  it("gets its seats and holds a session, named at the end of each order", async () => {
    for (const siglas of ["SRE", "SEGOB"])
      expect(
        cardOf(
          await chat.submit(ST, `directorio.asiento:organo:${CLAVE}`, {
            institucion: siglas,
            voto: "con_voto",
            rol: siglas === "SRE" ? "presidencia" : "integrante",
          }),
        ).title,
      ).toContain(`Asiento de ${siglas}`)
    const organo = await organoDe(CLAVE)
    expect(await chat.data.fresh.organos.integrantes(organo.id, NOW.slice(0, 10))).toHaveLength(2)
    const abierta = await chat.open(ST, `/sesion crear organo:${CLAVE}`)
    const creada = await chat.submit(ST, formOf(abierta).id, {
      ...valuesOf(abierta),
      tipo: "ordinaria",
      fecha: "2024-07-15",
      hora: "10:00",
      modalidad: "presencial",
      lugar: "Sala de juntas",
    })
    expect(JSON.stringify(creada)).toContain("SO-1")
    const [sesion] = await chat.data.fresh.sesiones.list(organo.id)
    expect(sesion).toMatchObject({ clave: "SO-1", estado: "programada" })
    await chat.submit(ST, `sesion.punto-agregar:SO-1 organo:${CLAVE}`, { titulo: "Plan de datos abiertos" })
    const { card, text } = await chat.ask(ST, `/sesion convocar SO-1 organo:${CLAVE}`)
    const enviar = card.actions.find(({ label }) => label.startsWith("Convocar a"))
    expect(enviar, text).toBeDefined()
    await chat.press(ST, enviar?.id ?? "")
    expect((await chat.data.fresh.sesiones.byId(sesion?.id ?? ""))?.estado).toBe("convocada")
  })

  it("is renamed, and keeps its clave", async () => {
    const otro = `${CORTO} y Estadística`
    const abierta = await chat.open(ST, `/directorio organo-renombrar suborgano:${CLAVE}`)
    expect(valuesOf(abierta)).toMatchObject({ oficial: OFICIAL, corto: CORTO })
    const igual = await chat.submit(ST, "directorio.organo-renombrar", valuesOf(abierta))
    expect(problemas(igual)).toContain("Así se llama ya")
    const hecho = cardOf(
      await chat.submit(ST, "directorio.organo-renombrar", { ...valuesOf(abierta), corto: otro }),
    )
    expect(renderPlainText(hecho)).toContain(otro)
    expect(await organoDe(CLAVE)).toMatchObject({ nombreCorto: otro, nombreOficial: OFICIAL })
  })

  it("is not called as another one beside it, neither created nor renamed", async () => {
    const mismo = { ...nuevo, corto: OFICIAL.toUpperCase(), oficial: "Otro nombre del grupo" }
    const creado = await chat.submit(ST, "directorio.organo-crear", mismo)
    const problema = "Otro órgano que depende del mismo ya se llama así"
    const confirmado = creado.kind === "form" ? creado : (await confirmar(creado)).text
    expect(JSON.stringify(confirmado)).toContain(problema)
    expect(JSON.stringify(confirmado)).toContain(CLAVE)
    expect(
      (await chat.data.fresh.organos.all()).filter(({ nombreCorto }) => nombreCorto === mismo.corto),
    ).toEqual([])
  })

  it("is not closed while it has a session to be held or a commitment that is owed", async () => {
    const conSesion = cardOf(
      await chat.submit(ST, "directorio.organo-cerrar", { ...cerrar, suborgano: CLAVE }),
    )
    expect(renderPlainText(conSesion)).toMatch(/Aún no puede cerrarse[\s\S]*SO-1, convocada/u)
    expect((await organoDe(CLAVE)).cerradoEl).toBeNull()
    // Nor while another one depends on it.
    const conOtro = await chat.submit(ST, "directorio.organo-cerrar", {
      ...cerrar,
      suborgano: "subcomision-consultiva",
    })
    expect(renderPlainText(cardOf(conOtro))).toContain("Órganos que dependen de él")
    const { compromisos } = await porConcluir(chat.data.fresh, await organoDe("ci-trata"), "2024-06-11")
    expect(compromisos.map(({ estado }) => estado)).toContain("pendiente")
    const ajeno = await chat.submit(ST, "directorio.organo-cerrar", { ...cerrar, suborgano: "ci-trata" })
    expect(problemas(ajeno)).toContain("No es claro cuál es")
  })

  it("once it has none is closed with its channels, which are named before", async () => {
    const organo = await organoDe(CLAVE)
    await chat.submit(ST, `sesion.cancelar:SO-1 organo:${CLAVE}`, { motivo: "Concluye el grupo" })
    const canal = await chat.data.fresh.canales.create({
      clave: "datos",
      nombre: "#datos-abiertos",
      adapter: "consola",
      workspace: "demo",
      channel: "datos",
      audiencia: "secretaria_tecnica",
      organoId: organo.id,
      institucionId: null,
      activo: true,
      origen: "demo",
    })
    const futura = await chat.submit(ST, "directorio.organo-cerrar", {
      ...cerrar,
      suborgano: CLAVE,
      fecha: "2024-08-01",
    })
    expect(problemas(futura)).toContain("Aún no llega ese día")
    const previa = await chat.submit(ST, "directorio.organo-cerrar", { ...cerrar, suborgano: CLAVE })
    expect(renderPlainText(cardOf(previa))).toContain("Se desactivan sus canales: #datos-abiertos")
    expect((await organoDe(CLAVE)).cerradoEl).toBeNull()
    expect((await confirmar(previa)).text).toContain("Órgano cerrado")
    const cerrado = await organoDe(CLAVE)
    expect(cerrado.cerradoEl).toBe("2024-06-11")
    expect((await chat.data.fresh.canales.byId(canal?.id ?? ""))?.activo).toBe(false)
    const evento = (await chat.eventos(`organo:${organo.id}`)).find(({ tipo }) => tipo === "organo.cerrado")
    expect(evento?.despues).toMatchObject({ cerradoEl: "2024-06-11", motivo: cerrar.motivo })
  })

  it("closed, is read, plans nothing, is not acted in, and is no place to act", async () => {
    const cerrado = await organoDe(CLAVE)
    expect((await chat.ask(ST, `/sesion lista organo:${CLAVE}`)).text).toContain("SO-1")
    expect((await chat.ask(ST, `/sesion crear organo:${CLAVE}`)).text).toContain("Órgano cerrado")
    const asiento = await chat.submit(ST, `directorio.asiento:organo:${CLAVE}`, {
      institucion: "SRE",
      voto: "sin_voto",
    })
    expect(cardOf(asiento).title).toContain("Órgano cerrado")
    // What a file brings into it afterwards is told to nobody.
    await chat.amend((documento) => ({
      ...documento,
      sesiones: [
        ...documento.sesiones,
        ...documento.sesiones
          .filter(({ clave }) => clave === "SO-22")
          .map((una) => ({
            ...una,
            organo: CLAVE,
            fecha: "2024-06-19",
            estado: "convocada" as const,
            convocadaEl: "2024-06-10",
            puntos: [],
            acuerdos: [],
          })),
      ],
    }))
    const lunes = { data: chat.data, now: "2024-06-17T16:00:00.000Z" }
    expect(await encolarRecordatorios(lunes, cerrado)).toEqual({ created: 0, existing: 0 })
    const abierto = await encolarRecordatorios(lunes, { ...cerrado, cerradoEl: "2024-06-18" })
    expect(abierto.created, "were it to end tomorrow, it would").toBeGreaterThan(0)
    const otraVez = await chat.submit(ST, "directorio.organo-cerrar", { ...cerrar, suborgano: CLAVE })
    expect(otraVez.kind).toBe("form")
  })

  it("whose end a file brings is one to act in until that day comes", async () => {
    const termina = (cerradoEl: string) =>
      Sql.using(chat.databaseUrl, (sql) =>
        sql.run(`UPDATE organo SET cerrado_el = '${cerradoEl}' WHERE clave = '${CLAVE}'`),
      )
    const crear = async () => JSON.stringify(await chat.open(ST, `/sesion crear organo:${CLAVE}`))
    await termina("2024-06-12")
    expect(await crear()).not.toContain("Órgano cerrado")
    chat.movesTo("2024-06-12T06:00:00.000Z")
    expect(await crear()).toContain("Órgano cerrado")
    chat.movesTo(NOW)
    await termina("2024-06-11")
  })

  it("closed, it is so in what is exported, and an import that says nothing of it opens nothing", async () => {
    let dicho: string | null | undefined
    await chat.amend((documento) => {
      dicho = documento.organos.find(({ clave }) => clave === CLAVE)?.cerradoEl
      return {
        ...documento,
        organos: documento.organos.map((uno) => ({ ...uno, cerradoEl: null })),
      }
    })
    expect(dicho).toBe("2024-06-11")
    expect((await organoDe(CLAVE)).cerradoEl).toBe("2024-06-11")
  })
})
