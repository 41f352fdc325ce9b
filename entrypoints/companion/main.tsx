import '../../src/ui/base.css';
import './companion.css';
import { App } from './app.tsx';
import { linkTeam } from './link-team.ts';
import { startPage } from './start-page.tsx';

void startPage(App, linkTeam);
