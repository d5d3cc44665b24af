export interface ErrorPage {
  status: number;
  title: string;
  text: string;
  /** Stands before the number under which the log has more. */
  beforeReference?: string;
}
