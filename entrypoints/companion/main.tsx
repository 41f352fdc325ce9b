import '../../src/ui/base.css';
import './companion.css';
import { App } from './app.tsx';
import { startPage } from './start-page.tsx';

void startPage(App);
