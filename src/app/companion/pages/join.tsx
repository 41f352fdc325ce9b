/** An invite's address, which the page of the team takes. */
export { Page } from './team.tsx';
