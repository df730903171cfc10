import './spinner.css';

/** The only thing that loops; dots with reduced motion. Always beside a word. */
export function Spinner() {
  return <span className="spin" aria-hidden />;
}
