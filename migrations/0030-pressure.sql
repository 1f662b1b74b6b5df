-- Pressure on us or on her, as a caseworker wrote it down: sealed to those named, with the day it was written and no time.
create table pressure (
  id text primary key,
  -- the report of whoever it is about; null where it is about us. It goes with the report.
  report text references report on delete cascade,
  -- ids of readers, as in the signed list
  readers text[] not null check (cardinality(readers) > 0),
  -- who may take it back
  author text references person on delete set null,
  day date not null,
  body bytea not null
);
create index pressure_day on pressure (day desc, id);
create index pressure_report on pressure (report) where report is not null;
