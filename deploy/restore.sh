#!/usr/bin/env bash
# Restores a backup into an empty database. Stop the service first.
#   restore.sh BACKUP KEYS [--resume]
#   BACKUP    a folder chatbot-… made by backup.sh;  KEYS  the chatbot-….keys.tar of the same time
#   --resume  the service was stopped before the backup was taken (a move to another machine): go on where it stood
# Reads PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE (created when missing) and DATA_FOLDER as backup.sh does.
#
# Without --resume the service may have gone on after the backup: whatever the backup shows as under way may have reached the citizen since.
# So it is not sent again: waiting messages become Unknown, waiting events Recorded, and both are counted for you.
set -euo pipefail
umask 077
[ $# -ge 2 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
: "${PGDATABASE:?name of the database}"
backup=$1 keys=$2 resume=${3:-}
data=${DATA_FOLDER:-/var/lib/chatbot}
[ -z "$resume" ] || [ "$resume" = --resume ] || { echo "Unknown argument $resume" >&2; exit 2; }

(cd "$backup" && sha256sum --quiet -c SHA256SUMS)
about() { sed -n "s/^$1=//p" "$backup/about"; }
[ "$(sha256sum <"$keys" | cut -d' ' -f1)" = "$(about keys_sha256)" ] ||
  { echo "$keys is damaged or belongs to another backup." >&2; exit 1; }

psql -XAtqc 'SELECT 1' >/dev/null 2>&1 || psql -XAtqc "CREATE DATABASE \"$PGDATABASE\"" -d postgres
tables=$(psql -XAtqc "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
[ "$tables" = 0 ] || { echo "Database $PGDATABASE holds $tables tables; name an empty one (PGDATABASE) or drop them yourself." >&2; exit 1; }

pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$PGDATABASE" "$backup/database.dump"

mkdir -p "$data"
for folder in keys attachments; do
  if [ -d "$data/$folder" ]; then mv "$data/$folder" "$data/$folder.before-$(date -u +%Y%m%dT%H%M%SZ)"; fi
done
tar -C "$data" -xf "$keys"
if [ -e "$backup/attachments.tar" ]; then tar -C "$data" -xf "$backup/attachments.tar"; fi

echo "Restored the state of $(about taken_at) into $PGDATABASE and $data."
[ -z "$resume" ] || exit 0
psql -XAtq <<'SQL'
BEGIN;
WITH stopped AS (
  UPDATE outbox_message SET status = 'Unknown', reason = 'restored from a backup', lease_owner = NULL
  WHERE status IN ('Planned', 'Claimed', 'Sending') RETURNING 1)
SELECT count(*) || ' messages were under way: now Unknown, they are not sent again' FROM stopped;
WITH kept AS (UPDATE inbound_event SET status = 'Recorded' WHERE status = 'Pending' RETURNING 1)
SELECT count(*) || ' events were waiting: now Recorded, the citizens may have been answered already' FROM kept;
SELECT count(*) || ' Zalo accounts: refresh tokens work once; those used since the backup need a new authorisation (see README)'
FROM channel_account WHERE channel = 'Zalo' AND refresh_token IS NOT NULL;
COMMIT;
SQL
