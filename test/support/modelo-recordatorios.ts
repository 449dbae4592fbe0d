/**
 * What reminders a year should bring, counted day by day from the rules as they are written down: an independent second
 * opinion for the planner. It shares no code with it, and no idea of how to be quick.
 */

const DAY_MS = 86_400_000
const FIRST = Date.UTC(2023, 10, 1)

/** Business holidays of the official calendar around 2024, as published. */
const FEDERAL = [
  "2023-11-20",
  "2023-12-25",
  "2024-01-01",
  "2024-02-05",
  "2024-03-18",
  "2024-03-28",
  "2024-03-29",
  "2024-05-01",
  "2024-09-16",
  "2024-10-01",
  "2024-11-18",
  "2024-12-25",
  "2025-01-01",
  "2025-02-03",
]
const LADDER = [-15, -5, -1, 0, 1, 5]

const indexOf = (date: string) => Math.round((Date.parse(`${date}T00:00:00Z`) - FIRST) / DAY_MS)
export const dateOf = (index: number) => new Date(FIRST + index * DAY_MS).toISOString().slice(0, 10)

export interface ModelCommitment {
  readonly clave: string
  readonly institution: string
  /**
   * The due date that holds, whether the institution still owes it, and the day on which that came to be so (it was
   * recorded, was given this date, or came back from validation), on the morning of a day.
   */
  readonly on: (date: string) => { readonly due: string; readonly owed: boolean; readonly since: string }
}

export interface ModelYear {
  readonly from: string
  readonly to: string
  readonly institutions: readonly string[]
  readonly commitments: readonly ModelCommitment[]
  readonly bodyDaysOff: readonly string[]
  readonly ownDaysOff: Readonly<Record<string, readonly string[]>>
  /** Days on which the bot did not run at all. */
  readonly outage: readonly string[]
}

export interface ExpectedReminder {
  readonly date: string
  readonly institution: string
  readonly claves: readonly string[]
  /** Something in it should have gone out on an earlier day. */
  readonly late: boolean
}

export function expectedReminders(year: ModelYear): readonly ExpectedReminder[] {
  const bodyOff = new Set([...FEDERAL, ...year.bodyDaysOff])
  const worksFor = (off: ReadonlySet<string>) => (index: number) => {
    const weekday = new Date(FIRST + index * DAY_MS).getUTCDay()
    return weekday !== 0 && weekday !== 6 && !off.has(dateOf(index))
  }
  const bodyWorks = worksFor(bodyOff)
  const expected: ExpectedReminder[] = []
  for (const institution of year.institutions) {
    const works = worksFor(new Set([...bodyOff, ...(year.ownDaysOff[institution] ?? [])]))
    const own = year.commitments.filter((commitment) => commitment.institution === institution)
    let lastServed = indexOf(year.from) - 1
    for (let day = indexOf(year.from); day <= indexOf(year.to); day += 1) {
      if (!works(day) || year.outage.includes(dateOf(day))) continue
      const hits = own.flatMap(({ clave, on }) => {
        const { due, owed, since } = on(dateOf(day))
        if (!owed) return []
        const rungs = LADDER.map((offset) => shift(indexOf(due), offset, bodyWorks))
        // A notice whose date was over before there was anything to give notice of was never owed to anybody.
        const dates = [...rungs, ...mondaysAfter(Math.max(indexOf(due), ...rungs), day)]
        const sendDays = dates
          .filter((date) => !(date < indexOf(since)))
          .map((date) => firstFrom(date, works))
        const hit = sendDays.filter((send) => send > lastServed && send <= day)
        return hit.length === 0 ? [] : [{ clave, late: hit.some((send) => send < day) }]
      })
      lastServed = day
      if (hits.length === 0) continue
      const claves = hits.map(({ clave }) => clave).sort()
      expected.push({ date: dateOf(day), institution, claves, late: hits.some(({ late }) => late) })
    }
  }
  return expected
}

/** What is still owed after the last rung comes back every Monday, from a week after it. */
function mondaysAfter(last: number, until: number): readonly number[] {
  const mondays: number[] = []
  for (let day = last + 7; day <= until; day += 1) {
    if (new Date(FIRST + day * DAY_MS).getUTCDay() === 1) mondays.push(day)
  }
  return mondays
}

function shift(from: number, offset: number, works: (day: number) => boolean): number {
  let day = from
  for (let left = Math.abs(offset); left > 0; ) {
    day += Math.sign(offset)
    if (works(day)) left -= 1
  }
  return day
}

function firstFrom(day: number, works: (day: number) => boolean): number {
  return works(day) ? day : firstFrom(day + 1, works)
}
