import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFrameApp } from '../src/share/frame/frame-app.tsx';

/** All of `sheet.html` in one file, for speed. */
export default defineUnlistedScript(() => void runFrameApp());
