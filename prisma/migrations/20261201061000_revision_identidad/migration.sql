-- CreateTable
CREATE TABLE "revision_identidad" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "n" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "revision_identidad_pkey" PRIMARY KEY ("id")
);

-- Written by hand. Who is linked and designated is asked at every request and kept in memory; notices of changes come a
-- moment later. The statement that claims a request reads this number as well, so that what was taken from somebody is
-- taken from the next request on, in every process, whatever became of the notice. It is changed in the transaction that
-- changes them, and seen when that commits.
INSERT INTO "revision_identidad" ("id", "n") VALUES (1, 0);

CREATE FUNCTION "avisar_identidad"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "revision_identidad" SET "n" = "n" + 1 WHERE "id" = 1;
  RETURN NULL;
END
$$;

CREATE TRIGGER "cuenta_chat_avisar_identidad" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "cuenta_chat"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_identidad"();
CREATE TRIGGER "designacion_avisar_identidad" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "designacion"
  FOR EACH STATEMENT EXECUTE FUNCTION "avisar_identidad"();
