-- A report: exactly the columns that may stay in clear, and the public halves of its keys.
create table report (
  id text primary key,
  who text not null check (who in ('me', 'seen', 'helped')),
  kinds text[] not null check (cardinality(kinds) > 0),
  soon boolean not null,
  helped text not null,
  place text,
  cell bigint,
  week date,
  part text,
  consents jsonb not null,
  consents_number integer not null,
  consents_signature text not null,
  readers text[] not null check (cardinality(readers) > 0),
  came_by text not null,
  language text not null,
  form_version integer not null,
  arrived date not null,
  -- to the minute, only until a caseworker first opens the report; then null
  arrived_minute timestamptz,
  recipient text not null,
  recipient_signature text not null,
  signer text not null,
  lookup_hash bytea not null unique
);

-- The report's own secret, one small age file to its readers. Without it nothing below opens.
create table report_secret (
  report text primary key references report on delete cascade,
  body bytea not null
);

create table report_item (
  report text not null references report on delete cascade,
  number integer not null,
  kind text not null check (kind in ('told', 'addition', 'note')),
  body bytea not null,
  signature text,
  author text,
  day date not null,
  primary key (report, number)
);

create table report_reply (
  report text not null references report on delete cascade,
  number integer not null,
  body bytea not null,
  author text not null,
  day date not null,
  primary key (report, number)
);

-- The way so far, in days: received, claimed, opened, replied, closed, ...
create table report_event (
  report text not null references report on delete cascade,
  number integer not null,
  day date not null,
  what text not null,
  who text,
  primary key (report, number)
);

-- Withdrawn reports. Kept apart from everything else; replayed when a copy is restored.
create table tombstone (
  report text primary key,
  day date not null,
  signer text not null,
  signature text not null
);

-- The signed list of readers: entry n as it was signed, never changed, never removed.
create table reader_entry (
  number integer primary key,
  entry jsonb not null
);
