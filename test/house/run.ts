import { facts } from './facts.ts';

/** `npm run house -- --json`: what the house is like, and what it costs to add to it. The last line is for programs. */
console.log(JSON.stringify(facts()));
