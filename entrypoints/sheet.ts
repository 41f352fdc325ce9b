import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFrameApp } from '../src/share/frame/frame-app.tsx';

/** The whole of `sheet.html` in one file, to be there at once. */
export default defineUnlistedScript(() => void runFrameApp());
