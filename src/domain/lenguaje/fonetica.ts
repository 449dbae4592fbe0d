/**
 * How a word sounds in Mexico, so that what is misspelt by ear is the same word: «capasitacion», «cuorum», «acuze»,
 * «cunplido». In its compared form (lower case, no accents).
 */
export function fonetica(palabra: string): string {
  return palabra
    .replaceAll("ch", "@")
    .replaceAll("h", "")
    .replaceAll("@", "ch")
    .replace(/qu(?=[ei])|c(?![eih])|q/gu, "k")
    .replace(/gu(?=[ei])/gu, "G")
    .replace(/g(?=[ei])/gu, "j")
    .replaceAll("G", "g")
    .replace(/[zs]|c(?=[ei])/gu, "s")
    .replaceAll("x", "s")
    .replaceAll("v", "b")
    .replaceAll("ll", "y")
    .replace(/m(?=[pbv])/gu, "n")
    .replace(/(.)\1+/gu, "$1")
}
