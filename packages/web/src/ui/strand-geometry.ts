/** One crossing of the two lines at a session: the line that passes below, and the one above it with its halo. */
export type Crossing = { under: StrandPath; over: StrandPath }
export type StrandPath = { side: 'mentor' | 'leader'; path: string }

export type StrandGeometry = {
  crossings: Crossing[]
  /** Straight lines before the first and after the last crossing. */
  ends: StrandPath[]
  /** Where the sessions sit along the strand, in px. */
  nodes: number[]
  /** The line along which the nodes sit, across the strand, in px. */
  middle: number
}

type StrandShape = {
  /** At least one. */
  sessions: number
  /** Length of the strand in px. */
  length: number
  /** Straight part before the first session and after the last, in px; the strand of a whole programme has them. */
  lead: number
  tail: number
  /** The middle across the strand and how far the lines swing to each side of it, in px. */
  middle: number
  swing: number
  upright: boolean
}

/**
 * Two lines that cross once per session. Each crossing is the cubic `M a,y₀ C m,y₀ m,y₁ b,y₁` with m halfway between
 * a and b; the mentor's line starts above, and the line on top alternates.
 */
export function strandGeometry({
  sessions,
  length,
  lead,
  tail,
  middle,
  swing,
  upright,
}: StrandShape): StrandGeometry {
  const step = (length - lead - tail) / sessions
  const near = middle - swing
  const far = middle + swing
  const at = (along: number, across: number) =>
    upright ? `${round(across)},${round(along)}` : `${round(along)},${round(across)}`
  const line = (from: number, to: number, across: number) => `M${at(from, across)}L${at(to, across)}`

  const crossings = Array.from({ length: sessions }, (_, index): Crossing => {
    const a = lead + index * step
    const b = a + step
    const m = (a + b) / 2
    // The short straight bits overlap the neighbours, so that no hairline shows between two crossings.
    const curve = (from: number, to: number) =>
      `M${at(a - 0.8, from)}L${at(a, from)}C${at(m, from)} ${at(m, to)} ${at(b, to)}L${at(b + 0.8, to)}`
    const mentorStartsNear = index % 2 === 0
    const mentor: StrandPath = {
      side: 'mentor',
      path: mentorStartsNear ? curve(near, far) : curve(far, near),
    }
    const leader: StrandPath = {
      side: 'leader',
      path: mentorStartsNear ? curve(far, near) : curve(near, far),
    }
    return mentorStartsNear ? { under: leader, over: mentor } : { under: mentor, over: leader }
  })

  const mentorEndsNear = sessions % 2 === 0
  const ends: StrandPath[] = []
  if (lead > 0)
    ends.push({ side: 'mentor', path: line(0, lead, near) }, { side: 'leader', path: line(0, lead, far) })
  if (tail > 0) {
    ends.push({ side: 'mentor', path: line(length - tail, length, mentorEndsNear ? near : far) })
    ends.push({ side: 'leader', path: line(length - tail, length, mentorEndsNear ? far : near) })
  }

  return {
    crossings,
    ends,
    nodes: Array.from({ length: sessions }, (_, index) => lead + (index + 0.5) * step),
    middle,
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
