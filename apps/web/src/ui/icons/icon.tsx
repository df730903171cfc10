export interface IconProps {
  className?: string;
  /** A name turns the icon into an image with words; without one it is decoration beside a word. */
  label?: string;
}

/** Makes a 24 × 24 outline icon from one path; stroke and size come from `.i` in base.css. */
export function icon(path: string) {
  return function Icon({ className, label }: IconProps) {
    const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
    return <svg className={className === undefined ? 'i' : `i ${className}`} viewBox="0 0 24 24" {...name}><path d={path} /></svg>;
  };
}
