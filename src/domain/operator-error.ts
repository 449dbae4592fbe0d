/**
 * Something the operator can mend: a wrong setting, a folder in use, a database that is down.
 * The message says what is wrong and `hint` what to do, both in Spanish; neither ever holds a secret.
 */
export class OperatorError extends Error {
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.hint = hint
  }
}
