/** One thing that the process's HTTP server answers. */
export interface HttpEndpoint {
  readonly method: "GET" | "POST"
  /** In lower case, without a diagonal at its end. */
  readonly path: string
  /** Most octets that its body may have; 0: it takes none. */
  readonly bodyBytes: number
}
