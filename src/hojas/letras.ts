/** How a spreadsheet calls a column: 0 → A, 26 → AA. */
export const letraDe = (columna: number): string =>
  columna < 26
    ? String.fromCharCode(65 + columna)
    : `${letraDe(Math.floor(columna / 26) - 1)}${letraDe(columna % 26)}`
