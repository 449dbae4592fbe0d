-- A version of the rules says where it comes from; of two that begin on one day, the higher one holds.
DROP INDEX "perfil_reglas_organo_id_vigente_desde_key";

ALTER TABLE "perfil_reglas" ADD COLUMN     "fuente" TEXT,
ADD COLUMN     "persona_id" UUID,
ADD COLUMN     "registrado_en" TIMESTAMPTZ(3);

ALTER TABLE "dia_inhabil" ADD COLUMN     "fuente" TEXT;

CREATE INDEX "perfil_reglas_organo_id_vigente_desde_idx" ON "perfil_reglas"("organo_id", "vigente_desde");

CREATE INDEX "perfil_reglas_persona_id_idx" ON "perfil_reglas"("persona_id");

ALTER TABLE "perfil_reglas" ADD CONSTRAINT "perfil_reglas_persona_id_fkey" FOREIGN KEY ("persona_id") REFERENCES "persona"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand: their sources are texts, and are looked through too when a text is erased. The list is kept as it is.
DO $do$
BEGIN
  EXECUTE replace(
    replace(pg_get_functiondef('"textos_guardados"()'::regprocedure),
      $a$('perfil_reglas', ARRAY['reglas']$a$, $a$('perfil_reglas', ARRAY['reglas', 'fuente']$a$),
    $a$('dia_inhabil', ARRAY['motivo']$a$, $a$('dia_inhabil', ARRAY['motivo', 'fuente']$a$);
END $do$;
