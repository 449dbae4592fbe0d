-- A session may be imported already called: who sent its convocatoria, and at what instant, is not on record.
ALTER TABLE "convocatoria" ALTER COLUMN "persona_id" DROP NOT NULL,
ALTER COLUMN "enviada_en" DROP NOT NULL;
ALTER TABLE "convocatoria" ADD CONSTRAINT "convocatoria_enviada"
  CHECK (("persona_id" IS NULL) = ("enviada_en" IS NULL));
