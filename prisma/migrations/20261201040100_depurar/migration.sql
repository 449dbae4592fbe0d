-- Written by hand: what has served its time goes, and how much went is in the log. `terminos`: days of each kind, null: it
-- is kept; `acto`: as in "testar". Of an event only its texts go: its link stays, and vouches for all else of it. With
-- `simular`, how many of each there are, and nothing is written.
CREATE FUNCTION "depurar"(terminos jsonb, simular boolean, acto jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  ahora timestamptz := (acto->>'instante')::timestamptz;
  vacia jsonb := '{"title":"[depurado]","tone":"aviso","blocks":[],"actions":[]}';
  -- How old of each kind; null is compared with nothing.
  borradores timestamptz := ahora - make_interval(days => (terminos->>'borradores')::int);
  recibidos timestamptz := ahora - make_interval(days => (terminos->>'recibidos')::int);
  entregas timestamptz := ahora - make_interval(days => (terminos->>'entregas')::int);
  textos timestamptz := ahora - make_interval(days => (terminos->>'bitacora')::int);
  dicho jsonb;
  rangos jsonb;
BEGIN
  -- Sooner they are still of use: a draft is gone on with, a message is edited or sent again, an act is undone.
  IF (terminos->>'borradores')::int < 1 OR (terminos->>'recibidos')::int < 7 OR (terminos->>'entregas')::int < 60
    OR (terminos->>'bitacora')::int < 1825 THEN
    RAISE EXCEPTION 'depurar: refused' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'depurar: read committed only' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  IF NOT simular THEN
    PERFORM pg_advisory_xact_lock(7073653465);
    PERFORM "sellar_pendientes"();
  END IF;
  SELECT jsonb_build_object('terminos', terminos,
    'borradores', (SELECT count(*) FROM "borrador_formulario" WHERE "creado_en" < borradores),
    'recibidos', (SELECT count(*) FROM "inbound_event" WHERE "received_at" < recibidos),
    'entregas', (SELECT count(*) FROM "delivery" WHERE "finished_at" < entregas AND "card" <> vacia),
    'bitacora', count(*), 'desde', min(e."instante"), 'hasta', max(e."instante")) INTO dicho
  FROM "evento" e WHERE e."instante" < textos AND e."tipo" NOT LIKE 'bitacora.%'
    AND (e."antes" IS NOT NULL OR e."despues" IS NOT NULL);
  IF simular THEN RETURN dicho; END IF;

  PERFORM set_config('plenaria.testando', pg_current_xact_id()::text, true);
  DELETE FROM "borrador_formulario" WHERE "creado_en" < borradores;
  DELETE FROM "inbound_event" WHERE "received_at" < recibidos;
  UPDATE "delivery" SET "card" = vacia, "modelo" = NULL WHERE "finished_at" < entregas AND "card" <> vacia;
  WITH quitadas AS (
    UPDATE "eslabon" s SET "sal" = NULL FROM "evento" e
    WHERE s."tabla" = 'evento' AND s."clave" = e."id"::text AND s."sal" IS NOT NULL AND e."instante" < textos
      AND e."tipo" NOT LIKE 'bitacora.%' AND (e."antes" IS NOT NULL OR e."despues" IS NOT NULL)
    RETURNING s."posicion" AS p),
  islas AS (SELECT p, p - row_number() OVER (ORDER BY p) AS isla FROM quitadas)
  SELECT coalesce(jsonb_agg(jsonb_build_array(primera, ultima) ORDER BY primera), '[]') INTO rangos
  FROM (SELECT min(p) AS primera, max(p) AS ultima FROM islas GROUP BY isla) rango;
  UPDATE "evento" SET "antes" = NULL, "despues" = NULL WHERE "instante" < textos AND "tipo" NOT LIKE 'bitacora.%'
    AND ("antes" IS NOT NULL OR "despues" IS NOT NULL);
  dicho := dicho || jsonb_build_object('rangos', rangos);
  -- Drafts and requests go by themselves every day: alone they are not worth an event.
  IF (dicho->>'entregas')::int > 0 OR (dicho->>'bitacora')::int > 0 OR acto->>'orden' IS NOT NULL THEN
    INSERT INTO "evento" ("id", "tipo", "objeto", "plataforma", "cuenta", "lugar", "orden", "despues", "instante")
    VALUES (gen_random_uuid(), 'bitacora.depurada', 'registro', acto->>'plataforma', acto->>'cuenta', acto->>'lugar',
      acto->>'orden', dicho, ahora);
  END IF;
  PERFORM set_config('plenaria.testando', '', true);
  RETURN dicho;
END
$$;

DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION depurar(jsonb, boolean, jsonb) SECURITY DEFINER SET search_path = %I, pg_temp', current_schema());
  ALTER FUNCTION depurar(jsonb, boolean, jsonb) SET timezone = 'UTC';
  REVOKE EXECUTE ON FUNCTION depurar(jsonb, boolean, jsonb) FROM PUBLIC;
END
$$;
