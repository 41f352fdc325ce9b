import { sql } from 'kysely';
import { MIGRATIONS, openStore } from '../store.ts';

// A hub to be killed in the midst of its steps: it says when it is there, and waits.
await openStore(process.argv[2] ?? '', Date.now(), {
  ...MIGRATIONS,
  '0990-stuck': {
    up: async (db) => {
      await sql`delete from member`.execute(db);
      console.log('stuck');
      setInterval(() => undefined, 1000);
      await new Promise(() => undefined);
    },
  },
});
