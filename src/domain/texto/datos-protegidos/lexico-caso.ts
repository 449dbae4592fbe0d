/** Words that make of the name beside them that of somebody in a case. Folded: lower case, without accents. */

const conjunto = (texto: string): ReadonlySet<string> => new Set(texto.split(/\s+/u))

/** Of one person. With the slips of the keyboard that are usual in the most frequent of them. */
export const UNA_PERSONA = conjunto(
  "victima victma vistima vctima vicitma bictima ofendida ofendido sobreviviente agraviada agraviado quejosa quejoso testigo imputada imputado inculpada inculpado acusada acusado sentenciada sentenciado procesada procesado indiciada indiciado detenida detenido denunciante desaparecida desaparecido rescatada rescatado tratante agresor agresora paciente usuaria usuario albergada albergado repatriada repatriado querellante",
)
export const VARIAS = conjunto(
  "victimas ofendidas ofendidos sobrevivientes agraviadas agraviados quejosas quejosos testigos imputadas imputados inculpadas inculpados acusadas acusados sentenciadas sentenciados procesadas procesados indiciados detenidas detenidos denunciantes desaparecidas desaparecidos rescatadas rescatados tratantes agresores pacientes usuarias usuarios",
)
/** Only with their article: «en menor medida», «Premio Joven» speak of nobody. */
export const CON_ARTICULO = conjunto(
  "menor menores nina ninas nino ninos adolescente adolescentes joven jovenes bebe muchacha muchacho",
)
export const ARTICULOS = conjunto("la el los las una un al")

/** What may stand between one of these words and the name, and says nothing. */
export const ENTRE = conjunto(
  "directa directo indirecta indirecto menor edad mujer hombre adulta adulto adolescente nina nino joven rescatada rescatado protegido protegida presunta presunto identidad reservada clave trata tratas delito sexual laboral extranjera extranjero mexicana mexicano indigena migrante hondurena hondureno guatemalteca guatemalteco salvadorena salvadoreno colombiana colombiano venezolana venezolano cubana cubano haitiana haitiano nicaraguense ecuatoriana ecuatoriano estadounidense explotacion directas indirectas menores mujeres hombres rescatadas rescatados protegidas protegidos extranjeras extranjeros mexicanas mexicanos migrantes hondurenas guatemaltecas salvadorenas conocida conocido alias apodada apodado desaparecida desaparecido fallecida fallecido localizada localizado reconocida reconocido identificada identificado don dona refugio albergue asistida c sra sr srita senora senor senorita con de del que quien se la el cuyo cuya es era",
)
/** After these the name is told: it is one whatever it looks like. */
export const DICE_EL_NOMBRE =
  /^(?:de nombre|nombre|de nombres|(?:que |quien )?se llaman?|llamad[ao]s?|(?:dijo |dice )llamarse|(?:que |quien )?responde al nombre de|identificad[ao] como|cuyo nombre es|con nombre)(?![a-z])/u
export const SE_LLAMA =
  /(?<![a-z])(?:de nombre|se llaman?|llamad[ao]|(?:dijo|dice) llamarse|responde al nombre de|cuyo nombre es) $/u
export const DICE_INICIALES = /^(?:de |con |cuyas )?(?:las )?(?:siglas|iniciales)(?: son)?(?![a-z])/u

/** Capitals that are no name of a person: institutions, places, documents, posts and headings. */
export const NO_NOMBRE = conjunto(
  "secretaria secretario subsecretaria subsecretario comision comisionada comisionado fiscalia fiscal procuraduria procurador procuradora instituto institucion direccion director directora subdireccion subdirector subdirectora unidad coordinacion coordinador coordinadora comite consejo consejera sistema programa protocolo modelo ley codigo reglamento convenio acuerdo acuerdos acta oficio informe registro padron centro casa hospital refugio albergue juzgado tribunal juez jueza suprema corte camara senado senadora senador diputada diputado presidencia presidenta presidente gobierno gobernacion estado estados ciudad municipio alcaldia republica nacion nacional federal estatal local general especial especializada ejecutiva tecnica tecnico organizacion organizaciones fundacion asociacion red academia universidad escuela servicio servicios atencion asistencia proteccion prevencion defensa derechos humanos humanas justicia seguridad salud educacion trabajo turismo bienestar mujeres ninas ninos relaciones exteriores migracion relator relatora embajada consulado titular enlace suplente lic licenciada licenciado mtra mtro maestra maestro dra dr doctora doctor ing ingeniera ingeniero arq general capitan comandante ministerio ministra ministro publico publica penal civil integral inmediata permanente primera segundo segunda tercera tercero cuarta quinta edicion version parte seccion capitulo anexo manual guia curso taller foro mesa grupo jornada campana semana dia linea estrategia plan proyecto politica norma formato ficha cedula boletin comunicado observatorio diagnostico estudio punto tabla grafica letra inciso tipo apartado vitamina nivel opcion enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo san santa nuevo nueva norte sur este oeste baja puebla tlaxcala chiapas oaxaca veracruz campeche yucatan tabasco sonora sinaloa durango jalisco colima nayarit zacatecas queretaro guanajuato michoacan coahuila chihuahua tamaulipas aguascalientes mexico guatemala honduras segob sre sspc stps sep sectur inm ceav cndh sndif fgr unodc onudc oim acnur onu dif ssa sict inmujeres semujeres uddh fevimtra ministeriales visitante humanitaria razones se no ya fue es esta ha han sera fueron son tiene recibio recibe quedo pidio una uno un el la los las en por para con sin sobre ante como segun desde hasta y o e u ni que su sus ese esa esto este estos sin",
)
/** Between the words of one name. */
export const PARTICULAS = conjunto("de del la las los y e")
/** Abbreviations of institutions that look like initials. */
export const NO_INICIALES = conjunto("ac sc sa cv iap abp fgr ong mp dof cp eu rl us usa ee uu")
