// Calls as a whole: making, answering, turning away, ending.
import assert from 'node:assert/strict';
import { invite, owned, phone, telephones } from './world.mjs';

export const callSteps = {
  async 'create a call'(world) {
    const target = world.someone();
    const operationContext = world.context('create');
    const { callConnection, callConnectionProperties: made } = await world.client.createCall(
      invite(target), world.listener.callbackUrl, { operationContext });
    assert.equal(made.callConnectionState, 'connecting');
    assert.equal(made.targetParticipants[0].phoneNumber, target);
    assert.equal(made.sourceCallerIdNumber.phoneNumber, owned);
    assert.equal(made.callbackUri, world.listener.callbackUrl); // the SDK declares callbackUrl, and leaves the wire's name
    const callConnectionId = made.callConnectionId;
    await world.listener.next('CallConnected', { callConnectionId, operationContext });
    const roster = await world.listener.next('ParticipantsUpdated', { callConnectionId });
    assert.deepEqual(roster.participants.map(p => p.identifier.phoneNumber), [target]);
    assert.equal((await callConnection.getCallConnectionProperties()).callConnectionState, 'connected');
  },

  async 'create a group call'(world) {
    const targets = [world.someone(), world.someone()];
    const { callConnection, callConnectionProperties: { callConnectionId } } = await world.client.createGroupCall(
      targets.map(phone), world.listener.callbackUrl, { sourceCallIdNumber: phone(owned), operationContext: 'group' });
    await world.listener.next('CallConnected', { callConnectionId, operationContext: 'group' });
    for (let present = 0; present < 2;) {
      present = (await world.listener.next('ParticipantsUpdated', { callConnectionId })).participants.length;
    }

    const { values } = await callConnection.listParticipants();
    assert.deepEqual(values.map(p => p.identifier.phoneNumber).sort(), targets);
  },

  async 'create a call to a busy telephone'(world) {
    const operationContext = world.context('create');
    const { callConnectionProperties: { callConnectionId } } = await world.client.createCall(
      invite(telephones.busy), world.listener.callbackUrl, { operationContext });
    const { resultInformation } = await world.listener.next('CreateCallFailed', { callConnectionId, operationContext });
    assert.deepEqual([resultInformation.code, resultInformation.subCode], [486, 560486]);
  },

  async 'hang up a created call that still rings'(world) {
    const { callConnection, callConnectionProperties: { callConnectionId } } = await world.client.createCall(
      invite(telephones.neverAnswers), world.listener.callbackUrl, { operationContext: 'ringing' });
    await callConnection.hangUp(true);
    const { resultInformation } = await world.listener.next('CreateCallFailed', { callConnectionId });
    assert.equal(resultInformation.code, 487);
  },

  async 'incoming call data'(world) {
    const from = world.someone();
    const incoming = await world.ring(from);
    assert.deepEqual(incoming.from, { kind: 'phoneNumber', rawId: `4:${from}`, phoneNumber: { value: from } });
    assert.equal(incoming.to.phoneNumber.value, owned);
    for (const member of ['serverCallId', 'correlationId', 'incomingCallContext']) {
      assert.equal(typeof incoming[member], 'string', member);
    }

    await world.client.rejectCall(incoming.incomingCallContext, { callRejectReason: 'busy' });
  },

  async 'answer'(world) {
    const call = await world.answered();
    assert.equal(call.properties.callConnectionState, 'connecting');
    assert.equal(call.properties.source.phoneNumber, call.caller);
    assert.equal(call.properties.answeredFor.phoneNumber, owned);
    assert.deepEqual(await call.roster(), [call.caller]);
  },

  async 'answer a caller who has given up'(world) {
    const incoming = await world.ring();
    await world.control.hangUp(incoming.caller);
    const { status, code } = await world.refusal(world.client.answerCall(incoming.incomingCallContext, world.listener.callbackUrl));
    assert.deepEqual([status, code], [404, '8522']);
  },

  async 'redirect'(world) {
    const incoming = await world.ring();
    const target = world.someone();
    await world.client.redirectCall(incoming.incomingCallContext, invite(target));
    assert.equal(await world.control.outcome(incoming.caller), `Answered ${target}`);
    world.silent.push(incoming.correlationId);
  },

  async 'reject as busy'(world) {
    const incoming = await world.ring();
    await world.client.rejectCall(incoming.incomingCallContext, { callRejectReason: 'busy' });
    assert.equal(await world.control.outcome(incoming.caller), 'Rejected 486');
    world.silent.push(incoming.correlationId);
  },

  async 'reject as forbidden'(world) {
    const incoming = await world.ring();
    await world.client.rejectCall(incoming.incomingCallContext, { callRejectReason: 'forbidden' });
    assert.equal(await world.control.outcome(incoming.caller), 'Rejected 403');
    world.silent.push(incoming.correlationId);
  },

  async 'get a call'(world) {
    const call = await world.answered();
    const got = await call.connection.getCallConnectionProperties();
    assert.deepEqual(
      [got.callConnectionId, got.serverCallId, got.correlationId, got.callConnectionState, got.callbackUri],
      [call.id, call.properties.serverCallId, call.properties.correlationId, 'connected', world.listener.callbackUrl]);
  },

  async 'the caller hangs up'(world) {
    const call = await world.answered();
    await world.control.hangUp(call.caller);
    const { operationContext, resultInformation } = await call.next('CallDisconnected');
    assert.equal(operationContext, call.operationContext);
    assert.equal(resultInformation.subCode, 540000);
  },

  async 'hang up for the application alone'(world) {
    const call = await world.answeredWith();
    await call.connection.hangUp(false);
    await call.next('CallDisconnected');
  },

  async 'hang up for everyone'(world) {
    const call = await world.answeredWith();
    await call.connection.hangUp(true);
    const { resultInformation } = await call.next('CallDisconnected');
    assert.deepEqual([resultInformation.code, resultInformation.subCode], [200, 7000]);
  },
};
