import type { Scenario } from '../ScenarioTabs.tsx'
import type { StrandSession } from '../Strand.tsx'

export const programmeSessions: StrandSession[] = [
  { key: '1', label: 'March', detail: '24 of 24 met', state: 'held' },
  { key: '2', label: 'April', detail: '23 of 24 met', state: 'held' },
  { key: '3', label: 'May', detail: '20 of 24 met', state: 'held' },
  { key: '4', label: 'June', detail: '9 met, 11 booked', state: 'next' },
  { key: '5', label: 'July', detail: '6 booked', state: 'ahead' },
  { key: '6', label: 'August', detail: 'not yet booked', state: 'ahead' },
]

export const pairSessions: StrandSession[] = [
  { key: '1', label: '12 March', detail: 'Stories and agreement', state: 'held' },
  { key: '2', label: '16 April', detail: 'A claim from the inside', state: 'held' },
  { key: '3', label: '14 May', detail: 'Saying the unwelcome thing', state: 'held' },
  { key: '4', label: 'Tue 16 June', detail: 'Flexible work in practice', state: 'next' },
  { key: '5', label: '14 July', detail: 'Agenda open', state: 'ahead' },
  { key: '6', label: '18 August', detail: 'Closing well', state: 'ahead' },
]

export const scenarios: Scenario[] = [
  {
    key: 'a',
    label: 'A · Balanced',
    figures: [
      { key: 'average', value: 86, label: 'average' },
      { key: 'lowest', value: 64, label: 'lowest', standing: 'best' },
      { key: 'dept', value: 22, label: 'other dept', standing: 'best' },
      { key: 'site', value: 9, label: 'cross-site' },
    ],
  },
  {
    key: 'b',
    label: 'B · Learning goals first',
    figures: [
      { key: 'average', value: 89, label: 'average', standing: 'best' },
      { key: 'lowest', value: 52, label: 'lowest', standing: 'low' },
      { key: 'dept', value: 17, label: 'other dept' },
      { key: 'site', value: 8, label: 'cross-site' },
    ],
  },
]

export type SamplePerson = {
  id: string
  name: string
  role: 'mentor' | 'leader' | 'none'
  job: string
  department: string
  site: string
}

const names = [
  'Adaeze Onwudi',
  'Aleksander Borowczak',
  'Astrid Dyrhaug',
  'Arjun Sivanesan',
  'Beatriz Fontela',
  'Blessing Moyo',
  'Oisín Mulqueen',
]
const jobs = [
  'Claims assistant',
  'Payroll officer',
  'Director, reward',
  'Web developer',
  'Underwriting assistant',
  'Night carer',
  'Service designer',
]
const departments = ['Claims', 'Finance', 'People', 'Digital', 'Risk', 'Care services', 'Digital']
const roles = ['mentor', 'none', 'leader', 'mentor', 'mentor', 'none', 'mentor'] as const
const sites = ['Leeds', 'Gdańsk', 'Cork', 'Porto']

/** Ten thousand invented people, the same every time. */
export const tenThousandPeople: SamplePerson[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: String(index),
  name: `${names[index % names.length]} ${index}`,
  role: roles[index % roles.length] ?? 'none',
  job: jobs[index % jobs.length] ?? '',
  department: departments[index % departments.length] ?? '',
  site: sites[index % sites.length] ?? '',
}))
