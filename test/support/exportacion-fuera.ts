/**
 * What an export leaves out, and why. Everything else of prisma/schema.prisma travels: a new table or column is written
 * in src/db/importacion (what happened in a session, in its `constancias`), lived in demostracion-vivida.ts and told in
 * docs/formato-importacion.md; or it is named here with its reason.
 */
export const TABLAS_FUERA: Readonly<Record<string, string>> = {
  Delivery:
    "what was sent and to whom is evidence of this installation: a copy sent nothing, and must not send it again",
  Conexion:
    "what opens the workspaces of this installation, its secrets among it: another one is connected anew",
  InvitacionConexion: "a secret address, of which only the SHA-256 is kept: each is asked for anew",
  CodigoInicial: "a secret, of which only the SHA-256 is kept, until there is a Secretaría Técnica",
  SolicitudVinculacion: "what an account of this installation asked for; whom it was linked with travels",
  CodigoPersonal: "a secret, of which only the SHA-256 is kept: each is given anew",
  SolicitudCanal:
    "a request that this installation's Secretaría Técnica answers in its own channels; what it approved is a channel, which travels",
  CondicionCanal:
    "what a platform told of a channel, which is looked at anew; one that waited is not sent to before somebody registers it there",
  DeliveryDestination: "whose turn it is where this installation sends",
  DeliveryWake: "where something changed in what it sends",
  SendBudget: "when it may send next",
  Portada: "who looks at their own page in a workspace of this installation; forgotten after days",
  InboundEvent: "events of a platform that were already answered; forgotten after a while",
  Evento:
    "the log says what happened to the records of this database, by their ids, and only grows: written anew elsewhere it would be evidence of what did not happen there",
  Eslabon: "vouches for the log and the evidence of this database",
  PorSellar: "what is about to get its link here",
  CabezaBitacora: "what the chain of this database was on a day",
  SelloDeTiempo: "the date that a third party put on it",
  Restauracion: "when this database came back from a backup, and from which: a copy never did",
  Latido: "that this installation is awake",
  LogCursor: "how far this database's own log was read",
  ConsolaMensaje: "what the demonstration's console shows: copies of messages",
  BorradorFormulario: "what somebody had half written; forgotten after a while",
  ContextoCharla: "what somebody was answered last; forgotten after ten minutes",
  RevisionIdentidad: "counts the changes of this database to who is who",
  UsoLimite: "how much somebody did in the last hours; forgotten after a while",
  Descarga: "a file that waits an hour to be fetched by a secret address",
  SuscripcionCalendario: "a secret address, of which only the SHA-256 is kept: each is asked for anew",
}

/** Columns of tables that travel. `*`: of every one. */
export const COLUMNAS_FUERA: Readonly<Record<string, string>> = {
  "*.id": "each database has its own; a document names things by their natural keys",
  "*.secuencia": "counts the rows of this database; the document keeps their order",
  "Canal.fallaDesde": "whether messages get to a channel is found out by sending them",
  "Canal.fallaMotivo": "the same",
  "Canal.fallaAlcance": "the same",
}

/** Fields of what is kept as JSON in columns that travel. */
export const CAMPOS_FUERA: Readonly<Record<string, string>> = {
  "ResumenSesion.contenido.enterados": "keys of messages of this installation, which stay here",
}

/** Why it stays, or `undefined`: it travels. */
export const razonDe = (model: string, name: string): string | undefined =>
  TABLAS_FUERA[model] ?? COLUMNAS_FUERA[`${model}.${name}`] ?? COLUMNAS_FUERA[`*.${name}`]
