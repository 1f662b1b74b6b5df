-- What the organisation has said about itself before it opened, and since: in order, with a name and a day. Never changed
-- and never taken back; what was said last holds.
create table set_up_said (
  number bigint generated always as identity primary key,
  -- a task of the list, or a part of one: 'lawful.intake', 'lines.night-line', 'text.privacy'
  what text not null check (what ~ '^[a-z][a-z0-9_.-]{0,99}$'),
  said jsonb not null,
  -- a person's id; null for the terminal
  by text,
  by_name text not null check (by_name <> ''),
  day date not null
);
create index set_up_said_last on set_up_said (what, number desc);

create function said_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What was said stays' using errcode = 'check_violation';
end $$;
create trigger said_stays before update or delete on set_up_said
  for each statement execute function said_stays();
create trigger public_changed after insert on set_up_said
  for each statement execute function public_changed();

-- When each kind of data was last looked through for what is too old, and how much went. Nothing about any of it.
create table kept_run (
  kind text primary key,
  ran timestamptz not null,
  removed integer not null check (removed >= 0),
  -- the last run that removed anything
  last_day date,
  last_removed integer check (last_removed > 0),
  check ((last_day is null) = (last_removed is null))
);

-- A year after closing the words go, and with them everything that opens or dates them. What counts stays.
alter table report add column erased date;
alter table report drop constraint report_readers_check;
alter table report add constraint report_readers_check check ((cardinality(readers) = 0) = (erased is not null));
create index inbox_closed_long_ago on inbox (closed_on, report) where state = 'closed';
