-- CreateTable
CREATE TABLE "register_digest" (
    "at" TIMESTAMPTZ(6) NOT NULL,
    "begun" INTEGER NOT NULL DEFAULT 0,
    "ended" INTEGER NOT NULL DEFAULT 0,
    "covers" JSONB,
    "digest" BYTEA,
    "previous_hash" BYTEA,
    "hash" BYTEA,

    CONSTRAINT "register_digest_pkey" PRIMARY KEY ("at")
);

-- From here on an event's hash is made of the previous one and the hash of its content, so that the
-- chain can be followed across events that a reader may not see. Events that are there already are
-- chained anew, once: no head of theirs has been signed, so nobody holds a proof that this breaks.
ALTER TABLE "history_event" DISABLE TRIGGER USER;

DO $$
DECLARE
  event record;
  chained bytea := decode(repeat('00', 32), 'hex');
BEGIN
  FOR event IN SELECT * FROM history_event ORDER BY seq LOOP
    UPDATE history_event SET
      previous_hash = chained,
      hash = sha256(chained || sha256(convert_to(jsonb_build_array(
        event.seq::text, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(event.actor_id::text, ''),
        event.actor_name, coalesce(event.request_id::text, ''), event.reason, event.action, event.entity, event.entity_id,
        coalesce(event.before::text, ''), coalesce(event.after::text, ''), event.row_count::text,
        coalesce(encode(event.changes_digest, 'hex'), ''), event.access_rank::text,
        coalesce(event.organisation_id::text, ''))::text, 'UTF8')))
    WHERE seq = event.seq
    RETURNING hash INTO chained;
  END LOOP;
END $$;

ALTER TABLE "history_event" ENABLE TRIGGER USER;
