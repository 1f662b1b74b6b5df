-- The country table: numbers, and what has to be said before anybody writes. Nothing is shown without a source, a date
-- and a name, so nothing can be stored without them.
create table support_line (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  place_in_list integer not null,
  kind text not null,
  number text not null,
  -- an entry of the demonstration: no link, nobody answers
  example boolean not null,
  name_en text not null,
  name_ar text not null,
  hours_en text not null,
  hours_ar text not null,
  languages text[] not null check (cardinality(languages) > 0),
  answered_by_en text not null,
  answered_by_ar text not null,
  asks_en text not null,
  asks_ar text not null,
  not_safe_for_en text,
  not_safe_for_ar text,
  for_whom text[] not null check (cardinality(for_whom) > 0),
  source_en text not null check (source_en <> ''),
  source_ar text not null check (source_ar <> ''),
  checked_on date not null,
  reviewer text not null check (reviewer <> ''),
  tested_on date,
  tested_answered boolean,
  tested_wait_minutes integer,
  check ((tested_on is null) = (tested_answered is null))
);

-- One row at most: the country this installation works in.
create table country_profile (
  singular boolean primary key default true check (singular),
  country text not null,
  -- list of {title, text, source, checkedOn, reviewer}: "If it was in the last five days"
  five_days jsonb not null,
  -- {text, source, checkedBy, checkedOn}: what may have to be passed on about somebody under 18
  duty jsonb check (duty ?& array['text', 'source', 'checkedBy', 'checkedOn'])
);

-- "I see it now": weekly counts. One row for each week, place and answer; none for a person, nothing finer than a week.
create table seen_act (
  week date not null,
  place text not null,
  answer text not null,
  count integer not null check (count > 0),
  primary key (week, place, answer)
);
