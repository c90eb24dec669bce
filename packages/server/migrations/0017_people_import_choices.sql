-- What a person decides about reading a file besides what each column is: levels by job title or grade, the order of dates.

alter table people_import
  add column choices jsonb not null default '{"levels": null, "dateOrder": null}';
comment on column people_import.choices is
  'Levels given by hand to job titles or grades, and whether dates are written day first; null for each: as the file tells.';

alter table people_import_mapping
  add column choices jsonb not null default '{"levels": null, "dateOrder": null}';
comment on column people_import_mapping.choices is
  'What was decided with this mapping. Levels are about the whole directory, so those used last hold for any next file.';
create index people_import_mapping_used_idx on people_import_mapping (used_at desc);
