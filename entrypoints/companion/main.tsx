import '../../src/ui/base.css';
import '../../src/app/companion/companion.css';
import { App } from '../../src/app/companion/app.tsx';
import { startPage } from '../../src/app/start-page.tsx';
import { syncTeam } from '../../src/app/sync-team.ts';

void startPage(App, syncTeam);
