-- In a house where two must open, the secret is split among its readers.
alter table report add column together boolean not null default false;

-- A caseworker asks a colleague to open a report together. Never in a copy, and gone at the latest when the day after the
-- asking is over.
create table opening (
  report text not null references report on delete cascade,
  -- the key the share is sealed to; whoever asks anew begins anew
  reader text not null,
  asker text not null references person on delete cascade,
  day date not null,
  -- ids of people
  said_no text[] not null default '{}',
  passed_by text references person on delete set null,
  passed boolean not null default false,
  -- the colleague's share, sealed to the asker; null as soon as the asker has it
  share bytea,
  primary key (report, reader),
  check (share is null or passed)
);
create index opening_day on opening (day);
