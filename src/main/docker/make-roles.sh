#!/bin/bash
# Runs once, when the database's volume is empty: the two roles beside the owner (decisions 35) and the extensions.
# The application connects as vegvisar_app; what it may do is said by Flyway after each migration (afterMigrate.sql).
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$VEGVISAR_APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role vegvisar_app login password :'password';
create role vegvisar_purge;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
SQL
