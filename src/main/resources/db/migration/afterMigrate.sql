-- What the application may do, said anew after each migration (decisions 35): all rows, no DDL, and on append-only
-- tables neither UPDATE nor DELETE nor TRUNCATE. Nothing is granted where the owner runs the application itself.
do $$
declare
  app text := '${appRole}';
  t   text;
begin
  if not exists (select from pg_roles where rolname = app) or app = current_user then
    return;
  end if;
  execute format('grant usage on schema public to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
  execute format('grant usage, select on all sequences in schema public to %I', app);
  foreach t in array array[
    'case_event', 'read_log', 'read_log_seal', 'form_submission', 'deadline_cause', 'document_content', 'role_grant_history', 'gateway_message',
    'audit_search', 'flyway_schema_history'
  ] loop
    if exists (select from pg_tables where schemaname = 'public' and tablename = t) then
      execute format('revoke update, delete, truncate on %I from %I', t, app);
    end if;
  end loop;
  -- content can be erased by order, which leaves a tombstone; nothing takes the row away
  execute format('revoke delete, truncate on case_event_payload, case_ledger_head from %I', app);
end $$;
