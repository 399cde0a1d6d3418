// Drives the simulator with the official SDK, step by step, and prints one JSON line for each: { step, ok, detail }.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { CallbackListener } from './callback-listener.mjs';
import { tokenChecker } from './callback-token.mjs';
import { Control } from './control.mjs';
import { callSteps } from './steps-calls.mjs';
import { errorSteps } from './steps-errors.mjs';
import { mediaSteps } from './steps-media.mjs';
import { participantSteps } from './steps-participants.mjs';
import { World } from './world.mjs';

const { packages, endpoint, accessKey, resourceId, control: controlAddress } = JSON.parse(process.argv[2]);
const sdk = createRequire(`${packages}/`)('@azure/communication-call-automation');

const checkToken = await tokenChecker(`${endpoint}calling/.well-known/acsopenidconfiguration`, resourceId);
const listener = new CallbackListener(sdk.parseCallAutomationEvent, checkToken);
await listener.start();
const control = new Control(controlAddress);
await control.subscribe(listener.incomingUrl);

const connect = key => new sdk.CallAutomationClient(`endpoint=${endpoint};accesskey=${key}`, { allowInsecureConnection: true });
const world = new World(connect(accessKey), control, listener);
Object.assign(world, { connect, silent: [] });

const closing = {
  async 'redirect and reject raise no event'() {
    assert.ok(world.silent.length > 0);
    assert.deepEqual(listener.events.filter(event => event.kind !== 'IncomingCall' && world.silent.includes(event.correlationId)), []);
  },

  async 'every callback is signed, parsed and whole'() {
    assert.deepEqual(listener.faults, []);
  },
};

for (const [step, run] of Object.entries({ ...callSteps, ...participantSteps, ...mediaSteps, ...errorSteps, ...closing })) {
  await report(step, () => run(world));
}

for (const kind of new Set(listener.events.map(event => event.kind))) {
  await report(`event ${kind}`, () => {
    const came = listener.events.filter(event => event.kind === kind);
    assert.deepEqual(came.filter(event => event.fault).map(event => event.fault), []);
    return `${came.length} came`;
  });
}

listener.stop();

async function report(step, run) {
  try {
    const detail = await run();
    print({ step, ok: true, detail: detail ?? '' });
  } catch (error) {
    print({ step, ok: false, detail: error.stack });
  }
}

function print(result) {
  console.log(JSON.stringify(result));
}
