-- AlterTable
ALTER TABLE "compromiso" ADD COLUMN     "cumplido_el" DATE;

-- What is on record of it: the last report, on the body's own day.
UPDATE "compromiso" c SET "cumplido_el" = (
  SELECT (max(e."instante") AT TIME ZONE o."zona")::date FROM "evento" e
  WHERE e."tipo" = 'compromiso.cumplido' AND e."objeto" = 'compromiso:' || c."id"
)
FROM "organo" o WHERE o."id" = c."organo_id" AND c."estado" IN ('en_validacion', 'atendido');

ALTER TABLE "compromiso" ADD CONSTRAINT "compromiso_cumplido"
  CHECK ("cumplido_el" IS NULL OR "estado" IN ('en_validacion', 'atendido'));

-- Whoever changes the state need not know that the day goes with it.
CREATE FUNCTION "compromiso_sin_cumplir"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."cumplido_el" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "compromiso_sin_cumplir" BEFORE UPDATE ON "compromiso" FOR EACH ROW
  WHEN (NEW."cumplido_el" IS NOT NULL AND NEW."estado" NOT IN ('en_validacion', 'atendido'))
  EXECUTE FUNCTION "compromiso_sin_cumplir"();
