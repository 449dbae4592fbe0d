import { describeReminders } from "../support/anio-simulado.ts"

describeReminders("a year of reminders", {
  from: "2024-01-02",
  to: "2024-12-31",
  outage: ["2024-04-15", "2024-04-16"],
  bodyDaysOff: ["2024-07-12"],
  vacations: "2024-07-01",
  firstDue: "2024-02-01",
  dueWithin: 300,
  commitments: 200,
  leastReminders: 500,
})
