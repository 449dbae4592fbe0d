/**
 * What every word of the vocabulary shares. The rest stands with its concept, in the file of that name here: plain data in
 * the field's own words (docs/glosario.md). `null` always means "nobody recorded it": it is never filled in.
 */

/** Where a datum comes from. `demo` data is labelled as such wherever it is shown. */
export type Origen = "registro" | "comunicado" | "demo"

/** Handling level. Not a legal classification (LGTAIP 102 forbids pre-classifying). */
export type Difusion = "interna" | "integrantes" | "publica"
