import { parentPort, workerData } from 'node:worker_threads';
import { damageOf } from './check.ts';

// A store of gigabytes takes seconds to read: in a thread of its own, so that the hub answers meanwhile.
parentPort?.postMessage(damageOf(workerData as string));
