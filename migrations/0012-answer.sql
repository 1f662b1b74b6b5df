-- Who answers for which place. A body without a name of its own in Arabic keeps the English one and stands in name_wanted.
create table body (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  kind text not null check (kind in (
    'operator', 'municipality', 'district', 'licensing', 'ride_hailing', 'building', 'shop', 'street',
    'school', 'employer', 'police', 'prosecution', 'security'
  )),
  name_en text not null check (name_en <> ''),
  name_ar text not null check (name_ar <> ''),
  mail text,
  -- those above it
  parent text references body check (parent <> id),
  -- how it is known to answer for this; a body without a public duty is not asked without one
  basis text check (basis in ('spoken', 'visited', 'documented')),
  public_duty boolean not null
);

-- A named piece of land, and who answers for it: null says that nobody has yet said they do.
create table area (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  name_en text not null check (name_en <> ''),
  name_ar text not null check (name_ar <> ''),
  parent text references area check (parent <> id),
  body text references body,
  -- SHA-256 of the outline its cells were drawn from
  outline text not null
);

-- H3. Cells that lie whole in the area, as few and as large as can be; and at resolution 8 those of which it has a part.
create table area_cell (
  area text not null references area on delete cascade,
  cell bigint not null,
  border boolean not null,
  primary key (area, cell),
  -- bits 52 to 55 are the resolution
  check (case when border then (cell >> 52) & 15 = 8 else (cell >> 52) & 15 <= 8 end)
);
create index area_cell_by_cell on area_cell (cell);

create table place_body (
  place text not null references place on delete cascade,
  body text not null references body on delete cascade,
  primary key (place, body)
);

-- What still has its English name only.
create table name_wanted (
  what text not null check (what in ('body', 'area', 'place')),
  id text not null,
  primary key (what, id)
);
