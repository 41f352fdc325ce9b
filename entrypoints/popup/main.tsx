import '../../src/ui/base.css';
import './popup.css';
import { startPage } from '../../src/app/start-page.tsx';
import { Popup } from './popup.tsx';

void startPage(Popup);
