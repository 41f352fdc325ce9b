import '../../src/ui/base.css';
import './welcome.css';
import { startPage } from '../../src/app/start-page.tsx';
import { Welcome } from './welcome.tsx';

void startPage(Welcome);
