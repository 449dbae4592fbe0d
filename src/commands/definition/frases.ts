/**
 * How people ask for a command in plain Spanish, beside its definition: a phrase fits when each of its pieces is in what
 * was written, in any order. Compared forms (lower case, no accents); what is misspelt by ear is the same.
 *
 * - `convocatoria|citatorio`: one of these; `cumpl*`: any word that begins so; `orden_del_dia`: these words, together.
 * - `$ir`: the words of a group (parser/llano/grupos.ts). `#sesion`: something that is named or said (`Senal`).
 * - `!quien`: not in it. `ya?`: need not be in it, and counts if it is. `resumen^2`: counts twice.
 */
export type Frase =
  | string
  | {
      readonly di: string
      /** What the phrase says of the options, besides what is named in it. */
      readonly con: Readonly<Record<string, string>>
    }
