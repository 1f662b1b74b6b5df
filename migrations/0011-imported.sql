-- Imported history: what others collected before. Its people were never asked, so it stands apart from `report` and
-- carries the consent 'none', which nothing can change. Nothing about a person, no time finer than part of day.
create table imported_report (
  source text not null check (source ~ '^[a-z0-9-]{1,40}$'),
  -- the row's own number in its source, else its place in the file
  row bigint not null check (row > 0),
  -- H3, resolution 8
  cell bigint not null,
  week date not null check (extract(isodow from week) = 1),
  part text check (part in ('morning', 'afternoon', 'evening', 'night')),
  kinds text[] not null check (cardinality(kinds) > 0),
  -- 'no': nobody helped, and the source does not say whether anybody was there; null: not said
  helped text check (helped in ('yes', 'nobody_did', 'nobody_there', 'unknown', 'no')),
  language text check (language in ('en', 'ar')),
  -- figures are never pooled across it
  form_version text not null check (form_version <> ''),
  consent text not null default 'none' check (consent = 'none'),
  primary key (source, row)
);

-- Free text of a row, sealed to the readers of the day it was imported; `report` is what both files are bound to.
create table imported_words (
  source text not null,
  row bigint not null,
  report text not null unique,
  secret bytea not null,
  body bytea not null,
  primary key (source, row),
  foreign key (source, row) references imported_report on delete cascade
);
