import '../../src/ui/base.css';
import './panel.css';
import { startPage } from '../../src/app/start-page.tsx';
import { Panel } from './panel.tsx';

void startPage(Panel);
