import './section.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  title: string;
  /** Why to change this, in a sentence. */
  about?: ComponentChildren;
  children: ComponentChildren;
}

/** A section of a settings page: heading at the side, controls beside it. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>{title}</h2>
        {about && <p>{about}</p>}
      </div>
      <div class="section-body">{children}</div>
    </section>
  );
}
