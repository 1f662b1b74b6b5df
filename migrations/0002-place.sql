-- Named public places. A line has two directions and no cell; a stop may lie in an area or a venue.
create table place (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  kind text not null check (kind in ('stop', 'line', 'area', 'venue')),
  name_en text not null,
  name_ar text not null,
  spellings text[] not null default '{}',
  -- H3, resolution 8
  cell bigint,
  directions_en text[] not null default '{}',
  directions_ar text[] not null default '{}',
  parent text references place,
  check (cardinality(directions_en) = cardinality(directions_ar)),
  check (kind = 'line' or cardinality(directions_en) = 0)
);
