-- Photos and recordings that belong to a report: sealed on the phone in pieces, and counted here without being opened.
-- What came before its report is claimed in the statement that stores the report, and goes with it.
create table report_bundle (
  -- drawn by the phone
  id text primary key check (id ~ '^[A-Za-z0-9_-]{22}$'),
  -- whose proof of work let it in
  begun_for text not null,
  -- null until it is claimed
  report text references report on delete cascade,
  -- the item that names its files: what was told, or an addition
  item text not null check (item ~ '^(told|addition-[1-9]\d{0,5})$'),
  begun date not null,
  -- of all its pieces as they lie here
  bytes bigint not null default 0
);
create index report_bundle_report on report_bundle (report);
create index report_bundle_begun_for on report_bundle (begun_for);

create table report_piece (
  bundle text not null references report_bundle on delete cascade,
  file integer not null check (file between 1 and 3),
  number integer not null check (number > 0),
  body bytea not null,
  primary key (bundle, file, number)
);
-- Sealed bytes do not shrink: trying costs time only.
alter table report_piece alter column body set storage external;
