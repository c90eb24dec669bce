-- The sample organisation shows a programme in mid-course: sessions that its pairs are said to have held. Nobody else
-- writes a pair's history this way.

grant update (state, held_on) on pair_session to viceversa_app;
create policy sample_history on pair_session for update to viceversa_app
  using (organisation_kind() = 'sample' and manages_pair(pair_id))
  with check (organisation_kind() = 'sample' and manages_pair(pair_id));
