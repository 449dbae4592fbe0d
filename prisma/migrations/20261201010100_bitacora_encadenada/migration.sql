-- AlterTable
ALTER TABLE "evento" ADD COLUMN     "cuenta" TEXT,
ADD COLUMN     "lugar" TEXT,
ADD COLUMN     "orden" TEXT,
ADD COLUMN     "registrado_en" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "eslabon" (
    "posicion" BIGINT NOT NULL,
    "tabla" TEXT NOT NULL,
    "clave" TEXT NOT NULL,
    "huella_fila" TEXT NOT NULL,
    "sal" TEXT,
    "reservados" JSONB NOT NULL,
    "anterior" TEXT NOT NULL,
    "sellado_en" TIMESTAMPTZ(3) NOT NULL,
    "huella" TEXT NOT NULL,

    CONSTRAINT "eslabon_pkey" PRIMARY KEY ("posicion")
);

-- CreateTable
CREATE TABLE "por_sellar" (
    "turno" BIGSERIAL NOT NULL,
    "tabla" TEXT NOT NULL,
    "clave" TEXT NOT NULL,

    CONSTRAINT "por_sellar_pkey" PRIMARY KEY ("turno")
);

-- CreateIndex
CREATE UNIQUE INDEX "eslabon_huella_key" ON "eslabon"("huella");

-- CreateIndex
CREATE INDEX "eslabon_tabla_clave_posicion_idx" ON "eslabon"("tabla", "clave", "posicion");

-- Written by hand from here on. What is sealed is decided in the database, where no program can forget it; what the
-- links mean, and how anybody checks them, is in docs/verificar-bitacora.mjs.

-- The clock of the database and the number of the transaction are not for whoever writes to say.
CREATE FUNCTION "evento_reloj"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."registrado_en" := clock_timestamp();
  NEW."transaccion" := (pg_current_xact_id()::text)::bigint;
  RETURN NEW;
END
$$;
CREATE TRIGGER "evento_reloj" BEFORE INSERT ON "evento" FOR EACH ROW EXECUTE FUNCTION "evento_reloj"();

-- Canonical JSON (RFC 8785): numbers as ECMAScript writes them.
CREATE FUNCTION "json_numero"(valor jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT SET extra_float_digits = 1 AS $$
DECLARE
  doble float8 := (valor #>> '{}')::float8;
BEGIN
  IF doble = 0 THEN RETURN '0'; END IF;
  IF abs(doble) >= 1e21 OR abs(doble) < 1e-6 THEN RETURN regexp_replace(doble::text, 'e([+-])0+', 'e\1'); END IF;
  RETURN trim_scale(doble::text::numeric)::text;
END
$$;

-- The order of names by UTF-16 units is that of UTF-8 bytes, except for characters beyond U+FFFF: these go as CESU-8.
CREATE FUNCTION "json_orden"(nombre text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  bytes bytea := '';
  letra text;
  resto int;
BEGIN
  FOREACH letra IN ARRAY regexp_split_to_array(nombre, '') LOOP
    IF ascii(letra) <= 65535 THEN
      bytes := bytes || convert_to(letra, 'UTF8');
    ELSE
      resto := ascii(letra) - 65536;
      bytes := bytes || decode('ed' || to_hex(160 + (resto >> 16)) || to_hex(128 + ((resto >> 10) & 63))
        || 'ed' || to_hex(176 + ((resto >> 6) & 15)) || to_hex(128 + (resto & 63)), 'hex');
    END IF;
  END LOOP;
  RETURN bytes;
END
$$;

CREATE FUNCTION "json_canonico"(valor jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  CASE jsonb_typeof(valor)
    WHEN 'object' THEN RETURN '{' || coalesce((
      SELECT string_agg(to_jsonb(key)::text || ':' || CASE WHEN jsonb_typeof(value) IN ('string', 'boolean', 'null')
          THEN value::text ELSE "json_canonico"(value) END, ','
        ORDER BY CASE WHEN octet_length(key) = length(key) THEN convert_to(key, 'UTF8') ELSE "json_orden"(key) END)
      FROM jsonb_each(valor)), '') || '}';
    WHEN 'array' THEN RETURN '[' || coalesce((
      SELECT string_agg("json_canonico"(value), ',' ORDER BY ordinality)
      FROM jsonb_array_elements(valor) WITH ORDINALITY), '') || ']';
    WHEN 'number' THEN RETURN "json_numero"(valor);
    ELSE RETURN valor::text;
  END CASE;
END
$$;

CREATE FUNCTION "huella_de"(texto text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT encode(sha256(convert_to(texto, 'UTF8')), 'hex')
$$;

-- How a row is named among its kind.
CREATE FUNCTION "clave_sellada"(tabla text, fila jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE tabla WHEN 'voto' THEN (fila->>'votacion_id') || '/' || (fila->>'institucion_id') ELSE fila->>'id' END
$$;

-- What a link vouches for. Without what is null, so that a column that comes later changes no link; and of a secret vote
-- never how it was cast, which a list of five words would tell from any fingerprint.
CREATE FUNCTION "fila_sellada"(tabla text, fila jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF tabla = 'voto' AND EXISTS (
    SELECT 1 FROM "votacion" WHERE "id" = (fila->>'votacion_id')::uuid AND "modo" = 'cedula'
  ) THEN
    fila := fila - 'sentido' - 'voto_particular';
  END IF;
  RETURN (SELECT jsonb_object_agg(key, value) FROM jsonb_each(fila) WHERE value <> 'null'::jsonb);
END
$$;

-- The row as it stands; null: there is none.
CREATE FUNCTION "fila_actual"(tabla text, clave text) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  fila jsonb;
BEGIN
  CASE tabla
    WHEN 'evento' THEN SELECT to_jsonb(t) INTO fila FROM "evento" t WHERE t."id" = clave::uuid;
    WHEN 'acuse' THEN SELECT to_jsonb(t) INTO fila FROM "acuse" t WHERE t."id" = clave::uuid;
    WHEN 'avance' THEN SELECT to_jsonb(t) INTO fila FROM "avance" t WHERE t."id" = clave::uuid;
    WHEN 'resumen_sesion' THEN SELECT to_jsonb(t) INTO fila FROM "resumen_sesion" t WHERE t."id" = clave::uuid;
    WHEN 'voto' THEN SELECT to_jsonb(t) INTO fila FROM "voto" t
      WHERE t."votacion_id" = split_part(clave, '/', 1)::uuid AND t."institucion_id" = split_part(clave, '/', 2)::uuid;
  END CASE;
  RETURN "fila_sellada"(tabla, fila);
END
$$;

-- Free text is vouched for by a salted fingerprint of its own: whoever has to remove it removes the salt with it, and
-- the chain still holds.
CREATE FUNCTION "sellar"(tabla text, clave text, fila jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  nueva_sal text := replace(gen_random_uuid()::text, '-', '');
  textos jsonb := '{}';
  campo text;
  cabeza record;
  fila_huella text;
  ahora timestamptz(3);
  lugar bigint;
BEGIN
  FOREACH campo IN ARRAY CASE tabla
    WHEN 'evento' THEN ARRAY['antes', 'despues']
    WHEN 'voto' THEN ARRAY['voto_particular']
    WHEN 'avance' THEN ARRAY['texto', 'url']
    WHEN 'resumen_sesion' THEN ARRAY['contenido', 'motivo']
    ELSE ARRAY[]::text[] END
  LOOP
    IF fila ? campo THEN
      textos := textos || jsonb_build_object(campo, "huella_de"(nueva_sal || "json_canonico"(fila->campo)));
    END IF;
  END LOOP;
  fila_huella := "huella_de"("json_canonico"(fila || textos));
  -- One at a time, in the order in which transactions end: what is held here is held until the commit is done.
  PERFORM pg_advisory_xact_lock(7073653465);
  SELECT "posicion", "huella" INTO cabeza FROM "eslabon" ORDER BY "posicion" DESC LIMIT 1;
  lugar := coalesce(cabeza."posicion", 0) + 1;
  ahora := clock_timestamp();
  INSERT INTO "eslabon" VALUES (lugar, tabla, clave, fila_huella, nueva_sal, textos,
    coalesce(cabeza."huella", repeat('0', 64)), ahora,
    "huella_de"("json_canonico"(jsonb_build_object(
      'posicion', lugar, 'tabla', tabla, 'clave', clave, 'huella_fila', fila_huella,
      'anterior', coalesce(cabeza."huella", repeat('0', 64)), 'sellado_en', to_jsonb(ahora)))));
END
$$;

CREATE FUNCTION "sellar_pendientes"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  uno record;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' OR NOT EXISTS (SELECT 1 FROM "por_sellar") THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(7073653465);
  FOR uno IN SELECT * FROM "por_sellar" ORDER BY "turno" LOOP
    PERFORM "sellar"(uno."tabla", uno."clave", "fila_actual"(uno."tabla", uno."clave"));
    DELETE FROM "por_sellar" WHERE "turno" = uno."turno";
  END LOOP;
END
$$;

-- Runs when a transaction ends. One that sees an old snapshot (an import) cannot see the last link: what it wrote waits
-- for whoever ends next.
CREATE FUNCTION "sellar_al_terminar"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fila jsonb := "fila_sellada"(TG_TABLE_NAME, to_jsonb(NEW));
BEGIN
  IF current_setting('transaction_isolation') = 'read committed' THEN
    PERFORM "sellar_pendientes"();
    PERFORM "sellar"(TG_TABLE_NAME, "clave_sellada"(TG_TABLE_NAME, fila), fila);
  ELSE
    INSERT INTO "por_sellar" ("tabla", "clave") VALUES (TG_TABLE_NAME, "clave_sellada"(TG_TABLE_NAME, fila));
  END IF;
  RETURN NULL;
END
$$;

-- Its owner's rights, so that nobody else needs any on the links; and nothing that a session puts in between.
DO $$
DECLARE
  cual text;
BEGIN
  FOREACH cual IN ARRAY ARRAY['clave_sellada(text, jsonb)', 'fila_sellada(text, jsonb)', 'fila_actual(text, text)',
    'sellar(text, text, jsonb)', 'sellar_pendientes()', 'sellar_al_terminar()'] LOOP
    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = %I, pg_temp', cual, current_schema());
    EXECUTE format('ALTER FUNCTION %s SET timezone = ''UTC''', cual);
  END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION "sellar"(text, text, jsonb) FROM PUBLIC;

-- What was there before the chain, in the order in which it was written.
DO $$
DECLARE
  uno record;
BEGIN
  SET LOCAL timezone = 'UTC';
  FOR uno IN SELECT "id"::text AS clave, to_jsonb(t) AS fila FROM "evento" t ORDER BY "transaccion", "secuencia" LOOP
    PERFORM "sellar"('evento', uno.clave, "fila_sellada"('evento', uno.fila));
  END LOOP;
  FOR uno IN
    SELECT 'acuse' AS tabla, "id"::text AS clave, "instante" AS cuando FROM "acuse"
    UNION ALL SELECT 'avance', "id"::text, "registrado_en" FROM "avance"
    UNION ALL SELECT 'resumen_sesion', "id"::text, "creado_en" FROM "resumen_sesion"
    UNION ALL SELECT 'voto', "votacion_id" || '/' || "institucion_id", "instante" FROM "voto"
    ORDER BY cuando, clave
  LOOP
    PERFORM "sellar"(uno.tabla, uno.clave, "fila_actual"(uno.tabla, uno.clave));
  END LOOP;
END
$$;

CREATE CONSTRAINT TRIGGER "evento_sellar" AFTER INSERT ON "evento"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "sellar_al_terminar"();
CREATE CONSTRAINT TRIGGER "acuse_sellar" AFTER INSERT OR UPDATE ON "acuse"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "sellar_al_terminar"();
CREATE CONSTRAINT TRIGGER "avance_sellar" AFTER INSERT OR UPDATE ON "avance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "sellar_al_terminar"();
CREATE CONSTRAINT TRIGGER "resumen_sesion_sellar" AFTER INSERT OR UPDATE ON "resumen_sesion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "sellar_al_terminar"();
CREATE CONSTRAINT TRIGGER "voto_sellar" AFTER INSERT OR UPDATE ON "voto"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "sellar_al_terminar"();

-- What is evidence is not erased, and changes only as its act allows, with both values in the log.
CREATE FUNCTION "no_se_borra"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is evidence: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "eslabon_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "eslabon"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "acuse_solo_crece" BEFORE UPDATE OR DELETE OR TRUNCATE ON "acuse"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "avance_no_se_borra" BEFORE DELETE OR TRUNCATE ON "avance"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "resumen_sesion_no_se_borra" BEFORE DELETE OR TRUNCATE ON "resumen_sesion"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "voto_no_se_borra" BEFORE DELETE OR TRUNCATE ON "voto"
  FOR EACH STATEMENT EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "resumen_sesion_publicado" BEFORE UPDATE ON "resumen_sesion"
  FOR EACH ROW WHEN (OLD."estado" = 'publicado') EXECUTE FUNCTION "no_se_borra"();
CREATE TRIGGER "avance_dicho" BEFORE UPDATE ON "avance" FOR EACH ROW
  WHEN (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."compromiso_id" IS DISTINCT FROM NEW."compromiso_id"
    OR OLD."texto" IS DISTINCT FROM NEW."texto" OR OLD."registrado_en" IS DISTINCT FROM NEW."registrado_en")
  EXECUTE FUNCTION "no_se_borra"();

-- The act that changes a row is in the log, in the same transaction.
CREATE FUNCTION "con_su_evento"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "evento"
    WHERE "transaccion" = (pg_current_xact_id()::text)::bigint AND "tipo" = ANY (TG_ARGV::text[])
  ) THEN
    RAISE EXCEPTION '% is evidence: % without its event refused', TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "avance_con_su_evento" AFTER UPDATE ON "avance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "con_su_evento"('importacion.cambio');

-- A vote changes while it is open, and later only by a correction; one that closed elsewhere comes with its import. A
-- secret one is emptied when it closes, and no more.
CREATE FUNCTION "voto_cambia"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  votada record;
BEGIN
  SELECT ("cerrada_en" IS NOT NULL OR "anulada_en" IS NOT NULL) AS terminada, "modo" = 'cedula' AS secreta
    INTO votada FROM "votacion" WHERE "id" = NEW."votacion_id";
  IF TG_OP = 'UPDATE' THEN
    IF (OLD."votacion_id", OLD."institucion_id") IS DISTINCT FROM (NEW."votacion_id", NEW."institucion_id") THEN
      RAISE EXCEPTION 'voto is evidence: moving it refused' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF votada.terminada AND votada.secreta AND NEW."sentido" IS NULL
      AND to_jsonb(OLD) - 'sentido' = to_jsonb(NEW) - 'sentido' THEN RETURN NULL; END IF;
  ELSIF NOT votada.terminada THEN
    RETURN NULL;
  END IF;
  IF (votada.terminada AND votada.secreta AND (TG_OP = 'UPDATE' OR NEW."sentido" IS NOT NULL)) OR NOT EXISTS (
    SELECT 1 FROM "evento" WHERE "transaccion" = (pg_current_xact_id()::text)::bigint
      AND ("tipo" = 'votacion.voto_corregido' OR ("tipo" = 'votacion.voto' AND NOT votada.terminada)
        OR ("tipo" = 'importacion.alta' AND TG_OP = 'INSERT'))
  ) THEN
    RAISE EXCEPTION 'voto is evidence: % without its event refused', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "voto_cambia" AFTER INSERT OR UPDATE ON "voto"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "voto_cambia"();

-- What became of each message is in the log, whoever wrote it down: where it went and the fingerprint of what it said.
CREATE FUNCTION "entrega_en_bitacora"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "evento" ("id", "tipo", "objeto", "organo_id", "plataforma", "lugar", "despues", "instante") VALUES (
    gen_random_uuid(),
    'entrega.' || CASE NEW."state" WHEN 'accepted' THEN 'aceptada' WHEN 'rejected' THEN 'rechazada'
      WHEN 'uncertain' THEN 'incierta' WHEN 'expired' THEN 'vencida' ELSE 'cancelada' END,
    'entrega:' || NEW."id", NEW."organo_id", NEW."adapter", NEW."workspace" || '/' || NEW."channel",
    jsonb_build_object('clave', NEW."key", 'intentos', NEW."attempts", 'comprobantes', NEW."receipts",
      'huella', "huella_de"("json_canonico"(NEW."card"))),
    coalesce(NEW."finished_at", clock_timestamp()));
  RETURN NULL;
END
$$;
CREATE TRIGGER "entrega_en_bitacora" AFTER UPDATE OF "state" ON "delivery" FOR EACH ROW
  WHEN (OLD."state" IS DISTINCT FROM NEW."state"
    AND NEW."state" IN ('accepted', 'rejected', 'uncertain', 'expired', 'cancelled'))
  EXECUTE FUNCTION "entrega_en_bitacora"();
