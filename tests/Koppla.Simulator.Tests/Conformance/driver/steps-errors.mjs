// What is refused, and what is tried again.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { invite, phone } from './world.mjs';

export const errorSteps = {
  async 'a call that has ended is not found'(world) {
    const call = await world.answered();
    await call.connection.hangUp(true);
    await call.next('CallDisconnected');
    for (const request of [
      () => call.connection.getCallConnectionProperties(),
      () => call.connection.hangUp(true),
      () => call.connection.addParticipant(invite(world.someone())),
      () => call.media.playToAll([{ kind: 'fileSource', url: 'https://media.example.net/prompt.wav' }]),
    ]) {
      assert.deepEqual(await world.refusal(request()), { status: 404, code: '8522' });
    }
  },

  async 'a call that never was is not found'(world) {
    const connection = world.client.getCallConnection('421f1d00-0000-4000-8000-000000000000');
    assert.deepEqual(await world.refusal(connection.getCallConnectionProperties()), { status: 404, code: '8522' });
  },

  async 'a wrong key is unauthorised'(world) {
    const stranger = world.connect(randomBytes(32).toString('base64'));
    assert.equal((await world.refusal(stranger.createCall(invite(world.someone()), world.listener.callbackUrl))).status, 401);
  },

  async 'a context used twice is refused'(world) {
    const incoming = await world.ring();
    await world.client.rejectCall(incoming.incomingCallContext, { callRejectReason: 'none' });
    assert.equal((await world.refusal(world.client.answerCall(incoming.incomingCallContext, world.listener.callbackUrl))).status, 404);
  },

  async 'a caller ID that is not owned is forbidden'(world) {
    const call = await world.answered();
    const { status } = await world.refusal(call.connection.addParticipant(
      { targetParticipant: phone(world.someone()), sourceCallIdNumber: phone(world.someone()) }));
    assert.equal(status, 403);
  },

  async 'a command whose answer is lost is not done twice'(world) {
    const call = await world.answered();
    const target = world.someone();
    const operationContext = world.context('once');
    await world.control.loseAnswer('AddParticipant');
    await call.connection.addParticipant(invite(target), { operationContext });
    await call.next('AddParticipantSucceeded', { operationContext });
    assert.equal(await world.control.timesRung(target), '1');
  },
};
