import { parentPort, workerData } from 'node:worker_threads';
import { damageOf } from './check.ts';

// Checking a store of gigabytes takes seconds, so it runs in a thread of its own while the hub goes on answering.
parentPort?.postMessage(damageOf(workerData as string));
