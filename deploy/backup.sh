#!/usr/bin/env bash
# Backs the service up while it runs, and proves the backup by restoring it into a scratch database.
#   PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE   the database (as psql reads them); the user may create databases
#   BACKUP_FOLDER         where database and attachments go
#   KEYS_BACKUP_FOLDER    where the data protection keys go: another disk or machine, as whoever has both can read citizens' messages
#   DATA_FOLDER           the service's DataFolder (keys, attachments); default /var/lib/chatbot
#   KEEP_DAYS             older backups are deleted; default 14 (below the 30 days within which deleted persons must be gone everywhere)
#   VERIFY=no             leaves the scratch database out
set -euo pipefail
umask 077
: "${PGDATABASE:?name of the database}" "${BACKUP_FOLDER:?}" "${KEYS_BACKUP_FOLDER:?}"
data=${DATA_FOLDER:-/var/lib/chatbot}
stamp=$(date -u +%Y%m%dT%H%M%SZ)
target=$BACKUP_FOLDER/chatbot-$stamp
partial=$target.partial
keys=$KEYS_BACKUP_FOLDER/chatbot-$stamp.keys.tar
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

[ "$(readlink -m "$BACKUP_FOLDER")" != "$(readlink -m "$KEYS_BACKUP_FOLDER")" ] ||
  { echo "BACKUP_FOLDER and KEYS_BACKUP_FOLDER must differ: keys beside the data protect nothing." >&2; exit 2; }
[ -d "$data/keys" ] || { echo "No folder $data/keys: is DATA_FOLDER right? Without the keys a backup is worth little." >&2; exit 2; }

mkdir -p "$BACKUP_FOLDER" "$KEYS_BACKUP_FOLDER"
trap 'rm -rf "$partial" "$keys.partial"' EXIT
mkdir "$partial"

pg_dump --format=custom --no-owner --no-privileges --file="$partial/database.dump" "$PGDATABASE"
# After the dump: keys are only ever added, so whatever the dump was encrypted with is among them.
tar -C "$data" -cf "$keys.partial" keys
if [ -d "$data/attachments" ]; then tar -C "$data" -cf "$partial/attachments.tar" attachments; fi
psql -XAtq -d "$PGDATABASE" -f "$here/row-counts.sql" >/dev/null   # fails here rather than on the day of need
{
  echo "taken_at=$stamp"
  echo "keys_sha256=$(sha256sum <"$keys.partial" | cut -d' ' -f1)"
  echo "server=$(psql -XAtqc 'SHOW server_version' -d "$PGDATABASE")"
  echo "migration=$(psql -XAtqc 'SELECT max("MigrationId") FROM "__EFMigrationsHistory"' -d "$PGDATABASE")"
} >"$partial/about"
(cd "$partial" && sha256sum -- * >SHA256SUMS)

verify() {
  local scratch=chatbot_verify_$$
  psql -XAtqc "CREATE DATABASE $scratch" -d "$PGDATABASE"
  # shellcheck disable=SC2064
  trap "psql -XAtqc 'DROP DATABASE IF EXISTS $scratch' -d '$PGDATABASE'; rm -rf '$partial' '$keys.partial'" EXIT
  pg_restore --exit-on-error --single-transaction --no-owner --dbname="$scratch" "$partial/database.dump"
  psql -XAtq -d "$scratch" -f "$here/row-counts.sql" >"$partial/rows"
  [ "$(psql -XAtqc "SELECT count(*) FROM unit" -d "$scratch")" -ge 1 ] || { echo "The restored database holds no office." >&2; exit 1; }
  (cd "$partial" && sha256sum -- rows >>SHA256SUMS)
}
[ "${VERIFY:-yes}" = no ] || verify

mv "$keys.partial" "$keys"
mv "$partial" "$target"
find "$BACKUP_FOLDER" -mindepth 1 -maxdepth 1 -name 'chatbot-*' -mtime "+${KEEP_DAYS:-14}" -exec rm -rf {} +
find "$KEYS_BACKUP_FOLDER" -mindepth 1 -maxdepth 1 -name 'chatbot-*.keys.tar' -mtime "+${KEEP_DAYS:-14}" -delete
echo "$target ($(du -sh "$target" | cut -f1)) and $keys"
