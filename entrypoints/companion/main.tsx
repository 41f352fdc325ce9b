import '../../src/ui/base.css';
import './companion.css';
import { App } from './app.tsx';
import { startPage } from './start-page.tsx';
import { syncTeam } from './sync-team.ts';

void startPage(App, syncTeam);
