/** `plural(1, "día hábil", "días hábiles")` → "1 día hábil". */
export function plural(n: number, uno: string, varios: string): string {
  return `${n} ${n === 1 ? uno : varios}`
}

/** "y" becomes "e" before the sound of i: "INM e Inmujeres", but "agua y hielo". */
function conjuncion(siguiente: string): "y" | "e" {
  return /^h?[ií](?![aeou])/iu.test(siguiente) ? "e" : "y"
}

/** `["a", "b", "c"]` → "a, b y c". */
export function enumerar(partes: readonly string[]): string {
  const ultima = partes.at(-1)
  if (ultima === undefined) return ""
  if (partes.length === 1) return ultima
  return `${partes.slice(0, -1).join(", ")} ${conjuncion(ultima)} ${ultima}`
}
