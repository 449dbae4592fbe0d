-- An acuerdo that was put on record after its session closed says so.
ALTER TABLE "acuerdo" ADD COLUMN     "posterior_el" DATE,
ADD COLUMN     "posterior_motivo" TEXT;

-- Written by hand: both or none; and its reason is looked through too when a text is erased.
ALTER TABLE "acuerdo" ADD CONSTRAINT "acuerdo_posterior" CHECK (("posterior_el" IS NULL) = ("posterior_motivo" IS NULL));

DO $do$
BEGIN
  EXECUTE replace(pg_get_functiondef('"textos_guardados"()'::regprocedure),
    $a$('acuerdo', ARRAY['texto']$a$, $a$('acuerdo', ARRAY['texto', 'posterior_motivo']$a$);
END $do$;
