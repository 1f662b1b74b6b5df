-- "I stand with them", one of six sentences: how often in a month, for releases. No person, no text, no day. Nothing tells
-- two taps of one person from one tap of two, and no page shows a number of it: nobody who keeps pages hears of it either.
create table stand (
  ask text not null references ask on delete cascade,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  sentence text not null check (sentence ~ '^[a-z_]{1,20}$'),
  count integer not null check (count > 0),
  primary key (ask, month, sentence)
);
