import '../../src/ui/base.css';
import './panel.css';
import { startPage } from '../companion/start-page.tsx';
import { Panel } from './panel.tsx';

void startPage(Panel);
