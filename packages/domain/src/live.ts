/** What a live update says: that something changed, never what. The screen asks for it again with its own rights. */
export type LiveUpdate = { readonly topic: LiveTopic; readonly id?: string | undefined }

export type LiveTopic =
  | 'me'
  | 'people'
  | 'people-import'
  | 'programme'
  | 'enrolment'
  | 'match-run'
  | 'pair'
  | 'mail'
