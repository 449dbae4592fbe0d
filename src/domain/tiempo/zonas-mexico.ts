/** Every zone of Mexico in the IANA list, the most people first, and what people call it. */
export const ZONAS_MEXICO = {
  "America/Mexico_City": "Centro (Ciudad de México y la mayoría de los estados)",
  "America/Monterrey": "Centro (Coahuila, Durango, Nuevo León y Tamaulipas)",
  "America/Merida": "Centro (Campeche y Yucatán)",
  "America/Chihuahua": "Centro (Chihuahua)",
  "America/Bahia_Banderas": "Centro (Bahía de Banderas, Nayarit)",
  "America/Cancun": "Sureste (Quintana Roo)",
  "America/Mazatlan": "Pacífico (Baja California Sur, Nayarit y Sinaloa)",
  "America/Hermosillo": "Pacífico (Sonora)",
  "America/Tijuana": "Noroeste (Baja California), con horario de verano",
  "America/Ciudad_Juarez": "Frontera (Ciudad Juárez), con horario de verano",
  "America/Ojinaga": "Frontera (Ojinaga), con horario de verano",
  "America/Matamoros": "Frontera (Matamoros a Ciudad Acuña), con horario de verano",
} as const

export const ZONA_USUAL = "America/Mexico_City" satisfies keyof typeof ZONAS_MEXICO
