import { describeReminders } from "../support/anio-simulado.ts"

/** All that a year has, in five weeks; `npm run test:resistencia` has the whole year. */
describeReminders("five weeks of reminders", {
  from: "2024-03-04",
  to: "2024-04-05",
  outage: ["2024-03-20", "2024-03-21"],
  bodyDaysOff: ["2024-03-15"],
  vacations: "2024-03-04",
  firstDue: "2024-03-04",
  dueWithin: 35,
  commitments: 60,
  leastReminders: 80,
})
