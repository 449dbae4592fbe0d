-- AlterTable
ALTER TABLE "consola_mensaje" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" SERIAL NOT NULL;

-- What was posted so far keeps its order, and open pages their place in it.
UPDATE "consola_mensaje" SET "revision" = "id";
SELECT setval('consola_mensaje_revision_seq', greatest(1, (SELECT max("id") FROM "consola_mensaje")));

-- CreateIndex
CREATE UNIQUE INDEX "consola_mensaje_revision_key" ON "consola_mensaje"("revision");

-- Pages read on from the last revision that they saw, so one must never appear after a later one: who writes waits for
-- the one before to be committed.
CREATE FUNCTION "consola_mensaje_revision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('consola_mensaje.revision'));
  NEW."revision" := nextval('consola_mensaje_revision_seq');
  RETURN NEW;
END
$$;
CREATE TRIGGER "consola_mensaje_revision" BEFORE INSERT OR UPDATE ON "consola_mensaje"
  FOR EACH ROW EXECUTE FUNCTION "consola_mensaje_revision"();
