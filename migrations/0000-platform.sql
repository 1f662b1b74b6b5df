-- Which installation this database belongs to; its secrets are in the data folder, never here.
create table installation (
  singular boolean primary key default true check (singular),
  id text not null,
  kind text not null check (kind in ('demonstration', 'real'))
);

-- Facts on their way to the job queue, deleted as they leave. Random ids, no times.
create table outbox (
  id uuid primary key default gen_random_uuid(),
  event text not null,
  subject text not null
);
create index outbox_subject on outbox (subject);
