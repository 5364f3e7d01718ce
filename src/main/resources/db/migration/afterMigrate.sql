-- What the application may do, said anew after each migration (decisions 35): all rows, no DDL, and on append-only
-- tables neither UPDATE nor DELETE nor TRUNCATE. What must be forgotten goes by the purge role, which can do nothing
-- else. Nothing is granted where the owner runs the application itself.
do $$
declare
  app text := '${appRole}';
  purge text := 'vegvisar_purge';
  append_only text[] := array[
    'case_event', 'read_log', 'read_log_seal', 'form_submission', 'form_file', 'deadline_cause', 'document_content', 'role_grant_history',
    'gateway_message', 'audit_search', 'child_answer', 'needs_record', 'treatment_plan', 'evaluation', 'summary_delivery'
  ];
  t   text;
begin
  if not exists (select from pg_roles where rolname = app) or app = current_user then
    return;
  end if;
  execute format('grant usage on schema public to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
  execute format('grant usage, select on all sequences in schema public to %I', app);
  foreach t in array append_only || array['flyway_schema_history'] loop
    if exists (select from pg_tables where schemaname = 'public' and tablename = t) then
      execute format('revoke update, delete, truncate on %I from %I', t, app);
    end if;
  end loop;
  -- content can be erased by order, which leaves a tombstone; nothing takes the row away
  execute format('revoke delete, truncate on case_event_payload, case_ledger_head from %I', app);
  if exists (select from pg_roles where rolname = purge) then
    execute format('grant usage on schema public to %I', purge);
    foreach t in array append_only loop
      if exists (select from pg_tables where schemaname = 'public' and tablename = t) then
        execute format('grant select, delete on %I to %I', t, purge);
      end if;
    end loop;
    execute format('grant select, update on case_event_payload to %I', purge);
  end if;
end $$;
