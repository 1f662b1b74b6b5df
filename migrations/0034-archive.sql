-- The root's word for the archive key: one row, signed, and checked by every browser that seals to it.
create table archive_key (
  singular boolean primary key default true check (singular),
  entry jsonb not null
);

-- The secret of a report that was closed away: sealed to the archive key alone, out of every way that hands out secrets.
create table report_archive (
  report text primary key references report on delete cascade,
  body bytea not null,
  since date not null,
  -- the day somebody at the desk asked for it back; null while nobody does
  asked date
);
